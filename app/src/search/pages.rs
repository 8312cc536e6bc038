//! The page of results, and what stands around it.

mod form;
mod ideas;
mod nothing;
mod results;

pub use form::SearchForm;
pub use ideas::ideas;
pub use results::SearchPage;
