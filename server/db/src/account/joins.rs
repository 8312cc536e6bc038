//! What comes to an account at a sign-in: the orders placed without it with its address, what is in this browser's cart, and its
//! wish lists. All of it can go back.
//!
//! An order of this browser becomes the account's own, so that nothing of it is left here after a sign-out. One placed on another
//! device with the same address can be seen from there still, until its owner signs in there, too.

use domain::Never;
use domain::account::{Account, Joined};
use domain::ids::{AccountId, CartId, JoinId, OrderId, SessionId, VariantId};
use rusqlite::Row;

use super::{Device, Key, cart, owner};
use crate::cart::{id_of, open};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Fault, Result};
use crate::token::Token;

/// Until so long after a sign-in what came can go back, in milliseconds: a week.
const UNDONE: i64 = 7 * 24 * 3_600_000;

pub(super) fn join(tx: &Tx<'_>, key: Key<'_>, (account, session): (&Account, SessionId), device: &Device) -> Result<()> {
    const JOIN: &str = "INSERT INTO account_joins (account_id, at) VALUES ($1, $2) RETURNING id";
    const EMPTY: &str = "DELETE FROM account_joins WHERE id = $1
        AND NOT EXISTS (SELECT 1 FROM account_join_orders WHERE join_id = account_joins.id)
        AND NOT EXISTS (SELECT 1 FROM account_join_lines WHERE join_id = account_joins.id)
        AND NOT EXISTS (SELECT 1 FROM account_join_wishlists WHERE join_id = account_joins.id)";
    let id = tx.one(JOIN, &[&account.id.0, &tx.now().0], |row| Ok(JoinId(row.get("id")?)))?;
    let id = id.ok_or_else(|| Fault::Books("a join has no id".to_owned()))?;
    let (browser, owner) = (device.browser.as_ref().map(Token::hash), owner(key, &account.seed).hash());
    join_orders(tx, id, account, browser.as_deref(), &owner)?;
    if let Some(browser) = &browser {
        join_lists(tx, id, account, (browser, &owner))?;
        join_here(tx, (account, session), browser, &owner)?;
    }
    if let Some(guest) = device.cart.as_ref().map(|token| id_of(tx, token)).transpose()?.flatten() {
        join_cart(tx, key, id, (account, guest))?;
    }
    tx.run(EMPTY, &[&id.0]).map(drop)
}

/// Orders with this address that are no account's, less those that were sent back from here before.
fn join_orders(tx: &Tx<'_>, join: JoinId, account: &Account, browser: Option<&str>, owner: &str) -> Result<()> {
    const OPEN: &str = "SELECT o.id, o.browser_hash FROM orders o
        WHERE o.person = $1 AND o.account_id IS NULL AND o.browser_hash NOT IN (SELECT owner_hash FROM accounts)
            AND NOT EXISTS (SELECT 1 FROM account_join_orders j JOIN account_joins a ON a.id = j.join_id
                WHERE j.order_id = o.id AND a.account_id = $2)";
    const NOTE: &str = "INSERT INTO account_join_orders (join_id, order_id, browser_before) VALUES ($1, $2, $3)";
    const TAKE: &str = "UPDATE orders SET account_id = $1, browser_hash = $2 WHERE id = $3";
    let all = tx.all(OPEN, &[&account.email.person(), &account.id.0], read_order)?;
    for (order, before) in all {
        tx.run(NOTE, &[&join.0, &order.0, &before])?;
        let here = browser == Some(&*before);
        tx.run(TAKE, &[&account.id.0, &(if here { owner } else { &*before }), &order.0])?;
    }
    Ok(())
}

/// The wish lists of this browser, less those that were sent back from this account before.
fn join_lists(tx: &Tx<'_>, join: JoinId, account: &Account, (browser, owner): (&str, &str)) -> Result<()> {
    const NOTE: &str = "INSERT INTO account_join_wishlists (join_id, wishlist_id, owner_before)
        SELECT $1, w.id, w.owner_hash FROM wishlists w WHERE w.owner_hash = $2 AND w.taken_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM account_join_wishlists j JOIN account_joins a ON a.id = j.join_id
                WHERE j.wishlist_id = w.id AND a.account_id = $3)";
    const TAKE: &str = "UPDATE wishlists SET owner_hash = $1
        WHERE id IN (SELECT wishlist_id FROM account_join_wishlists WHERE join_id = $2)";
    tx.run(NOTE, &[&join.0, &browser, &account.id.0])?;
    tx.run(TAKE, &[&owner, &join.0]).map(drop)
}

