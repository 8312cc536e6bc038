//! Goods, shown: the first page, lists, a product's page.
//!
//! Meaning: [`domain::catalogue`]. Memory: `db::catalogue`. Next room: [`crate::cart`].

#[cfg(feature = "ssr")]
pub mod pages;
