//! What a search that is still being typed may become.

use std::time::Instant;

use domain::ids::ProductId;
use domain::lang::Lang;
use domain::search::{Ideas, Typed, Wish};

use super::find::{rows, some};
use super::runs::{Run, Sort, bare, runs};
use super::wants::{Want, wants, written};
use super::{LIMIT, langs, places, vocabulary};
use crate::database::Conn;
use crate::error::Result;

/// So many goods are looked at for the few that are shown.
const LOOKED_AT: usize = 60;
/// So many words that begin so are looked at for the few that are shown.
const BEGUN: u32 = 12;
/// So many of them are put to the index, because nothing that was found is called so: each may be a walk over all goods.
const ASKED: usize = 3;

/// Ideas for a text: how it may go on, categories, goods. A text with mistakes has ideas too.
pub fn ideas(conn: &Conn, lang: Lang, typed: &Typed) -> Result<Ideas> {
    let begun = Instant::now();
    let found = some(conn, &Wish { lang, typed: typed.clone(), exact: false }, LOOKED_AT, LIMIT)?;
    let mut ideas = Ideas {
        completions: found.corrected.into_iter().collect(),
        shelves: found.shelves.into_iter().take(Ideas::FEW).collect(),
        goods: found.goods.iter().take(Ideas::GOODS).copied().collect(),
    };
    if ideas.completions.is_empty() {
        ideas.completions = conn
            .within(LIMIT.saturating_sub(begun.elapsed()), || completions(conn, lang, typed, &found.goods))?
            .unwrap_or_default();
    }
    Ok(ideas)
}

/// The text with its last word completed, so that there is something: first what the goods that were found are called, the
/// best of them first.
fn completions(conn: &Conn, lang: Lang, typed: &Typed, goods: &[ProductId]) -> Result<Vec<String>> {
    let all = runs(typed.as_str());
    let Some((last, before)) = all.split_last().filter(|(last, _)| is_begun(typed, last)) else { return Ok(Vec::new()) };
    let called = called(conn, lang, goods)?;
    let start = typed.as_str().strip_suffix(&last.shown).unwrap_or_default();
    let (mut completed, mut others) = (Vec::new(), Vec::new());
    for word in vocabulary::beginning(conn, lang, bare(&last.word), usize::MAX, BEGUN)? {
        let text = format!("{start}{}", word.shown);
        if text.to_lowercase() != typed.as_str().to_lowercase() {
            match called.iter().position(|name| stands_in(&word.parts, name)) {
                Some(at) => completed.push((at, text)),
                None => others.push((word, text)),
            }
        }
    }
    completed.sort();
    let mut completed: Vec<String> = completed.into_iter().map(|(_, text)| text).take(Ideas::FEW).collect();
    if completed.len() < Ideas::FEW {
        let langs = langs(lang);
        let known = if before.is_empty() { Vec::new() } else { wants(conn, &langs, before)? };
        for (word, text) in others.into_iter().take(ASKED) {
            let wanted = [known.clone(), vec![Want::of(&word)]].concat();
            completed.extend((!rows(conn, &written(&wanted, ""), places(lang), 1)?.is_empty()).then_some(text));
        }
        completed.truncate(Ideas::FEW);
    }
    Ok(completed)
}

/// What each of some goods is called, with its shelf, as the index has it.
fn called(conn: &Conn, lang: Lang, goods: &[ProductId]) -> Result<Vec<String>> {
    const CALLED: &str = "SELECT name || ' ' || shelf AS called FROM search_goods WHERE product_id = $1 AND lang = $2";
    let one = |id: &ProductId| Ok(conn.one(CALLED, &[&id.0, &lang.code()], |row| row.get("called"))?.unwrap_or_default());
    goods.iter().map(one).collect()
}

fn stands_in(parts: &[String], text: &str) -> bool {
    let text: Vec<&str> = text.split(' ').collect();
    text.windows(parts.len().max(1)).any(|some| some.iter().zip(parts).all(|(one, part)| one == part))
}

/// A word can go on where the text ends with it.
fn is_begun(typed: &Typed, last: &Run) -> bool {
    typed.as_str().ends_with(&last.shown) && matches!(last.sort, Sort::Word | Sort::Unspaced | Sort::Signs)
}
