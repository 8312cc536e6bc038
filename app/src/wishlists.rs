//! Wish lists: kept by a browser or an account, shown to others by a link, put in the cart.
//!
//! Meaning: [`domain::wishlists`]. Memory: `db::wishlists`. Next room: [`crate::cart`].

mod api;
#[cfg(feature = "ssr")]
pub mod pages;
