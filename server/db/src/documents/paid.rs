//! Payments of an order, and which of them a receipt confirms.

use domain::documents::Paid;
use domain::ids::{OrderId, PaymentId};
use domain::money::Money;
use domain::orders::Order;
use domain::payments::{PaymentState, Way};

use crate::database::{Conn, Tx};
use crate::error::Result;
use crate::rows::Columns;

/// A payment that is taken and of which there is no receipt.
pub(super) struct Unconfirmed {
    id: PaymentId,
    provider: String,
    reference: String,
    kept: i64,
}

/// The payments of an order of which there is no receipt; none as long as a part of its money is only promised, or nothing came.
pub(super) fn unconfirmed(conn: &Conn, order: OrderId) -> Result<Option<Vec<Unconfirmed>>> {
    const KEPT: &str = "SELECT id, way, provider, coalesce(reference, '') AS reference, state, kept, receipt_id FROM payments
        WHERE order_id = $1 AND state IN ('promised', 'captured') ORDER BY id";
    let all = conn.all(KEPT, &[&order.0], |row| {
        let provider = if row.code::<Way>("way")? == Way::Nothing { String::new() } else { row.get("provider")? };
        let payment =
            Unconfirmed { id: PaymentId(row.get("id")?), provider, reference: row.get("reference")?, kept: row.get("kept")? };
        Ok((row.code::<PaymentState>("state")?, row.get::<_, Option<i64>>("receipt_id")?.is_some(), payment))
    })?;
    if all.is_empty() || all.iter().any(|(state, ..)| *state == PaymentState::Promised) {
        return Ok(None);
    }
    Ok(Some(all.into_iter().filter(|(_, confirmed, _)| !confirmed).map(|(_, _, payment)| payment).collect()))
}

/// How they came, and how much they are. What gift cards paid of the order stands on its first receipt.
pub(super) fn confirmed(payments: &[Unconfirmed], order: &Order, first: bool) -> (Paid, Money) {
    let currency = order.total.currency;
    let cards = Money::new(order.cards.iter().map(|card| card.paid.minor).sum(), currency);
    let mut providers: Vec<&str> = payments.iter().map(|payment| payment.provider.as_str()).collect();
    providers.dedup();
    let references: Vec<&str> =
        payments.iter().map(|payment| payment.reference.as_str()).filter(|reference| !reference.is_empty()).collect();
    let paid = Paid {
        provider: providers.join(", "),
        reference: references.join(", "),
        cards: Some(cards).filter(|cards| first && !cards.is_zero()),
    };
    (paid, Money::new(payments.iter().map(|payment| payment.kept).sum(), currency))
}

/// This document confirms them.
pub(super) fn confirm(tx: &Tx<'_>, payments: &[Unconfirmed], receipt: i64) -> Result<()> {
    for payment in payments {
        tx.run("UPDATE payments SET receipt_id = $1 WHERE id = $2", &[&receipt, &payment.id.0])?;
    }
    Ok(())
}
