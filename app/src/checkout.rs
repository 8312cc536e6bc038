//! The checkout: four pages with a form each. It needs no island; `typing` helps where there is script.
//!
//! Meaning: [`domain::checkout`]. Memory: `db::checkout`. Next room: [`crate::orders`].

mod api;
mod typing;

pub use api::{Suggestion, Telling};
pub use typing::start;

#[cfg(feature = "ssr")]
pub mod pages;
