//! What else a word may be called, by language. The merchant's own, in a table.

use domain::lang::Lang;

use super::runs::{Run, runs};
use crate::database::{Conn, Tx};
use crate::error::Result;

/// Keeps words that mean the same, each for all others.
pub fn save_synonyms(tx: &Tx<'_>, lang: Lang, same: &[String]) -> Result<()> {
    const SAVE: &str = "INSERT INTO synonyms (lang, word, also) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let keys: Vec<String> = same.iter().map(|words| key(&runs(words))).collect();
    for (at, word) in keys.iter().enumerate() {
        for (_, also) in keys.iter().enumerate().filter(|(other, _)| *other != at) {
            tx.run(SAVE, &[&lang.code(), word, also])?;
        }
    }
    Ok(())
}

/// What else these words are called together, each as the index has it.
pub(super) fn of(conn: &Conn, lang: Lang, words: &[Run]) -> Result<Vec<Vec<String>>> {
    const OF: &str = "SELECT also FROM synonyms WHERE lang = $1 AND word = $2 ORDER BY also LIMIT 8";
    let also: Vec<String> = conn.all(OF, &[&lang.code(), &key(words)], |row| row.get("also"))?;
    Ok(also.into_iter().map(|also| also.split(' ').map(str::to_owned).collect()).collect())
}

/// How words stand in the table.
fn key(words: &[Run]) -> String {
    let tokens: Vec<&str> = words.iter().flat_map(|run| &run.tokens).map(String::as_str).collect();
    tokens.join(" ")
}
