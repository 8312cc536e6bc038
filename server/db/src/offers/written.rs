//! Offers as the desk makes and changes them, each change in the log.

use std::collections::BTreeMap;

use domain::desk::Subject;
use domain::ids::OfferId;
use domain::lang::Lang;
use domain::offers::{Code, Given, Gives, Limits, Offer, Reach, Together};
use rusqlite::Row;

use super::{had, offer};
use crate::database::{Conn, Tx};
use crate::desk::{Line, note};
use crate::error::{Answer, Error, Fault, Result};
use crate::rows::{Columns, written};

/// An offer as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What it is.
    pub offer: Offer,
    /// What it is called, by language; the first one has a name.
    pub names: BTreeMap<Lang, String>,
    /// Whether it rests: nobody gets it, as if it were not there.
    pub paused: bool,
    /// Whom copies of it are given to, each behind a code of its own; none where it is had as it is.
    pub given: Option<Given>,
}

/// Why an offer is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// Another one is behind the same code.
    #[error("another offer has this code")]
    CodeTaken,
    /// More orders have had it than it would allow.
    #[error("{0} orders have had it")]
    HadMore(u32),
    /// More orders of one person have had it than it would allow.
    #[error("{0} orders of one person have had it")]
    OneHadMore(u32),
}

const ALL: &str = "SELECT id, code, gives, reach, limits, together, paused, given FROM offers WHERE copy_of IS NULL
    ORDER BY id DESC";
const BY_ID: &str = "SELECT id, code, gives, reach, limits, together, paused, given FROM offers
    WHERE id = $1 AND copy_of IS NULL";

/// All offers but copies, the latest first, each with how many orders have had it.
pub fn all(conn: &Conn) -> Result<Vec<(Kept, u32)>> {
    let with = |kept: Kept| {
        let had = super::times(conn, kept.offer.id)?;
        Ok((Kept { names: names(conn, kept.offer.id)?, ..kept }, had))
    };
    conn.all(ALL, &[], bare)?.into_iter().map(with).collect()
}

/// An offer.
pub fn by_id(conn: &Conn, id: OfferId) -> Result<Kept> {
    let kept = conn.one(BY_ID, &[&id.0], bare)?.ok_or(Fault::NotFound("offer"))?;
    Ok(Kept { names: names(conn, id)?, ..kept })
}

fn bare(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept { offer: offer(row)?, names: BTreeMap::new(), paused: row.get("paused")?, given: row.maybe_code("given")? })
}

fn names(conn: &Conn, id: OfferId) -> Result<BTreeMap<Lang, String>> {
    const NAMES: &str = "SELECT lang, name FROM offer_words WHERE offer_id = $1";
    let rows = conn.all(NAMES, &[&id.0], |row| Ok((row.get::<_, String>("lang")?, row.get("name")?)))?;
    Ok(rows.into_iter().filter_map(|(lang, name)| Some((Lang::from_code(&lang)?, name))).collect())
}

/// Keeps an offer; a new one without an id. Orders that had it stay as they are.
pub fn keep(tx: &Tx<'_>, who: &str, id: Option<OfferId>, wanted: &Kept) -> Answer<OfferId, NotKept> {
    const NEW: &str = "INSERT INTO offers (code, gives, reach, limits, together, paused, given, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";
    const CHANGE: &str = "UPDATE offers SET code = $1, gives = $2, reach = $3, limits = $4, together = $5, given = $6
        WHERE id = $7";
    let before = id.map(|id| by_id(tx, id)).transpose()?;
    let Kept { offer: Offer { code, gives, reach, limits, together, .. }, names, paused, given } = wanted;
    fits(tx, id, &wanted.offer)?;
    let code = code.as_ref().map(Code::as_str);
    let given = given.map(Given::code);
    let (gives, reach, limits) = (written(gives)?, written(reach)?, written(limits)?);
    let id = match id {
        Some(id) => {
            tx.run(CHANGE, &[&code, &gives, &reach, &limits, &together.code(), &given, &id.0])?;
            id
        }
        None => {
            let new: [&dyn rusqlite::ToSql; 8] = [&code, &gives, &reach, &limits, &together.code(), paused, &given, &tx.now().0];
            let id = tx.one(NEW, &new, |row| Ok(OfferId(row.get("id")?)))?;
            id.ok_or(Fault::Books("a new offer has no id".to_owned()))?
        }
    };
    say(tx, id, names)?;
    tell(tx, who, id, before.as_ref())?;
    Ok(id)
}

