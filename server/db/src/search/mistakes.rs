//! What was typed wrong, put right: words no thing has become the nearest words that things have.

use domain::lang::Lang;

use super::find::rows;
use super::places;
use super::runs::{Run, Sort, runs};
use super::vocabulary::{Word, near};
use super::wants::{Want, of_word, wants, written};
use crate::database::Conn;
use crate::error::Result;

/// So many near words are tried.
const TRIED: usize = 4;
/// Neither half of a word that lacks its space is shorter.
const HALF: usize = 3;

/// The query put right, as it would be written; none where nothing is wrong or nothing is near.
pub(super) fn corrected(conn: &Conn, langs: &[Lang], typed: &[Run]) -> Result<Option<String>> {
    let mut text = Vec::new();
    let mut wrong = false;
    let mut at = 0;
    while let Some(run) = typed.get(at) {
        at += 1;
        if has(conn, langs, &wants(conn, langs, std::slice::from_ref(run))?)? {
            text.push(run.shown.clone());
            continue;
        }
        wrong = true;
        let (alone, joined) = (nearest(conn, langs, run.sort, &run.word)?, joined(conn, langs, run, typed.get(at))?);
        let far = |word: &Option<(usize, Word)>| word.as_ref().map_or(usize::MAX, |(far, _)| *far);
        let together = joined.is_some() && far(&joined) <= far(&alone);
        if let Some((_, word)) = if together { joined } else { alone } {
            at += usize::from(together);
            text.push(word.shown);
        } else if let Some(halves) = split(conn, langs, run)? {
            text.push(halves);
        } else {
            return Ok(None);
        }
    }
    Ok(wrong.then(|| text.join(" ")))
}

/// Whether any thing has this.
fn has(conn: &Conn, langs: &[Lang], wants: &[Want]) -> Result<bool> {
    let question = written(wants, "");
    for lang in langs {
        if !rows(conn, &question, places(*lang), 1)?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The nearest word that leads to a thing, and how far it is.
fn nearest(conn: &Conn, langs: &[Lang], sort: Sort, word: &str) -> Result<Option<(usize, Word)>> {
    if sort == Sort::Quantity {
        return Ok(None);
    }
    let mut all = Vec::new();
    for &lang in langs {
        all.extend(near(conn, lang, word, TRIED)?);
    }
    all.sort_by_key(|(far, _)| *far);
    for (far, word) in all {
        if has(conn, langs, &wants(conn, langs, &runs(&word.shown))?)? {
            return Ok(Some((far, word)));
        }
    }
    Ok(None)
}

/// Two words that are one, nearly.
fn joined(conn: &Conn, langs: &[Lang], run: &Run, next: Option<&Run>) -> Result<Option<(usize, Word)>> {
    match next.filter(|next| next.sort == run.sort) {
        Some(next) => nearest(conn, langs, run.sort, &format!("{}{}", run.word, next.word)),
        None => Ok(None),
    }
}

/// One word that is two.
fn split(conn: &Conn, langs: &[Lang], run: &Run) -> Result<Option<String>> {
    let long = run.word.chars().count();
    if run.sort != Sort::Word || long < 2 * HALF {
        return Ok(None);
    }
    for (at, _) in run.word.char_indices().skip(HALF).take(long - 2 * HALF + 1) {
        let (first, second) = run.word.split_at(at);
        let both = [of_word(run.sort, first), of_word(run.sort, second)];
        if has(conn, langs, &both)? {
            return Ok(Some(format!("{first} {second}")));
        }
    }
    Ok(None)
}
