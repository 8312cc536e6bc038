//! Telling whoever keeps a list that a thing in it costs less, or can be bought again.
//!
//! Whatever brings a price down calls [`fell`] or [`own_changed`], whatever makes something be there that was not calls [`back`] or
//! [`product_back`], in its own transaction; all leave the work of telling in the outbox. An address that is not known to be whose it is said to be is told
//! nothing before the link in a letter to it was followed.

use domain::Never;
use domain::contact::Email;
use domain::ids::{ProductId, VariantId, WishlistId};
use domain::market::Market;
use domain::money::Money;
use domain::notifications::{Kind, Particulars};
use domain::time::Timestamp;
use domain::wishlists::WATCHED_DAYS;
use rusqlite::ToSql;

use super::own;
use crate::account::Key;
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Result};
use crate::notifications;
use crate::outbox::Job;
use crate::rows::Columns;
use crate::token::{Token, chance_for_code, hex};

/// The things `i` of lists, watched as `w`, that cost less than their keepers were told. A price that is set by hand in the currency of
/// a watch stands in the place of the books' own.
macro_rules! fallen_items {
    () => {
        "FROM wishlist_items i JOIN wishlist_watches w ON w.wishlist_id = i.wishlist_id JOIN variants v ON v.id = i.variant_id
            LEFT JOIN prices o ON o.variant_id = v.id AND o.currency = w.currency
        WHERE i.variant_id = $1 AND i.taken_at IS NULL AND w.confirmed_at IS NOT NULL
            AND CASE WHEN o.price_minor IS NULL THEN v.price_minor < coalesce(i.told_minor, i.seen_minor)
                ELSE o.price_minor < i.told_own_minor END"
    };
}

mod telling;

pub use telling::{Fallen, fallen, tell_fallen};
pub(crate) use telling::{is_news, tell_back};

const DAY_SECONDS: i64 = 24 * 3600;
/// For so many days the link in a letter works.
const OPEN_DAYS: i64 = 3;
/// So many letters that ask are sent to one address in that time.
const MOST_LETTERS: i64 = 5;
/// Nobody is told more often than this that one thing is back, in seconds: a week.
const BACK_AGAIN: i64 = 7 * DAY_SECONDS;

/// Who is told of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watch {
    /// Where letters go.
    pub email: Email,
    /// Whether it is known that whoever has this address wants them.
    pub confirmed: bool,
}

/// The link was followed, is too old, or another was sent since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this link is over")]
pub struct WatchIsOver;

/// Who is told of a list, if anybody is.
pub fn watch_of(conn: &Conn, list: WishlistId, now: Timestamp) -> Result<Option<Watch>> {
    const OF: &str = "SELECT email, confirmed_at IS NOT NULL AS confirmed FROM wishlist_watches
        WHERE wishlist_id = $1 AND asked_at > CASE WHEN confirmed_at IS NULL THEN $2 ELSE $3 END";
    let params: [&dyn ToSql; 3] = [&list.0, &days_ago(now, OPEN_DAYS).0, &days_ago(now, WATCHED_DAYS).0];
    conn.one(OF, &params, |row| Ok(Watch { email: row.text("email")?, confirmed: row.get("confirmed")? }))
}

