//! TestPay's books: sessions, and the money that moved.

use domain::codes;
use domain::money::Money;
use domain::time::Timestamp;
use rusqlite::{Connection, Row};
use rusqlite_migration::M;

use super::deliveries::{self, Letter};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::migrate::bring;
use crate::rows::Columns;

/// How long a shopper has to pay.
pub const SESSION_SECONDS: i64 = 30 * 60;

codes! {
    /// The life of a session.
    SessionState {
        /// Waits for a card.
        Open = "open",
        /// The card's bank asks its owner.
        Challenged = "challenged",
        /// Paid.
        Captured = "captured",
        /// Paid and given back.
        Refunded = "refunded",
    }
}

/// What a merchant asks for.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The name the session gets if it is new.
    pub reference: String,
    /// The merchant's name for the payment: asked for again, it is the same session.
    pub key: String,
    /// The order's number, shown to the shopper.
    pub order_number: String,
    /// The sum.
    pub amount: Money,
    /// Where the shopper goes after paying.
    pub done: String,
    /// Where the shopper goes without paying.
    pub cancelled: String,
}

/// A session as the books have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Row.
    pub id: i64,
    /// TestPay's name for it.
    pub reference: String,
    /// The merchant's name for it.
    pub key: String,
    /// The order's number.
    pub order_number: String,
    /// The sum.
    pub amount: Money,
    /// Where the shopper goes after paying.
    pub done: String,
    /// Where the shopper goes without paying.
    pub cancelled: String,
    /// How far it has come.
    pub state: SessionState,
    /// Not paid by then, it never is.
    pub expires_at: Timestamp,
}

/// The key was used for another sum: the merchant mixes up two payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherSum;

/// No such session, or one that can no longer do this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSo;

/// Brings TestPay's file to its schema.
pub fn migrate(conn: &mut Connection) -> Result<()> {
    const STEPS: &[M<'static>] = &[
        M::up(include_str!("../../migrations/outside/deliveries.sql")),
        M::up(include_str!("../../migrations/outside/testpay.sql")),
    ];
    bring(conn, STEPS)
}

const COLUMNS: &str = "SELECT id, reference, merchant_key, order_number, minor, currency, done, cancelled, state, expires_at
    FROM sessions WHERE ";

/// The session of this name.
pub fn by_reference(conn: &Conn, reference: &str) -> Result<Option<Session>> {
    conn.one(&format!("{COLUMNS} reference = $1"), &[&reference], read)
}

/// The session a merchant calls by this key.
pub fn by_key(conn: &Conn, key: &str) -> Result<Option<Session>> {
    conn.one(&format!("{COLUMNS} merchant_key = $1"), &[&key], read)
}

/// Opens a session; under a key that has one, gives that one.
pub fn open(tx: &Tx<'_>, opening: &Opening) -> Answer<Session, OtherSum> {
    const OPEN: &str = "INSERT INTO sessions (reference, merchant_key, order_number, minor, currency, done, cancelled, state,
            made_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9) ON CONFLICT (merchant_key) DO NOTHING";
    let o = opening;
    let (now, until) = (tx.now(), tx.now().plus_seconds(SESSION_SECONDS));
    let (minor, currency) = (o.amount.minor, o.amount.currency);
    tx.run(OPEN, &[&o.reference, &o.key, &o.order_number, &minor, &currency.code(), &o.done, &o.cancelled, &now.0, &until.0])?;
    let session = by_key(tx, &o.key)?.ok_or(Fault::NotFound("session"))?;
    if session.amount == o.amount { Ok(session) } else { Err(Error::Refused(OtherSum)) }
}

/// The card's bank wants to ask its owner.
pub fn challenge(tx: &Tx<'_>, reference: &str) -> Answer<(), NotSo> {
    step(
        tx,
        reference,
        "UPDATE sessions SET state = 'challenged' WHERE reference = $1 AND state IN ('open', 'challenged') AND expires_at > $2",
    )
}

/// The owner said no: another card may be tried.
pub fn reopen(tx: &Tx<'_>, reference: &str) -> Answer<(), NotSo> {
    step(
        tx,
        reference,
        "UPDATE sessions SET state = 'open' WHERE reference = $1 AND state IN ('open', 'challenged') AND expires_at > $2",
    )
}

fn step(tx: &Tx<'_>, reference: &str, sql: &str) -> Answer<(), NotSo> {
    if tx.run(sql, &[&reference, &tx.now().0])? == 1 { Ok(()) } else { Err(Error::Refused(NotSo)) }
}

/// Takes the money, once, and writes what the merchant is to be told. False when it was taken before.
pub fn capture(tx: &Tx<'_>, reference: &str, letters: &[Letter]) -> Answer<bool, NotSo> {
    const TAKE: &str = "UPDATE sessions SET state = 'captured'
        WHERE reference = $1 AND state IN ('open', 'challenged') AND expires_at > $2 RETURNING id, minor";
    let taken: Option<(i64, i64)> = tx.one(TAKE, &[&reference, &tx.now().0], |row| Ok((row.get("id")?, row.get("minor")?)))?;
    match (taken, by_reference(tx, reference)?.map(|session| session.state)) {
        (Some((id, minor)), _) => moved(tx, id, "capture", minor, letters).map(|()| true).map_err(Error::Fault),
        (None, Some(SessionState::Captured | SessionState::Refunded)) => Ok(false),
        (None, _) => Err(Error::Refused(NotSo)),
    }
}

/// Gives the money back, once. False when it was given back before.
pub fn refund(tx: &Tx<'_>, key: &str, letters: &[Letter]) -> Answer<bool, NotSo> {
    const GIVE: &str =
        "UPDATE sessions SET state = 'refunded' WHERE merchant_key = $1 AND state = 'captured' RETURNING id, minor";
    let given: Option<(i64, i64)> = tx.one(GIVE, &[&key], |row| Ok((row.get("id")?, row.get("minor")?)))?;
    match (given, by_key(tx, key)?.map(|session| session.state)) {
        (Some((id, minor)), _) => moved(tx, id, "refund", -minor, letters).map(|()| true).map_err(Error::Fault),
        (None, Some(SessionState::Refunded)) => Ok(false),
        (None, _) => Err(Error::Refused(NotSo)),
    }
}

fn moved(tx: &Tx<'_>, session: i64, kind: &str, minor: i64, letters: &[Letter]) -> Result<()> {
    const MOVED: &str = "INSERT INTO movements (session_id, kind, at, minor) VALUES ($1, $2, $3, $4)";
    tx.run(MOVED, &[&session, &kind, &tx.now().0, &minor])?;
    for letter in letters {
        deliveries::write(tx, letter)?;
    }
    Ok(())
}

/// How often money was taken, and how often given back, under a key.
pub fn movements(conn: &Conn, key: &str) -> Result<(u32, u32)> {
    const COUNT: &str = "SELECT coalesce(sum(m.kind = 'capture'), 0) AS taken, coalesce(sum(m.kind = 'refund'), 0) AS given
        FROM movements m JOIN sessions s ON s.id = m.session_id WHERE s.merchant_key = $1";
    Ok(conn.one(COUNT, &[&key], |row| Ok((row.get("taken")?, row.get("given")?)))?.unwrap_or((0, 0)))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        id: row.get("id")?,
        reference: row.get("reference")?,
        key: row.get("merchant_key")?,
        order_number: row.get("order_number")?,
        amount: row.money("minor", "currency")?,
        done: row.get("done")?,
        cancelled: row.get("cancelled")?,
        state: row.code("state")?,
        expires_at: row.time("expires_at")?,
    })
}
