//! Searching: a form in every header, its results, and suggestions while one types.
//!
//! Meaning: [`domain::search`]. Memory: `db::search`. Next room: [`crate::catalogue`].

mod api;
#[cfg(feature = "ssr")]
pub mod pages;
mod typing;

pub use typing::start;
