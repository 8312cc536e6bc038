//! What else a word may be called, by language: the merchant's own table.

use domain::lang::Lang;

use super::runs::{Run, runs};
use super::vocabulary;
use crate::database::{Conn, Tx};
use crate::error::Result;

/// Keeps words that mean the same, each for all others.
pub fn save_synonyms(tx: &Tx<'_>, lang: Lang, same: &[String]) -> Result<()> {
    const SAVE: &str = "INSERT INTO synonyms (lang, word, also) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
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

/// Words that mean the same, group by group, as they were said.
pub fn synonyms(conn: &Conn, lang: Lang) -> Result<Vec<Vec<String>>> {
    const ALL: &str = "SELECT word, also FROM synonyms WHERE lang = $1 ORDER BY word, also";
    let pairs: Vec<(String, String)> = conn.all(ALL, &[&lang.code()], |row| Ok((row.get("word")?, row.get("also")?)))?;
    let mut groups: Vec<Vec<String>> = Vec::new();
    for (word, also) in pairs {
        let is_of = |group: &Vec<String>| group.iter().any(|known| key(&runs(known)) == word || *known == also);
        match groups.iter_mut().find(|group| is_of(group)) {
            Some(group) if group.contains(&also) => {}
            Some(group) => group.push(also),
            None => groups.push(vec![also]),
        }
    }
    Ok(groups)
}

/// Keeps these groups and no others.
pub fn replace_synonyms(tx: &Tx<'_>, lang: Lang, groups: &[Vec<String>]) -> Result<()> {
    tx.run("DELETE FROM synonyms WHERE lang = $1", &[&lang.code()])?;
    groups.iter().try_for_each(|same| save_synonyms(tx, lang, same))
}
