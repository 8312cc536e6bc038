//! What else a word may be called, by language: the merchant's own table.

use std::collections::{BTreeMap, BTreeSet};

use domain::lang::Lang;

use super::runs::{Run, runs};
use super::vocabulary;
use crate::database::{Conn, Event, Tx};
use crate::error::Result;

/// Keeps words that mean the same, each for all others.
pub fn save_synonyms(tx: &Tx<'_>, lang: Lang, same: &[String]) -> Result<()> {
    const SAVE: &str = "INSERT INTO synonyms (lang, word, also) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    tx.emit(Event::Catalogue);
    for (at, word) in same.iter().enumerate() {
        let word = key(&runs(word));
        for (_, also) in same.iter().enumerate().filter(|(other, _)| *other != at) {
            tx.run(SAVE, &[&lang.code(), &word, also])?;
            vocabulary::learn(tx, lang, &runs(also))?;
        }
    }
    Ok(())
}

/// What things are also called may be typed wrong, too.
pub(super) fn learn_all(tx: &Tx<'_>) -> Result<()> {
    const ALL: &str = "SELECT DISTINCT lang, also FROM synonyms";
    let all: Vec<(String, String)> = tx.all(ALL, &[], |row| Ok((row.get("lang")?, row.get("also")?)))?;
    for (lang, also) in all.iter().filter_map(|(code, also)| Some((Lang::from_code(code)?, also))) {
        vocabulary::learn(tx, lang, &runs(also))?;
    }
    Ok(())
}

/// What else these words are called together, each as the index has it.
pub(super) fn of(conn: &Conn, lang: Lang, words: &[Run]) -> Result<Vec<Vec<String>>> {
    const OF: &str = "SELECT also FROM synonyms WHERE lang = $1 AND word = $2 ORDER BY also LIMIT 8";
    let also: Vec<String> = conn.all(OF, &[&lang.code(), &key(words)], |row| row.get("also"))?;
    Ok(also.iter().map(|also| runs(also).into_iter().flat_map(|run| run.tokens).collect()).collect())
}

/// How words stand in the table.
fn key(words: &[Run]) -> String {
    let tokens: Vec<&str> = words.iter().flat_map(|run| &run.tokens).map(String::as_str).collect();
    tokens.join(" ")
}

/// Words that mean the same, group by group: keeping these groups again keeps what is kept. A word may stand in several, which
/// does not make the others of one mean the others of the next.
pub fn synonyms(conn: &Conn, lang: Lang) -> Result<Vec<Vec<String>>> {
    const ALL: &str = "SELECT word, also FROM synonyms WHERE lang = $1 ORDER BY word, also";
    let pairs: BTreeSet<(String, String)> =
        conn.all(ALL, &[&lang.code()], |row| Ok((row.get("word")?, row.get("also")?)))?.into_iter().collect();
    let words: BTreeMap<String, String> = pairs.iter().map(|(_, also)| (key(&runs(also)), also.clone())).collect();
    let same = |one: &String, other: &String| words.get(other).is_some_and(|also| pairs.contains(&(one.clone(), also.clone())));
    let (mut groups, mut told): (Vec<Vec<String>>, BTreeSet<(String, String)>) = Default::default();
    for (word, also) in &pairs {
        let other = key(&runs(also));
        if told.contains(&(word.clone(), other.clone())) {
            continue;
        }
        let mut group = vec![word.clone(), other];
        for candidate in words.keys() {
            if !group.contains(candidate) && group.iter().all(|known| same(known, candidate) && same(candidate, known)) {
                group.push(candidate.clone());
            }
        }
        told.extend(group.iter().flat_map(|one| group.iter().map(|other| (one.clone(), other.clone()))));
        groups.push(group.iter().map(|word| words.get(word).unwrap_or(word).clone()).collect());
    }
    Ok(groups)
}

/// Keeps these groups and no others.
pub fn replace_synonyms(tx: &Tx<'_>, lang: Lang, groups: &[Vec<String>]) -> Result<()> {
    tx.run("DELETE FROM synonyms WHERE lang = $1", &[&lang.code()])?;
    tx.emit(Event::Catalogue);
    groups.iter().try_for_each(|same| save_synonyms(tx, lang, same))
}
