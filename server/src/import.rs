//! Catalogues from other shops: read, checked, saved in one transaction, and told row by row.
//!
//! `text` finds the encoding, `table` the cells, `shopify` the products, `story` cleans their texts, `files` takes
//! pictures that lie beside the file, `translations` and `prices` read files of these, and `report` and `told` say what happened.

use std::io::Write;
use std::path::Path;

use db::error::Error;
use db::goods::{Saved, SkuTaken};
use db::{Database, Tx};
use domain::codes;
use domain::money::Currency;

use crate::pictures::Media;

mod cells;
mod colours;
mod files;
mod prices;
mod report;
mod sheet;
mod shopify;
mod story;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod told;
mod translations;

pub use files::Folder;
pub use sheet::{LeftOut, Planned, Reason, Sheet, Unreadable};

use report::Report;

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

/// A file of more bytes is not read: 200 MiB.
const MOST_BYTES: u64 = 200 << 20;

/// Where goods come from and go to.
pub struct Import<'a> {
    /// The shop.
    pub db: &'a Database,
    /// The shop's data folder.
    pub data: &'a Path,
    /// The file.
    pub file: &'a Path,
    /// Whose file it is.
    pub format: Format,
    /// Whether only to tell what would happen.
    pub dry_run: bool,
}

/// Imports a file and prints what happened to each product. Answers with the program's exit code: [`ALL`],
/// [`SOME`] or [`NOTHING`]. Importing the same file twice changes nothing the second time.
pub async fn run(import: Import<'_>, out: &mut impl Write) -> std::io::Result<u8> {
    match import.outcome(out).await {
        Ok(code) => Ok(code),
        Err(unreadable) => {
            writeln!(out, "nothing was imported: {unreadable}")?;
            Ok(NOTHING)
        }
    }
}

impl Import<'_> {
    async fn outcome(&self, out: &mut impl Write) -> Result<u8, Unreadable> {
        let bytes = read(self.file)?;
        let table = table(&bytes)?;
        if matches!(self.format, Format::Auto | Format::Spree) && translations::recognise(&table) {
            return translations::run(self.db, &table, self.dry_run, out).await;
        }
        if self.format == Format::Auto && prices::recognise(&table) {
            return prices::run(self.db, &table, self.dry_run, out).await;
        }
        let report = self.products(&bytes).await?;
        report.print(out).map_err(|error| Unreadable::File { path: "the report".into(), error })?;
        Ok(report.exit())
    }

    async fn products(&self, bytes: &[u8]) -> Result<Report, Unreadable> {
        let media = if self.dry_run { None } else { Some(Media::open(self.data).map_err(Unreadable::Media)?) };
        let folder = Folder { path: self.file.parent().unwrap_or(Path::new(".")), media: media.as_ref() };
        let sheet = plan(bytes, &folder, self.format, self.db.currency())?;
        self.save(sheet).await
    }

    async fn save(&self, sheet: Sheet) -> Result<Report, Unreadable> {
        let dry_run = self.dry_run;
        let products = sheet.products.clone();
        let answer = self.db.write(move |tx| {
            let saved = save_all(tx, &products)?;
            // What is only tried is refused in the end, so that nothing of it is kept.
            if dry_run { Err(Error::Refused(saved)) } else { Ok(saved) }
        });
        match answer.await {
            Ok(saved) | Err(Error::Refused(saved)) => Ok(Report::new(sheet, saved, dry_run)),
            Err(Error::Fault(fault)) => Err(Unreadable::Shop(fault)),
        }
    }
}

/// What became of each product, in their order.
type Outcomes = Vec<Result<Saved, SkuTaken>>;

fn save_all(tx: &Tx<'_>, products: &[Planned]) -> Result<Outcomes, Error<Outcomes>> {
    let save = |planned: &Planned| match db::goods::save(tx, &planned.goods) {
        Ok(saved) => Ok(Ok(saved)),
        // A refused product has written nothing, so the others can still be saved.
        Err(Error::Refused(taken)) => Ok(Err(taken)),
        Err(Error::Fault(fault)) => Err(Error::Fault(fault)),
    };
    products.iter().map(save).collect()
}

fn table(bytes: &[u8]) -> Result<table::Table, Unreadable> {
    let (text, encoding) = text::decode(bytes)?;
    table::Table::read(&text, encoding)
}

/// Reads a file's bytes into products and reasons. Pictures beside the file are stored on the way if the folder
/// names a place for them.
pub fn plan(bytes: &[u8], folder: &Folder<'_>, format: Format, currency: Currency) -> Result<Sheet, Unreadable> {
    let table = table(bytes)?;
    match format {
        Format::Auto => shopify::recognise(&table)?,
        Format::Shopify => {}
        other => return Err(Unreadable::NotYet(other)),
    }
    shopify::sheet(&table, folder, currency)
}

fn read(file: &Path) -> Result<Vec<u8>, Unreadable> {
    let wrong = |error| Unreadable::File { path: file.to_owned(), error };
    let length = std::fs::metadata(file).map_err(wrong)?.len();
    if length > MOST_BYTES {
        return Err(Unreadable::TooLarge(length));
    }
    std::fs::read(file).map_err(wrong)
}