/// What came to the account from another device before, and was placed on this one, is its own from now on too; and this device is
/// told of it for as long as somebody is signed in here.
fn join_here(tx: &Tx<'_>, (account, session): (&Account, SessionId), browser: &str, owner: &str) -> Result<()> {
    const TAKE: &str = "UPDATE orders SET browser_hash = $1 WHERE browser_hash = $2 AND account_id = $3";
    const TELL: &str = "UPDATE devices SET session_id = $1 WHERE browser_hash = $2 AND session_id IS NULL
        AND (order_number = '' OR order_number IN (SELECT number FROM orders WHERE account_id = $3))";
    tx.run(TAKE, &[&owner, &browser, &account.id.0])?;
    tx.run(TELL, &[&session.0, &browser, &account.id.0]).map(drop)
}

fn read_order(row: &Row<'_>) -> rusqlite::Result<(OrderId, String)> {
    Ok((OrderId(row.get("id")?), row.get("browser_hash")?))
}

/// Everything in a guest's cart lies in the account's: quantities are added, codes and gift cards come along, and what was told the
/// checkout where the account's cart was told nothing.
fn join_cart(tx: &Tx<'_>, key: Key<'_>, join: JoinId, (account, guest): (&Account, CartId)) -> Result<()> {
    const NOTE: &str = "INSERT INTO account_join_lines (join_id, variant_id, quantity)
        SELECT $1, variant_id, quantity FROM cart_lines WHERE cart_id = $2 AND saved = 0";
    const LINES: &str = "INSERT INTO cart_lines (cart_id, variant_id, quantity, saved, seen_minor)
        SELECT $1, variant_id, quantity, saved, seen_minor FROM cart_lines WHERE cart_id = $2 ORDER BY id
        ON CONFLICT (cart_id, variant_id, saved) DO UPDATE SET quantity = min(999, cart_lines.quantity + excluded.quantity)";
    const CODES: &str =
        "INSERT INTO cart_codes (cart_id, code, typed_at) SELECT $1, code, typed_at FROM cart_codes WHERE cart_id = $2
        ON CONFLICT (cart_id, code) DO NOTHING";
    const CARDS: &str =
        "INSERT INTO cart_cards (cart_id, card_id, laid_at) SELECT $1, card_id, laid_at FROM cart_cards WHERE cart_id = $2
        ON CONFLICT (cart_id, card_id) DO NOTHING";
    const GIFTS: &str = "INSERT INTO cart_gifts (cart_id, offer_id, variant_id)
        SELECT $1, offer_id, variant_id FROM cart_gifts WHERE cart_id = $2 ON CONFLICT (cart_id, offer_id) DO NOTHING";
    const GIFT: &str =
        "UPDATE carts SET gift_note = (SELECT gift_note FROM carts WHERE id = $1) WHERE id = $2 AND gift_note = ''";
    const DRAFT: &str =
        "UPDATE drafts SET cart_id = $1 WHERE cart_id = $2 AND NOT EXISTS (SELECT 1 FROM drafts WHERE cart_id = $1)";
    const CHANGED: &str = "UPDATE carts SET version = version + 1, touched_at = $1 WHERE id = $2";
    const LEFT: &[&str] = &[
        "DELETE FROM cart_lines WHERE cart_id = $1",
        "DELETE FROM cart_codes WHERE cart_id = $1",
        "DELETE FROM cart_cards WHERE cart_id = $1",
        "DELETE FROM cart_gifts WHERE cart_id = $1",
    ];
    let into = open_cart(tx, key, account)?;
    if into == guest {
        return Ok(());
    }
    tx.run(NOTE, &[&join.0, &guest.0])?;
    for step in [LINES, CODES, CARDS, GIFTS, DRAFT] {
        tx.run(step, &[&into.0, &guest.0])?;
    }
    tx.run(GIFT, &[&guest.0, &into.0])?;
    for step in LEFT {
        tx.run(step, &[&guest.0])?;
    }
    for cart in [guest, into] {
        tx.run(CHANGED, &[&tx.now().0, &cart.0])?;
    }
    Ok(())
}

/// The account's cart; a new one where it has none, or where it became an order.
fn open_cart(tx: &Tx<'_>, key: Key<'_>, account: &Account) -> Result<CartId> {
    const USED: &str = "SELECT 1 AS used FROM carts WHERE token_hash = $1";
    let now = cart(key, &account.seed, account.carts);
    if let Some(id) = id_of(tx, &now)? {
        return Ok(id);
    }
    if tx.one(USED, &[&now.hash()], |row| row.get::<_, i64>("used"))?.is_none() {
        return open(tx, &now);
    }
    super::next_cart(tx, account.id, account.carts).map_err(Fault::from)?;
    open(tx, &cart(key, &account.seed, account.carts + 1))
}

