//! Refunds: credited, written down with who and why, and owed; a job sends the money.

use domain::documents::{Credit, CreditRefusal, Document, DocumentKind, Subject};
use domain::ids::OrderId;
use domain::money::Money;
use domain::payments::{PaymentState, RefundRefusal, Wanted};
use domain::staff::Staff;

use super::{Payment, of_order};
use crate::careless::{self, Way};
use crate::database::{Event, Tx};
use crate::documents;
use crate::error::{Answer, Error, Result};
use crate::outbox::Job;

/// Refunds what is wanted of an order, to the way it was paid; says how much that is. The sum is that of the credit notes, to
/// the cent, and what was refunded before is what was credited before: credit, refund and the job are of one transaction.
pub fn refund(tx: &Tx<'_>, order: OrderId, wanted: &Wanted, staff: &Staff, reason: &str) -> Answer<Money, RefundRefusal> {
    const KEEP: &str = "UPDATE payments SET kept = $1 WHERE id = $2";
    let payment = of_order(tx, order)?;
    if payment.state() != PaymentState::Captured {
        return Err(Error::Refused(RefundRefusal::NotTaken));
    }
    let mut minor = 0;
    for credit in credits(&documents::of_kind(tx, order, DocumentKind::Invoice)?, wanted) {
        minor += documents::credit(tx, order, &credit).map_err(|error| refused(error, &payment))?.total.gross.minor;
    }
    let after = payment.tally.refund(minor).ok_or(Error::Refused(if minor == 0 {
        RefundRefusal::Nothing
    } else {
        RefundRefusal::TooMuch(money(&payment, payment.tally.refundable()))
    }))?;
    let kept = if careless::is(Way::Keeps) { payment.tally.kept } else { after.kept };
    tx.run(KEEP, &[&kept, &payment.id.0])?;
    write(tx, &payment, minor, staff, reason)?;
    tx.later(Job::Refund, payment.id.0, tx.now())?;
    tx.emit(Event::Order(order));
    Ok(money(&payment, minor))
}

/// What is credited: things and delivery by their places on the invoice, and a sum beside them.
fn credits(invoice: &Document, wanted: &Wanted) -> Vec<Credit> {
    let count = |(at, line): (usize, &domain::documents::Line)| match line.subject {
        Subject::Delivery(_) => (at, u32::from(wanted.delivery)),
        _ => (at, wanted.lines.get(at).copied().unwrap_or(0)),
    };
    let lines: Vec<(usize, u32)> = invoice.lines.iter().enumerate().map(count).filter(|(_, count)| *count > 0).collect();
    let lines = (!lines.is_empty()).then_some(Credit::Lines(lines));
    let more = (wanted.more > 0).then(|| Credit::Part(Money::new(wanted.more, invoice.total.gross.currency)));
    lines.into_iter().chain(more).collect()
}

fn refused(error: Error<CreditRefusal>, payment: &Payment) -> Error<RefundRefusal> {
    let refusal = match error {
        Error::Fault(fault) => return Error::Fault(fault),
        Error::Refused(CreditRefusal::MoreThanLeft(left)) => RefundRefusal::TooMuch(left),
        Error::Refused(CreditRefusal::OnlyLeft { .. }) => RefundRefusal::TooMany,
        Error::Refused(CreditRefusal::NoInvoice) => RefundRefusal::TooMuch(money(payment, 0)),
        Error::Refused(CreditRefusal::Nothing | CreditRefusal::NoLine(_)) => RefundRefusal::Nothing,
    };
    Error::Refused(refusal)
}

fn money(payment: &Payment, minor: i64) -> Money {
    Money::new(minor, payment.due().currency)
}

fn write(tx: &Tx<'_>, payment: &Payment, minor: i64, staff: &Staff, reason: &str) -> Result<()> {
    const WRITE: &str = "INSERT INTO refunds (at, order_id, payment_id, staff, reason, minor) VALUES ($1, $2, $3, $4, $5, $6)";
    let (order, id) = (payment.order.0, payment.id.0);
    tx.run(WRITE, &[&tx.now().0, &order, &id, &staff.name.as_str(), &reason, &minor]).map(drop)
}
