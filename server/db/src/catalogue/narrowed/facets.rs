//! What goods of a list differ in: which of their choices and facts are worth asking for.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::catalogue::{Facet, FacetValue, Filter};
use domain::lang::{Lang, Said};

use crate::catalogue::assortment::{Met, Value, Words};
use crate::catalogue::term;
use crate::database::Conn;
use crate::error::Result;

/// More is a questionnaire.
const MOST_FACETS: usize = 8;
const MOST_VALUES: usize = 12;
/// What has more values tells goods apart, like a number, instead of grouping them.
const MOST_DIFFERENT: usize = 100;
/// A value of more characters is a sentence.
const MOST_LETTERS: usize = 40;

/// A facet that may be shown.
#[derive(Default)]
struct Candidate {
    /// Numbers of its values.
    values: Vec<usize>,
    /// How many goods have one of them, all values together.
    goods: u64,
    chosen: bool,
    choice: bool,
    coloured: bool,
}

/// The facets of a list, with their counts; `whole` is the one of which every value is wanted.
pub(super) fn facets(
    conn: &Conn,
    lang: Lang,
    words: &Words,
    met: &Met,
    (filter, whole): (&Filter, Option<&str>),
) -> Result<Vec<Facet>> {
    let mut all: BTreeMap<u32, Candidate> = BTreeMap::new();
    for (at, (value, &goods)) in words.values().iter().zip(&met.all).enumerate() {
        let chosen = is_chosen(words, value, filter);
        if chosen || (goods > 0 && value.name.chars().count() <= MOST_LETTERS) {
            let facet = all.entry(value.facet).or_default();
            facet.values.push(at);
            facet.goods += u64::from(goods);
            facet.chosen |= chosen;
            facet.choice |= value.fact.is_none();
            facet.coloured |= value.swatch.is_some();
        }
    }
    let mut worthy: Vec<_> = all.into_iter().filter(|(_, facet)| facet.is_worth_asking()).collect();
    worthy.sort_by_key(|(number, facet)| (Reverse(facet.chosen), Reverse(facet.coloured), Reverse(facet.goods), *number));
    worthy.truncate(MOST_FACETS.max(filter.facets.len()));
    // What is chosen is never cut off; it does not move up for being chosen.
    worthy.sort_by_key(|(number, facet)| (Reverse(facet.coloured), Reverse(facet.goods), *number));
    worthy.into_iter().map(|(number, facet)| shown(conn, lang, words, met, (filter, whole), (number, facet))).collect()
}

impl Candidate {
    fn is_worth_asking(&self) -> bool {
        let different = self.values.len();
        // A fact that hardly two goods share is a description.
        let shared = self.choice || self.goods * 2 >= different as u64 * 3;
        self.chosen || (different > 1 && different <= MOST_DIFFERENT && shared)
    }
}

fn is_chosen(words: &Words, value: &Value, filter: &Filter) -> bool {
    !filter.facets.is_empty() && filter.facets.get(words.facet(value.facet)).is_some_and(|chosen| chosen.contains(&value.name))
}

fn shown(
    conn: &Conn,
    lang: Lang,
    words: &Words,
    met: &Met,
    (filter, whole): (&Filter, Option<&str>),
    (number, mut facet): (u32, Candidate),
) -> Result<Facet> {
    let all = words.values();
    let key = words.facet(number).to_owned();
    let goods = |at: usize| met.all.get(at).copied().unwrap_or(0);
    let chosen = |at: usize| all.get(at).is_some_and(|value| is_chosen(words, value, filter));
    facet.values.sort_by_key(|&at| (Reverse(goods(at)), all.get(at).map(|value| &value.name)));
    let most = if whole == Some(key.as_str()) { MOST_DIFFERENT } else { MOST_VALUES };
    let kept = facet.values.iter().enumerate().filter(|&(place, &at)| place < most || chosen(at)).map(|(_, &at)| at);
    let mut values = Vec::new();
    for (value, at) in kept.filter_map(|at| Some((all.get(at)?, at))) {
        let count = met.values.get(at).copied().unwrap_or(0);
        values.push(FacetValue { key: value.name.clone(), name: name(conn, lang, value)?, swatch: value.swatch.clone(), count });
    }
    Ok(Facet { name: term(conn, lang, key.clone())?, key, values, all: facet.values.len() as u32 })
}

/// A value in the reader's language: a fact is translated with its product, a choice with the shop's words.
fn name(conn: &Conn, lang: Lang, value: &Value) -> Result<Said> {
    const SAID: &str = "SELECT value FROM fact_words WHERE product_id = $1 AND lang = $2 AND position = $3";
    let said = term(conn, lang, value.name.clone())?;
    match value.fact {
        Some((product, position)) if said.lang != lang => {
            let fact = conn.one(SAID, &[&product, &lang.code(), &position], |row| row.get("value"))?;
            Ok(Said::of(value.name.clone(), fact, lang))
        }
        _ => Ok(said),
    }
}
