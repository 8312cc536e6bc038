//! What a file says: products that can be saved, products that cannot, and why.

use std::path::PathBuf;

use db::words::Terms;
use domain::goods::{Checked, ProductWords};
use domain::time::Timestamp;

/// A product that can be saved.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The row it begins in; the header is row 1.
    pub row: usize,
    /// The product.
    pub goods: Checked,
    /// The row of each of its variants.
    pub variant_rows: Vec<usize>,
    /// What was not taken as it stands, and does not keep the product out.
    pub remarks: Vec<Reason>,
    /// What it is called in other languages.
    pub words: Vec<ProductWords>,
    /// What its choices and their values are in other languages.
    pub terms: Vec<Terms>,
    /// When it is to be shown, where it waits for that.
    pub publish_at: Option<Timestamp>,
}

/// A product that cannot be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The row it begins in.
    pub row: usize,
    /// The handle as the file has it.
    pub handle: String,
    /// Every reason there is.
    pub reasons: Vec<Reason>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The row; the header is row 1.
    pub row: usize,
    /// The column as the file calls it; empty when the whole row is meant.
    pub column: String,
    /// What is wrong, with the text that is.
    pub what: String,
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.column.as_str() {
            "" => write!(f, "row {}: {}", self.row, self.what),
            column => write!(f, "row {}, {column}: {}", self.row, self.what),
        }
    }
}

/// Why nothing of a file was imported.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The file cannot be read from the disk.
    #[error("{path} cannot be read: {error}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the machine says.
        error: std::io::Error,
    },
    /// Too many bytes.
    #[error("the file has {0} bytes; at most 1 GiB is read")]
    TooLarge(u64),
    /// Not text.
    #[error("this is not a text file; save the table as CSV and import that")]
    NotText,
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// The cells cannot be told apart.
    #[error("the table is broken: {0}")]
    Broken(String),
    /// Nobody's file we know.
    #[error(
        "these are not the columns of a file it reads. Found: {found}. Missing, by format: {missing}. To read it all the same, say \
         in a file which column is which, such as `[columns]`, `title = \"..\"`, `price = \"..\"`, and name it with --map"
    )]
    Columns {
        /// Which columns each format lacks.
        missing: String,
        /// Which there are.
        found: String,
    },
    /// The map is of no use.
    #[error("the map cannot be followed: {0}")]
    Map(String),
    /// The shop's books did not take it.
    #[error("{0}; the shop is as it was")]
    Shop(db::Fault),
}
