//! Parcels and what carriers report of them.
//!
//! Rooms: `packing` (what goes into which parcel), `following` (who is asked about a parcel, and when), `wishes` (what
//! shoppers wish of parcels on their way), `collections` (carriers that are to come for a parcel), `labels` (those that staff choose, and
//! those that are given back).

use domain::Never;
use domain::ids::{EventId, OrderId, ParcelId};
use domain::money::Money;
use domain::orders::{OrderEvent, OrderState, once_paid};
use domain::time::{Day, Timestamp};
use domain::tracking::{Checkpoint, CheckpointKind, Parcel, ParcelState, Piece, Recorded, promises, state_after};
use rusqlite::Row;

use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Result};
use crate::outbox::Job;
use crate::rows::Columns;
use crate::{notifications, offers, orders, payments};

mod collections;
mod following;
mod labels;
mod packing;
mod wishes;

pub use collections::{Wanted, booked, collect, collections, proposed, refused, wanted};
pub use following::{Followed, asked, followed, label_of, labels};
pub use labels::{
    Choice, Void, bought_labels, choice, choices, choose, gone, to_void, void, void_answered, void_before, voids, wait_for_choice,
};
pub(crate) use packing::shares;
pub use packing::{HAND, brought, leave_note, note, packet, plan, split};
pub use wishes::{answer, asked_for, wish, wishes};

/// The label of a parcel, as its carrier made it or somebody wrote it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLabel {
    /// Who tells of it.
    pub carrier: String,
    /// The carrier's number.
    pub number: String,
    /// The carrier's own name for the shipment; empty when the number is all there is.
    pub shipment: String,
    /// Who brings it, where that is somebody else than who tells; empty otherwise.
    pub brand: String,
    /// The carrier's own page; empty when it has none.
    pub page: String,
    /// The carrier's own name for the way it is brought; empty where it has none.
    pub service: String,
    /// What the carrier takes for it, where that is said.
    pub price: Option<Money>,
    /// The day it should come, when that is said.
    pub expected: Option<Day>,
}

impl NewLabel {
    /// A number, and the day it should come.
    pub fn of(carrier: &str, number: &str, expected: Option<Day>) -> Self {
        let empty = String::new;
        Self {
            carrier: carrier.to_owned(),
            number: number.to_owned(),
            shipment: empty(),
            brand: empty(),
            page: empty(),
            service: empty(),
            price: None,
            expected,
        }
    }
}

/// The pieces of an order, each with its parcel and the parcel's way so far.
pub fn of_order(conn: &Conn, order: OrderId) -> Result<Vec<Piece>> {
    const PIECES: &str = "SELECT piece, by_hand, by_choice FROM pieces WHERE order_id = $1 ORDER BY piece";
    const PARCEL: &str = "SELECT id, carrier, brand, number, page, state, made_at, asked_at, promised, expected FROM parcels
        WHERE order_id = $1 AND piece = $2";
    let mut pieces = conn.all(PIECES, &[&order.0], |row| {
        let (by_hand, by_choice) = (row.get("by_hand")?, row.get("by_choice")?);
        Ok(Piece { number: row.get("piece")?, shares: Vec::new(), by_hand, by_choice, parcel: None })
    })?;
    for piece in &mut pieces {
        piece.shares = shares(conn, order, piece.number)?;
        piece.parcel = conn.one(PARCEL, &[&order.0, &piece.number], bare)?.map(|parcel| whole(conn, parcel)).transpose()?;
    }
    Ok(pieces)
}

/// How far each piece of an order has come; none for one without a label.
pub(crate) fn states_of(conn: &Conn, order: OrderId) -> Result<Vec<Option<ParcelState>>> {
    const STATES: &str = "SELECT p.state FROM pieces s LEFT JOIN parcels p ON p.order_id = s.order_id AND p.piece = s.piece
        WHERE s.order_id = $1 ORDER BY s.piece";
    conn.all(STATES, &[&order.0], |row| row.maybe_code("state"))
}

