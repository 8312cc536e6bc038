//! Offers: codes of a cart, and what offers take off.
//!
//! Meaning: [`domain::offers`]. Memory: `db::offers`. They are written at the desk ([`crate::desk`]).

mod api;
#[cfg(feature = "ssr")]
pub mod pages;
