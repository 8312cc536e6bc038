//! Offers: which a cart may have, how often each was had, and what they took off an order.
//!
//! An offer was had by every order it took something off and that is not cancelled. Orders are counted where one is written,
//! and in the same transaction; there is one writer, so nobody comes between the count and the order, and a limit is exact.
//! An order that is not paid in time gives its offers back.
//!
//! Codes are typed and dropped in `offers/codes.rs`, gifts chosen in `offers/gifts.rs`; how often an offer was had, and the rows of an order, are in
//! `offers/had.rs`; what orders are given for the next one and for friends is in `offers/given.rs`; the desk makes and changes offers in `offers/written.rs`, and names their goods by `offers/shelf.rs`.

use domain::cart::Offering;
use domain::checkout::TypedAddress;
use domain::contact::Email;
use domain::ids::{CartId, OfferId};
use domain::lang::{Lang, Said};
use domain::offers::{Offer, Standing, Used};
use rusqlite::Row;

use crate::catalogue::said;
use crate::database::Conn;
use crate::error::Result;
use crate::rows::Columns;

mod codes;
mod gifts;
mod given;
mod had;
mod shelf;
mod written;

pub use codes::{drop_code, enter};
pub use gifts::choose;
use given::{Giving, door, giver};
pub(crate) use given::{give, given, thank};
pub use had::times;
pub(crate) use had::{left_for, note, of_order};
pub use shelf::{shelf, shelf_of};
pub use written::{Kept, NotKept, all, by_id, keep, pause};

/// The offers a cart may have: those without a code, and those whose code was typed.
pub(crate) fn of_cart(conn: &Conn, lang: Lang, cart: CartId) -> Result<Offering> {
    const CODES: &str = "SELECT code FROM cart_codes WHERE cart_id = $1 ORDER BY typed_at, code";
    const STANDING: &str = "SELECT o.id, o.code, o.gives, o.reach, o.limits, o.together, o.had, f.name, w.name AS said_name,
            CASE WHEN o.copy_of IS NULL THEN NULL ELSE t.given END AS copy_given, o.order_id
        FROM offers o JOIN offers t ON t.id = coalesce(o.copy_of, o.id)
        JOIN offer_words f ON f.offer_id = t.id AND f.lang = $1
        LEFT JOIN offer_words w ON w.offer_id = t.id AND w.lang = $2
        LEFT JOIN orders g ON g.id = coalesce(o.thanked_order_id, o.order_id)
        WHERE (o.code IS NULL OR o.code IN (SELECT code FROM cart_codes WHERE cart_id = $3)) AND o.given IS NULL AND t.paused = 0
            AND coalesce(g.state, 'paid') = 'paid'
        ORDER BY o.id";
    let codes = conn.all(CODES, &[&cart.0], |row| row.text("code"))?;
    let offers: Vec<(Offer, u32, Said, Giving)> = conn.all(STANDING, &[&Lang::FIRST.code(), &lang.code(), &cart.0], |row| {
        Ok((offer(row)?, row.get("had")?, said(row, "name", "said_name", lang)?, Giving::of(row)?))
    })?;
    if offers.is_empty() {
        return Ok(Offering { codes, ..Offering::default() });
    }
    let typed = typed(conn, cart)?;
    let email = Email::parse(&typed.email).ok();
    let person = email.as_ref().map(Email::person);
    let firsts = offers.iter().any(|(offer, ..)| offer.limits.first_order);
    let ordered_before = match &person {
        Some(person) if firsts => had::ordered_before(conn, person)?,
        _ => false,
    };
    let mut offering = Offering { codes, email, ordered_before, ..Offering::default() };
    for (offer, had, name, giving) in offers {
        let by_giver = giver(conn, &giving)?.is_some_and(|giver| giver.is(person.as_deref(), &typed));
        let used = Used { by_giver, ..had::used(conn, &offer, had, person.as_deref())? };
        offering.names.push((offer.id, name));
        offering.standing.push(Standing { offer, used });
    }
    gifts::look_up(conn, lang, cart, &mut offering)?;
    Ok(offering)
}

/// What was typed in the checkout of a cart of who it is for and where it goes.
fn typed(conn: &Conn, cart: CartId) -> Result<TypedAddress> {
    const TYPED: &str = "SELECT email, country, line1, line2, postcode FROM drafts WHERE cart_id = $1";
    Ok(conn.one(TYPED, &[&cart.0], door)?.unwrap_or_default())
}

/// An offer of its columns.
fn offer(row: &Row<'_>) -> rusqlite::Result<Offer> {
    Ok(Offer {
        id: OfferId(row.get("id")?),
        code: row.get::<_, Option<String>>("code")?.map(|_| row.text("code")).transpose()?,
        gives: row.json("gives")?,
        reach: row.json("reach")?,
        limits: row.json("limits")?,
        together: row.code("together")?,
    })
}
