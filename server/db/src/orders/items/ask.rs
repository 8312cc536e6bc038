//! `change_items`: a change is asked for, once, by who has seen what it costs. What costs nothing more is made at once; what costs
//! more waits until the difference is paid, with its things held, and not longer than its way to pay takes.

use domain::Never;
use domain::ids::{ChangeId, OrderId, PaymentId};
use domain::orders::{ChangeEvent, ItemsRefusal, Order, WantedChange};
use domain::payments::{Asked, Way, offered};
use domain::time::Timestamp;

use super::make::{self, step};
use super::{Plan, may, place, plan, seen, way};
use crate::checkout::Moment;
use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::orders::{by_id, packing};
use crate::outbox::Job;
use crate::payments::{self, Payment, Takers};
use crate::rows::Columns;
use crate::stock::{self, Item};

/// A change, as its shopper agreed to it.
#[derive(Clone, Debug)]
pub struct ItemsAsked {
    /// What the order is to become.
    pub wanted: WantedChange,
    /// The latest change the page knew of.
    pub seen: ChangeId,
    /// The difference it said, in minor units; below zero, what goes back.
    pub difference: i64,
    /// Who takes the money of each way.
    pub takers: Takers,
    /// How far the shop's clock is ahead of UTC now, in minutes.
    pub shop_offset_minutes: i16,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemsAnswer {
    /// It is made.
    Made,
    /// It is to be paid: by this payment.
    Pay(PaymentId),
}

/// Changes what was ordered, or how it is sent. A change that was asked for meanwhile, by another tab or the same button, makes this one stale.
pub fn change_items(tx: &Tx<'_>, id: OrderId, asked: &ItemsAsked) -> Answer<ItemsAnswer, ItemsRefusal> {
    let order = by_id(tx, id)?;
    may(tx, &order)?.map_err(Error::Refused)?;
    if seen(tx, id)? != asked.seen || waits(tx, id)?.is_some() {
        return Err(Error::Refused(ItemsRefusal::Stale));
    }
    let moment = Moment { now: tx.now(), shop_offset_minutes: asked.shop_offset_minutes };
    let plan = plan(tx, &order, &asked.wanted, moment)?.map_err(Error::Refused)?;
    let due = plan.change(&order).difference();
    if due.minor != asked.difference {
        return Err(Error::Refused(ItemsRefusal::Price));
    }
    if due.minor <= 0 {
        let change = write(tx, &order, &plan, tx.now())?;
        make::made(tx, change)?;
        return Ok(ItemsAnswer::Made);
    }
    // Packing waits for a change that was asked for before it was due, and for no other.
    if packing::times(tx, id)?.from.is_some_and(|from| from <= tx.now()) {
        return Err(Error::Refused(ItemsRefusal::Packing));
    }
    let last = payments::of_order(tx, id)?;
    let asks = Asked { country: order.address.country, sum: due, to_the_door: false };
    let fits = |way: &Way| !way.flow().waits() && asked.takers.of(*way).is_some();
    let way = offered(&asks, Some(last.way)).into_iter().find(fits).ok_or(Error::Refused(ItemsRefusal::NoWay))?;
    let provider = asked.takers.of(way).ok_or(Error::Refused(ItemsRefusal::NoWay))?;
    let until = tx.now().plus_seconds(way.flow().holds_seconds());
    let change = write(tx, &order, &plan, until)?;
    let payment = payments::begin_for_change(tx, id, change, (way, provider), due)?;
    tx.later(Job::ExpireChange, change.0, until)?;
    tx.emit(Event::Order(id));
    Ok(ItemsAnswer::Pay(payment))
}

/// Writes a change down, and holds what it adds.
fn write(tx: &Tx<'_>, order: &Order, plan: &Plan, until: Timestamp) -> Answer<ChangeId, ItemsRefusal> {
    const WRITE: &str = "INSERT INTO order_changes (order_id, state, asked_at, until, was_minor, total_minor, off_minor)
        VALUES ($1, 'asked', $2, $3, $4, $5, $6) RETURNING id";
    let change = plan.change(order);
    let off: i64 = plan.taken.iter().map(|taken| taken.off).sum();
    let sums = (change.was.minor, change.total.minor);
    let id = tx.one(WRITE, &[&order.id.0, &tx.now().0, &until.0, &sums.0, &sums.1, &off], |row| Ok(ChangeId(row.get("id")?)))?;
    let id = id.ok_or_else(|| Fault::Books("a new change has no id".to_owned()))?;
    make::keep(tx, id, plan)?;
    if let Some(sent) = &plan.way {
        way::keep(tx, id, sent)?;
    }
    if let Some(there) = &plan.place {
        place::keep(tx, id, there)?;
    }
    for (sold, line, count) in &plan.added {
        if !stock::hold(tx, Item { variant: sold.variant, count: *count }, order.id)? {
            return Err(Error::Refused(ItemsRefusal::OnlyLeft { line: *line, left: 0 }));
        }
    }
    Ok(id)
}

/// The change of an order that waits to be paid, and until when.
fn waits(conn: &Conn, order: OrderId) -> Result<Option<(ChangeId, Timestamp)>> {
    const WAITS: &str = "SELECT id, until FROM order_changes WHERE order_id = $1 AND state = 'asked'";
    conn.one(WAITS, &[&order.0], |row| Ok((ChangeId(row.get("id")?), row.time("until")?)))
}

/// Until when packing waits for a change that is being paid.
pub(in crate::orders) fn packing_waits(conn: &Conn, order: OrderId, now: Timestamp) -> Result<Option<Timestamp>> {
    Ok(waits(conn, order)?.map(|(_, until)| until).filter(|until| *until > now))
}

/// The shopper leaves the order as it was, or the time to pay a change is over. Said again, it is the same.
pub fn keep_items(tx: &Tx<'_>, order: OrderId) -> Answer<(), Never> {
    Ok(end_waiting(tx, order)?)
}

/// Puts an end to the change of an order that waits: what it held is free, nobody waits for its money, and what packing waited for
/// is over.
pub(in crate::orders) fn end_waiting(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    let Some((id, _)) = waits(tx, order)? else { return Ok(()) };
    if !step(tx, id, ChangeEvent::LetGo)? {
        return Ok(());
    }
    for added in make::load(tx, id)?.lines.iter().filter(|line| !line.taken) {
        if !stock::release(tx, Item { variant: added.variant, count: added.quantity }, order)? {
            return Err(Fault::Books(format!("change {id} does not hold what it added")));
        }
    }
    payments::give_up_change(tx, id)?;
    packing::goes_on(tx, order)?;
    tx.emit(Event::Order(order));
    Ok(())
}

/// Gives up waiting for the money of a change.
pub fn expire_change(tx: &Tx<'_>, id: ChangeId) -> Answer<(), Never> {
    const OF: &str = "SELECT order_id FROM order_changes WHERE id = $1 AND state = 'asked'";
    match tx.one(OF, &[&id.0], |row| Ok(OrderId(row.get("order_id")?)))? {
        Some(order) => Ok(end_waiting(tx, order)?),
        None => Ok(()),
    }
}

/// The latest attempt to pay a change that waits; none once it waits no more.
pub fn payment_of_change(conn: &Conn, id: ChangeId) -> Result<Option<Payment>> {
    const OF: &str = "SELECT max(p.id) AS id FROM payments p JOIN order_changes c ON c.id = p.change_id
        WHERE c.id = $1 AND c.state = 'asked' HAVING max(p.id) IS NOT NULL";
    let found = conn.one(OF, &[&id.0], |row| Ok(PaymentId(row.get("id")?)))?;
    found.map(|id| payments::by_id(conn, id)).transpose()
}
