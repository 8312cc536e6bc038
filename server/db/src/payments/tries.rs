//! Attempts to pay an order: the first, another by another way, giving up, and calling off.

use domain::Never;
use domain::ids::{ChangeId, OrderId, PaymentId};
use domain::money::Money;
use domain::orders::{OrderEvent, OrderState};
use domain::payments::{Decline, PaymentState, Tally, Way};

use super::settling::items;
use super::{Payment, by_id, of_order, refunds};
use crate::database::{Event, Tx};
use crate::error::{Answer, Fault, Result};
use crate::orders;
use crate::outbox::Job;
use crate::stock;

/// How long the shop waits before it asks the provider by itself.
const FIRST_LOOK_SECONDS: i64 = 60;

/// Begins an attempt to pay an order, whose goods are held as long as its way takes.
pub(crate) fn begin(tx: &Tx<'_>, order: OrderId, way: Way, provider: &str, due: Money) -> Result<PaymentId> {
    let id = attempt(tx, order, None, (way, provider), due)?;
    tx.later_instead(Job::ExpireOrder, order.0, tx.now().plus_seconds(way.flow().holds_seconds()))?;
    Ok(id)
}

/// Writes an attempt down: to pay an order, or a change of it alone.
pub(super) fn attempt(
    tx: &Tx<'_>,
    order: OrderId,
    change: Option<ChangeId>,
    (way, provider): (Way, &str),
    due: Money,
) -> Result<PaymentId> {
    const BEGIN: &str = "INSERT INTO payments (order_id, change_id, way, provider, state, minor, currency, made_at)
        VALUES ($1, $2, $3, $4, 'pending', $5, $6, $7) RETURNING id";
    let change = change.map(|change| change.0);
    let id =
        tx.one(BEGIN, &[&order.0, &change, &way.code(), &provider, &due.minor, &due.currency.code(), &tx.now().0], |row| {
            Ok(PaymentId(row.get("id")?))
        })?;
    let id = id.ok_or(Fault::Books("a new payment has no id".to_owned()))?;
    tx.later(Job::AskPayment, id.0, tx.now().plus_seconds(FIRST_LOOK_SECONDS))?;
    Ok(id)
}

/// A new attempt to pay an order that waits for its money: by another way, or by the same when the last one brings nothing.
/// What was begun before is let go; should its money come all the same, it counts, or goes back.
pub fn try_again(tx: &Tx<'_>, order: OrderId, way: Way, provider: &str) -> Answer<PaymentId, Never> {
    let last = of_order(tx, order)?;
    let same = last.way == way && last.state() != PaymentState::Failed;
    if same || orders::state(tx, order)? != OrderState::Placed {
        return Ok(last.id);
    }
    give_up(tx, last.id)?;
    Ok(begin(tx, order, way, provider, last.due())?)
}

/// The provider has refused to give the money that it has promised: it is promised still, and whoever looks sees why it is not there.
pub fn refused(tx: &Tx<'_>, id: PaymentId) -> Answer<(), Never> {
    const REFUSED: &str = "UPDATE payments SET decline = $1 WHERE id = $2 AND state = 'promised'";
    tx.run(REFUSED, &[&Decline::Refused.code(), &id.0])?;
    tx.emit(Event::Order(by_id(tx, id)?.order));
    Ok(())
}

/// Gives up waiting for an order's money: its goods are free again. An order that is paid, or given up already, stays as it is.
pub fn expire(tx: &Tx<'_>, order: OrderId) -> Answer<(), Never> {
    if !orders::record(tx, order, OrderEvent::PaymentExpired)? {
        return Ok(());
    }
    for item in items(tx, order)? {
        stock::release(tx, item, order)?;
    }
    Ok(give_up(tx, of_order(tx, order)?.id)?)
}

/// The order is cancelled: no attempt to pay it brings anything any more, what was promised is let go, and what was taken is
/// credited and goes back.
pub(crate) fn call_off(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    const ALL: &str = "SELECT id FROM payments WHERE order_id = $1 ORDER BY id";
    for id in tx.all(ALL, &[&order.0], |row| Ok(PaymentId(row.get("id")?)))? {
        let payment = by_id(tx, id)?;
        if payment.state() == PaymentState::Captured {
            refunds::refund_rest(tx, &payment)?;
        }
        leave(tx, &payment, payment.tally.call_off())?;
    }
    Ok(())
}

/// An attempt has paid an order: nobody waits for the others.
pub(super) fn give_up_others(tx: &Tx<'_>, paid: &Payment) -> Result<()> {
    const OTHERS: &str = "SELECT id FROM payments WHERE order_id = $1 AND id <> $2 AND state = 'pending'
        AND coalesce(change_id, 0) = coalesce($3, 0) ORDER BY id";
    let others =
        tx.all(OTHERS, &[&paid.order.0, &paid.id.0, &paid.change.map(|change| change.0)], |row| Ok(PaymentId(row.get("id")?)))?;
    others.into_iter().try_for_each(|id| give_up(tx, id))
}

/// Nobody waits for this attempt any more.
pub(super) fn give_up(tx: &Tx<'_>, id: PaymentId) -> Result<()> {
    let payment = by_id(tx, id)?;
    leave(tx, &payment, payment.tally.give_up())
}

/// Leaves an attempt as it is `after`. A provider that has not taken the money is told; what it has taken goes back.
fn leave(tx: &Tx<'_>, payment: &Payment, after: Tally) -> Result<()> {
    const LEAVE: &str = "UPDATE payments SET state = $1, kept = $2, settled_at = $3 WHERE id = $4";
    if after == payment.tally {
        return Ok(());
    }
    let id = payment.id.0;
    tx.run(LEAVE, &[&after.state.code(), &after.kept, &tx.now().0, &id])?;
    if payment.state() != PaymentState::Captured {
        tx.later(Job::LetGo, id, tx.now())?;
    }
    if after.owed_back() > 0 {
        tx.later(Job::Refund, id, tx.now())?;
    }
    tx.emit(Event::Order(payment.order));
    Ok(())
}