/// Tells an address of a list from now on, if it is `proven` to be theirs who ask; else sends it a letter with a link, unless it got
/// enough of them.
pub fn watch(
    tx: &Tx<'_>,
    key: Key<'_>,
    (owner, list): (&Token, WishlistId),
    (email, market, proven): (&Email, Market, bool),
) -> Answer<(), Never> {
    const KEEP: &str = "INSERT INTO wishlist_watches (wishlist_id, person, email, lang, country, currency, token_hash, asked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (wishlist_id) DO UPDATE SET person = excluded.person, email = excluded.email, lang = excluded.lang,
            country = excluded.country, currency = excluded.currency, token_hash = excluded.token_hash,
            asked_at = excluded.asked_at, confirmed_at = NULL, letter_id = NULL";
    const SENT: &str = "SELECT count(*) AS n FROM wishlist_watches WHERE person = $1 AND confirmed_at IS NULL AND asked_at > $2";
    let (list, now, person) = (own(tx, owner, list)?, tx.now(), email.person());
    let sent: i64 = tx.one(SENT, &[&person, &days_ago(now, OPEN_DAYS).0], |row| row.get("n"))?.unwrap_or(0);
    let seed = hex(&chance_for_code()?);
    let link = secret(key, &seed).hash();
    let (lang, country, currency) = (market.lang.code(), market.country.code(), market.currency.code());
    tx.run(KEEP, &[&list.0, &person, &email.as_str(), &lang, &country, &currency, &link, &now.0])?;
    tx.later(Job::ForgetWishlists, 0, now.plus_seconds(DAY_SECONDS))?;
    if proven {
        return Ok(begin(tx, list, email)?);
    }
    if sent < MOST_LETTERS {
        let about = Particulars { pass: seed, ..Particulars::default() };
        notifications::tell(tx, Kind::ListConfirm, (email, market.lang), &format!("list:{list}:{}", now.0), &about)?;
    }
    Ok(())
}

/// The secret of a letter's link, of the seed the letter has.
pub fn secret(key: Key<'_>, seed: &str) -> Token {
    key(&format!("list-watch:{seed}"))
}

/// Whether a link still works. Looking does not use it up: programs of mail servers look, too.
pub fn is_open(conn: &Conn, link: &Token, now: Timestamp) -> Result<bool> {
    const OPEN: &str = "SELECT 1 AS open FROM wishlist_watches WHERE token_hash = $1 AND confirmed_at IS NULL AND asked_at > $2";
    Ok(conn.one(OPEN, &[&link.hash(), &days_ago(now, OPEN_DAYS).0], |row| row.get::<_, i64>("open"))?.is_some())
}

/// Whoever has the address wants to be told.
pub fn confirm(tx: &Tx<'_>, link: &Token) -> Answer<(), WatchIsOver> {
    const OF: &str = "SELECT wishlist_id, email FROM wishlist_watches
        WHERE token_hash = $1 AND confirmed_at IS NULL AND asked_at > $2";
    let found = tx.one(OF, &[&link.hash(), &days_ago(tx.now(), OPEN_DAYS).0], |row| {
        Ok((WishlistId(row.get("wishlist_id")?), row.text::<Email>("email")?))
    })?;
    let (list, email) = found.ok_or(Error::Refused(WatchIsOver))?;
    Ok(begin(tx, list, &email)?)
}

/// From now on: of what falls below today's prices, also where letters of this kind were declined before.
fn begin(tx: &Tx<'_>, list: WishlistId, email: &Email) -> Result<()> {
    const CONFIRM: &str = "UPDATE wishlist_watches SET confirmed_at = $1, token_hash = NULL WHERE wishlist_id = $2";
    const KNOWN: &str = "UPDATE wishlist_items SET back_at = NULL, back_told_at = NULL,
            told_minor = (SELECT price_minor FROM variants WHERE id = wishlist_items.variant_id),
            told_own_minor = (SELECT o.price_minor FROM prices o JOIN wishlist_watches w ON w.currency = o.currency
                WHERE o.variant_id = wishlist_items.variant_id AND w.wishlist_id = wishlist_items.wishlist_id)
        WHERE wishlist_id = $1";
    tx.run(CONFIRM, &[&tx.now().0, &list.0])?;
    tx.run(KNOWN, &[&list.0])?;
    notifications::wants_again(tx, email, &[Kind::PriceFell, Kind::BackInStock])
}

/// Nobody is told of a list any more. Said again, it is the same.
pub fn unwatch(tx: &Tx<'_>, owner: &Token, list: WishlistId) -> Answer<(), Never> {
    let id = own(tx, owner, list)?;
    tx.run("DELETE FROM wishlist_watches WHERE wishlist_id = $1", &[&id.0])?;
    Ok(())
}

