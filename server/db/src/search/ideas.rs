//! What a search that is still being typed may become.

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

/// Ideas for a text: how it may go on, categories, goods. A text with mistakes has ideas too.
pub fn ideas(conn: &Conn, lang: Lang, typed: &Typed) -> Result<Ideas> {
    let found = some(conn, &Wish { lang, typed: typed.clone(), exact: false }, LOOKED_AT)?;
    let mut ideas = Ideas {
        completions: found.corrected.into_iter().collect(),
        shelves: found.shelves.into_iter().take(Ideas::FEW).collect(),
        goods: found.goods.into_iter().take(Ideas::GOODS).collect(),
    };
    if ideas.completions.is_empty() {
        ideas.completions = conn.within(LIMIT, || completions(conn, lang, typed))?.unwrap_or_default();
    }
    Ok(ideas)
}

/// The text with its last word completed, so that there is something; what is liked best first.
fn completions(conn: &Conn, lang: Lang, typed: &Typed) -> Result<Vec<String>> {
    let all = runs(typed.as_str());
    let Some((last, before)) = all.split_last().filter(|(last, _)| is_begun(typed, last)) else { return Ok(Vec::new()) };
    let langs = langs(lang);
    let known = if before.is_empty() { Vec::new() } else { wants(conn, &langs, before)? };
    let start = typed.as_str().strip_suffix(&last.shown).unwrap_or_default();
    let mut completed = Vec::new();
    for word in vocabulary::beginning(conn, lang, bare(&last.word), usize::MAX, BEGUN)? {
        let wanted = [known.clone(), vec![Want::of(&word)]].concat();
        let first = rows(conn, &written(&wanted, ""), places(lang), 1)?.into_iter().next();
        let text = format!("{start}{}", word.shown);
        if let Some(place) = first.filter(|_| text.to_lowercase() != typed.as_str().to_lowercase()) {
            completed.push((place, text));
        }
    }
    completed.sort();
    Ok(completed.into_iter().take(Ideas::FEW).map(|(_, text)| text).collect())
}

/// A word can go on where the text ends with it.
fn is_begun(typed: &Typed, last: &Run) -> bool {
    typed.as_str().ends_with(&last.shown) && matches!(last.sort, Sort::Word | Sort::Unspaced | Sort::Signs)
}
