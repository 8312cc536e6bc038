//! Products read one by one and saved one by one, side by side.

use db::error::{Error, Fault};
use db::goods::Saved;
use db::words::Kept;
use db::{Database, Tx};
use domain::goods::{CategoryWords, IncomingCategory};
use domain::money::Currency;
use serde::de::DeserializeOwned;
use tokio::sync::mpsc::{Sender, channel};

use super::columns::{Field, Line};
use super::files::{Folder, is_address};
use super::formats::{Group, Reading};
use super::own::{Shelf, Synonyms, Terms};
use super::product::{self, File, Taken};
use super::report::{Entry, Report};
use super::table::{Row, Table};
use super::turns::in_turns;
use super::{LeftOut, Planned, Reason, Unreadable};

/// So many products are given to the writer at once: handing over each by itself wakes a thread for each.
const AT_ONCE: usize = 32;
/// So many times that are read ahead of it.
const AHEAD: usize = 2;

/// A table that is being read into goods.
pub struct Plan<'a> {
    table: &'a Table,
    reading: &'a Reading,
    folder: Folder<'a>,
    currency: Currency,
    /// How the file is read, in sentences.
    pub notes: Vec<String>,
    groups: Vec<Group>,
    /// Rows that belong to no product.
    pub left_out: Vec<LeftOut>,
}

/// What the writer is given, in this order: categories, words, goods.
enum Given {
    Shelf(IncomingCategory, Vec<CategoryWords>),
    Terms(Terms),
    Synonyms(Synonyms),
    Goods(Box<Planned>),
}

impl<'a> Plan<'a> {
    /// Pictures beside the file are taken now: looking at them takes longer than a writer may be kept.
    pub fn of(table: &'a Table, reading: &'a Reading, folder: Folder<'a>, currency: Currency) -> Result<Self, Unreadable> {
        let mut left_out = Vec::new();
        let groups = reading.groups(table, &mut left_out)?;
        let plan = Self { table, reading, folder, currency, notes: notes(table, reading)?, groups, left_out };
        for group in &plan.groups {
            let rows = plan.rows(group)?;
            for line in plan.lines(&rows).into_iter().flatten() {
                let named = line.all(Field::Image).chain(line.all(Field::VariantImage));
                named.filter(|cell| !is_address(&cell.text)).for_each(|cell| drop(plan.folder.picture(&cell.text)));
            }
        }
        Ok(plan)
    }

    fn rows(&self, group: &Group) -> Result<Vec<Row>, Unreadable> {
        group.places.iter().map(|&place| self.table.row(place)).collect()
    }

    /// The lines of a product, as the product's reader understands them.
    fn lines<'b>(&'b self, rows: &'b [Row]) -> Result<Vec<Line<'b>>, Reason> {
        let mut lines: Vec<Line<'b>> = rows.iter().map(|row| self.reading.columns.line(row)).collect();
        self.reading.arrange(&mut lines, self.currency)?;
        Ok(lines)
    }

    /// Each product, or why it cannot be saved.
    pub fn products(&self) -> impl Iterator<Item = Result<Planned, LeftOut>> {
        let file =
            File { columns: &self.reading.columns, folder: &self.folder, currency: self.currency, is_own: self.table.is_own };
        let mut taken = Taken::new();
        self.groups.iter().map(move |group| {
            let rows = self.rows(group).map_err(|error| vec![unread(group.row(), &error)]);
            let read = rows.and_then(|rows| {
                let lines = self.lines(&rows).map_err(|reason| vec![reason])?;
                product::read(group, &lines, &file, &mut taken)
            });
            read.map_err(|reasons| LeftOut { row: group.row(), handle: group.handle.clone(), reasons })
        })
    }

    /// What rows say of the shop itself, or the rows that say it wrongly.
    fn fittings(&self) -> Vec<Result<Given, Reason>> {
        let columns = &self.reading.columns;
        let mut all = Vec::new();
        for (row, place) in self.table.rows().zip(&self.table.places) {
            let row = match row {
                Ok(row) => row,
                Err(error) => {
                    all.push(Err(unread(place.number as usize, &error)));
                    continue;
                }
            };
            for field in Field::OWN {
                let cell = columns.cell(&row, field);
                if !cell.is_empty() {
                    let read = match field {
                        Field::Shelf => self.shelf(&cell),
                        Field::Terms => own(&cell).map(Given::Terms),
                        _ => own(&cell).map(Given::Synonyms),
                    };
                    all.push(read.map_err(|what| Reason { row: row.number, column: columns.name(field), what }));
                }
            }
        }
        all
    }

