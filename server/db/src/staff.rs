//! Who works in the shop: names, passwords, and who is signed in.
//!
//! What lets them in is in `staff/door.rs`, how passwords are kept in `passwords.rs`.

use domain::ids::StaffId;
use domain::staff::{Staff, StaffName};
use domain::time::Timestamp;

use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Result};
use crate::token::Token;

mod door;
#[cfg(test)]
mod tests;

pub use crate::passwords::{NotLetIn, keep};
pub use door::sign_in;

/// A session nobody uses ends after twelve hours, in milliseconds.
const IDLE: i64 = 12 * 3_600_000;
/// No session is longer than seven days.
const LONGEST: i64 = 7 * 24 * 3_600_000;
/// How exactly it is noted when somebody was there last: ten minutes.
const NOTED: i64 = 600_000;

/// Somebody has this name, or had it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("that name is taken; a name is never given twice, because the log tells people by it")]
pub struct NameTaken;

/// Takes somebody in. `password` is what [`keep`] made of it.
pub fn add(tx: &Tx<'_>, name: &StaffName, password: &str) -> Answer<StaffId, NameTaken> {
    const ADD: &str =
        "INSERT INTO staff (name, password, added_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING RETURNING id";
    let id = tx.one(ADD, &[&name.as_str(), &password, &tx.now().0], |row| row.get("id").map(StaffId))?;
    id.ok_or(Error::Refused(NameTaken))
}

/// Gives somebody another password and ends all of their sessions; whether there is such a person.
pub fn renew(tx: &Tx<'_>, name: &StaffName, password: &str) -> Result<bool> {
    const RENEW: &str = "UPDATE staff SET password = $1, failures = 0 WHERE name = $2 AND left_at IS NULL";
    let known = tx.run(RENEW, &[&password, &name.as_str()])? > 0;
    end_all(tx, name)?;
    Ok(known)
}

/// Somebody works here no longer; whether they did.
pub fn leave(tx: &Tx<'_>, name: &StaffName) -> Result<bool> {
    const LEAVE: &str = "UPDATE staff SET left_at = $1, password = '' WHERE name = $2 AND left_at IS NULL";
    let known = tx.run(LEAVE, &[&tx.now().0, &name.as_str()])? > 0;
    end_all(tx, name)?;
    Ok(known)
}

/// Everybody who works here, by name, and since when.
pub fn all(conn: &Conn) -> Result<Vec<(String, Timestamp)>> {
    const ALL: &str = "SELECT name, added_at FROM staff WHERE left_at IS NULL ORDER BY name";
    conn.all(ALL, &[], |row| Ok((row.get("name")?, Timestamp(row.get("added_at")?))))
}

/// Who holds this session, if it is not over.
pub fn of_session(conn: &Conn, token: &Token, now: Timestamp) -> Result<Option<(Staff, Seen)>> {
    const OF: &str = "SELECT s.id, s.name, t.began_at, t.seen_at FROM staff_sessions t JOIN staff s ON s.id = t.staff_id
        WHERE t.token_hash = $1 AND s.left_at IS NULL AND t.seen_at > $2 AND t.began_at > $3";
    let held = conn.one(OF, &[&token.hash(), &(now.0 - IDLE), &(now.0 - LONGEST)], |row| {
        Ok((StaffId(row.get("id")?), row.get::<_, String>("name")?, row.get::<_, i64>("seen_at")?))
    })?;
    Ok(held.and_then(|(id, name, seen)| {
        let name = StaffName::parse(&name).ok()?;
        Some((Staff { id, name }, if now.0 - seen > NOTED { Seen::LongAgo } else { Seen::Lately }))
    }))
}

/// When somebody was there last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Not so long ago that it were worth a note.
    Lately,
    /// Long enough for [`seen`].
    LongAgo,
}

/// Notes that somebody is still there.
pub fn seen(tx: &Tx<'_>, token: &Token) -> Result<()> {
    tx.run("UPDATE staff_sessions SET seen_at = $1 WHERE token_hash = $2", &[&tx.now().0, &token.hash()]).map(drop)
}

/// Signs somebody out.
pub fn sign_out(tx: &Tx<'_>, token: &Token) -> Result<()> {
    tx.run("DELETE FROM staff_sessions WHERE token_hash = $1", &[&token.hash()]).map(drop)
}

fn end_all(tx: &Tx<'_>, name: &StaffName) -> Result<()> {
    const END: &str = "DELETE FROM staff_sessions WHERE staff_id IN (SELECT id FROM staff WHERE name = $1)";
    tx.run(END, &[&name.as_str()]).map(drop)
}
