//! What is wanted: every word of a query with the other ways it may stand in the index.
//!
//! A word is wanted as it is typed; with another ending; begun only, where it is the last one; or as what it is also called.
//! All of these are looked up in the vocabulary first, so that SQLite gets whole words: it would gather every row of every
//! word that begins alike before giving the first one, 3 ms for a common beginning in 100,000 goods.

use domain::lang::Lang;

use super::runs::{Run, Sort, bare, parts};
use super::{synonyms, vocabulary};
use crate::database::Conn;
use crate::error::Result;

/// More words than this are no search; the rest is not looked at.
pub(super) const MOST: usize = 10;
/// Words that begin as the last one does, and those that another one may be in another form.
const BEGUN: u32 = 40;
const FORMS: u32 = 24;
/// As many words together have one synonym.
const TOGETHER: usize = 3;

/// One way to stand in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// Its tokens.
    pub tokens: Vec<String>,
    /// Whether they may stand apart.
    pub apart: bool,
}

/// What a thing must have: any of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Want {
    /// As it was typed.
    pub strong: Vec<Form>,
    /// What it may also mean.
    pub soft: Vec<Form>,
}

impl Form {
    fn one(tokens: Vec<String>) -> Self {
        Self { tokens, apart: false }
    }

    fn written(&self) -> String {
        let between = if self.apart { "\" AND \"" } else { " " };
        format!("(\"{}\")", self.tokens.join(between))
    }
}

/// What a query wants, read in the reader's languages. Begun words count where the last one may still be being typed.
pub(super) fn wants(conn: &Conn, langs: &[Lang], runs: &[Run]) -> Result<Vec<Want>> {
    let runs = &runs[..runs.len().min(MOST)];
    let mut wants = Vec::new();
    let mut at = 0;
    while at < runs.len() {
        let (want, used) = together(conn, langs, &runs[at..])?.unwrap_or((Want::default(), 1));
        let alone = if used == 1 { of_run(conn, langs, &runs[at], at + 1 == runs.len())? } else { Want::default() };
        let mut soft = alone.soft;
        soft.extend(want.soft);
        wants.push(Want { strong: [want.strong, alone.strong].concat(), soft });
        at += used;
    }
    Ok(wants)
}

/// The longest beginning of the query that has synonyms or is one word to others, and how many runs that is.
fn together(conn: &Conn, langs: &[Lang], runs: &[Run]) -> Result<Option<(Want, usize)>> {
    for used in (1..=runs.len().min(TOGETHER)).rev() {
        let some = &runs[..used];
        let mut soft = Vec::new();
        for lang in langs {
            soft.extend(synonyms::of(conn, *lang, some)?.into_iter().map(Form::one));
        }
        let joined = some.iter().map(|run| run.word.as_str()).collect::<String>();
        let words = used == 2 && some.iter().all(|run| run.sort == Sort::Word);
        if words && known(conn, langs, &joined)? {
            soft.push(Form::one(vec![joined]));
        }
        if !soft.is_empty() {
            let tokens = some.iter().flat_map(|run| &run.tokens).cloned().collect();
            let strong = if used > 1 { vec![Form { tokens, apart: true }] } else { Vec::new() };
            return Ok(Some((Want { strong, soft }, used)));
        }
    }
    Ok(None)
}

fn known(conn: &Conn, langs: &[Lang], word: &str) -> Result<bool> {
    for lang in langs {
        if vocabulary::knows(conn, *lang, word)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn of_run(conn: &Conn, langs: &[Lang], run: &Run, last: bool) -> Result<Want> {
    let mut want = Want::default();
    match run.sort {
        Sort::Word => {
            want.strong.push(Form::one(run.tokens.clone()));
            want.strong.extend(umlauts(&run.word).into_iter().map(|word| Form::one(vec![word])));
        }
        Sort::Signs => want.strong.push(Form::one(run.tokens.clone())),
        Sort::Unspaced => want.strong.push(Form { tokens: run.tokens.clone(), apart: true }),
        Sort::Quantity => {
            let (quantity, spelled) = run.tokens.split_at(1);
            want.strong.push(Form::one(quantity.to_vec()));
            want.strong.push(Form::one(spelled.to_vec()));
            want.strong.push(Form::one(vec![spelled.concat()]));
        }
    }
    let word = bare(&run.word);
    let long = word.chars().count();
    if matches!(run.sort, Sort::Word | Sort::Unspaced) && long > 1 {
        let stem = stem(word);
        for &lang in langs {
            if last {
                want.soft(vocabulary::beginning(conn, lang, word, usize::MAX, BEGUN)?);
            }
            if stem.chars().count() >= 3 && run.sort == Sort::Word {
                let longest = long.max(stem.chars().count() + 2);
                let mut forms = vocabulary::beginning(conn, lang, stem, longest, FORMS)?;
                // A word that only begins alike is no form of this one.
                forms.retain(|form| form.parts.first().is_some_and(|other| self::stem(other) == stem));
                want.soft(forms);
            }
        }
    }
    Ok(want)
}

impl Want {
    /// A word of the vocabulary.
    pub fn of(word: &vocabulary::Word) -> Self {
        Self { strong: vec![Form::one(word.parts.clone())], soft: Vec::new() }
    }

    fn soft(&mut self, words: Vec<vocabulary::Word>) {
        for form in words.into_iter().map(|word| Form::one(word.parts)) {
            if !self.strong.contains(&form) && !self.soft.contains(&form) {
                self.soft.push(form);
            }
        }
    }
}

/// The word for a want that is a word of the vocabulary.
pub(super) fn of_word(sort: Sort, word: &str) -> Want {
    Want { strong: vec![Form { tokens: parts(sort, word), apart: sort == Sort::Unspaced }], soft: Vec::new() }
}

/// Where umlauts cannot be typed, an `e` stands beside the vowel.
fn umlauts(word: &str) -> Option<String> {
    let without = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    (without != word).then_some(without)
}

/// The word without its ending: two letters at most, which is enough to lead from one form of a noun to most others.
fn stem(word: &str) -> &str {
    const ENDINGS: &str = "aeiouysаеиоуыэюяьهيािीेोंु";
    let mut stem = word;
    for _ in 0..2 {
        match stem.chars().next_back().filter(|letter| ENDINGS.contains(*letter)) {
            Some(last) if stem.chars().count() > 3 => stem = &stem[..stem.len() - last.len_utf8()],
            _ => break,
        }
    }
    stem
}

/// The question to the index: everything that is wanted, in these columns.
pub(super) fn written(wants: &[Want], columns: &str) -> String {
    let each = wants.iter().map(|want| {
        let forms: Vec<String> = want.strong.iter().chain(&want.soft).map(Form::written).collect();
        format!("({})", forms.join(" OR "))
    });
    format!("{columns}({})", each.collect::<Vec<_>>().join(" AND "))
}
