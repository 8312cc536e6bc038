//! The merchant's own prices in other currencies, from a file of their own: a row for each variant and currency (`SKU`,
//! `Currency`, `Price` and, where something is reduced, `Compare-at price`), in any order.

use std::collections::HashMap;
use std::io::Write;

use db::goods::{Priced, save_price};
use db::{Database, Fault, Tx};
use domain::money::{Currency, Money};

use super::table::{Row, Table};
use super::told::{self, Told};
use super::turns::in_turns;
use super::{Unreadable, cells};
use crate::outside::rates::{self, Bundled, Source};

/// A row that can be kept.
#[derive(Clone, Debug)]
struct Planned {
    row: usize,
    sku: String,
    price: Money,
    was: Option<Money>,
}

/// Where the columns are.
struct Columns {
    sku: usize,
    currency: usize,
    price: usize,
    was: Option<usize>,
}

impl Columns {
    fn of(table: &Table) -> Option<Self> {
        let at =
            |names: &[&str]| table.columns.iter().position(|column| names.iter().any(|name| column.eq_ignore_ascii_case(name)));
        // A file of products may name a currency too.
        let products = at(&["title", "handle", "url handle", "name", "slug"]).is_some();
        let columns = Self {
            sku: at(&["sku", "variant sku"])?,
            currency: at(&["currency"])?,
            price: at(&["price"])?,
            was: at(&["compare-at price", "compare at price"]),
        };
        (!products).then_some(columns)
    }
}

/// Whether a table is one of prices.
pub fn recognise(table: &Table) -> bool {
    Columns::of(table).is_some()
}

/// Keeps the prices of a file and tells row by row. Prices the file does not name stay as they are.
/// Twice is once.
pub async fn run(db: &Database, table: &Table, dry_run: bool, out: &mut impl Write) -> Result<u8, Unreadable> {
    let Some(columns) = Columns::of(table) else { return Err(Unreadable::Empty) };
    let mut desk = Desk { home: db.currency(), offered: offered(db).await.map_err(Unreadable::Shop)?, met: HashMap::new() };
    let (mut planned, mut told) = (Vec::new(), Vec::new());
    for row in table.rows() {
        let row = row?;
        match desk.plan(&row, &columns) {
            Ok(plan) => planned.push(plan),
            Err(what) => told.push(Told { row: row.number, what, taken: false }),
        }
    }
    let (kept, stopped) = in_turns(db, planned.into_iter(), keep).await.told()?;
    told.extend(kept);
    told::print(told, "prices", stopped, dry_run, out)
}

/// What can be paid in: by the shop's rates, or by those carried along while it has none.
async fn offered(db: &Database) -> db::Result<Vec<Currency>> {
    let today = db.now().day();
    if let Some(known) = db.read(|conn| db::market::rates(conn, today)).await? {
        return Ok(known.offered(db.currency()));
    }
    let carried = Bundled.newest().await.and_then(|text| rates::read(&text));
    Ok(carried.map(|carried| carried.offered(db.currency())).unwrap_or_default())
}

/// What rows are held against.
struct Desk {
    /// The currency of the books, whose prices come with the products.
    home: Currency,
    /// What can be paid in.
    offered: Vec<Currency>,
    /// What was met so far, and in which row.
    met: HashMap<(String, Currency), usize>,
}

impl Desk {
    fn plan(&mut self, row: &Row, columns: &Columns) -> Result<Planned, String> {
        let cell = |at: usize| row.cell(at);
        let sku = cells::number(&cell(columns.sku));
        if sku.is_empty() {
            return Err("it names no SKU".to_owned());
        }
        let about = |what: String| format!("{sku}: {what}");
        let currency = self.currency(&cell(columns.currency)).map_err(about)?;
        let of_sku = |what: String| format!("{sku} {}: {what}", currency.code());
        let price = cells::price(&cell(columns.price), currency).and_then(cells::payable).map_err(of_sku)?;
        let was = columns.was.map_or(Ok(None), |at| cells::was(&cell(at), price)).map_err(of_sku)?;
        let was = was.map(cells::payable).transpose().map_err(of_sku)?;
        let first = *self.met.entry((sku.clone(), currency)).or_insert(row.number);
        if first != row.number {
            return Err(of_sku(format!("row {first} says its price already")));
        }
        Ok(Planned { row: row.number, sku, price, was })
    }

    fn currency(&self, cell: &str) -> Result<Currency, String> {
        let unknown = || format!("`{cell}` is not a currency the shop can be paid in");
        let currency = Currency::parse(&cell.to_ascii_uppercase()).map_err(|_| unknown())?;
        match currency == self.home {
            true => Err(format!("{} is the shop's own currency, whose prices come with the products", currency.code())),
            false if self.offered.contains(&currency) => Ok(currency),
            false => Err(unknown()),
        }
    }
}

fn keep(tx: &Tx<'_>, Planned { row, sku, price, was }: Planned) -> Result<Told, Fault> {
    let (says, taken) = match save_price(tx, &sku, price, was)? {
        Priced::Added => (format!("added, {}", written(price, was)), true),
        Priced::Changed(before, was_before) => {
            (format!("changed, {} to {}", written(before, was_before), written(price, was)), true)
        }
        Priced::Same => ("same".to_owned(), true),
        Priced::NoSuchSku => ("the shop sells nothing of this SKU".to_owned(), false),
    };
    Ok(Told { row, what: format!("{sku} {}: {says}", price.currency.code()), taken })
}

fn written(price: Money, was: Option<Money>) -> String {
    let was = was.map(|was| format!(" (before: {})", was.plain())).unwrap_or_default();
    format!("{}{was}", price.plain())
}
