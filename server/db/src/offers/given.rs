//! What an order is given: for the next one, for friends, and in thanks for a friend. A copy of an offer, behind a code nobody
//! guesses.
//!
//! A copy keeps what the offer gave when it was given: a promise is not changed afterwards. It rests while the offer rests, and
//! it is gone when the order it was given for is cancelled. Thanks come when the friend's parcel is delivered, once for each
//! friend: from then on an order is not simply taken back any more.

use domain::checkout::TypedAddress;
use domain::ids::{OfferId, OrderId};
use domain::lang::Lang;
use domain::offers::{Code, Given, Giver, Limits, Now, Span};
use domain::orders::GivenCode;
use rusqlite::Row;

use crate::database::{Conn, Event, Tx};
use crate::error::Result;
use crate::orders;
use crate::rows::{Columns, written};
use crate::token::chance_for_code;

/// Gives an order that is paid its codes. Once, however often it is asked.
pub(crate) fn give(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    copy(tx, Given::Next, order, None)?;
    copy(tx, Given::Friends, order, None)
}

/// Thanks whoever gave the codes that an order had, now that its parcel is delivered. Once, however often it is asked.
pub(crate) fn thank(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    const GIVERS: &str = "SELECT DISTINCT c.order_id AS giver FROM order_offers h JOIN offers c ON c.id = h.offer_id
        JOIN offers t ON t.id = c.copy_of JOIN orders g ON g.id = c.order_id
        WHERE h.order_id = $1 AND t.given = $2 AND g.state = 'paid'";
    for giver in tx.all(GIVERS, &[&order.0, &Given::Friends.code()], |row| Ok(OrderId(row.get("giver")?)))? {
        copy(tx, Given::Thanks, order, Some(giver))?;
        tx.emit(Event::Order(giver));
    }
    Ok(())
}

/// Gives an order a copy of each offer of this kind, or, for its sake, another that is thanked.
fn copy(tx: &Tx<'_>, given: Given, order: OrderId, thanked: Option<OrderId>) -> Result<()> {
    const ORIGINALS: &str = "SELECT id, limits FROM offers WHERE given = $1 AND paused = 0 ORDER BY id";
    const GIVE: &str = "INSERT INTO offers (code, gives, reach, limits, together, copy_of, order_id, thanked_order_id, made_at)
        SELECT $1, gives, reach, $2, together, id, $3, $4, $5 FROM offers WHERE id = $6
        ON CONFLICT (order_id, copy_of) DO NOTHING";
    let originals = tx.all(ORIGINALS, &[&given.code()], |row| Ok((OfferId(row.get("id")?), row.json::<Limits>("limits")?)))?;
    let now = Now { at: tx.now(), day: tx.now().day() };
    for (original, limits) in originals.into_iter().filter(|(_, limits)| limits.stands(now) != Span::Ended) {
        if let Some(most) = given.copies(&limits)
            && copies(tx, original)? >= most
        {
            continue;
        }
        let (limits, code) = (written(&given.copy(limits))?, Code::of(chance_for_code()?));
        let thanked = thanked.map(|thanked| thanked.0);
        tx.run(GIVE, &[&code.as_str(), &limits, &order.0, &thanked, &tx.now().0, &original.0])?;
    }
    Ok(())
}

/// How many copies of an offer were given.
fn copies(conn: &Conn, original: OfferId) -> Result<u32> {
    const COPIES: &str = "SELECT count(*) AS n FROM offers WHERE copy_of = $1";
    Ok(conn.one(COPIES, &[&original.0], |row| row.get("n"))?.unwrap_or(0))
}

/// The codes an order was given, each with what it is called in this language; of those that are had once, none that was.
pub(crate) fn given(conn: &Conn, order: OrderId, lang: Lang) -> Result<Vec<GivenCode>> {
    const GIVEN: &str = "SELECT c.code, t.given, coalesce(w.name, f.name) AS name FROM offers c JOIN offers t ON t.id = c.copy_of
        JOIN offer_words f ON f.offer_id = t.id AND f.lang = $1 LEFT JOIN offer_words w ON w.offer_id = t.id AND w.lang = $2
        JOIN orders g ON g.id = $3
        WHERE (c.thanked_order_id = g.id OR c.order_id = g.id AND c.thanked_order_id IS NULL) AND g.state = 'paid' AND t.paused = 0
            AND (t.given = $4 OR NOT EXISTS (SELECT 1 FROM order_offers h JOIN orders o ON o.id = h.order_id
                WHERE h.offer_id = c.id AND o.state <> 'cancelled')) ORDER BY c.id";
    conn.all(GIVEN, &[&Lang::FIRST.code(), &lang.code(), &order.0, &Given::Friends.code()], |row| {
        Ok(GivenCode { code: row.text("code")?, name: row.get("name")?, to: row.code("given")? })
    })
}

/// Who has given friends the copy of a row of `of_cart`; nobody where it is none.
pub(super) fn giver(conn: &Conn, row: &Giving) -> Result<Option<Giver>> {
    const PERSON: &str = "SELECT person FROM orders WHERE id = $1";
    let Some(order) = row.order.filter(|_| row.given == Some(Given::Friends)) else { return Ok(None) };
    let person = conn.one(PERSON, &[&order.0], |row| row.get("person"))?.unwrap_or_default();
    Ok(Some(Giver { person, address: orders::address(conn, order)? }))
}

/// What an offer is a copy of, and the order that was given it.
#[derive(Clone, Copy)]
pub(super) struct Giving {
    given: Option<Given>,
    order: Option<OrderId>,
}

impl Giving {
    /// Of the columns `copy_given` and `order_id`.
    pub(super) fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { given: row.maybe_code("copy_given")?, order: row.get::<_, Option<i64>>("order_id")?.map(OrderId) })
    }
}

/// What was typed of where a cart goes, as far as it tells whether that is the giver's own door.
pub(super) fn door(row: &Row<'_>) -> rusqlite::Result<TypedAddress> {
    Ok(TypedAddress {
        email: row.get("email")?,
        country: row.get("country")?,
        line1: row.get("line1")?,
        line2: row.get("line2")?,
        postcode: row.get("postcode")?,
        ..TypedAddress::default()
    })
}
