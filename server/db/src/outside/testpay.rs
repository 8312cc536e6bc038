//! TestPay's books: sessions, and the money that came. What moved afterwards is in `testpay/movements.rs`,
//! cards that are kept in `testpay/purses.rs`.

use domain::codes;
use domain::money::Money;
use domain::payments::Way;
use domain::time::Timestamp;
use rusqlite::{Connection, Row};
use rusqlite_migration::M;

use super::deliveries::Letter;
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::migrate::bring;
use crate::rows::Columns;

mod movements;
mod purses;

use movements::moved;
pub use movements::{bounce, dispute, give_back, movements, win};
pub use purses::{Card, cards, forget, kept, put};

codes! {
    /// The life of a session.
    SessionState {
        /// Waits for its money, some of which may be there.
        Open = "open",
        /// The card's bank asks its owner.
        Challenged = "challenged",
        /// Reserved for the merchant to take.
        Promised = "promised",
        /// Paid, whatever was given back since.
        Paid = "paid",
        /// The merchant does not wait for it any more.
        LetGo = "let_go",
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
    /// How it is paid.
    pub way: Way,
    /// The sum.
    pub amount: Money,
    /// Whether it is only promised until the merchant takes it.
    pub promise: bool,
    /// How long it can be paid, in seconds.
    pub seconds: i64,
    /// Where the shopper goes after paying.
    pub done: String,
    /// Where the shopper goes without paying.
    pub cancelled: String,
    /// What the merchant calls whoever pays, where it calls them something.
    pub purse: Option<String>,
    /// Whether the card that is paid with is to be kept.
    pub keep_card: bool,
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
    /// How it is paid.
    pub way: Way,
    /// The sum.
    pub amount: Money,
    /// Whether it is only promised until the merchant takes it.
    pub promise: bool,
    /// Where the shopper goes after paying.
    pub done: String,
    /// Where the shopper goes without paying.
    pub cancelled: String,
    /// What the merchant calls whoever pays.
    pub purse: Option<String>,
    /// Whether the card that is paid with is to be kept.
    pub keep_card: bool,
    /// How far it has come.
    pub state: SessionState,
    /// What was taken, in minor units.
    pub taken: i64,
    /// What of it was given back.
    pub returned: i64,
    /// What of that came back.
    pub bounced: i64,
    /// What of it the shopper's bank fetched back.
    pub lost: i64,
    /// What of that was won back.
    pub won: i64,
    /// Not paid by then, it never is, unless a bank is late.
    pub expires_at: Timestamp,
}

impl Session {
    /// What is left of what was taken.
    pub const fn left(&self) -> i64 {
        self.taken - self.returned + self.bounced - self.lost + self.won
    }
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
        M::up(include_str!("../../migrations/outside/testpay_ways.sql")).foreign_key_check(),
        M::up(include_str!("../../migrations/outside/testpay_back.sql")).foreign_key_check(),
        M::up(include_str!("../../migrations/outside/testpay_purses.sql")),
    ];
    bring(conn, STEPS)
}

const COLUMNS: &str = "SELECT id, reference, merchant_key, order_number, way, minor, currency, promise, done, cancelled, purse,
        keep_card, state, taken, returned, bounced, lost, won, expires_at
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
    const OPEN: &str =
        "INSERT INTO sessions (reference, merchant_key, order_number, way, minor, currency, promise, done, cancelled,
            purse, keep_card, state, made_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open', $12, $13) ON CONFLICT (merchant_key) DO NOTHING";
    let o = opening;
    let (now, until) = (tx.now(), tx.now().plus_seconds(o.seconds));
    let (minor, currency) = (o.amount.minor, o.amount.currency);
    tx.run(
        OPEN,
        &[
            &o.reference,
            &o.key,
            &o.order_number,
            &o.way.code(),
            &minor,
            &currency.code(),
            &o.promise,
            &o.done,
            &o.cancelled,
            &o.purse,
            &o.keep_card,
            &now.0,
            &until.0,
        ],
    )?;
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