/// What came at the last sign-in at which something came, if it is not long ago and did not go back.
pub fn joined(conn: &Conn, account: AccountId, now: domain::time::Timestamp) -> Result<Option<Joined>> {
    const LAST: &str = "SELECT j.id, (SELECT count(*) FROM account_join_orders WHERE join_id = j.id) AS orders,
            (SELECT count(*) FROM account_join_lines WHERE join_id = j.id) AS lines,
            (SELECT count(*) FROM account_join_wishlists WHERE join_id = j.id) AS lists
        FROM account_joins j WHERE j.id = (SELECT max(id) FROM account_joins WHERE account_id = $1) AND j.undone = 0 AND j.at > $2";
    conn.one(LAST, &[&account.0, &(now.0 - UNDONE)], |row| {
        Ok(Joined { id: JoinId(row.get("id")?), orders: row.get("orders")?, lines: row.get("lines")?, lists: row.get("lists")? })
    })
}

/// What came goes back: orders and lists to where they were, and for good; what came into the cart is kept for later there. Doing it twice is
/// doing it once.
pub fn undo(tx: &Tx<'_>, key: Key<'_>, account: &Account, join: JoinId) -> Answer<(), Never> {
    const UNDO: &str = "UPDATE account_joins SET undone = 1 WHERE id = $1 AND account_id = $2 AND undone = 0 AND at > $3";
    const BACK: &str = "UPDATE orders SET account_id = NULL,
            browser_hash = (SELECT browser_before FROM account_join_orders WHERE join_id = $1 AND order_id = orders.id)
        WHERE account_id = $2 AND id IN (SELECT order_id FROM account_join_orders WHERE join_id = $1)";
    const LISTS: &str = "UPDATE wishlists
        SET owner_hash = (SELECT owner_before FROM account_join_wishlists WHERE join_id = $1 AND wishlist_id = wishlists.id)
        WHERE owner_hash = $2 AND id IN (SELECT wishlist_id FROM account_join_wishlists WHERE join_id = $1)";
    const CAME: &str = "SELECT j.variant_id, j.quantity, l.quantity AS held, l.seen_minor FROM account_join_lines j
        JOIN cart_lines l ON l.variant_id = j.variant_id AND l.cart_id = $1 AND l.saved = 0
        JOIN carts c ON c.id = l.cart_id JOIN account_joins a ON a.id = j.join_id AND a.at >= c.made_at WHERE j.join_id = $2";
    const SAVE: &str = "INSERT INTO cart_lines (cart_id, variant_id, quantity, saved, seen_minor) VALUES ($1, $2, $3, 1, $4)
        ON CONFLICT (cart_id, variant_id, saved) DO UPDATE SET quantity = min(999, cart_lines.quantity + excluded.quantity)";
    const LESS: &str = "UPDATE cart_lines SET quantity = $1 WHERE cart_id = $2 AND variant_id = $3 AND saved = 0";
    const NONE: &str = "DELETE FROM cart_lines WHERE cart_id = $1 AND variant_id = $2 AND saved = 0";
    if tx.run(UNDO, &[&join.0, &account.id.0, &(tx.now().0 - UNDONE)])? == 0 {
        return Ok(());
    }
    tx.run(BACK, &[&join.0, &account.id.0])?;
    tx.run(LISTS, &[&join.0, &owner(key, &account.seed).hash()])?;
    let Some(id) = id_of(tx, &cart(key, &account.seed, account.carts))? else { return Ok(()) };
    let came = tx.all(CAME, &[&id.0, &join.0], |row| {
        let (quantity, held): (i64, i64) = (row.get("quantity")?, row.get("held")?);
        Ok((VariantId(row.get("variant_id")?), quantity.min(held), held, row.get::<_, i64>("seen_minor")?))
    })?;
    for (variant, quantity, held, seen) in came {
        tx.run(SAVE, &[&id.0, &variant.0, &quantity, &seen])?;
        match held - quantity {
            0 => tx.run(NONE, &[&id.0, &variant.0])?,
            left => tx.run(LESS, &[&left, &id.0, &variant.0])?,
        };
    }
    tx.run("UPDATE carts SET version = version + 1, touched_at = $1 WHERE id = $2", &[&tx.now().0, &id.0])?;
    Ok(())
}
