//! Parcels and what carriers report of them.

use domain::Never;
use domain::ids::{EventId, OrderId, ParcelId};
use domain::orders::OrderState;
use domain::time::{Day, Timestamp};
use domain::tracking::{Checkpoint, Parcel, ParcelState, Recorded, state_after};
use rusqlite::Row;

use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Result};
use crate::outbox::Job;
use crate::rows::Columns;
use crate::{notifications, offers, orders, payments};

/// The parcel of an order, with its way so far.
pub fn of_order(conn: &Conn, order: OrderId) -> Result<Option<Parcel>> {
    const OF: &str = "SELECT id, carrier, number, state, expected FROM parcels WHERE order_id = $1";
    let Some(mut parcel) = conn.one(OF, &[&order.0], bare)? else { return Ok(None) };
    parcel.checkpoints = checkpoints(conn, parcel.id)?;
    let told = parcel.checkpoints.iter().filter_map(|recorded| recorded.checkpoint.expected);
    let mut days: Vec<Day> = told.collect();
    days.dedup();
    parcel.expected_before = days.into_iter().filter(|&day| Some(day) != parcel.expected).collect();
    Ok(Some(parcel))
}

/// How far the parcel of an order has come; none while there is no parcel.
pub(crate) fn state_of(conn: &Conn, order: OrderId) -> Result<Option<ParcelState>> {
    conn.one("SELECT state FROM parcels WHERE order_id = $1", &[&order.0], |row| row.code("state"))
}

fn bare(row: &Row<'_>) -> rusqlite::Result<Parcel> {
    Ok(Parcel {
        id: ParcelId(row.get("id")?),
        carrier: row.get("carrier")?,
        number: row.get("number")?,
        state: row.code("state")?,
        expected: row.maybe_day("expected")?,
        expected_before: Vec::new(),
        checkpoints: Vec::new(),
    })
}

fn checkpoints(conn: &Conn, parcel: ParcelId) -> Result<Vec<Recorded>> {
    const OF: &str = "SELECT id, carrier_event, kind, at, place, offset_minutes, expected FROM timeline
        WHERE parcel_id = $1 ORDER BY at, id";
    conn.all(OF, &[&parcel.0], |row| {
        Ok(Recorded {
            id: EventId(row.get("id")?),
            checkpoint: Checkpoint {
                event: row.get("carrier_event")?,
                kind: row.code("kind")?,
                at: row.time("at")?,
                place: row.get("place")?,
                offset_minutes: row.get("offset_minutes")?,
                expected: row.maybe_day("expected")?,
            },
        })
    })
}

/// A parcel was made for an order. Made twice, it is the one that was first; made for an order that was cancelled meanwhile, it
/// is stopped.
pub fn made(tx: &Tx<'_>, order: OrderId, carrier: &str, number: &str, expected: Day) -> Answer<(), Never> {
    const MADE: &str = "INSERT INTO parcels (order_id, carrier, number, state, made_at, expected)
        VALUES ($1, $2, $3, 'label_created', $4, $5) ON CONFLICT (order_id) DO NOTHING";
    if tx.run(MADE, &[&order.0, &carrier, &number, &tx.now().0, &expected.0])? == 1 {
        tx.emit(Event::Order(order));
        if orders::state(tx, order)? == OrderState::Cancelled {
            tx.later(Job::StopParcel, order.0, tx.now())?;
        }
    }
    Ok(())
}

/// Takes a carrier's report. Repeated ones change nothing; late ones are written down but move nothing back.
/// False when the parcel is not known (yet): the carrier is to tell again.
pub fn record(tx: &Tx<'_>, carrier: &str, number: &str, checkpoint: &Checkpoint) -> Answer<bool, Never> {
    const FIND: &str = "SELECT p.id, p.order_id, p.state, p.expected,
            (SELECT max(at) FROM timeline t WHERE t.parcel_id = p.id) AS latest
        FROM parcels p WHERE p.carrier = $1 AND p.number = $2";
    const WRITE: &str = "INSERT INTO timeline (order_id, parcel_id, at, kind, carrier_event, place, offset_minutes, expected)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (parcel_id, carrier_event) DO NOTHING";
    const MOVE: &str = "UPDATE parcels SET state = $1, expected = coalesce($2, expected) WHERE id = $3";
    let found = tx.one(FIND, &[&carrier, &number], |row| {
        let latest: Option<i64> = row.get("latest")?;
        Ok((
            ParcelId(row.get("id")?),
            OrderId(row.get("order_id")?),
            row.code::<ParcelState>("state")?,
            latest.map(Timestamp),
            row.maybe_day("expected")?,
        ))
    })?;
    let Some((parcel, order, state, latest, due)) = found else { return Ok(false) };
    let c = checkpoint;
    let expected = c.expected.map(|day| day.0);
    let written =
        tx.run(WRITE, &[&order.0, &parcel.0, &c.at.0, &c.kind.code(), &c.event, &c.place, &c.offset_minutes, &expected])?;
    if written == 0 {
        return Ok(true);
    }
    let stale = latest.is_some_and(|latest| c.at < latest);
    let next = state_after(state, latest, c.kind, c.at);
    tx.run(MOVE, &[&next.code(), &expected.filter(|_| !stale), &parcel.0])?;
    if !stale || next != state {
        notifications::parcel_moved(tx, order, parcel.0, (state, next), due, c)?;
    }
    if next != state {
        payments::parcel_is(tx, order, next)?;
        if next == ParcelState::Delivered {
            offers::thank(tx, order)?;
        }
    }
    tx.emit(Event::Order(order));
    Ok(true)
}
