//! Carriers that are to come for a parcel. It is written down here; a job asks them, in two steps, so that an answer that is lost
//! orders nobody twice.

use domain::Never;
use domain::ids::{OrderId, ParcelId};
use domain::money::Money;
use domain::orders::OrderState;
use domain::staff::Staff;
use domain::tracking::{Collection, CollectionRefusal, CollectionState, ParcelState, Window};
use rusqlite::Row;

use super::{Followed, followed, label_of};
use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Error, Result};
use crate::orders;
use crate::outbox::Job;
use crate::rows::Columns;

/// A carrier that is to be asked to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// For which parcel.
    pub parcel: Followed,
    /// When.
    pub window: Window,
    /// What it has proposed, by its name; empty before.
    pub proposed: String,
}

/// Asks for the parcel of a piece to be fetched. The same, asked again while the carrier is being asked, is asked once.
pub fn collect(tx: &Tx<'_>, order: OrderId, piece: u32, window: Window, staff: &Staff) -> Answer<(), CollectionRefusal> {
    const ASK: &str = "INSERT INTO collections (parcel_id, opens_at, closes_at, state, staff_id) VALUES ($1, $2, $3, 'asked', $4)
        ON CONFLICT (parcel_id) DO UPDATE SET opens_at = excluded.opens_at, closes_at = excluded.closes_at, state = 'asked',
            proposed = '', said = '', staff_id = excluded.staff_id WHERE collections.state = 'refused'";
    let on_the_bench = label_of(tx, order, piece)?.filter(|label| label.state == ParcelState::LabelCreated);
    let Some(label) = on_the_bench.filter(|_| matches!(orders::state(tx, order), Ok(OrderState::Paid))) else {
        return Err(Error::Refused(CollectionRefusal::Gone));
    };
    if tx.run(ASK, &[&label.id.0, &window.from.0, &window.until.0, &staff.id.0])? == 0 {
        let same = collections(tx, order)?.iter().any(|(parcel, known)| *parcel == label.id && known.window == window);
        return if same { Ok(()) } else { Err(Error::Refused(CollectionRefusal::Again)) };
    }
    tx.later(Job::AskCollection, label.id.0, tx.now())?;
    tx.emit(Event::Order(order));
    Ok(())
}

/// A collection whose carrier is to be asked; none where it was answered, or the order does not stand.
pub fn wanted(conn: &Conn, parcel: ParcelId) -> Result<Option<Wanted>> {
    const ASKED: &str = "SELECT opens_at, closes_at, proposed FROM collections WHERE parcel_id = $1 AND state = 'asked'";
    let asked = conn.one(ASKED, &[&parcel.0], |row| Ok((window(row)?, row.get("proposed")?)))?;
    let Some((window, proposed)) = asked else { return Ok(None) };
    Ok(followed(conn, parcel)?.map(|parcel| Wanted { parcel, window, proposed }))
}

/// What the carrier has proposed, before it is booked.
pub fn proposed(tx: &Tx<'_>, parcel: ParcelId, name: &str) -> Answer<(), Never> {
    tx.run("UPDATE collections SET proposed = $1 WHERE parcel_id = $2 AND state = 'asked'", &[&name, &parcel.0])?;
    Ok(())
}

/// It comes; what it calls that, and what it takes for it.
pub fn booked(tx: &Tx<'_>, parcel: &Followed, confirmation: &str, price: Option<Money>) -> Answer<(), Never> {
    const BOOKED: &str = "UPDATE collections SET state = 'booked', confirmation = $1, price_minor = $2, price_currency = $3
        WHERE parcel_id = $4 AND state = 'asked'";
    let (minor, currency) = (price.map(|price| price.minor), price.as_ref().map(|price| price.currency.code()));
    tx.run(BOOKED, &[&confirmation, &minor, &currency, &parcel.id.0])?;
    tx.emit(Event::Order(parcel.order));
    Ok(())
}

/// It does not come, and says why.
pub fn refused(tx: &Tx<'_>, parcel: &Followed, said: &str) -> Answer<(), Never> {
    const REFUSED: &str = "UPDATE collections SET state = 'refused', said = $1 WHERE parcel_id = $2 AND state = 'asked'";
    tx.run(REFUSED, &[&said, &parcel.id.0])?;
    tx.emit(Event::Order(parcel.order));
    Ok(())
}

/// What became of it, for each parcel of an order that is to be fetched.
pub fn collections(conn: &Conn, order: OrderId) -> Result<Vec<(ParcelId, Collection)>> {
    const OF: &str = "SELECT c.parcel_id, c.opens_at, c.closes_at, c.state, c.confirmation, c.price_minor, c.price_currency, c.said
        FROM collections c JOIN parcels p ON p.id = c.parcel_id WHERE p.order_id = $1 ORDER BY p.piece";
    conn.all(OF, &[&order.0], |row| {
        let priced = row.get::<_, Option<i64>>("price_minor")?.is_some();
        let collection = Collection {
            window: window(row)?,
            state: row.code::<CollectionState>("state")?,
            confirmation: row.get("confirmation")?,
            price: priced.then(|| row.money("price_minor", "price_currency")).transpose()?,
            said: row.get("said")?,
        };
        Ok((ParcelId(row.get("parcel_id")?), collection))
    })
}

fn window(row: &Row<'_>) -> rusqlite::Result<Window> {
    Ok(Window { from: row.time("opens_at")?, until: row.time("closes_at")? })
}
