//! Addresses remembered for a browser: found by its secret alone, a few at most, and forgotten when nobody uses them. Those of an
//! account are its address book (`checkout/book.rs`), and stay.

use domain::Never;
use domain::checkout::{Draft, PlaceRefusal, Remembered, TypedAddress};
use domain::ids::RememberedId;
use domain::payments::Way;
use domain::time::Timestamp;

use super::draft::{Business, draft, keep_address, keep_service, keep_way};
use super::{book, open_cart};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Result};
use crate::outbox::Job;
use crate::rows::{Columns, written};
use crate::token::Token;

const KEPT_SECONDS: i64 = Remembered::KEPT_DAYS * 24 * 3600;

/// What a browser was asked to remember, what was used last first; of an account, before that the one it wants taken first.
pub fn remembered(conn: &Conn, browser: &Token, now: Timestamp) -> Result<Vec<Remembered>> {
    const OF: &str = "SELECT id, typed, service, pickup, preferred FROM remembered_addresses
        WHERE browser_hash = $1 AND (used_at > $2 OR browser_hash IN (SELECT owner_hash FROM accounts))
        ORDER BY preferred DESC, used_at DESC, id DESC";
    conn.all(OF, &[&browser.hash(), &now.plus_seconds(-KEPT_SECONDS).0], |row| {
        Ok(Remembered {
            id: RememberedId(row.get("id")?),
            typed: row.json("typed")?,
            service: row.maybe_code("service")?,
            pickup: row.get("pickup")?,
            preferred: row.get("preferred")?,
        })
    })
}

/// Keeps whether the shopper of a cart wishes its address to be remembered.
pub fn wish(tx: &Tx<'_>, cart: &Token, remember: bool) -> Answer<(), PlaceRefusal> {
    let id = open_cart(tx, cart)?;
    tx.run("UPDATE drafts SET remember = $1 WHERE cart_id = $2", &[&remember, &id.0])?;
    Ok(())
}

/// Remembers the address of a cart's draft for a browser, or no longer, as its shopper wishes. One that is still wrong is not
/// remembered yet. What is known of the way to it is taken for a draft that says nothing of that.
pub fn remember(tx: &Tx<'_>, browser: &Token, cart: &Token) -> Answer<Draft, PlaceRefusal> {
    let draft = draft(tx, open_cart(tx, cart)?)?;
    let known = remembered(tx, browser, tx.now())?.into_iter().find(|known| known.is(&draft.typed));
    match (known, draft.remember && draft.typed.parse().is_ok()) {
        (Some(known), true) => {
            used(tx, known.id, &draft.typed)?;
            as_last_time(tx, cart, draft, &known)
        }
        (None, true) => {
            write(tx, browser, &draft)?;
            Ok(draft)
        }
        (Some(known), false) => {
            forget(tx, browser, known.id).map_err(|error| Error::Fault(error.into()))?;
            Ok(draft)
        }
        (None, false) => Ok(draft),
    }
}

/// Sends a cart where the browser was asked to remember, the way it was sent there last. An address that is not remembered
/// for this browser changes nothing.
pub fn choose(tx: &Tx<'_>, browser: &Token, cart: &Token, id: RememberedId) -> Answer<Draft, PlaceRefusal> {
    let cart_id = open_cart(tx, cart)?;
    let Some(known) = remembered(tx, browser, tx.now())?.into_iter().find(|known| known.id == id) else {
        return Ok(draft(tx, cart_id)?);
    };
    keep_address(tx, cart, &known.typed, &Business::default())?;
    wish(tx, cart, true)?;
    remember(tx, browser, cart)
}

/// Takes for a cart what is known of whoever buys: how it is to be paid, and, where nothing was typed yet, the address that was
/// used last with the way it was sent there.
pub fn express(tx: &Tx<'_>, browser: &Token, cart: &Token, way: Way) -> Answer<(), PlaceRefusal> {
    let draft = keep_way(tx, cart, way)?;
    let known = remembered(tx, browser, tx.now())?;
    match known.first().filter(|_| draft.typed == TypedAddress::default()) {
        Some(last) => choose(tx, browser, cart, last.id).map(drop),
        None => Ok(()),
    }
}

/// The way a parcel is sent to an address that is remembered is remembered with it.
pub fn remember_service(tx: &Tx<'_>, browser: &Token, draft: &Draft) -> Result<()> {
    const SERVICE: &str = "UPDATE remembered_addresses SET service = $1, pickup = $2 WHERE id = $3";
    let known = remembered(tx, browser, tx.now())?.into_iter().find(|known| known.is(&draft.typed));
    let Some((known, service)) = known.zip(draft.service) else { return Ok(()) };
    tx.run(SERVICE, &[&service.code(), &draft.pickup, &known.id.0]).map(drop)
}

/// Forgets an address of this browser's; one of another's stays.
pub fn forget(tx: &Tx<'_>, browser: &Token, id: RememberedId) -> Answer<(), Never> {
    const FORGET: &str = "DELETE FROM remembered_addresses WHERE id = $1 AND browser_hash = $2";
    tx.run(FORGET, &[&id.0, &browser.hash()])?;
    Ok(())
}

/// Forgets the addresses that nobody has used for too long; says when the next one will be.
pub fn forget_unused(tx: &Tx<'_>) -> Answer<Timestamp, Never> {
    const OLD: &str =
        "DELETE FROM remembered_addresses WHERE used_at <= $1 AND browser_hash NOT IN (SELECT owner_hash FROM accounts)";
    const OLDEST: &str = "SELECT min(used_at) AS oldest FROM remembered_addresses
        WHERE browser_hash NOT IN (SELECT owner_hash FROM accounts)";
    tx.run(OLD, &[&tx.now().plus_seconds(-KEPT_SECONDS).0])?;
    let oldest = tx.one(OLDEST, &[], |row| row.get::<_, Option<i64>>("oldest"))?.flatten();
    Ok(oldest.map_or(tx.now(), Timestamp).plus_seconds(KEPT_SECONDS))
}

fn used(tx: &Tx<'_>, id: RememberedId, typed: &TypedAddress) -> Result<()> {
    const USED: &str = "UPDATE remembered_addresses SET typed = $1, used_at = $2 WHERE id = $3";
    tx.run(USED, &[&written(typed)?, &tx.now().0, &id.0]).map(drop)
}

/// Takes the way of the last time where the draft names none.
fn as_last_time(tx: &Tx<'_>, cart: &Token, draft: Draft, known: &Remembered) -> Answer<Draft, PlaceRefusal> {
    match known.service.filter(|_| draft.service.is_none()) {
        Some(service) => keep_service(tx, cart, service, &known.pickup),
        None => Ok(draft),
    }
}

pub(super) fn write(tx: &Tx<'_>, browser: &Token, draft: &Draft) -> Result<()> {
    const WRITE: &str = "INSERT INTO remembered_addresses (browser_hash, typed, service, pickup, used_at)
        VALUES ($1, $2, $3, $4, $5)";
    let service = draft.service.map(|service| service.code());
    tx.run(WRITE, &[&browser.hash(), &written(&draft.typed)?, &service, &draft.pickup, &tx.now().0])?;
    let most = if book::is_of_account(tx, browser)? { Remembered::MOST_IN_BOOK } else { Remembered::MOST };
    for one in remembered(tx, browser, tx.now())?.iter().skip(most) {
        tx.run("DELETE FROM remembered_addresses WHERE id = $1", &[&one.id.0])?;
    }
    tx.later(Job::ForgetAddresses, 0, tx.now().plus_seconds(KEPT_SECONDS))
}
