//! The words goods are called by: what a word that is half typed may become, and which words are nearly this one.
//!
//! A word is found by itself without one of its letters, so one letter too many, too few, another or two in the wrong order
//! lead to it by a few exact questions; two mistakes in a long word are found among those that begin alike.

use std::collections::BTreeSet;

use domain::lang::Lang;
use strsim::osa_distance;

use super::letters::{Kind, kind};
use super::runs::{Run, Sort};
use crate::database::{Conn, Tx};
use crate::error::Result;

/// Letters are left out of so many first ones only; words that differ later begin alike.
const HEAD: usize = 8;
/// Longer words are nobody's to type.
const LONGEST: usize = 40;
/// Stretches of this many of a dictionary's words, and of this many signs, are looked up as one.
const STRETCH: usize = 3;
/// As many words that begin alike are compared at most.
const ALIKE: u32 = 300;

/// A word goods are called by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// As it is written.
    pub shown: String,
    /// As the index has it.
    pub parts: Vec<String>,
}

/// Learns the words of a text.
pub(super) fn learn(tx: &Tx<'_>, lang: Lang, runs: &[Run]) -> Result<()> {
    for run in runs {
        match run.sort {
            Sort::Word if is_word(&run.tokens[0]) && tx.is_new_word(lang, &run.tokens[0]) => {
                add(tx, lang, &run.tokens[0], &run.shown.to_lowercase(), &run.tokens)?;
            }
            Sort::Unspaced | Sort::Signs => {
                let whole = std::iter::once(run.tokens.as_slice());
                let stretches = (1..=STRETCH).flat_map(|long| run.tokens.windows(long));
                for parts in whole.chain(stretches) {
                    let word = parts.concat();
                    if parts.len() + usize::from(run.sort == Sort::Unspaced) > 1 && tx.is_new_word(lang, &word) {
                        let shown = shown(run, parts, &word);
                        add(tx, lang, &word, &shown, parts)?;
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// A stretch as it is written: what was folded has as many signs as what was not, but for a few.
fn shown(run: &Run, parts: &[String], word: &str) -> String {
    let same_length = run.shown.chars().count() == run.word.chars().count();
    match run.word.find(word).filter(|_| same_length) {
        Some(at) => {
            let before = run.word[..at].chars().count();
            run.shown.chars().skip(before).take(word.chars().count()).collect()
        }
        None => parts.concat(),
    }
}

/// Numbers and what is made of them are found as they are, not nearly.
fn is_word(word: &str) -> bool {
    let long = word.chars().count();
    long > 1 && long <= LONGEST && !word.contains(|letter| kind(letter) == Kind::Digit)
}

fn add(tx: &Tx<'_>, lang: Lang, word: &str, shown: &str, parts: &[String]) -> Result<()> {
    const ADD: &str = "INSERT INTO search_words (lang, word, shown, parts) VALUES ($1, $2, $3, $4)
        ON CONFLICT (lang, word) DO NOTHING RETURNING id";
    const NEAR: &str = "INSERT INTO search_near (lang, key, word_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let lang = lang.code();
    let id: Option<i64> = tx.one(ADD, &[&lang, &word, &shown, &parts.join(" ")], |row| row.get("id"))?;
    if let Some(id) = id {
        for key in keys(word) {
            tx.run(NEAR, &[&lang, &key, &id])?;
        }
    }
    Ok(())
}

/// The first letters of a word, whole and without each of them.
fn keys(word: &str) -> BTreeSet<String> {
    let head: Vec<char> = word.chars().take(HEAD).collect();
    let without = |gap: usize| head.iter().enumerate().filter(|(at, _)| *at != gap).map(|(_, letter)| letter).collect();
    (0..head.len()).map(without).chain([head.iter().collect()]).collect()
}

/// Words that begin so, the shortest first.
pub(super) fn beginning(conn: &Conn, lang: Lang, start: &str, longest: usize, most: u32) -> Result<Vec<Word>> {
    const BEGINNING: &str = "SELECT shown, parts FROM search_words WHERE lang = $1 AND word >= $2 AND word < $3
        AND length(word) <= $4 ORDER BY length(word), word LIMIT $5";
    let (end, longest) = (after(start), i64::try_from(longest).unwrap_or(i64::MAX));
    conn.all(BEGINNING, &[&lang.code(), &start, &end, &longest, &most], |row| {
        let parts: String = row.get("parts")?;
        Ok(Word { shown: row.get("shown")?, parts: parts.split(' ').map(str::to_owned).collect() })
    })
}

/// What stands behind every text with this beginning.
fn after(start: &str) -> String {
    format!("{start}\u{10FFFF}")
}

/// Whether goods are called so.
pub(super) fn knows(conn: &Conn, lang: Lang, word: &str) -> Result<bool> {
    const KNOWN: &str = "SELECT 1 AS one FROM search_words WHERE lang = $1 AND word = $2";
    Ok(conn.one(KNOWN, &[&lang.code(), &word], |_| Ok(()))?.is_some())
}

/// The words nearest to this one, the nearest first; none where nothing is near enough.
pub(super) fn near(conn: &Conn, lang: Lang, word: &str, most: usize) -> Result<Vec<(usize, Word)>> {
    const BY_KEY: &str = "SELECT w.word, w.shown, w.parts FROM search_near n JOIN search_words w ON w.id = n.word_id
        WHERE n.lang = $1 AND n.key = $2 LIMIT 200";
    const ALIKE_WORDS: &str = "SELECT word, shown, parts FROM search_words WHERE lang = $1 AND word >= $2 AND word < $3 LIMIT $4";
    let long = word.chars().count();
    let Some(allowed) = allowed(word).filter(|_| long <= LONGEST) else { return Ok(Vec::new()) };
    let read = |row: &rusqlite::Row<'_>| {
        let parts: String = row.get("parts")?;
        let parts = parts.split(' ').map(str::to_owned).collect();
        Ok((row.get::<_, String>("word")?, Word { shown: row.get("shown")?, parts }))
    };
    let mut found = Vec::new();
    for key in keys(word) {
        found.extend(conn.all(BY_KEY, &[&lang.code(), &key], read)?);
    }
    if allowed > 1 {
        let start: String = word.chars().take(3).collect();
        found.extend(conn.all(ALIKE_WORDS, &[&lang.code(), &start, &after(&start), &ALIKE], read)?);
    }
    let distance = |(other, found): (String, Word)| {
        let far = osa_distance(word, &other);
        // Most people get the first letter right.
        let first = usize::from(word.chars().next() != other.chars().next());
        (far <= allowed).then_some(((far, first, other.chars().count().abs_diff(long), other), found))
    };
    let mut near: Vec<_> = found.into_iter().filter_map(distance).collect();
    near.sort_by(|one, other| one.0.cmp(&other.0));
    near.dedup_by(|one, other| one.0 == other.0);
    Ok(near.into_iter().take(most).map(|((far, ..), word)| (far, word)).collect())
}

/// How many mistakes a word of this length may have: none in one letter, where every other word would be near.
fn allowed(word: &str) -> Option<usize> {
    match word.chars().count() {
        0..=2 => None,
        3..=6 => Some(1),
        _ => Some(2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::runs::runs;
    use crate::testing::TestDb;

    #[test]
    fn a_word_is_found_by_its_mistakes_in_every_script() {
        let shop = TestDb::new();
        for (lang, text) in [
            (Lang::En, "Umbrella, teapot and rucksack"),
            (Lang::Ru, "Рюкзак «Причал», секатор"),
            (Lang::Ar, "مظلة عاصفة"),
            (Lang::Th, "ตะกร้ากิ่งหลิว"),
            (Lang::ZhHans, "山脊马克杯"),
        ] {
            shop.write::<_, domain::Never>(move |tx| Ok(learn(tx, lang, &runs(text))?)).unwrap();
        }
        let nearest = |lang, word: &str| {
            let near = shop.read(|conn| near(conn, lang, word, 1));
            near.into_iter().next().map(|(_, word)| word.shown)
        };
        for (lang, typed, meant) in [
            (Lang::En, "umbrela", "umbrella"),
            (Lang::En, "umrbella", "umbrella"),
            (Lang::En, "ruksack", "rucksack"),
            (Lang::En, "teepot", "teapot"),
            (Lang::Ru, "рюгзак", "рюкзак"),
            (Lang::Ru, "сикатор", "секатор"),
            (Lang::Ar, "مضله", "مظلة"),
            (Lang::Th, "ตระกร้า", "ตะกร้า"),
            (Lang::ZhHans, "马可杯", "马克杯"),
        ] {
            assert_eq!(nearest(lang, typed).as_deref(), Some(meant), "{typed}");
        }
        assert_eq!(nearest(Lang::En, "concrete"), None);
        assert_eq!(nearest(Lang::En, "an"), None, "in two letters everything is near everything");
    }
}
