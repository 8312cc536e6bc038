//! Labels as staff choose them, and as they are given back. It is written down here; jobs ask the carrier.
//!
//! A label that its carrier takes back is in no piece any more, and its piece waits for staff to choose another: bought by itself, it
//! would be bought as before.

use domain::Never;
use domain::desk::Subject;
use domain::ids::{OrderId, ParcelId};
use domain::money::Money;
use domain::orders::OrderState;
use domain::staff::Staff;
use domain::time::Timestamp;
use domain::tracking::{ChoiceRefusal, ChoiceState, Chosen, ParcelState, VoidReason, VoidRefusal, VoidState};
use rusqlite::Row;

use super::{Followed, HAND, label_of, of_order};
use crate::database::{Conn, Event, Tx};
use crate::desk::{Line, note};
use crate::error::{Answer, Error, Fault, Result};
use crate::orders;
use crate::outbox::Job;
use crate::rows::Columns;

/// A rate that was chosen for a piece, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Which piece.
    pub piece: u32,
    /// What was chosen.
    pub chosen: Chosen,
    /// What became of it.
    pub state: ChoiceState,
    /// Why it is not to be had any more, in the carrier's words.
    pub said: String,
}

/// A label that is given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Void {
    /// Its parcel.
    pub parcel: ParcelId,
    /// The piece it was of.
    pub piece: u32,
    /// Its number.
    pub number: String,
    /// What the carrier took for it, where that is known.
    pub price: Option<Money>,
    /// How far it has come.
    pub state: VoidState,
    /// Why the carrier does not take it back, in its words.
    pub said: String,
    /// When it was asked for.
    pub asked_at: Timestamp,
}

/// Staff choose how the pieces of an order are brought that have no label yet.
pub fn wait_for_choice(tx: &Tx<'_>, order: OrderId) -> Answer<(), Never> {
    const WAIT: &str = "UPDATE pieces SET by_choice = 1 WHERE order_id = $1 AND by_hand = 0
        AND NOT EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = pieces.order_id AND p.piece = pieces.piece)";
    tx.run(WAIT, &[&order.0])?;
    Ok(())
}

/// Has a label of this rate bought for a piece. The same, chosen again while it is being bought, is chosen once.
pub fn choose(tx: &Tx<'_>, order: OrderId, piece: u32, chosen: &Chosen, staff: &Staff) -> Answer<(), ChoiceRefusal> {
    const CHOOSE: &str = "INSERT INTO label_choices (order_id, piece, name, brand, minor, currency, state, staff_id, chosen_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'asked', $7, $8)
        ON CONFLICT (order_id, piece) DO UPDATE SET name = excluded.name, brand = excluded.brand, minor = excluded.minor,
            currency = excluded.currency, state = 'asked', said = '', staff_id = excluded.staff_id, chosen_at = excluded.chosen_at
            WHERE label_choices.state <> 'asked'";
    let pieces = of_order(tx, order)?;
    let open = pieces.iter().find(|known| known.number == piece && known.parcel.is_none() && !known.by_hand);
    if open.is_none() || orders::state(tx, order)? != OrderState::Paid {
        return Err(Error::Refused(ChoiceRefusal::Taken));
    }
    let Chosen { name, brand, price } = chosen;
    let (minor, currency) = (price.minor, price.currency.code());
    if tx.run(CHOOSE, &[&order.0, &piece, name, brand, &minor, &currency, &staff.id.0, &tx.now().0])? == 0 {
        let same = choice(tx, order, piece)?.is_some_and(|known| known == *chosen);
        return if same { Ok(()) } else { Err(Error::Refused(ChoiceRefusal::Again)) };
    }
    tell(tx, order, staff, (&format!("label {piece}"), "", &chosen.plain()))?;
    tx.later(Job::MakeParcel, order.0, tx.now())?;
    tx.emit(Event::Order(order));
    Ok(())
}

