//! The receipt of a payment.

use super::{Document, DocumentNumber, Paid, Reference};

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