/// Whether an offer fits beside the others, and to those who have had it.
fn fits(conn: &Conn, id: Option<OfferId>, offer: &Offer) -> Answer<(), NotKept> {
    const TAKEN: &str = "SELECT 1 AS one FROM offers WHERE code = $1 AND id <> $2";
    let known = id.map_or(0, |id| id.0);
    let code = offer.code.as_ref().map(Code::as_str);
    if conn.one(TAKEN, &[&code, &known], |_| Ok(()))?.is_some() {
        return Err(Error::Refused(NotKept::CodeTaken));
    }
    let Some(id) = id else { return Ok(()) };
    let (had, by_one) = (super::times(conn, id)?, had::times_by_one(conn, id)?);
    match (offer.limits.in_all, offer.limits.per_person) {
        (Some(limit), _) if had > limit => Err(Error::Refused(NotKept::HadMore(had))),
        (_, Some(limit)) if by_one > limit => Err(Error::Refused(NotKept::OneHadMore(by_one))),
        _ => Ok(()),
    }
}

fn say(tx: &Tx<'_>, id: OfferId, names: &BTreeMap<Lang, String>) -> Result<()> {
    tx.run("DELETE FROM offer_words WHERE offer_id = $1", &[&id.0])?;
    for (lang, name) in names {
        tx.run("INSERT INTO offer_words (offer_id, lang, name) VALUES ($1, $2, $3)", &[&id.0, &lang.code(), name])?;
    }
    Ok(())
}

/// Lets an offer rest, or lets it be had again.
pub fn pause(tx: &Tx<'_>, who: &str, id: OfferId, paused: bool) -> Answer<(), domain::Never> {
    let before = by_id(tx, id)?;
    tx.run("UPDATE offers SET paused = $1 WHERE id = $2", &[&paused, &id.0])?;
    Ok(tell(tx, who, id, Some(&before))?)
}

/// A line in the log for each part that is different.
fn tell(tx: &Tx<'_>, who: &str, id: OfferId, before: Option<&Kept>) -> Result<()> {
    let after = by_id(tx, id)?;
    let name = after.names.get(&Lang::FIRST).cloned().unwrap_or_default();
    let was = before.map(parts).transpose()?.unwrap_or_default();
    for (part, now) in parts(&after)? {
        let was = was.iter().find(|(known, _)| *known == part).map_or("", |(_, was)| was.as_str());
        if was != now {
            note(tx, who, Line { subject: Subject::Offer, id: id.0, name: &name, part, was, now: &now })?;
        }
    }
    Ok(())
}

fn parts(kept: &Kept) -> Result<Vec<(&'static str, String)>> {
    let Kept { offer: Offer { code, gives, reach, limits, together, .. }, names, paused, given } = kept;
    let yes = |is: bool| if is { "yes".to_owned() } else { String::new() };
    let names: Vec<String> = names.iter().map(|(lang, name)| format!("{}: {name}", lang.code())).collect();
    Ok(vec![
        ("name", names.join("; ")),
        ("code", code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default()),
        ("gives", plain::<Gives>(gives)?),
        ("reach", plain::<Reach>(reach)?),
        ("limits", plain::<Limits>(limits)?),
        ("together", Together::code(*together).to_owned()),
        ("paused", yes(*paused)),
        ("given", given.map(Given::code).unwrap_or_default().to_owned()),
    ])
}

/// As it is kept, without what says nothing.
fn plain<T: serde::Serialize>(part: &T) -> Result<String> {
    let text = written(part)?;
    let said = text.trim_matches(['{', '}']).split(",\"").filter(|part| !part.ends_with(":null") && !part.ends_with(":false"));
    Ok(said.map(|part| part.replace('"', "")).collect::<Vec<_>>().join(", "))
}
