//! What a company tells the shop: kept until the shop has taken it, whatever restarts in between.

use domain::time::Timestamp;
use rusqlite::Row;

use crate::database::{Conn, Event, Tx};
use crate::error::Result;
use crate::rows::Columns;

/// After so many tries nobody is told any more.
pub const MOST_ATTEMPTS: u32 = 10;
/// The longest wait between two tries.
const LONGEST_WAIT: i64 = 6 * 3600;

/// Something to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is about, by the company's own name for it.
    pub subject: String,
    /// The JSON that is sent, the same at every try.
    pub body: String,
    /// When it is to be sent.
    pub at: Timestamp,
}

/// A letter that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its row.
    pub id: i64,
    /// The JSON that is sent.
    pub body: String,
    /// How often it was tried.
    pub attempts: u32,
}

/// What came of sending one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Which.
    pub letter: Waiting,
    /// What went wrong, if anything did.
    pub trouble: Option<String>,
}

/// Writes a letter, to be sent at its time. Gives its row.
pub fn write(tx: &Tx<'_>, letter: &Letter) -> Result<i64> {
    const WRITE: &str = "INSERT INTO deliveries (subject, body, planned, run_at) VALUES ($1, $2, $3, $3) RETURNING id";
    let id = tx.one(WRITE, &[&letter.subject, &letter.body, &letter.at.0], |row| row.get("id"))?;
    tx.emit(Event::Outbox);
    id.ok_or(crate::Fault::Books("a new letter has no id".to_owned()))
}

/// What is to be sent by `now`, the longest waiting first.
pub fn due(conn: &Conn, now: Timestamp, most: u32) -> Result<Vec<Waiting>> {
    const DUE: &str =
        "SELECT id, body, attempts FROM deliveries WHERE state = 'waiting' AND run_at <= $1 ORDER BY run_at LIMIT $2";
    conn.all(DUE, &[&now.0, &most], waiting)
}

/// When the next one is to be sent, if any waits.
pub fn next_at(conn: &Conn) -> Result<Option<Timestamp>> {
    const NEXT: &str = "SELECT run_at FROM deliveries WHERE state = 'waiting' ORDER BY run_at LIMIT 1";
    conn.one(NEXT, &[], |row| row.time("run_at"))
}

/// Everything about `subject` that still waits, due or not.
pub fn waiting_about(conn: &Conn, subject: &str) -> Result<Vec<Waiting>> {
    const ABOUT: &str = "SELECT id, body, attempts FROM deliveries WHERE subject = $1 AND state = 'waiting' ORDER BY planned, id";
    conn.all(ABOUT, &[&subject], waiting)
}

/// What has happened to `subject` by `now`, told or not.
pub fn happened(conn: &Conn, subject: &str, now: Timestamp) -> Result<Vec<String>> {
    const HAPPENED: &str = "SELECT body FROM deliveries WHERE subject = $1 AND planned <= $2 ORDER BY planned, id";
    conn.all(HAPPENED, &[&subject, &now.0], |row| row.get("body"))
}

/// What is planned about `subject` for after `now`, and when it is told.
pub fn planned(conn: &Conn, subject: &str, now: Timestamp) -> Result<Vec<(String, Timestamp)>> {
    const PLANNED: &str = "SELECT body, planned FROM deliveries WHERE subject = $1 AND planned > $2 ORDER BY planned, id";
    conn.all(PLANNED, &[&subject, &now.0], |row| Ok((row.get("body")?, row.time("planned")?)))
}

/// What was planned about `subject` for after `now` does not happen.
pub fn withdraw(tx: &Tx<'_>, subject: &str, now: Timestamp) -> Result<()> {
    tx.run("DELETE FROM deliveries WHERE subject = $1 AND planned > $2", &[&subject, &now.0]).map(drop)
}

/// Notes what came of sending: taken, or tried again four times as much later each time, and given up in the end.
pub fn sent(tx: &Tx<'_>, all: &[Sent]) -> Result<()> {
    const TAKEN: &str = "UPDATE deliveries SET state = 'taken' WHERE id = $1";
    const TROUBLE: &str = "UPDATE deliveries SET attempts = attempts + 1, trouble = $1, run_at = $2, state = $3 WHERE id = $4";
    for Sent { letter, trouble } in all {
        let Some(trouble) = trouble else {
            tx.run(TAKEN, &[&letter.id])?;
            continue;
        };
        let wait = (1_i64 << (2 * letter.attempts.min(10))).min(LONGEST_WAIT);
        let state = if letter.attempts + 1 >= MOST_ATTEMPTS { "dead" } else { "waiting" };
        tx.run(TROUBLE, &[&trouble, &tx.now().plus_seconds(wait).0, &state, &letter.id])?;
    }
    Ok(())
}

fn waiting(row: &Row<'_>) -> rusqlite::Result<Waiting> {
    Ok(Waiting { id: row.get("id")?, body: row.get("body")?, attempts: row.get("attempts")? })
}
