//! Who is asked about a parcel, and when: webhooks bring the news, asking finds what they have lost.

use domain::contact::Country;
use domain::delivery::Service;
use domain::ids::{OrderId, ParcelId};
use domain::orders::OrderState;
use domain::time::Timestamp;
use domain::tracking::{ParcelState, late_since, next_look, silent_since};
use rusqlite::Row;

use super::of_order;
use crate::database::{Conn, Event, Tx};
use crate::error::Result;
use crate::notifications;
use crate::outbox::Job;
use crate::rows::Columns;

/// A parcel that is followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// Which.
    pub id: ParcelId,
    /// Whose.
    pub order: OrderId,
    /// Who is asked.
    pub carrier: String,
    /// The carrier's number.
    pub number: String,
    /// The carrier's own name for the shipment; empty when the number is all there is.
    pub shipment: String,
    /// Who brings it, where that is somebody else than who tells.
    pub brand: String,
    /// How far it has come.
    pub state: ParcelState,
    /// How often it was asked for since it last moved.
    pub asked: u32,
}

/// A parcel whose order stands; none when there is nothing to follow.
pub fn followed(conn: &Conn, id: ParcelId) -> Result<Option<Followed>> {
    const OF: &str = "SELECT p.id, p.order_id, p.carrier, p.number, p.shipment, p.brand, p.state, p.asked FROM parcels p
        JOIN orders o ON o.id = p.order_id WHERE p.id = $1 AND p.piece IS NOT NULL AND o.state = $2";
    conn.one(OF, &[&id.0, &OrderState::Paid.code()], read)
}

/// The labels of an order, whether or not it stands.
pub fn labels(conn: &Conn, order: OrderId) -> Result<Vec<Followed>> {
    const OF: &str = "SELECT id, order_id, carrier, number, shipment, brand, state, asked FROM parcels
            WHERE order_id = $1 AND piece IS NOT NULL ORDER BY piece";
    conn.all(OF, &[&order.0], read)
}

/// The label of a piece of an order, whether or not it stands.
pub fn label_of(conn: &Conn, order: OrderId, piece: u32) -> Result<Option<Followed>> {
    const OF: &str = "SELECT id, order_id, carrier, number, shipment, brand, state, asked FROM parcels
        WHERE order_id = $1 AND piece = $2";
    conn.one(OF, &[&order.0, &piece], read)
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Followed> {
    Ok(Followed {
        id: ParcelId(row.get("id")?),
        order: OrderId(row.get("order_id")?),
        carrier: row.get("carrier")?,
        number: row.get("number")?,
        shipment: row.get("shipment")?,
        brand: row.get("brand")?,
        state: row.code("state")?,
        asked: row.get("asked")?,
    })
}

/// A parcel is looked after from now on.
pub(super) fn begin(tx: &Tx<'_>, id: ParcelId) -> Result<()> {
    let first = next_look(ParcelState::LabelCreated, 0, tx.now());
    first.map_or(Ok(()), |at| tx.later(Job::AskParcel, id.0, at))
}

/// The carrier of a parcel was asked. Where it has been silent for longer than its way takes, the order's page says so from now
/// on. When it is to be asked again; none when there is nothing more to hear.
pub fn asked(tx: &Tx<'_>, id: ParcelId) -> Result<Option<Timestamp>> {
    const ASKED: &str = "UPDATE parcels SET asked = asked + 1 WHERE id = $1";
    const SILENT: &str = "UPDATE parcels SET asked_at = $1 WHERE id = $2";
    let Some(followed) = followed(tx, id)? else { return Ok(None) };
    tx.run(ASKED, &[&id.0])?;
    tell_late(tx, &followed)?;
    if is_silent(tx, &followed)? {
        tx.run(SILENT, &[&tx.now().0, &id.0])?;
        tx.emit(Event::Order(followed.order));
    }
    Ok(next_look(followed.state, followed.asked + 1, tx.now()))
}

/// Once for each parcel, its shopper is told that its day is over and no other was said.
fn tell_late(tx: &Tx<'_>, followed: &Followed) -> Result<()> {
    const DAY: &str = "SELECT coalesce(p.expected, o.promised_to) AS day FROM parcels p JOIN orders o ON o.id = p.order_id
        WHERE p.id = $1";
    let day = tx.one(DAY, &[&followed.id.0], |row| row.day("day"))?;
    match day.and_then(|day| late_since(followed.state, day, tx.now())) {
        Some(day) => notifications::parcel_is_late(tx, followed.order, followed.id, day),
        None => Ok(()),
    }
}

fn is_silent(conn: &Tx<'_>, followed: &Followed) -> Result<bool> {
    const WAY: &str = "SELECT service, country FROM orders WHERE id = $1";
    let way = conn.one(WAY, &[&followed.order.0], |row| Ok((row.code::<Service>("service")?, row.country("country")?)))?;
    let pieces = of_order(conn, followed.order)?;
    let parcel = pieces.into_iter().filter_map(|piece| piece.parcel).find(|parcel| parcel.id == followed.id);
    let silent = |(service, to): (Service, Country)| Some(silent_since(&parcel?, service, to, conn.now()).is_some());
    Ok(way.and_then(silent).unwrap_or(false))
}
