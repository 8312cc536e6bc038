//! Cards that TestPay keeps: put to a session, kept once it is paid, offered the next time, forgotten when the merchant says so.

use rusqlite::Row;

use super::{NotSo, Session};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Result};

/// A card somebody pays with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// TestPay's name for it.
    pub token: String,
    /// What it does, by the name test cards have for it.
    pub story: String,
    /// Its last four digits.
    pub tail: String,
    /// The month after which it is over.
    pub month: i64,
    /// And its year.
    pub year: i64,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Card> {
    Ok(Card {
        token: row.get("token")?,
        story: row.get("story")?,
        tail: row.get("tail")?,
        month: row.get("month")?,
        year: row.get("year")?,
    })
}

/// What is kept in a purse, the newest first.
pub fn cards(conn: &Conn, purse: &str) -> Result<Vec<Card>> {
    const OF: &str = "SELECT token, story, tail, month, year FROM cards WHERE purse = $1 AND kept = 1
        ORDER BY made_at DESC, token";
    conn.all(OF, &[&purse], read)
}

/// The card a session was paid with and that is kept since.
pub fn kept(conn: &Conn, session: &Session) -> Result<Option<Card>> {
    const OF: &str = "SELECT c.token, c.story, c.tail, c.month, c.year FROM sessions s JOIN cards c ON c.token = s.card
        WHERE s.id = $1 AND s.keep_card = 1 AND c.kept = 1";
    conn.one(OF, &[&session.id], read)
}

/// A card is put to a session that is to keep it. The same card is kept once.
pub fn put(tx: &Tx<'_>, session: &Session, card: &Card) -> Answer<(), NotSo> {
    const KNOWN: &str = "SELECT token FROM cards WHERE purse = $1 AND story = $2 AND tail = $3 AND month = $4 AND year = $5";
    const WRITE: &str = "INSERT INTO cards (token, purse, story, tail, month, year, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    const PUT: &str = "UPDATE sessions SET card = $1 WHERE id = $2";
    let purse = session.purse.as_deref().filter(|_| session.keep_card).ok_or(Error::Refused(NotSo))?;
    let known =
        tx.one(KNOWN, &[&purse, &card.story, &card.tail, &card.month, &card.year], |row| row.get::<_, String>("token"))?;
    if known.is_none() {
        let now = tx.now().0;
        tx.run(WRITE, &[&card.token, &purse, &card.story, &card.tail, &card.month, &card.year, &now])?;
    }
    tx.run(PUT, &[known.as_ref().unwrap_or(&card.token), &session.id])?;
    Ok(())
}

/// A session is paid: the card that was put to it is kept.
pub(super) fn keep(tx: &Tx<'_>, session: i64) -> Result<()> {
    const KEEP: &str = "UPDATE cards SET kept = 1 WHERE token = (SELECT card FROM sessions WHERE id = $1 AND keep_card = 1)";
    tx.run(KEEP, &[&session]).map(drop)
}

/// Forgets a card of a purse, or all of them.
pub fn forget(tx: &Tx<'_>, purse: &str, card: Option<&str>) -> Result<()> {
    match card {
        Some(card) => tx.run("DELETE FROM cards WHERE purse = $1 AND token = $2", &[&purse, &card]),
        None => tx.run("DELETE FROM cards WHERE purse = $1", &[&purse]),
    }
    .map(drop)
}
