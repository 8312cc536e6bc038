//! Delays that the desk has announced, by place and day. What they do to a promise is in `domain::delivery`.

use std::collections::BTreeMap;

use domain::Never;
use domain::contact::Country;
use domain::delivery::Delay;
use domain::desk::Subject;
use domain::ids::DelayId;
use domain::lang::Lang;
use domain::time::Day;
use rusqlite::Row;

use crate::database::{Conn, Event, Tx};
use crate::desk::{Line, note};
use crate::error::{Answer, Fault, Result};
use crate::rows::Columns;

/// What is felt at a place from this day on. A postcode nobody has typed yet is empty.
pub fn at(conn: &Conn, country: Country, postcode: &str, today: Day) -> Result<Vec<Delay>> {
    const AT: &str = "SELECT id, country, postcode, from_day, until_day, days, cause FROM delays
        WHERE country = $1 AND until_day >= $2 AND taken_at IS NULL ORDER BY id";
    // Where today is over already, yesterday may still be the shop's.
    let all = conn.all(AT, &[&country.code(), &today.plus(-1).0], bare)?;
    all.into_iter().filter(|delay| delay.is_at(country, postcode)).map(|delay| worded(conn, delay)).collect()
}

/// All that stand, the latest first.
pub fn all(conn: &Conn) -> Result<Vec<Delay>> {
    const ALL: &str = "SELECT id, country, postcode, from_day, until_day, days, cause FROM delays
        WHERE taken_at IS NULL ORDER BY until_day DESC, id DESC LIMIT 200";
    conn.all(ALL, &[], bare)?.into_iter().map(|delay| worded(conn, delay)).collect()
}

/// One that stands.
pub fn by_id(conn: &Conn, id: DelayId) -> Result<Delay> {
    const BY_ID: &str = "SELECT id, country, postcode, from_day, until_day, days, cause FROM delays
        WHERE id = $1 AND taken_at IS NULL";
    worded(conn, conn.one(BY_ID, &[&id.0], bare)?.ok_or(Fault::NotFound("delay"))?)
}

fn bare(row: &Row<'_>) -> rusqlite::Result<Delay> {
    Ok(Delay {
        id: DelayId(row.get("id")?),
        country: row.text("country")?,
        postcode: row.get("postcode")?,
        from: Day(row.get("from_day")?),
        until: Day(row.get("until_day")?),
        days: row.get("days")?,
        cause: row.code("cause")?,
        words: BTreeMap::new(),
    })
}

fn worded(conn: &Conn, delay: Delay) -> Result<Delay> {
    const WORDS: &str = "SELECT lang, text FROM delay_words WHERE delay_id = $1";
    let words = conn.all(WORDS, &[&delay.id.0], |row| Ok((row.code::<Lang>("lang")?, row.get("text")?)))?;
    Ok(Delay { words: words.into_iter().collect(), ..delay })
}

/// Announces a delay, or changes what was announced: `wanted.id` is not looked at. Orders keep what they were promised.
pub fn keep(tx: &Tx<'_>, who: &str, id: Option<DelayId>, wanted: &Delay) -> Answer<DelayId, Never> {
    const NEW: &str = "INSERT INTO delays (country, postcode, from_day, until_day, days, cause, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
    const CHANGE: &str = "UPDATE delays SET country = $1, postcode = $2, from_day = $3, until_day = $4, days = $5, cause = $6
        WHERE id = $7";
    const SAY: &str = "INSERT INTO delay_words (delay_id, lang, text) VALUES ($1, $2, $3)";
    let before = id.map(|id| by_id(tx, id)).transpose()?;
    let Delay { country, postcode, from, until, days, cause, .. } = wanted;
    let (country, cause) = (country.code(), cause.code());
    let id = match id {
        Some(id) => {
            tx.run(CHANGE, &[&country, postcode, &from.0, &until.0, days, &cause, &id.0])?;
            id
        }
        None => {
            let new = tx.one(NEW, &[&country, postcode, &from.0, &until.0, days, &cause, &tx.now().0], |row| row.get("id"))?;
            DelayId(new.ok_or(Fault::Books("a new delay has no id".to_owned()))?)
        }
    };
    tx.run("DELETE FROM delay_words WHERE delay_id = $1", &[&id.0])?;
    for (lang, text) in &wanted.words {
        tx.run(SAY, &[&id.0, &lang.code(), text])?;
    }
    tell(tx, who, before.as_ref(), Some(&by_id(tx, id)?))?;
    Ok(id)
}

/// Takes a delay back: nothing is promised by it any more.
pub fn take_back(tx: &Tx<'_>, who: &str, id: DelayId) -> Answer<(), Never> {
    let before = by_id(tx, id)?;
    tx.run("UPDATE delays SET taken_at = $1 WHERE id = $2", &[&tx.now().0, &id.0])?;
    Ok(tell(tx, who, Some(&before), None)?)
}

/// A line in the log for each part that is different; pages that were kept are made anew.
fn tell(tx: &Tx<'_>, who: &str, before: Option<&Delay>, after: Option<&Delay>) -> Result<()> {
    tx.emit(Event::Catalogue);
    let Some(of) = after.or(before) else { return Ok(()) };
    let name = format!("{} {}", of.country.code(), of.postcode);
    let (was, now) = (before.map(parts).unwrap_or_default(), after.map(parts).unwrap_or_default());
    for (at, (part, _)) in parts(of).into_iter().enumerate() {
        let text = |side: &[(&str, String)]| side.get(at).map(|(_, text)| text.clone()).unwrap_or_default();
        let (was, now) = (text(&was), text(&now));
        if was != now {
            note(tx, who, Line { subject: Subject::Delay, id: of.id.0, name: name.trim(), part, was: &was, now: &now })?;
        }
    }
    Ok(())
}

fn parts(delay: &Delay) -> Vec<(&'static str, String)> {
    let words: Vec<String> = delay.words.iter().map(|(lang, text)| format!("{}: {text}", lang.code())).collect();
    vec![
        ("where", format!("{} {}", delay.country.code(), delay.postcode).trim().to_owned()),
        ("from", delay.from.to_string()),
        ("until", delay.until.to_string()),
        ("days", delay.days.to_string()),
        ("cause", delay.cause.code().to_owned()),
        ("words", words.join("; ")),
    ]
}