fn bare(row: &Row<'_>) -> rusqlite::Result<(Parcel, Option<Day>)> {
    let parcel = Parcel {
        id: ParcelId(row.get("id")?),
        carrier: row.get("carrier")?,
        brand: row.get("brand")?,
        number: row.get("number")?,
        page: row.get("page")?,
        state: row.code("state")?,
        made_at: row.time("made_at")?,
        asked_at: row.get::<_, Option<i64>>("asked_at")?.map(Timestamp),
        expected: row.maybe_day("expected")?,
        promises: Vec::new(),
        checkpoints: Vec::new(),
    };
    Ok((parcel, row.maybe_day("promised")?))
}

fn whole(conn: &Conn, (mut parcel, first): (Parcel, Option<Day>)) -> Result<Parcel> {
    parcel.checkpoints = checkpoints(conn, parcel.id)?;
    parcel.promises = promises(first, &parcel.checkpoints);
    // What was told late is no promise that holds.
    if let Some(at) = parcel.promises.iter().rposition(|promise| Some(promise.day) == parcel.expected) {
        parcel.promises.truncate(at + 1);
    }
    Ok(parcel)
}

/// What was told of a parcel, by the carrier's clock, the oldest first.
pub(crate) fn checkpoints(conn: &Conn, parcel: ParcelId) -> Result<Vec<Recorded>> {
    const OF: &str = "SELECT id, carrier_event, kind, at, place, offset_minutes, expected, said FROM timeline
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
                said: row.get("said")?,
            },
        })
    })
}

/// A parcel was made for a piece of an order. Made twice, it is the one that was first; made for an order that was cancelled
/// meanwhile, it is stopped.
pub fn made(tx: &Tx<'_>, order: OrderId, piece: u32, label: &NewLabel) -> Answer<(), Never> {
    const PIECE: &str = "INSERT INTO pieces (order_id, piece) VALUES ($1, $2) ON CONFLICT (order_id, piece) DO NOTHING";
    const MADE: &str =
        "INSERT INTO parcels (order_id, piece, carrier, number, shipment, brand, page, service, price_minor, price_currency, state, made_at,
            promised, expected)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'label_created', $11, $12, $12) ON CONFLICT DO NOTHING RETURNING id";
    let NewLabel { carrier, number, shipment, brand, page, service, price, expected } = label;
    let (now, day) = (tx.now(), expected.map(|day| day.0));
    let (minor, currency) = (price.map(|price| price.minor), price.as_ref().map(|price| price.currency.code()));
    tx.run(PIECE, &[&order.0, &piece])?;
    let made = tx.one(
        MADE,
        &[&order.0, &piece, carrier, number, shipment, brand, page, service, &minor, &currency, &now.0, &day],
        |row| row.get("id"),
    )?;
    if let Some(parcel) = made {
        tx.emit(Event::Order(order));
        labels::bought(tx, order, piece)?;
        following::begin(tx, ParcelId(parcel))?;
        wishes::as_ordered(tx, order, piece)?;
        match orders::state(tx, order)? {
            OrderState::Cancelled => tx.later(Job::StopParcel, order.0, now)?,
            _ => notifications::parcel_made(tx, order)?,
        }
    }
    Ok(())
}

/// A parcel as a report finds it.
struct Found {
    parcel: ParcelId,
    order: OrderId,
    /// Whether its label was given back.
    void: bool,
    state: ParcelState,
    latest: Option<Timestamp>,
    expected: Option<Day>,
    /// The last of the days its order should come on.
    promised: Day,
    placed_at: Timestamp,
}

