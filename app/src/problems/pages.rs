//! The form that tells what is wrong with an order, and what became of it.

mod form;
mod told;

pub use form::{ProblemPage, tell};
pub use told::{Problems, of_parcel};
