//! Shopify's product CSV: the old columns (`Handle`, `Variant Price`) and the new (`URL handle`, `Price`).
//!
//! Rows of one handle are one product, wherever they stand; a row without a title adds a variant or a picture.
//! `columns` knows the headers, `product` makes a product of its rows.

use std::collections::HashMap;

use domain::catalogue::Slug;
use domain::money::Currency;

use super::table::{Row, Table};
use super::{Folder, Format, LeftOut, Reason, Sheet, Unreadable};

mod columns;
mod product;

use columns::{Columns, Field};

const LOOKED_FOR: &str = "Title, with URL handle or Handle, and Price or Variant Price";

/// Whether the columns are Shopify's; if not, whose they are.
pub fn recognise(table: &Table) -> Result<(), Unreadable> {
    let has = |names: &[&str]| names.iter().all(|name| table.columns.iter().any(|column| column.eq_ignore_ascii_case(name)));
    if Columns::of(table).are_enough() {
        return Ok(());
    }
    for (format, signs) in [
        (Format::Woocommerce, &["Regular price", "SKU"][..]),
        (Format::Vendure, &["optionGroups", "optionValues"]),
        (Format::Medusa, &["Product Handle", "Product Title"]),
        (Format::Spree, &["slug", "sku", "name", "price"]),
    ] {
        if has(signs) {
            return Err(Unreadable::NotYet(format));
        }
    }
    Ok(())
}

/// The products of a table.
pub fn sheet(table: &Table, folder: &Folder<'_>, currency: Currency) -> Result<Sheet, Unreadable> {
    let columns = Columns::of(table);
    if !columns.are_enough() {
        return Err(Unreadable::Columns { looked_for: LOOKED_FOR, found: table.columns.join(", ") });
    }
    let mut sheet = Sheet { products: Vec::new(), left_out: Vec::new(), notes: notes(table, &columns) };
    let mut taken = HashMap::new();
    for group in groups(table, &columns, &mut sheet.left_out) {
        match product::read(&group, &columns, folder, currency, &mut taken) {
            Ok(planned) => sheet.products.push(planned),
            Err(reasons) => sheet.left_out.push(LeftOut { row: group.row(), handle: group.handle.to_owned(), reasons }),
        }
    }
    Ok(sheet)
}

/// The rows of one product.
pub struct Group<'a> {
    slug: Slug,
    handle: &'a str,
    rows: Vec<&'a Row>,
}

impl Group<'_> {
    fn row(&self) -> usize {
        self.rows.first().map_or(0, |row| row.number)
    }
}

/// Rows by their handle, in the order in which the handles appear.
fn groups<'a>(table: &'a Table, columns: &Columns, left_out: &mut Vec<LeftOut>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut known: HashMap<Slug, usize> = HashMap::new();
    for row in &table.rows {
        let (handle, title) = (columns.cell(row, Field::Handle), columns.cell(row, Field::Title));
        let handle = if handle.is_empty() { title } else { handle };
        let Ok(slug) = Slug::of(handle) else {
            left_out.push(nameless(row, handle, columns));
            continue;
        };
        let at = *known.entry(slug.clone()).or_insert_with(|| {
            groups.push(Group { slug, handle, rows: Vec::new() });
            groups.len() - 1
        });
        groups[at].rows.push(row);
    }
    groups
}

fn nameless(row: &Row, handle: &str, columns: &Columns) -> LeftOut {
    let what = match handle {
        "" => "the row has neither a handle nor a title, so it belongs to no product".to_owned(),
        handle => format!("`{handle}` cannot be an address"),
    };
    let reason = Reason { row: row.number, column: columns.name(Field::Handle), what };
    LeftOut { row: row.number, handle: handle.to_owned(), reasons: vec![reason] }
}

fn notes(table: &Table, columns: &Columns) -> Vec<String> {
    let mut notes = vec![format!("read as {}", table.read_as)];
    let unread = columns.unread(table);
    if !unread.is_empty() {
        notes.push(format!("columns without a place in the shop, not read: {}", unread.join(", ")));
    }
    if unread.iter().any(|name| name.to_ascii_lowercase().starts_with("price /")) {
        notes.push("prices by market name no currency; a file of SKU, Currency and Price brings them in".to_owned());
    }
    notes.extend(table.remarks.iter().map(ToString::to_string));
    notes
}