/// The parcel a report is about: the one of its shipment, where the carrier names one; else the newest with that number, since
/// carriers give a number again.
fn find(tx: &Tx<'_>, carrier: &str, number: &str, shipment: &str) -> Result<Option<Found>> {
    const FIND: &str = "SELECT p.id, p.order_id, p.piece IS NULL AS void, p.state, p.expected,
            o.country, o.promised_from, o.promised_to, o.placed_at,
            (SELECT min(at) FROM timeline t WHERE t.order_id = o.id AND t.kind IN ($1, $2)) AS paid_at,
            (SELECT max(at) FROM timeline t WHERE t.parcel_id = p.id AND t.kind <> $3) AS latest
        FROM parcels p JOIN orders o ON o.id = p.order_id
        WHERE p.carrier = $4 AND p.number = $5 AND ($6 = '' OR p.shipment = '' OR p.shipment = $6) ORDER BY p.id DESC LIMIT 1";
    let [taken, sure] = [OrderEvent::PaymentTaken, OrderEvent::PaymentPromised].map(OrderEvent::code);
    tx.one(FIND, &[&taken, &sure, &CheckpointKind::Unknown.code(), &carrier, &number, &shipment], |row| {
        let (placed, paid) = (row.time("placed_at")?, row.get::<_, Option<i64>>("paid_at")?.map(Timestamp));
        let promised = (row.day("promised_from")?, row.day("promised_to")?);
        Ok(Found {
            parcel: ParcelId(row.get("id")?),
            order: OrderId(row.get("order_id")?),
            void: row.get("void")?,
            state: row.code("state")?,
            latest: row.get::<_, Option<i64>>("latest")?.map(Timestamp),
            expected: row.maybe_day("expected")?,
            promised: once_paid(promised, row.country("country")?, (placed, paid.unwrap_or(placed))).1,
            placed_at: placed,
        })
    })
}

/// Takes a carrier's report of a number and, where it has a name, a shipment. Repeated ones change nothing; late ones are written
/// down but move nothing back; what happened a day and more before the order was placed, happened to another parcel with that
/// number. False when the parcel is not known (yet): the carrier is to tell again.
pub fn record(tx: &Tx<'_>, carrier: &str, (number, shipment): (&str, &str), checkpoint: &Checkpoint) -> Answer<bool, Never> {
    const WRITE: &str =
        "INSERT INTO timeline (order_id, parcel_id, at, kind, carrier_event, place, offset_minutes, expected, said)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (parcel_id, carrier_event) DO NOTHING";
    const MOVE: &str = "UPDATE parcels SET state = $1, expected = coalesce($2, expected), asked = 0 WHERE id = $3";
    const DAY_SECONDS: i64 = 86_400;
    let Some(found) = find(tx, carrier, number, shipment)? else { return Ok(false) };
    let Found { parcel, order, void, state, latest, expected: due, promised, placed_at } = found;
    let c = checkpoint;
    // A day alone, said once more, is no news.
    let repeated = c.kind == CheckpointKind::Unknown && c.said.is_empty() && c.expected == due;
    if repeated || c.at < placed_at.plus_seconds(-DAY_SECONDS) {
        return Ok(true);
    }
    let expected = c.expected.map(|day| day.0);
    let written = tx
        .run(WRITE, &[&order.0, &parcel.0, &c.at.0, &c.kind.code(), &c.event, &c.place, &c.offset_minutes, &expected, &c.said])?;
    // A label that was given back is nobody's parcel: whatever becomes of it is written down, and moves nothing.
    if written == 0 || void {
        return Ok(true);
    }
    let stale = latest.is_some_and(|latest| c.at < latest);
    let next = state_after(state, latest, c.kind, c.at);
    tx.run(MOVE, &[&next.code(), &expected.filter(|_| !stale), &parcel.0])?;
    if !stale || next != state {
        notifications::parcel_moved(tx, order, parcel.0, (state, next), due.unwrap_or(promised), c)?;
    }
    if next != state {
        moved(tx, order, next)?;
    }
    tx.emit(Event::Order(order));
    Ok(true)
}

/// A parcel of an order has come so far: whoever asked to cancel it need not be answered any more, money that waits for it is taken, and who brought the shopper is thanked once all of it
/// is there.
fn moved(tx: &Tx<'_>, order: OrderId, next: ParcelState) -> Result<()> {
    let whole = states_of(tx, order)?.iter().all(|parcel| *parcel == Some(ParcelState::Delivered));
    orders::overtaken(tx, order)?;
    payments::parcel_is(tx, order, next, whole)?;
    if whole { offers::thank(tx, order) } else { Ok(()) }
}
