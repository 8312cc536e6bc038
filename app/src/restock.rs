//! Wishing to be told when a thing that is sold out is back.
//!
//! Meaning: [`domain::restock`]. Memory: `db::restock`. Next room: [`crate::catalogue`].

mod api;
#[cfg(feature = "ssr")]
pub mod pages;