/// The rate whose label is to be bought for a piece.
pub fn choice(conn: &Conn, order: OrderId, piece: u32) -> Result<Option<Chosen>> {
    Ok(choices(conn, order)?
        .into_iter()
        .find(|known| known.piece == piece && known.state == ChoiceState::Asked)
        .map(|it| it.chosen))
}

/// What was chosen last for each piece of an order.
pub fn choices(conn: &Conn, order: OrderId) -> Result<Vec<Choice>> {
    const OF: &str =
        "SELECT piece, name, brand, minor, currency, state, said FROM label_choices WHERE order_id = $1 ORDER BY piece";
    conn.all(OF, &[&order.0], |row| {
        let chosen = Chosen { name: row.get("name")?, brand: row.get("brand")?, price: row.money("minor", "currency")? };
        Ok(Choice { piece: row.get("piece")?, chosen, state: row.code("state")?, said: row.get("said")? })
    })
}

/// The carrier does not offer what was chosen any more, and says why.
pub fn gone(tx: &Tx<'_>, order: OrderId, piece: u32, said: &str) -> Answer<(), Never> {
    const GONE: &str =
        "UPDATE label_choices SET state = 'gone', said = $1 WHERE order_id = $2 AND piece = $3 AND state = 'asked'";
    tx.run(GONE, &[&said, &order.0, &piece])?;
    tx.emit(Event::Order(order));
    Ok(())
}

/// A label was made for a piece: what was chosen for it is bought.
pub(super) fn bought(tx: &Tx<'_>, order: OrderId, piece: u32) -> Result<()> {
    const BOUGHT: &str = "UPDATE label_choices SET state = 'bought' WHERE order_id = $1 AND piece = $2 AND state = 'asked'";
    tx.run(BOUGHT, &[&order.0, &piece]).map(drop)
}

/// How many labels of a piece were given back: the next one is another to its carrier.
pub fn void_before(conn: &Conn, order: OrderId, piece: u32) -> Result<u32> {
    const VOID: &str = "SELECT count(*) AS n FROM voids v JOIN parcels p ON p.id = v.parcel_id
        WHERE p.order_id = $1 AND v.piece = $2 AND p.piece IS NULL";
    Ok(conn.one(VOID, &[&order.0, &piece], |row| row.get("n"))?.unwrap_or(0))
}

/// Asks a carrier to take the label of a piece back. Asked again while the carrier is being asked, it is asked once.
pub fn void(tx: &Tx<'_>, order: OrderId, piece: u32, reason: &VoidReason, staff: &Staff) -> Answer<(), VoidRefusal> {
    const ASK: &str =
        "INSERT INTO voids (parcel_id, piece, reason, state, staff_id, asked_at) VALUES ($1, $2, $3, 'asked', $4, $5)
        ON CONFLICT (parcel_id) DO UPDATE SET reason = excluded.reason, state = 'asked', said = '', staff_id = excluded.staff_id,
            asked_at = excluded.asked_at, answered_at = NULL WHERE voids.state = 'refused'";
    let label = label_of(tx, order, piece)?.filter(|label| label.carrier != HAND);
    let Some(label) = label.filter(|_| matches!(orders::state(tx, order), Ok(OrderState::Paid))) else {
        return Err(Error::Refused(VoidRefusal::Nothing));
    };
    if label.state != ParcelState::LabelCreated {
        return Err(Error::Refused(VoidRefusal::Gone));
    }
    if tx.run(ASK, &[&label.id.0, &piece, &reason.as_str(), &staff.id.0, &tx.now().0])? == 0 {
        return Err(Error::Refused(VoidRefusal::Again));
    }
    tell(tx, order, staff, (&format!("label {piece}"), &label.number, "void"))?;
    tx.later(Job::VoidLabel, label.id.0, tx.now())?;
    tx.emit(Event::Order(order));
    Ok(())
}

