//! Refunds: written down with who, why and of which lines; a job sends the money.

use domain::documents::{Credit, CreditRefusal, DocumentKind, Subject};
use domain::ids::OrderId;
use domain::money::Money;
use domain::payments::{RefundRefusal, Refunded, Wanted};
use domain::staff::Staff;

use super::{kept_of, of_order};
use crate::database::{Conn, Event, Tx};
use crate::documents;
use crate::error::{Answer, Error, Fault, Result};
use crate::orders;
use crate::outbox::Job;

/// Delivery, where lines are told by their places.
const DELIVERY: i64 = -1;

/// What of an order was refunded before.
pub fn refunded(conn: &Conn, order: OrderId) -> Result<Refunded> {
    const OF: &str = "SELECT l.position, sum(l.quantity) AS count FROM refunds r JOIN refund_lines l ON l.refund_id = r.id
        WHERE r.order_id = $1 GROUP BY l.position ORDER BY l.position";
    let rows = conn.all(OF, &[&order.0], |row| Ok((row.get::<_, i64>("position")?, row.get::<_, u32>("count")?)))?;
    let mut told = Refunded::default();
    for (position, count) in rows {
        match usize::try_from(position) {
            Ok(at) => {
                told.lines.resize(told.lines.len().max(at + 1), 0);
                told.lines[at] = count;
            }
            Err(_) => told.delivery = true,
        }
    }
    Ok(told)
}

/// Refunds what is wanted of an order, to the way it was paid; says how much that is. What is refunded and what is sent back are
/// one row and one job of the same transaction.
pub fn refund(tx: &Tx<'_>, order: OrderId, wanted: &Wanted, staff: &Staff, reason: &str) -> Answer<Money, RefundRefusal> {
    const KEEP: &str = "UPDATE payments SET kept = kept - $1 WHERE id = $2";
    let payment = match kept_of(tx, order)? {
        Some(payment) => payment,
        None => of_order(tx, order)?,
    };
    let bought = orders::by_id(tx, order)?;
    let before = refunded(tx, order)?;
    let sum = wanted.sum(&bought, &before, payment.tally).map_err(Error::Refused)?;
    // What goes back for goods or a price is credited, in the same transaction: the sum is the credit note's, to the cent.
    let note = documents::credit(tx, order, &credit(tx, order, wanted, sum)?).map_err(|error| refused(error, payment.due()))?;
    let sum = note.total.gross;
    if sum.minor > payment.tally.refundable() {
        return Err(Error::Refused(RefundRefusal::TooMuch(Money::new(payment.tally.refundable(), sum.currency))));
    }
    tx.run(KEEP, &[&sum.minor, &payment.id.0])?;
    let id = write(tx, &(order, payment.id.0), sum, staff, reason)?;
    let lines = (0_i64..).zip(&wanted.lines).map(|(at, count)| (at, *count));
    let delivery = (wanted.delivery && !before.delivery).then_some((DELIVERY, 1));
    for (position, count) in lines.chain(delivery).filter(|(_, count)| *count > 0) {
        tx.run("INSERT INTO refund_lines (refund_id, position, quantity) VALUES ($1, $2, $3)", &[&id, &position, &count])?;
    }
    tx.later(Job::Refund, payment.id.0, tx.now())?;
    tx.emit(Event::Order(order));
    Ok(sum)
}

/// What is credited: things and delivery by their places on the invoice, where the delivery follows the things; with a sum beside
/// them all of it is a sum.
fn credit(tx: &Tx<'_>, order: OrderId, wanted: &Wanted, sum: Money) -> Result<Credit> {
    if wanted.more > 0 {
        return Ok(Credit::Part(sum));
    }
    let invoice = documents::of_kind(tx, order, DocumentKind::Invoice)?;
    let things = wanted.lines.iter().copied().enumerate().filter(|(_, count)| *count > 0);
    let is_delivery = |at: &usize| matches!(invoice.lines[*at].subject, Subject::Delivery(_));
    let delivery = (0..invoice.lines.len()).filter(|at| wanted.delivery && is_delivery(at)).map(|at| (at, 1));
    Ok(Credit::Lines(things.chain(delivery).collect()))
}

fn refused(error: Error<CreditRefusal>, due: Money) -> Error<RefundRefusal> {
    match error {
        Error::Fault(fault) => Error::Fault(fault),
        Error::Refused(CreditRefusal::MoreThanLeft(left)) => Error::Refused(RefundRefusal::TooMuch(left)),
        Error::Refused(CreditRefusal::Nothing) => Error::Refused(RefundRefusal::Nothing),
        Error::Refused(CreditRefusal::OnlyLeft { line, .. }) => Error::Refused(RefundRefusal::TooMany(line)),
        Error::Refused(_) => Error::Refused(RefundRefusal::TooMuch(Money::zero(due.currency))),
    }
}

fn write(tx: &Tx<'_>, of: &(OrderId, i64), sum: Money, staff: &Staff, reason: &str) -> Result<i64> {
    const WRITE: &str = "INSERT INTO refunds (at, order_id, payment_id, staff, reason, minor) VALUES ($1, $2, $3, $4, $5, $6)
        RETURNING id";
    let (order, payment) = of;
    let id = tx.one(WRITE, &[&tx.now().0, &order.0, payment, &staff.name.as_str(), &reason, &sum.minor], |row| row.get("id"))?;
    id.ok_or(Fault::Books("a new refund has no id".to_owned()))
}
