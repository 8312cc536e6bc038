//! Links that show others how far an order is, and nothing else: made and taken back by whoever has a key to it.
//!
//! There is one at a time, and only its hash is kept: it is told once, when it is made, and who has lost it makes another.

use domain::Never;
use domain::ids::{OrderId, Revision};
use domain::orders::{SHARED_DAYS, SharedOrder};
use domain::time::Timestamp;

use super::{by_id, revision};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Result};
use crate::token::Token;

const DAY_SECONDS: i64 = 24 * 3600;

/// An order is shown to whoever has this link, and to nobody with the one before.
pub fn share(tx: &Tx<'_>, order: OrderId, link: &Token) -> Answer<(), Never> {
    const SHARE: &str = "INSERT INTO order_shares (order_id, token_hash, made_at) VALUES ($1, $2, $3)
        ON CONFLICT (order_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at";
    tx.run(SHARE, &[&order.0, &link.hash(), &tx.now().0])?;
    Ok(())
}

/// It is shown to nobody any more. Said again, it is the same.
pub fn unshare(tx: &Tx<'_>, order: OrderId) -> Answer<(), Never> {
    tx.run("DELETE FROM order_shares WHERE order_id = $1", &[&order.0])?;
    Ok(())
}

/// Whether an order has a link that others have; `link`: whether this is it.
pub fn is_shared(conn: &Conn, order: OrderId, link: Option<&Token>, now: Timestamp) -> Result<Option<bool>> {
    const SHARED: &str = "SELECT token_hash FROM order_shares WHERE order_id = $1 AND made_at > $2";
    let kept = conn.one(SHARED, &[&order.0, &since(now).0], |row| row.get::<_, String>("token_hash"))?;
    Ok(kept.map(|hash| link.is_some_and(|link| link.hash() == hash)))
}

/// What a link shows, and its revision; nothing when it was taken back, is too old, or never was one.
pub fn shown(conn: &Conn, link: &Token, now: Timestamp) -> Result<Option<(SharedOrder, Revision)>> {
    let order = order_of(conn, link, now)?;
    order.map(|order| Ok((SharedOrder::of(&by_id(conn, order)?), revision(conn, order)?))).transpose()
}

/// The order a link shows; none when it was taken back, is too old, or never was one.
pub fn order_of(conn: &Conn, link: &Token, now: Timestamp) -> Result<Option<OrderId>> {
    const FIND: &str = "SELECT order_id FROM order_shares WHERE token_hash = $1 AND made_at > $2";
    conn.one(FIND, &[&link.hash(), &since(now).0], |row| Ok(OrderId(row.get("order_id")?)))
}

/// Since when a link must be to show something yet.
fn since(now: Timestamp) -> Timestamp {
    now.plus_seconds(-SHARED_DAYS * DAY_SECONDS)
}
