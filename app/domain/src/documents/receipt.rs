//! The receipt of a payment.

use super::{Document, DocumentNumber, Paid, Reference};
use crate::money::Money;
use crate::tax::Split;

impl Document {
    /// The receipt of a sum that is not all of its invoice: the rest of that was credited.
    pub fn of(self, sum: Money) -> Self {
        Self { total: Split { net: sum, tax: Money::zero(sum.currency), gross: sum }, ..self }
    }
}

/// Confirms that an invoice was paid. It says no tax: the invoice does, and nobody is to deduct it twice.
pub fn receipt(invoice: &Document, number: DocumentNumber, paid: Paid) -> Document {
    Document {
        number,
        refers_to: Some(Reference { number: invoice.number, issued: invoice.issued }),
        lines: Vec::new(),
        taxes: Vec::new(),
        home_tax: None,
        notes: Vec::new(),
        paid: Some(paid),
        ..invoice.clone()
    }
}
