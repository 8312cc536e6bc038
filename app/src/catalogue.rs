//! Goods, shown: the first page, lists, a product's page, and those seen last.
//!
//! Meaning: [`domain::catalogue`]. Memory: `db::catalogue`. Next room: [`crate::cart`].

mod api;
#[cfg(feature = "ssr")]
pub mod pages;
mod seen;

pub use seen::arrived;
