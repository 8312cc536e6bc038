//! The shopper's three settings: language, where things go, what is paid in. Each is set apart from the others.
//!
//! Meaning: [`domain::market`]. They live in a cookie, which is no secret; a language is in every page's address too.

mod api;
#[cfg(feature = "ssr")]
pub mod pages;
