//! Documents: invoice, receipt and credit note, in words.
//!
//! Meaning: [`domain::documents`]. Memory: `db::documents`. The page and the PDF (`server::documents`) show the same [`Paper`].

mod customs;
pub mod pages;
mod paper;

pub use customs::{commercial_invoice, customs_form};
pub use paper::{Fact, Paper, Party, Row, Table, paper};
