//! The pause before an order is packed, and the moment from which it is.
//!
//! From when on an order may be packed is promised to its shopper once it is paid, and kept with it: a merchant who sets another
//! pause sets it for the orders after. A carrier is asked for a label while no transaction is open, so whoever packs says so first,
//! and takes the order as it is then: of a change and the packing, whichever is written first wins.

use domain::Never;
use domain::ids::OrderId;
use domain::orders::{Order, OrderState};
use domain::time::Timestamp;

use super::items::packing_waits;
use super::{by_id, items, state};
use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Fault, Result};
use crate::outbox::Job;
use crate::tracking;

/// What whoever would pack an order finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bench {
    /// There is nothing to pack.
    Empty,
    /// Its shopper can still change it, until then.
    Waits(Timestamp),
    /// This is packed, and stays as it is.
    Packs(Box<Order>),
}

/// From when on an order may be packed, and when that began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    pub(super) from: Option<Timestamp>,
    pub(super) began: Option<Timestamp>,
}

pub(super) fn times(conn: &Conn, id: OrderId) -> Result<Times> {
    const TIMES: &str = "SELECT packing_from, packing_at FROM orders WHERE id = $1";
    let times = conn.one(TIMES, &[&id.0], |row| {
        let (from, began): (Option<i64>, Option<i64>) = (row.get("packing_from")?, row.get("packing_at")?);
        Ok(Times { from: from.map(Timestamp), began: began.map(Timestamp) })
    })?;
    times.ok_or(Fault::NotFound("order"))
}

/// Whether somebody has begun to pack any of it.
pub(super) fn began(conn: &Conn, id: OrderId) -> Result<bool> {
    Ok(times(conn, id)?.began.is_some() || !tracking::states_of(conn, id)?.is_empty())
}

/// An order that was paid just now is packed after the pause.
pub(crate) fn pack_later(tx: &Tx<'_>, id: OrderId) -> Result<()> {
    const FROM: &str = "UPDATE orders SET packing_from = $1 WHERE id = $2";
    let from = tx.now().plus_seconds(tx.packing_after());
    tx.run(FROM, &[&from.0, &id.0])?;
    tx.later(Job::MakeParcel, id.0, from)
}

/// What packing waited for is over: it goes on as soon as it may.
pub(super) fn goes_on(tx: &Tx<'_>, id: OrderId) -> Result<()> {
    const WAITING: &str = "SELECT 1 AS one FROM outbox WHERE kind = $1 AND subject = $2 AND state = 'waiting'";
    let waits = tx.one(WAITING, &[&Job::MakeParcel.code(), &id.0], |_| Ok(()))?.is_some();
    let from = times(tx, id)?.from.map_or(tx.now(), |from| from.max(tx.now()));
    if waits { tx.later(Job::MakeParcel, id.0, from) } else { Ok(()) }
}

/// Somebody packs a paid order, as it is now: from here on it stays so. Said again, it is the same.
pub fn begin_packing(tx: &Tx<'_>, id: OrderId) -> Answer<Bench, Never> {
    if state(tx, id)? != OrderState::Paid {
        return Ok(Bench::Empty);
    }
    let times = times(tx, id)?;
    if let (None, Some(from)) = (times.began, times.from.filter(|from| *from > tx.now())) {
        return Ok(Bench::Waits(from));
    }
    // Whoever pays for a change of it is waited for, until their time is over.
    if let Some(until) = packing_waits(tx, id, tx.now())?.filter(|_| times.began.is_none()) {
        return Ok(Bench::Waits(until));
    }
    items::end_waiting(tx, id)?;
    begin(tx, id)?;
    Ok(Bench::Packs(Box::new(by_id(tx, id)?)))
}

/// Staff take an order to the bench before its pause is over. Nothing becomes of it where there is nothing to pack, or while its
/// shopper pays for a change of it.
pub fn pack_now(tx: &Tx<'_>, id: OrderId) -> Answer<(), Never> {
    const PARCELS: &str = "SELECT 1 AS one FROM order_lines WHERE order_id = $1 AND gift_card = 0 LIMIT 1";
    let goes = tx.one(PARCELS, &[&id.0], |_| Ok(()))?.is_some();
    if packing_waits(tx, id, tx.now())?.is_some() || !goes || state(tx, id)? != OrderState::Paid || times(tx, id)?.began.is_some()
    {
        return Ok(());
    }
    items::end_waiting(tx, id)?;
    begin(tx, id)?;
    tx.emit(Event::Order(id));
    Ok(tx.later(Job::MakeParcel, id.0, tx.now())?)
}

fn begin(tx: &Tx<'_>, id: OrderId) -> Result<()> {
    const BEGIN: &str = "UPDATE orders SET packing_at = coalesce(packing_at, $1) WHERE id = $2";
    tx.run(BEGIN, &[&tx.now().0, &id.0])?;
    Ok(())
}
