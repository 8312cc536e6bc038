//! Words, numbers and dates. They live on the server; the browser gets text.

pub mod format;
pub(crate) mod negotiate;
mod words;

pub use domain::lang::Lang;
pub use negotiate::negotiated;
pub use words::Words;
