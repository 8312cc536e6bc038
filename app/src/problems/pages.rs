//! The form that tells what is wrong with an order, and what became of it.

mod form;
mod photos;
mod told;

pub use form::ProblemPage;
pub use photos::Thumbs;
pub use told::{Problems, of_parcel};
