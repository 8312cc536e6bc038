//! Words, numbers and dates. They live on the server; the browser gets text.

pub mod format;
mod words;

pub use domain::lang::Lang;
pub use words::Words;
