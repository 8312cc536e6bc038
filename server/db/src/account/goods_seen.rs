//! What somebody looked at, kept with their account: for who has asked for it, and no longer than they want it.
//!
//! A browser keeps no moments of what it has seen, only an order, and tells the account what is new in it when a page of the account
//! is opened; that moment is what counts. So what was seen on one device since the other one told of it comes before what
//! the other one saw, and a browser that has seen nothing new moves nothing. What is more than [`GoodsSeen::MOST`] goes at once,
//! the oldest first, and does not come back with [`take_out`].

use domain::Never;
use domain::account::GoodsSeen;
use domain::ids::{AccountId, ProductId};
use domain::time::Timestamp;

use crate::database::{Conn, Tx};
use crate::error::{Answer, Result};
use crate::outbox::Job;

const DAY_SECONDS: i64 = 24 * 3600;

/// What is kept for an account; none where that was not asked for.
pub fn of(conn: &Conn, account: AccountId, now: Timestamp) -> Result<Option<GoodsSeen>> {
    const KEPT: &str = "SELECT joins, (SELECT count(*) FROM goods_seen g WHERE g.account_id = k.account_id AND g.came = k.joins
            AND k.joins > 0 AND k.joined_at > $1) AS came
        FROM goods_seen_keepers k WHERE account_id = $2";
    const GOODS: &str = "SELECT g.product_id FROM goods_seen g JOIN products p ON p.id = g.product_id AND p.shown = 'live'
        WHERE g.account_id = $1 AND g.at > $2 ORDER BY g.at DESC, g.product_id";
    let day_ago = now.plus_seconds(-DAY_SECONDS);
    let kept = conn.one(KEPT, &[&day_ago.0, &account.0], |row| Ok((row.get("joins")?, row.get("came")?)))?;
    let Some((join, came)) = kept else { return Ok(None) };
    let goods = conn.all(GOODS, &[&account.0, &kept_since(now).0], |row| Ok(ProductId(row.get("product_id")?)))?;
    Ok(Some(GoodsSeen { goods, join, came }))
}

/// Whether an account keeps them.
pub fn is_kept(conn: &Conn, account: AccountId) -> Result<bool> {
    const KEPT: &str = "SELECT 1 AS one FROM goods_seen_keepers WHERE account_id = $1";
    Ok(conn.one(KEPT, &[&account.0], |_| Ok(()))?.is_some())
}

/// They are kept from now on; or no longer, and all of them are gone at once.
pub fn keep(tx: &Tx<'_>, account: AccountId, wanted: bool) -> Answer<(), Never> {
    const KEEP: &str = "INSERT INTO goods_seen_keepers (account_id, since) VALUES ($1, $2) ON CONFLICT (account_id) DO NOTHING";
    if wanted {
        tx.run(KEEP, &[&account.0, &tx.now().0])?;
        tx.later(Job::ForgetSeen, 0, tx.now().plus_seconds(DAY_SECONDS))?;
    } else {
        forget(tx, account)?;
        tx.run("DELETE FROM goods_seen_keepers WHERE account_id = $1", &[&account.0])?;
    }
    Ok(())
}

/// A browser has seen these since it told of any, the last one first: they come to the account, if it wants to keep them. Those
/// shoppers do not find are left out.
pub fn join(tx: &Tx<'_>, account: AccountId, seen: &[ProductId]) -> Answer<Option<GoodsSeen>, Never> {
    const JOIN: &str = "UPDATE goods_seen_keepers SET joins = joins + 1, joined_at = $1 WHERE account_id = $2 RETURNING joins";
    const COMES: &str = "INSERT INTO goods_seen (account_id, product_id, at, came)
        SELECT $1, p.id, $2, $3 FROM products p WHERE p.id = $4 AND p.shown = 'live'
        ON CONFLICT (account_id, product_id) DO UPDATE SET at = max(goods_seen.at, excluded.at), came = excluded.came,
            before = CASE WHEN goods_seen.came = excluded.came THEN goods_seen.before ELSE goods_seen.at END";
    const TOO_MANY: &str = "DELETE FROM goods_seen WHERE account_id = $1 AND product_id NOT IN (SELECT product_id FROM goods_seen
        WHERE account_id = $1 ORDER BY at DESC, product_id LIMIT $2)";
    let now = tx.now();
    if !seen.is_empty()
        && let Some(join) = tx.one(JOIN, &[&now.0, &account.0], |row| row.get::<_, i64>("joins"))?
    {
        for (product, before) in seen.iter().zip(0..i64::from(GoodsSeen::MOST)) {
            tx.run(COMES, &[&account.0, &(now.0 - before), &join, &product.0])?;
        }
        tx.run(TOO_MANY, &[&account.0, &GoodsSeen::MOST])?;
    }
    Ok(of(tx, account, now)?)
}

/// What came with a join goes out again: what was there before is as it was. Doing it twice is doing it once.
pub fn take_out(tx: &Tx<'_>, account: AccountId, join: i64) -> Answer<(), Never> {
    const BEFORE: &str = "UPDATE goods_seen SET at = before, before = NULL, came = 0
        WHERE account_id = $1 AND came = $2 AND before IS NOT NULL";
    tx.run(BEFORE, &[&account.0, &join])?;
    tx.run("DELETE FROM goods_seen WHERE account_id = $1 AND came = $2 AND came > 0", &[&account.0, &join])?;
    Ok(())
}

/// All of them are gone at once; what is looked at from now on is kept.
pub fn forget(tx: &Tx<'_>, account: AccountId) -> Answer<(), Never> {
    tx.run("DELETE FROM goods_seen WHERE account_id = $1", &[&account.0])?;
    Ok(())
}

/// Forgets what was seen too long ago, by whomever; says when to look again.
pub fn forget_old(tx: &Tx<'_>) -> Answer<Timestamp, Never> {
    tx.run("DELETE FROM goods_seen WHERE at <= $1", &[&kept_since(tx.now()).0])?;
    Ok(tx.now().plus_seconds(DAY_SECONDS))
}

fn kept_since(now: Timestamp) -> Timestamp {
    now.plus_seconds(-i64::from(GoodsSeen::DAYS) * DAY_SECONDS)
}
