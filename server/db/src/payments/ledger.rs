//! The money ledger: a row for each side of each movement.

use domain::codes;
use domain::payments::Tally;

use super::Payment;
use crate::database::Tx;
use crate::error::Result;

codes! {
    /// Why money moved.
    Cause {
        /// It was taken from the shopper.
        Capture = "capture",
        /// It was given back.
        Refund = "refund",
        /// The shopper's bank fetched it back.
        Dispute = "dispute",
    }
}

/// Writes what moved between what was known of a payment and what is known now. The rows of one movement, of what the provider
/// holds for us and what it is for, sum to zero.
pub(super) fn enter(tx: &Tx<'_>, payment: &Payment, after: Tally) -> Result<()> {
    const ENTER: &str = "INSERT INTO money_ledger (at, order_id, payment_id, account, minor, currency, cause)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let before = payment.tally;
    let moved = [
        (Cause::Capture, after.taken - before.taken),
        (Cause::Refund, before.returned - after.returned),
        (Cause::Refund, after.bounced - before.bounced),
        (Cause::Dispute, before.lost - after.lost),
        (Cause::Dispute, after.won - before.won),
    ];
    let currency = after.due.currency;
    for (cause, sum) in moved.into_iter().filter(|(_, sum)| *sum != 0) {
        for (account, minor) in [("provider", sum), ("shopper", -sum)] {
            let (order, payment) = (payment.order.0, payment.id.0);
            tx.run(ENTER, &[&tx.now().0, &order, &payment, &account, &minor, &currency.code(), &cause.code()])?;
        }
    }
    Ok(())
}
