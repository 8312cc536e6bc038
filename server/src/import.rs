//! Catalogues from other shops: read, checked, saved, and told row by row.
//!
//! `text` finds the encoding, `padding` what lines columns up, `table` the cells, `columns` what they mean, `formats` who wrote them and which rows are one
//! product, `product` makes goods of those rows, `story` cleans their texts, `files` takes pictures that lie beside the file,
//! `own` has what only this shop's file says, `translations` and `prices` read files of these, and `report` and `told` say what
//! happened.
//!
//! A catalogue of a hundred thousand products is never in memory, neither as text nor as goods: products are read one by one while the writer saves
//! the ones before, in `turns`, between which shoppers go on buying. What is only to be tried is saved in a copy of the books.

use std::io::Write;
use std::path::Path;

use db::Database;
use domain::codes;

use crate::pictures::Media;

mod cells;
mod colours;
mod columns;
mod files;
mod formats;
mod own;
mod padding;
mod prices;
mod product;
mod report;
mod saving;
mod sheet;
mod story;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod told;
mod translations;
mod turns;

pub use files::Folder;
pub use formats::mapped::Map;
pub use own::{Details, Shelf, Synonyms, Terms as OwnTerms};
pub use sheet::{LeftOut, Planned, Reason, Unreadable};
pub use story::story;
pub use table::guarded;

use formats::Reading;
use report::Report;
use saving::Plan;
use table::Table;
use text::Text;

codes! {
    /// Whose files can be named.
    Format {
        /// Told by the columns.
        Auto = "auto",
        /// Shopify's product CSV, the old columns and the new.
        Shopify = "shopify",
        /// WooCommerce's product CSV.
        Woocommerce = "woocommerce",
        /// Vendure's product CSV.
        Vendure = "vendure",
        /// Spree's product CSV.
        Spree = "spree",
        /// Medusa's product CSV.
        Medusa = "medusa",
    }
}

/// Every product was saved, or would be.
pub const ALL: u8 = 0;
/// Nothing was saved.
pub const NOTHING: u8 = 1;
/// Some were saved and some left out.
pub const SOME: u8 = 2;

/// A file of more bytes is not read: 1 GiB.
const MOST_BYTES: u64 = 1 << 30;

/// Where goods come from and go to.
pub struct Import<'a> {
    /// The shop.
    pub db: &'a Database,
    /// Where its pictures are opened and kept.
    pub media: &'a Media,
    /// The file.
    pub file: &'a Path,
    /// Whose file it is.
    pub format: Format,
    /// What its columns mean, where nobody's format says so.
    pub map: Option<&'a Path>,
    /// Whether only to tell what would happen.
    pub dry_run: bool,
}

/// Imports a file and prints what happened to each product. Answers with the program's exit code: [`ALL`],
/// [`SOME`] or [`NOTHING`]. Importing the same file twice changes nothing the second time; one that was killed on the way left
/// whole products, and does the rest when it is run again.
pub async fn run(import: Import<'_>, out: &mut impl Write) -> std::io::Result<u8> {
    let outcome = if import.dry_run { import.tried(out).await } else { import.outcome(out).await };
    match outcome {
        Ok(code) => Ok(code),
        Err(unreadable) => {
            writeln!(out, "nothing was imported: {unreadable}")?;
            Ok(NOTHING)
        }
    }
}

impl Import<'_> {
    /// The same in a copy of the books, which is thrown away: what would happen is what does happen there, and nobody who buys
    /// meanwhile waits for it.
    async fn tried(&self, out: &mut impl Write) -> Result<u8, Unreadable> {
        let folder = tempfile::tempdir().map_err(|error| Unreadable::File { path: "the folder for a copy".into(), error })?;
        let copy = self.db.copy(&folder.path().join("copy.db")).map_err(Unreadable::Shop)?;
        let code = Import { db: &copy, ..*self }.outcome(out).await;
        copy.close();
        code
    }

    async fn outcome(&self, out: &mut impl Write) -> Result<u8, Unreadable> {
        let table = Table::read(text(self.file)?)?;
        if self.map.is_none() && matches!(self.format, Format::Auto | Format::Spree) && translations::recognise(&table) {
            return translations::run(self.db, &table, self.dry_run, out).await;
        }
        if self.map.is_none() && self.format == Format::Auto && prices::recognise(&table) {
            return prices::run(self.db, &table, self.dry_run, out).await;
        }
        let report = self.products(&table).await?;
        report.print(out).map_err(|error| Unreadable::File { path: "the report".into(), error })?;
        Ok(report.exit())
    }

    async fn products(&self, table: &Table) -> Result<Report, Unreadable> {
        let folder = Folder::new(self.file.parent().unwrap_or(Path::new(".")), self.media, self.dry_run);
        let reading = Reading::of(table, self.format, self.map()?.as_ref())?;
        let plan = Plan::of(table, &reading, folder, self.db.currency())?;
        saving::save(self.db, plan, self.dry_run).await
    }

    fn map(&self) -> Result<Option<Map>, Unreadable> {
        let Some(path) = self.map else { return Ok(None) };
        let text = std::fs::read_to_string(path).map_err(|error| Unreadable::File { path: path.to_owned(), error })?;
        Map::read(&text).map(Some)
    }
}

fn text(file: &Path) -> Result<Text, Unreadable> {
    let length = std::fs::metadata(file).map_err(|error| Unreadable::File { path: file.to_owned(), error })?.len();
    if length > MOST_BYTES { Err(Unreadable::TooLarge(length)) } else { Text::of(file) }
}
