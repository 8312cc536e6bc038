//! The checkout: four pages with a form each. It needs no island.
//!
//! Meaning: [`domain::checkout`]. Memory: `db::checkout`. Next room: [`crate::orders`].

mod api;
#[cfg(feature = "ssr")]
pub mod pages;
