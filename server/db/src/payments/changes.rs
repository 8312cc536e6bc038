//! The money of changes of an order: a difference that is paid, and one that goes back.

use domain::Never;
use domain::ids::{ChangeId, OrderId, PaymentId};
use domain::money::Money;
use domain::orders::{ChangeState, OrderState};
use domain::payments::{PaymentState, Way};

use super::refunds::{BY_ITSELF, write};
use super::tries::{attempt, give_up, try_again};
use super::{Payment, by_id, of_order};
use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Fault, Result};
use crate::gift_cards;
use crate::orders;
use crate::outbox::Job;
use crate::rows::Columns;

/// The payments an order has the money of, or is promised it: those of its changes first, the latest before the others.
pub(crate) fn kept_of(conn: &Conn, order: OrderId) -> Result<Vec<Payment>> {
    const KEPT: &str = "SELECT id FROM payments WHERE order_id = $1 AND state IN ('promised', 'captured')
        ORDER BY coalesce(change_id, 0) DESC";
    let ids = conn.all(KEPT, &[&order.0], |row| Ok(PaymentId(row.get("id")?)))?;
    ids.into_iter().map(|id| by_id(conn, id)).collect()
}

/// What an order's page tells of its money: the payments it has the money of or is promised it, the first first; the latest attempt
/// where there is none.
pub fn standing(conn: &Conn, order: OrderId) -> Result<Vec<Payment>> {
    let mut kept = kept_of(conn, order)?;
    kept.reverse();
    Ok(if kept.is_empty() { vec![of_order(conn, order)?] } else { kept })
}

/// Begins an attempt to pay the difference of a change.
pub(crate) fn begin_for_change(
    tx: &Tx<'_>,
    order: OrderId,
    change: ChangeId,
    taker: (Way, &str),
    due: Money,
) -> Result<PaymentId> {
    attempt(tx, order, Some(change), taker, due)
}

/// A new attempt to pay a change that waits: by another way, or by the same when the last one brings nothing. It is held no longer
/// for that.
pub fn try_change_again(tx: &Tx<'_>, change: ChangeId, way: Way, provider: &str) -> Answer<Option<PaymentId>, Never> {
    let Some(last) = orders::payment_of_change(tx, change)? else { return Ok(None) };
    if last.way == way && last.state() != PaymentState::Failed {
        return Ok(Some(last.id));
    }
    give_up(tx, last.id)?;
    Ok(Some(attempt(tx, last.order, Some(change), (way, provider), last.due())?))
}

/// A new attempt like one that came to nothing, where what it pays waits yet: else the same one.
pub fn try_same_again(tx: &Tx<'_>, last: &Payment) -> Answer<PaymentId, Never> {
    match last.change {
        None => try_again(tx, last.order, last.way, &last.provider),
        Some(change) => Ok(try_change_again(tx, change, last.way, &last.provider)?.unwrap_or(last.id)),
    }
}

/// How what a payment pays stands: an order, or a change of one as an order would.
pub fn waits(conn: &Conn, payment: &Payment) -> Result<OrderState> {
    const OF: &str = "SELECT state FROM order_changes WHERE id = $1";
    let Some(change) = payment.change else { return orders::state(conn, payment.order) };
    let state = conn.one(OF, &[&change.0], |row| row.code("state"))?.ok_or(Fault::NotFound("change"))?;
    Ok(match state {
        ChangeState::Asked => OrderState::Placed,
        ChangeState::Made => OrderState::Paid,
        ChangeState::Over => OrderState::Cancelled,
    })
}

/// Nobody waits for the money of a change any more.
pub(crate) fn give_up_change(tx: &Tx<'_>, change: ChangeId) -> Result<()> {
    const OF: &str = "SELECT id FROM payments WHERE change_id = $1 AND state = 'pending' ORDER BY id";
    let open = tx.all(OF, &[&change.0], |row| Ok(PaymentId(row.get("id")?)))?;
    open.into_iter().try_for_each(|id| give_up(tx, id))
}

/// An order costs so much less, in minor units: what is promised for that is not taken, and what was taken goes back the way it
/// came, the latest first; what is left then, to the gift cards that paid. Says how much that is.
pub(crate) fn lessen(tx: &Tx<'_>, order: OrderId, minor: i64) -> Result<i64> {
    const LESS: &str = "UPDATE payments SET less = $1, kept = $2 WHERE id = $3";
    let mut left = minor;
    for payment in kept_of(tx, order)? {
        let tally = payment.tally;
        let there = if tally.state == PaymentState::Captured { tally.kept } else { tally.wanted().minor };
        let part = left.min(there);
        let Some(after) = tally.lessen(part) else { continue };
        tx.run(LESS, &[&after.less, &after.kept, &payment.id.0])?;
        left -= part;
        if tally.state == PaymentState::Captured {
            tx.later(Job::Refund, payment.id.0, tx.now())?;
            write(tx, &payment, (part, 0), BY_ITSELF, "changed")?;
        } else if after.wanted().is_zero() {
            // Nothing is left to be taken: it is let go, and counts as if it were.
            tx.later(Job::TakePayment, payment.id.0, tx.now())?;
        }
    }
    if gift_cards::give_back(tx, order, left)? != left {
        return Err(Fault::Books(format!("order {order} has not the money that a change gives back")));
    }
    tx.emit(Event::Order(order));
    Ok(left)
}