/// A variant costs less than it did.
pub(crate) fn fell(tx: &Tx<'_>, variant: VariantId) -> Result<()> {
    const WATCHED: &str = concat!("SELECT 1 AS one ", fallen_items!(), " LIMIT 1");
    if tx.one(WATCHED, &[&variant.0], |_| Ok(()))?.is_some() {
        tx.later(Job::TellFallen, variant.0, tx.now())?;
    }
    Ok(())
}

/// A variant's price that is set by hand was `before`, and is another one now. Who has a thing in a list since before that knew it.
pub(crate) fn own_changed(tx: &Tx<'_>, variant: VariantId, before: Money) -> Result<()> {
    const KNOWN: &str = "UPDATE wishlist_items SET told_own_minor = $1 WHERE variant_id = $2 AND told_own_minor IS NULL
        AND wishlist_id IN (SELECT wishlist_id FROM wishlist_watches WHERE currency = $3 AND confirmed_at IS NOT NULL)";
    tx.run(KNOWN, &[&before.minor, &variant.0, &before.currency.code()])?;
    fell(tx, variant)
}

/// A product is shown that was not. Who watches a list with something of it that can be bought is due to be told.
pub(crate) fn product_back(tx: &Tx<'_>, product: ProductId) -> Result<()> {
    const DUE: &str = "UPDATE wishlist_items SET back_at = $1 WHERE taken_at IS NULL AND coalesce(back_told_at, 0) <= $2
        AND wishlist_id IN (SELECT wishlist_id FROM wishlist_watches WHERE confirmed_at IS NOT NULL)
        AND variant_id IN (SELECT v.id FROM variants v JOIN products p ON p.id = v.product_id
            WHERE p.id = $3 AND p.shown = 'live' AND v.retired = 0 AND (v.selling = 'always' OR v.on_hand > v.held))
        RETURNING variant_id";
    let now = tx.now();
    let due: [&dyn ToSql; 3] = [&now.0, &now.plus_seconds(-BACK_AGAIN).0, &product.0];
    let mut variants: Vec<i64> = tx.all(DUE, &due, |row| row.get("variant_id"))?;
    variants.sort_unstable();
    variants.dedup();
    variants.into_iter().try_for_each(|variant| tx.later(Job::TellBack, variant, now))
}

/// There is `more` of a variant than there was. If there was none, who watches a list with it is due to be told.
pub(crate) fn back(tx: &Tx<'_>, variant: VariantId, more: i64) -> Result<()> {
    const DUE: &str = "UPDATE wishlist_items SET back_at = $1 WHERE variant_id = $2 AND taken_at IS NULL
        AND coalesce(back_told_at, 0) <= $3
        AND wishlist_id IN (SELECT wishlist_id FROM wishlist_watches WHERE confirmed_at IS NOT NULL)
        AND (SELECT v.on_hand - v.held FROM variants v JOIN products p ON p.id = v.product_id
            WHERE v.id = wishlist_items.variant_id AND v.selling <> 'always' AND v.retired = 0 AND p.shown = 'live') BETWEEN 1 AND $4";
    let now = tx.now();
    if tx.run(DUE, &[&now.0, &variant.0, &now.plus_seconds(-BACK_AGAIN).0, &more])? > 0 {
        tx.later(Job::TellBack, variant.0, now)?;
    }
    Ok(())
}

/// Forgets who asked so long ago that they are to be asked anew, and addresses nobody confirmed.
pub(super) fn forget_old(tx: &Tx<'_>) -> Result<()> {
    const OLD: &str = "DELETE FROM wishlist_watches WHERE asked_at <= $1 OR (confirmed_at IS NULL AND asked_at <= $2)";
    tx.run(OLD, &[&days_ago(tx.now(), WATCHED_DAYS).0, &days_ago(tx.now(), OPEN_DAYS).0]).map(drop)
}

fn days_ago(now: Timestamp, days: i64) -> Timestamp {
    now.plus_seconds(-days * DAY_SECONDS)
}
