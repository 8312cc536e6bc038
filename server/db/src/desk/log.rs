//! The log of the desk: written with every change, never changed itself.

use domain::desk::{LogLine, Subject};
use domain::time::Timestamp;

use crate::database::{Conn, Tx};
use crate::error::Result;
use crate::rows::Columns;

/// What is written of a change.
pub(crate) struct Line<'a> {
    pub(crate) subject: Subject,
    /// 0 for what has no number.
    pub(crate) id: i64,
    pub(crate) name: &'a str,
    pub(crate) part: &'a str,
    pub(crate) was: &'a str,
    pub(crate) now: &'a str,
}

/// Writes a line; nobody's name stands for the shop itself.
pub(crate) fn note(tx: &Tx<'_>, who: &str, line: Line<'_>) -> Result<()> {
    const NOTE: &str = "INSERT INTO desk_log (at, staff, subject, subject_id, name, part, was, now)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let Line { subject, id, name, part, was, now } = line;
    tx.run(NOTE, &[&tx.now().0, &who, &subject.code(), &id, &name, &part, &was, &now]).map(drop)
}

/// The latest lines, of everything or of one thing, the last first.
pub fn log(conn: &Conn, of: Option<(Subject, i64)>, skip: u32, take: u32) -> Result<Vec<LogLine>> {
    const ALL: &str = "SELECT at, staff, subject, subject_id, name, part, was, now FROM desk_log
        ORDER BY id DESC LIMIT $1 OFFSET $2";
    const OF: &str = "SELECT at, staff, subject, subject_id, name, part, was, now FROM desk_log
        WHERE subject = $1 AND subject_id = $2 ORDER BY id DESC LIMIT $3 OFFSET $4";
    match of {
        None => conn.all(ALL, &[&take, &skip], read),
        Some((subject, id)) => conn.all(OF, &[&subject.code(), &id, &take, &skip], read),
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<LogLine> {
    Ok(LogLine {
        at: Timestamp(row.get("at")?),
        staff: row.get("staff")?,
        subject: row.code("subject")?,
        id: row.get("subject_id")?,
        name: row.get("name")?,
        part: row.get("part")?,
        was: row.get("was")?,
        now: row.get("now")?,
    })
}