/// A label whose carrier is to be asked, and how far giving it back has come; none where that has ended.
pub fn to_void(conn: &Conn, parcel: ParcelId) -> Result<Option<(Followed, VoidState, Timestamp)>> {
    const OF: &str = "SELECT p.id, p.order_id, p.carrier, p.number, p.shipment, p.brand, p.state, p.asked, v.state AS void, v.asked_at AS since
        FROM voids v JOIN parcels p ON p.id = v.parcel_id WHERE v.parcel_id = $1 AND v.state IN ('asked', 'requested')";
    conn.one(OF, &[&parcel.0], |row| Ok((super::following::read(row)?, row.code("void")?, row.time("since")?)))
}

/// What a carrier says to giving a label back. One that is void is in no piece any more.
pub fn void_answered(tx: &Tx<'_>, parcel: &Followed, state: VoidState, said: &str) -> Answer<(), Never> {
    const ANSWER: &str =
        "UPDATE voids SET state = $1, said = $2, answered_at = $3 WHERE parcel_id = $4 AND state IN ('asked', 'requested')";
    const LEAVE: &str = "UPDATE parcels SET piece = NULL WHERE id = $1 AND piece IS NOT NULL";
    const WAIT: &str =
        "UPDATE pieces SET by_choice = 1 WHERE order_id = $1 AND piece = (SELECT piece FROM voids WHERE parcel_id = $2)";
    let before = to_void(tx, parcel.id)?.map(|(_, before, _)| before);
    if !before.is_some_and(|before| before.may_become(state)) {
        return Ok(());
    }
    tx.run(ANSWER, &[&state.code(), &said, &tx.now().0, &parcel.id.0])?;
    if matches!(state, VoidState::Requested | VoidState::Done) && tx.run(LEAVE, &[&parcel.id.0])? > 0 {
        tx.run(WAIT, &[&parcel.order.0, &parcel.id.0])?;
    }
    tx.emit(Event::Order(parcel.order));
    Ok(())
}

/// The labels of an order that are, or were to be, given back, the first first.
pub fn voids(conn: &Conn, order: OrderId) -> Result<Vec<Void>> {
    const OF: &str = "SELECT v.parcel_id, v.piece, v.state, v.said, v.asked_at, p.number, p.price_minor, p.price_currency
        FROM voids v JOIN parcels p ON p.id = v.parcel_id WHERE p.order_id = $1 ORDER BY v.asked_at, v.parcel_id";
    conn.all(OF, &[&order.0], |row| {
        Ok(Void {
            parcel: ParcelId(row.get("parcel_id")?),
            piece: row.get("piece")?,
            number: row.get("number")?,
            price: price(row)?,
            state: row.code("state")?,
            said: row.get("said")?,
            asked_at: row.time("asked_at")?,
        })
    })
}

/// What the labels of an order's pieces are, by piece: the carrier's name for the way, empty where it has none, and what it took.
pub fn bought_labels(conn: &Conn, order: OrderId) -> Result<Vec<(u32, String, Option<Money>)>> {
    const OF: &str = "SELECT piece, service, price_minor, price_currency FROM parcels
        WHERE order_id = $1 AND piece IS NOT NULL ORDER BY piece";
    conn.all(OF, &[&order.0], |row| Ok((row.get("piece")?, row.get("service")?, price(row)?)))
}

/// What a label cost the merchant, where that is known.
fn price(row: &Row<'_>) -> rusqlite::Result<Option<Money>> {
    let priced = row.get::<_, Option<i64>>("price_minor")?.is_some();
    priced.then(|| row.money("price_minor", "price_currency")).transpose()
}

fn tell(tx: &Tx<'_>, order: OrderId, staff: &Staff, (part, was, now): (&str, &str, &str)) -> Result<()> {
    const NUMBER: &str = "SELECT number FROM orders WHERE id = $1";
    let number: String = tx.one(NUMBER, &[&order.0], |row| row.get("number"))?.ok_or(Fault::NotFound("order"))?;
    let line = Line { subject: Subject::Order, id: order.0, name: &number, part, was, now };
    note(tx, staff.name.as_str(), line)
}
