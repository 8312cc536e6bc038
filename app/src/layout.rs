//! What stands around every page.

mod document;
mod footer;
mod header;
mod page;

pub use document::{Document, Head};
pub use page::{load, not_found, page, trouble};
