//! Asking the index, step by step from what was meant most likely to what else it may be.

use std::time::Duration;

use domain::lang::Lang;
use domain::search::{Found, Wish};
use rustc_hash::FxHashSet;

use super::runs::{Run, runs};
use super::wants::{Want, wants, written};
use super::{LIMIT, index, langs, mistakes, places, product_at, rank, shelves};
use crate::catalogue::fresh;
use crate::database::Conn;
use crate::error::Result;

/// The columns in which everything that is wanted is looked for, the telling ones first.
const STAGES: [&str; 3] = ["{name codes shelf} : ", "{name codes shelf facts} : ", ""];

/// Fewer signs are part of too many numbers.
const SHORTEST_CODE: usize = 3;

/// A row of the index that has what is wanted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Where it stands.
    pub place: i64,
    /// Where what is wanted was found: in [`STAGES`].
    pub stage: usize,
    /// Whether the query is a number of the merchant's or the maker's, and this thing's.
    pub code: bool,
}

/// The goods a shopper may mean, the best first. A search that takes too long is ended, and answers with what it has.
pub fn find(conn: &Conn, wish: &Wish) -> Result<Found> {
    some(conn, wish, Found::MOST, LIMIT)
}

/// The same for so many goods at most, ended after so long.
pub(super) fn some(conn: &Conn, wish: &Wish, most: usize, limit: Duration) -> Result<Found> {
    let runs = runs(wish.typed.as_str());
    let code = index::without_gaps(wish.typed.as_str());
    let mut search = Search { conn, langs: langs(wish.lang), most, runs, code, hits: Vec::new(), found: Found::default() };
    if search.runs.is_empty() {
        return Ok(search.found);
    }
    // What the shop has learned since is no part of the search, and takes as long as it takes.
    drop(fresh(conn)?);
    if conn.within(limit, || search.run(wish))?.is_none() {
        tracing::warn!(typed = wish.typed.as_str(), "a search took too long and was ended");
        search.end();
    }
    Ok(search.found)
}

struct Search<'a> {
    conn: &'a Conn,
    langs: Vec<Lang>,
    most: usize,
    runs: Vec<Run>,
    /// The query as a number of the merchant's would be written.
    code: String,
    /// What has what is wanted, as far as it was looked for, each product once.
    hits: Vec<Hit>,
    found: Found,
}

impl Search<'_> {
    fn run(&mut self, wish: &Wish) -> Result<()> {
        self.found.shelves = shelves::called(self.conn, wish.lang, &self.runs)?;
        let asked = wants(self.conn, &self.langs, &self.runs)?;
        let here: Vec<_> = self.langs.iter().map(|lang| places(*lang)).collect();
        if self.take(&here, &asked)? || self.take_codes(&here)? {
            return Ok(());
        }
        // Perhaps it is typed in another language than the page's.
        if self.take(&[(i64::MIN, i64::MAX)], &asked)? || wish.exact {
            return Ok(());
        }
        if let Some(corrected) = mistakes::corrected(self.conn, &self.langs, &self.runs)? {
            let again = runs(&corrected);
            if self.take(&here, &wants(self.conn, &self.langs, &again)?)? {
                self.found.shelves = shelves::called(self.conn, wish.lang, &again)?;
                self.found.corrected = Some(corrected);
                return Ok(());
            }
        }
        self.take_without_one(&here)
    }

    /// Takes what has everything that is wanted; whether there is anything.
    fn take(&mut self, ranges: &[(i64, i64)], wants: &[Want]) -> Result<bool> {
        let mut seen = FxHashSet::default();
        self.hits = self.exact_codes(ranges)?;
        self.hits.retain(|hit| seen.insert(product_at(hit.place).0));
        for (stage, columns) in STAGES.iter().enumerate() {
            // Whether facts or story say it matters among those that are ranked only.
            if stage == 1 && self.hits.len() >= rank::RANKED {
                continue;
            }
            let question = written(wants, columns);
            for range in ranges {
                if self.hits.len() > self.most {
                    break;
                }
                let places = rows(self.conn, &question, *range, self.most + 1)?;
                let fresh = places.into_iter().filter(|place| seen.insert(product_at(*place).0)).collect::<Vec<_>>();
                self.hits.extend(fresh.into_iter().map(|place| Hit { place, stage, code: false }));
            }
        }
        self.keep(wants)
    }

    /// Things of which the whole query is a number.
    fn exact_codes(&self, ranges: &[(i64, i64)]) -> Result<Vec<Hit>> {
        let question = format!("codes : \"{}\"", index::whole_code(&self.code));
        let mut hits = Vec::new();
        for range in ranges {
            let places = rows(self.conn, &question, *range, 8)?;
            hits.extend(places.into_iter().map(|place| Hit { place, stage: 0, code: true }));
        }
        Ok(hits)
    }

    /// Takes things of which the query is a part of a number, as far as it begins where a part of the number does.
    fn take_codes(&mut self, ranges: &[(i64, i64)]) -> Result<bool> {
        if self.code.chars().count() < SHORTEST_CODE {
            return Ok(false);
        }
        let question = format!("codes : \"{}\" *", self.code);
        let mut seen = FxHashSet::default();
        self.hits.clear();
        for range in ranges {
            let places = rows(self.conn, &question, *range, self.most + 1)?;
            let fresh = places.into_iter().filter(|place| seen.insert(product_at(*place).0));
            self.hits.extend(fresh.map(|place| Hit { place, stage: 0, code: true }));
        }
        self.keep(&[])
    }

    /// Takes things that have all words but one.
    fn take_without_one(&mut self, ranges: &[(i64, i64)]) -> Result<()> {
        let runs = self.runs.clone();
        for gap in (0..runs.len()).rev().filter(|_| runs.len() > 1) {
            let mut others = runs.clone();
            let left_out = others.remove(gap);
            if self.take(ranges, &wants(self.conn, &self.langs, &others)?)? {
                self.found.left_out = Some(left_out.shown);
                break;
            }
        }
        Ok(())
    }

    fn keep(&mut self, wants: &[Want]) -> Result<bool> {
        self.found.more = self.hits.len() > self.most;
        self.hits.truncate(self.most);
        self.found.goods = rank::ranked(self.conn, &self.langs, &self.hits, wants)?;
        Ok(!self.found.goods.is_empty())
    }

    /// Answers with what was found until now, as well liked as it is, where it could not be ranked any more.
    fn end(&mut self) {
        self.found.cut = true;
        self.found.more = true;
        if self.found.goods.is_empty() {
            self.found.goods = self.hits.iter().take(self.most).map(|hit| product_at(hit.place).0).collect();
        }
    }
}

/// The places of a question, the best liked first.
pub(super) fn rows(conn: &Conn, question: &str, (first, last): (i64, i64), most: usize) -> Result<Vec<i64>> {
    const ROWS: &str = "SELECT rowid AS place FROM search_texts WHERE search_texts MATCH $1 AND rowid BETWEEN $2 AND $3
        ORDER BY rowid LIMIT $4";
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    conn.all(ROWS, &[&question, &first, &last, &most], |row| row.get("place"))
}
