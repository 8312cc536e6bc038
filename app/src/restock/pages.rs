//! What stands on a product's page for who waits for it, and what its form leads to.

mod answer;
mod form;

pub use answer::{Heard, wish};
pub use form::{BackAgain, WishErrors, WishForm};