/// The owner agrees: the money is taken, or promised, once, and what the merchant is to be told is written. False when that was
/// done before.
pub fn agree(tx: &Tx<'_>, reference: &str, letters: &[Letter]) -> Answer<bool, NotSo> {
    const AGREE: &str = "UPDATE sessions SET state = CASE promise WHEN 1 THEN 'promised' ELSE 'paid' END,
            taken = CASE promise WHEN 1 THEN 0 ELSE minor END
        WHERE reference = $1 AND state IN ('open', 'challenged') AND expires_at > $2 RETURNING id, minor, promise";
    let agreed: Option<(i64, i64, bool)> =
        tx.one(AGREE, &[&reference, &tx.now().0], |row| Ok((row.get("id")?, row.get("minor")?, row.get("promise")?)))?;
    match (agreed, by_reference(tx, reference)?.map(|session| session.state)) {
        (Some((id, minor, promise)), _) => {
            let kind = if promise { "promise" } else { "capture" };
            purses::keep(tx, id)?;
            moved(tx, id, kind, minor, letters).map(|()| true).map_err(Error::Fault)
        }
        (None, Some(SessionState::Paid | SessionState::Promised)) => Ok(false),
        (None, _) => Err(Error::Refused(NotSo)),
    }
}

/// Money comes in from a bank or a counter, whatever the session's state: too little, too much, twice, or too late.
pub fn receive(tx: &Tx<'_>, reference: &str, minor: i64, letters: &[Letter]) -> Answer<(), NotSo> {
    const RECEIVE: &str = "UPDATE sessions SET taken = taken + $1,
            state = CASE WHEN taken + $1 >= minor THEN 'paid' ELSE state END
        WHERE reference = $2 RETURNING id";
    let id = tx.one(RECEIVE, &[&minor, &reference], |row| row.get("id"))?.ok_or(Error::Refused(NotSo))?;
    Ok(moved(tx, id, "capture", minor, letters)?)
}

/// The merchant takes so much of what was promised; the rest is free. Taken before, nothing happens.
pub fn take(tx: &Tx<'_>, key: &str, minor: i64, letters: &[Letter]) -> Answer<(), NotSo> {
    const TAKE: &str =
        "UPDATE sessions SET state = 'paid', taken = $1 WHERE merchant_key = $2 AND state = 'promised' AND minor >= $1
        RETURNING id, taken AS minor";
    let taken: Option<(i64, i64)> = tx.one(TAKE, &[&minor, &key], |row| Ok((row.get("id")?, row.get("minor")?)))?;
    match (taken, by_key(tx, key)?.map(|session| session.state)) {
        (Some((id, minor)), _) => Ok(moved(tx, id, "capture", minor, letters)?),
        (None, Some(SessionState::Paid)) => Ok(()),
        (None, _) => Err(Error::Refused(NotSo)),
    }
}

/// The merchant waits no longer. What is paid stays paid.
pub fn let_go(tx: &Tx<'_>, key: &str) -> Result<()> {
    const LET_GO: &str = "UPDATE sessions SET state = 'let_go' WHERE merchant_key = $1 AND state <> 'paid'";
    tx.run(LET_GO, &[&key]).map(drop)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        id: row.get("id")?,
        reference: row.get("reference")?,
        key: row.get("merchant_key")?,
        order_number: row.get("order_number")?,
        way: row.code("way")?,
        amount: row.money("minor", "currency")?,
        promise: row.get("promise")?,
        done: row.get("done")?,
        cancelled: row.get("cancelled")?,
        purse: row.get("purse")?,
        keep_card: row.get("keep_card")?,
        state: row.code("state")?,
        taken: row.get("taken")?,
        returned: row.get("returned")?,
        bounced: row.get("bounced")?,
        lost: row.get("lost")?,
        won: row.get("won")?,
        expires_at: row.time("expires_at")?,
    })
}
