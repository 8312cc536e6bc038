//! Translations from a file of their own: a row for each product and language, as Spree writes them (`slug`, `locale`,
//! `name`, `description`).

use std::io::Write;

use db::words::{Kept, save_product};
use db::{Database, Fault, Tx};
use domain::catalogue::Slug;
use domain::goods::{ProductWords, Stated};
use domain::lang::Lang;

use super::table::{Row, Table};
use super::told::{self, Told};
use super::turns::in_turns;
use super::{Unreadable, story};

/// A row that can be kept: which product, and what it is called.
#[derive(Clone, Debug)]
struct Planned {
    row: usize,
    of: Slug,
    words: ProductWords,
}

/// Where the columns are.
struct Columns {
    slug: usize,
    locale: usize,
    name: usize,
    description: Option<usize>,
}

impl Columns {
    fn of(table: &Table) -> Option<Self> {
        let at = |name: &str| table.columns.iter().position(|column| column.eq_ignore_ascii_case(name));
        Some(Self { slug: at("slug")?, locale: at("locale")?, name: at("name")?, description: at("description") })
    }
}

/// Whether a table is one of translations.
pub fn recognise(table: &Table) -> bool {
    Columns::of(table).is_some()
}

/// Keeps what a file says things are called and tells row by row. A product the shop does not have and
/// a language it does not speak are told of and left out. Twice is once.
pub async fn run(db: &Database, table: &Table, dry_run: bool, out: &mut impl Write) -> Result<u8, Unreadable> {
    let Some(columns) = Columns::of(table) else { return Err(Unreadable::Empty) };
    let (mut planned, mut told) = (Vec::new(), Vec::new());
    for row in table.rows() {
        let row = row?;
        match plan(&row, &columns) {
            Ok(plan) => planned.push(plan),
            Err(what) => told.push(Told { row: row.number, what, taken: false }),
        }
    }
    let (kept, stopped) = in_turns(db, planned.into_iter(), keep).await.told()?;
    told.extend(kept);
    told::print(told, "translations", stopped, dry_run, out)
}

fn plan(row: &Row, columns: &Columns) -> Result<Planned, String> {
    let cell = |at: usize| row.cell(at);
    let (slug, locale, name) = (cell(columns.slug), cell(columns.locale), cell(columns.name));
    let of = Slug::of(&slug).map_err(|_| format!("slug `{slug}` is none"))?;
    // The first language's texts are the goods' own.
    let lang = Lang::of_tag(&locale)
        .filter(|lang| *lang != Lang::FIRST)
        .ok_or_else(|| format!("{slug}: the shop does not speak `{locale}`"))?;
    if name.is_empty() {
        return Err(format!("{slug} {locale}: it has no name"));
    }
    let address = Slug::of(&name).map_err(|_| format!("{slug} {locale}: `{name}` cannot be an address"))?;
    let story = columns.description.map(|at| story::story(&cell(at))).unwrap_or_default();
    let words = ProductWords {
        lang,
        slug: address,
        name: name.into_owned(),
        lead: story::lead(&story),
        story,
        facts: Vec::new(),
        alts: Vec::new(),
        care: Stated::Nothing,
    };
    Ok(Planned { row: row.number, of, words })
}

fn keep(tx: &Tx<'_>, Planned { row, of, words }: Planned) -> Result<Told, Fault> {
    let (says, taken) = match save_product(tx, &of, &words)? {
        Kept::Added => ("added", true),
        Kept::Changed => ("changed", true),
        Kept::Same => ("same", true),
        Kept::Missing => ("the shop has no product at this address", false),
        Kept::Taken => ("another product has this address in this language", false),
    };
    Ok(Told { row, what: format!("{} {}: {says}", of.as_str(), words.lang.code()), taken })
}