    fn shelf(&self, cell: &str) -> Result<Given, String> {
        let shelf: Shelf = own(cell)?;
        let picture = Some(shelf.picture.clone()).filter(|cell| !cell.is_empty());
        let picture = picture.map(|cell| self.folder.picture(&cell)).transpose()?;
        let (category, words) = shelf.category(picture);
        Ok(Given::Shelf(category, words))
    }

    /// Gives everything to the writer; answers with what could not be given.
    async fn give(&self, to: Sender<Vec<Given>>) -> (Vec<LeftOut>, Vec<Reason>) {
        let (mut left_out, mut odd, mut some) = (self.left_out.clone(), Vec::new(), Vec::new());
        for fitting in self.fittings() {
            match fitting {
                Ok(given) => some.push(given),
                Err(reason) => odd.push(reason),
            }
        }
        for product in self.products() {
            match product {
                Ok(planned) => some.push(Given::Goods(Box::new(planned))),
                Err(left) => left_out.push(left),
            }
            // Where the writer has given up, it says why.
            if some.len() >= AT_ONCE && to.send(std::mem::take(&mut some)).await.is_err() {
                return (left_out, odd);
            }
        }
        drop(to.send(some).await);
        (left_out, odd)
    }
}

fn unread(row: usize, error: &Unreadable) -> Reason {
    Reason { row, column: String::new(), what: error.to_string() }
}

fn own<T: DeserializeOwned>(cell: &str) -> Result<T, String> {
    serde_json::from_str(cell).map_err(|error| error.to_string())
}

fn notes(table: &Table, reading: &Reading) -> Result<Vec<String>, Unreadable> {
    let mut notes = vec![format!("read as {}", table.read_as)];
    let unread = reading.columns.unread(table)?;
    if !unread.is_empty() {
        notes.push(format!("columns without a place in the shop, not read: {}", unread.join(", ")));
    }
    if unread.iter().any(|name| name.to_ascii_lowercase().starts_with("price /")) {
        notes.push("prices by market name no currency; a file of SKU, Currency and Price brings them in".to_owned());
    }
    notes.extend(table.remarks.iter().map(ToString::to_string));
    Ok(notes)
}

/// Saves what a file says.
pub async fn save(db: &Database, plan: Plan<'_>, dry_run: bool) -> Result<Report, Unreadable> {
    let (to, mut from) = channel(AHEAD);
    let given = std::iter::from_fn(move || from.blocking_recv()).flatten();
    let (turns, (left_out, odd)) = tokio::join!(in_turns(db, given, keep), plan.give(to));
    let (done, stopped) = turns.told()?;
    let mut notes = plan.notes;
    notes.extend(odd.iter().map(ToString::to_string));
    Ok(Report::new(done.into_iter().flatten().collect(), left_out, notes, stopped, dry_run))
}

/// What became of a product; nothing where none was given.
fn keep(tx: &Tx<'_>, given: Given) -> Result<Option<Entry>, Fault> {
    match given {
        Given::Goods(planned) => return save_one(tx, *planned).map(Some),
        Given::Shelf(category, words) => {
            db::goods::save_category(tx, &category)?;
            for words in &words {
                db::words::save_category(tx, &category.named.slug, words)?;
            }
        }
        Given::Synonyms(Synonyms { lang, same }) => {
            same.iter().try_for_each(|group| db::search::save_synonyms(tx, lang, group))?;
        }
        Given::Terms(Terms { lang, known }) => drop(db::words::save_terms(tx, lang, &known)?),
    }
    Ok(None)
}

fn save_one(tx: &Tx<'_>, mut planned: Planned) -> Result<Entry, Fault> {
    let mut saved: Saved = match db::goods::save(tx, &planned.goods) {
        Ok(saved) => saved,
        // A refused product has written nothing, so the others can still be saved.
        Err(Error::Refused(taken)) => return Ok(Entry::refused(planned, &taken)),
        Err(Error::Fault(fault)) => return Err(fault),
    };
    for words in &planned.words {
        match db::words::save_product(tx, &planned.goods.slug, words)? {
            Kept::Added | Kept::Changed if !saved.added => saved.changes.push(db::goods::Change::Words(words.lang)),
            Kept::Taken => planned.remarks.push(Reason {
                row: planned.row,
                column: String::new(),
                what: format!("{}: another product has this address in this language", words.lang.code()),
            }),
            _ => {}
        }
    }
    for (lang, known) in &planned.terms {
        db::words::save_terms(tx, *lang, known)?;
    }
    if let Some(at) = planned.publish_at {
        db::desk::announce(tx, &planned.goods.slug, at)?;
    }
    Ok(Entry::saved(planned, saved))
}
