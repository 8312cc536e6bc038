//! What shoppers wish of parcels on their way. The wish is written down here; a job asks the carrier.

use domain::Never;
use domain::delivery::Service;
use domain::ids::{OrderId, ParcelId};
use domain::orders::OrderState;
use domain::tracking::{Instructions, ParcelState, Wish, WishKind, WishRefusal, WishState, Wished, may_wish};
use rusqlite::Row;

use super::{Followed, followed};
use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::orders;
use crate::outbox::Job;
use crate::rows::{Columns, written};

/// Wishes something of a piece's parcel. The same, wished again while it is asked for or after it was granted, is wished once.
pub fn wish(tx: &Tx<'_>, order: OrderId, piece: u32, wish: &Wish) -> Answer<(), WishRefusal> {
    const PARCEL: &str = "SELECT id, state FROM parcels WHERE order_id = $1 AND piece = $2";
    const LAST: &str = "SELECT wish, state FROM wishes WHERE parcel_id = $1 AND kind = $2 ORDER BY id DESC LIMIT 1";
    const WISH: &str =
        "INSERT INTO wishes (parcel_id, kind, wish, state, asked_at) VALUES ($1, $2, $3, 'asked', $4) RETURNING id";
    let parcel = tx.one(PARCEL, &[&order.0, &piece], |row| Ok((row.get::<_, i64>("id")?, row.code::<ParcelState>("state")?)))?;
    if orders::state(tx, order)? != OrderState::Paid {
        return Err(Error::Refused(WishRefusal::Over));
    }
    may_wish(parcel.map(|(_, state)| state)).map_err(Error::Refused)?;
    let Some((parcel, _)) = parcel else { return Err(Error::Refused(WishRefusal::Early)) };
    let (kind, text) = (wish.kind().code(), written(wish)?);
    let last = tx.one(LAST, &[&parcel, &kind], |row| Ok((row.get::<_, String>("wish")?, row.code::<WishState>("state")?)))?;
    if last.is_some_and(|(said, state)| said == text && matches!(state, WishState::Asked | WishState::Granted)) {
        return Ok(());
    }
    let id = tx.one(WISH, &[&parcel, &kind, &text, &tx.now().0], |row| row.get("id"))?;
    tx.later(Job::AskWish, id.ok_or(Fault::Books("a new wish has no id".to_owned()))?, tx.now())?;
    tx.emit(Event::Order(order));
    Ok(())
}

/// A parcel that was just made is brought as was said when it was ordered, unless it goes to a pickup point by now.
pub(super) fn as_ordered(tx: &Tx<'_>, order: OrderId, piece: u32) -> Result<()> {
    const SAID: &str = "SELECT i.words FROM order_instructions i JOIN orders o ON o.id = i.order_id
        WHERE i.order_id = $1 AND o.service <> $2";
    let said = tx.one(SAID, &[&order.0, &Service::Pickup.code()], |row| row.get::<_, String>("words"))?;
    let Some(words) = said.and_then(|said| Instructions::parse(&said).ok()) else { return Ok(()) };
    match wish(tx, order, piece, &Wish::Instruct(words)) {
        // Of an order that was cancelled meanwhile nothing is wished.
        Ok(()) | Err(Error::Refused(_)) => Ok(()),
        Err(Error::Fault(fault)) => Err(fault),
    }
}

/// A wish whose carrier is to be asked, and the parcel it is of; none where it was answered, or the order does not stand.
pub fn asked_for(conn: &Conn, id: i64) -> Result<Option<(Followed, Wish)>> {
    const ASKED: &str = "SELECT parcel_id, wish, state FROM wishes WHERE id = $1 AND state = 'asked'";
    let Some((parcel, wished)) = conn.one(ASKED, &[&id], |row| Ok((ParcelId(row.get("parcel_id")?), read(row)?)))? else {
        return Ok(None);
    };
    Ok(followed(conn, parcel)?.zip(wished).map(|(parcel, wished)| (parcel, wished.wish)))
}

/// What a carrier has answered; a day that was granted is the day it should come.
pub fn answer(tx: &Tx<'_>, id: i64, (parcel, wish): (&Followed, &Wish), state: WishState) -> Answer<(), Never> {
    const ANSWER: &str = "UPDATE wishes SET state = $1, answered_at = $2 WHERE id = $3 AND state = 'asked'";
    const COMES: &str = "UPDATE parcels SET expected = $1 WHERE id = $2";
    let answered = tx.run(ANSWER, &[&state.code(), &tx.now().0, &id])? > 0;
    if let (Wish::Reschedule(day), WishState::Granted, true) = (wish, state, answered) {
        tx.run(COMES, &[&day.0, &parcel.id.0])?;
    }
    tx.emit(Event::Order(parcel.order));
    Ok(())
}

/// What was wished last of each parcel of an order, one of each kind.
pub fn wishes(conn: &Conn, order: OrderId) -> Result<Vec<(ParcelId, Wished)>> {
    const OF: &str = "SELECT w.parcel_id, w.wish, w.state FROM wishes w JOIN parcels p ON p.id = w.parcel_id
        WHERE p.order_id = $1 ORDER BY w.id DESC";
    let all = conn.all(OF, &[&order.0], |row| Ok((ParcelId(row.get("parcel_id")?), read(row)?)))?;
    let mut last: Vec<(ParcelId, Wished)> = Vec::new();
    for (parcel, wished) in all.into_iter().filter_map(|(parcel, wished)| Some((parcel, wished?))) {
        let same = |(known, other): &(ParcelId, Wished)| *known == parcel && other.wish.kind() == wished.wish.kind();
        if !last.iter().any(same) {
            last.push((parcel, wished));
        }
    }
    last.sort_by_key(|(_, wished)| WishKind::ALL.iter().position(|kind| *kind == wished.wish.kind()));
    Ok(last)
}

/// A wish an older program wrote may be one this one does not know.
fn read(row: &Row<'_>) -> rusqlite::Result<Option<Wished>> {
    let (wish, state) = (row.get::<_, String>("wish")?, row.code("state")?);
    Ok(serde_json::from_str(&wish).ok().map(|wish| Wished { wish, state }))
}
