//! The shop's goods as a file that imports again to the same shop, here or elsewhere.
//!
//! The shape is Shopify's current product CSV, so that spreadsheets, Shopify itself and most feeds read it: a row for each
//! variant and each picture. What those columns have no place for (translations, facts, swatches, own categories) is in
//! columns of the shop's own, see `import/own.rs`; prices in other currencies are in columns as Shopify has them for its markets.
//! Categories and shared words stand in rows of their own before the goods. Pictures the shop keeps are copied to the folder
//! `pictures` beside the file; those at addresses keep their addresses.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use csv::Writer;
use db::{Database, Fault};
use domain::goods::Source;
use domain::ids::ProductId;
use domain::lang::Lang;

use crate::import::{OwnTerms, Shelf, Synonyms, guarded};

mod rows;

use rows::{Columns, Row};

/// So many products are read at once; no read takes longer than a moment.
const AT_ONCE: u32 = 100;
/// The folder of pictures, beside the file.
const PICTURES: &str = "pictures";

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Products.
    pub products: usize,
    /// Pictures that were copied.
    pub pictures: usize,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// The file, or a picture beside it, cannot be written.
    #[error("{path} cannot be written: {error}")]
    File {
        /// Which.
        path: PathBuf,
        /// What the machine says.
        error: std::io::Error,
    },
    /// The books cannot be read.
    #[error("{0}")]
    Shop(#[from] Fault),
}

/// Writes all goods of the shop whose data folder is `data` into `file`. The file is whole or, after a failure, not there.
pub async fn run(db: &Database, data: &Path, file: &Path) -> Result<Written, NotWritten> {
    let aside = file.with_extension("part");
    let wrong = |error| NotWritten::File { path: file.to_owned(), error };
    let mut sheet = Sheet {
        writer: Writer::from_writer(BufWriter::new(File::create(&aside).map_err(wrong)?)),
        columns: Columns::of(db.read(db::goods::currencies).await?),
        pictures: Album::beside(file, data),
        line: Vec::new(),
        file,
    };
    let written = match sheet.write(db).await {
        Ok(products) => Written { products, pictures: sheet.pictures.copied },
        Err(error) => {
            // Half a catalogue is worse than none; if it cannot be removed, its name says what it is.
            let _ = std::fs::remove_file(&aside);
            return Err(error);
        }
    };
    sheet.close().and_then(|()| std::fs::rename(&aside, file)).map_err(wrong)?;
    Ok(written)
}

struct Sheet<'a> {
    writer: Writer<BufWriter<File>>,
    columns: Columns,
    pictures: Album,
    /// The row that is being written, kept for its room.
    line: Vec<String>,
    file: &'a Path,
}

impl Sheet<'_> {
    /// Answers with how many products there were.
    async fn write(&mut self, db: &Database) -> Result<usize, NotWritten> {
        self.line = self.columns.header();
        self.end_line()?;
        for (category, words) in db.read(db::goods::shelves).await? {
            let picture = category.picture.as_ref().map(|source| self.pictures.cell(source)).transpose()?.unwrap_or_default();
            self.row(&Row::shelf(&Shelf::of(category, words, picture)))?;
        }
        for (lang, known) in db.read(db::goods::terms).await? {
            self.row(&Row::terms(&OwnTerms { lang, known }))?;
        }
        for lang in Lang::ALL {
            let same = db.read(|conn| db::search::synonyms(conn, *lang)).await?;
            if !same.is_empty() {
                self.row(&Row::synonyms(&Synonyms { lang: *lang, same }))?;
            }
        }
        let (mut after, mut count) = (ProductId(0), 0);
        loop {
            let some = db.read(|conn| db::goods::outgoing(conn, after, AT_ONCE)).await?;
            let Some(last) = some.last() else { return Ok(count) };
            after = last.id;
            count += some.len();
            for of in &some {
                let pictures = of.goods.pictures.iter().map(|picture| self.pictures.cell(&picture.source));
                let pictures: Vec<String> = pictures.collect::<Result<_, _>>()?;
                for row in rows::product(of, &pictures, db.currency()) {
                    self.row(&row)?;
                }
            }
        }
    }

    fn row(&mut self, row: &Row) -> Result<(), NotWritten> {
        self.columns.fill(row, &mut self.line);
        self.end_line()
    }

    fn end_line(&mut self) -> Result<(), NotWritten> {
        let cells = self.line.iter().map(|cell| guarded(cell));
        let written = self.writer.write_record(cells.map(|cell| cell.into_owned()));
        written.map_err(|error| NotWritten::File { path: self.file.to_owned(), error: error.into() })
    }

    fn close(self) -> std::io::Result<()> {
        let mut buffer = self.writer.into_inner().map_err(|error| std::io::Error::other(error.to_string()))?;
        buffer.flush()?;
        buffer.get_ref().sync_all()
    }
}

/// The pictures beside the file.
struct Album {
    from: PathBuf,
    to: PathBuf,
    copied: usize,
}

impl Album {
    fn beside(file: &Path, data: &Path) -> Self {
        let to = file.parent().unwrap_or(Path::new("")).join(PICTURES);
        Self { from: data.join("media"), to, copied: 0 }
    }

    /// How the file names a picture; one the shop keeps is copied. A name is its content's hash, so what is there stays.
    fn cell(&mut self, source: &Source) -> Result<String, NotWritten> {
        let stored = match source {
            Source::Address(address) => return Ok(address.clone()),
            Source::Stored(stored) => stored,
        };
        let path = self.to.join(&stored.file);
        if !path.exists() {
            let copied = std::fs::create_dir_all(&self.to).and_then(|()| std::fs::copy(self.from.join(&stored.file), &path));
            copied.map_err(|error| NotWritten::File { path, error })?;
            self.copied += 1;
        }
        Ok(format!("{PICTURES}/{}", stored.file))
    }
}

#[cfg(test)]
mod tests;
