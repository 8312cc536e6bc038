//! What the shop shows and answers.
//!
//! Pages run on the server only; islands run on both sides. A page loads, a view shows, an island acts.
//! `cfg(feature)` stands here, in `request` and `failure`, once in each `api`, and once in each door for its `pages`.

// A view's type is as deep as its HTML, deeper than rustc looks by default. Components give `AnyView`, so that no type is
// deeper than one of them.
#![recursion_limit = "512"]

#[cfg(feature = "ssr")]
pub mod app;
#[cfg(feature = "ssr")]
pub mod cookies;
#[cfg(feature = "ssr")]
pub mod delivery;
#[cfg(feature = "ssr")]
pub mod desk;
#[cfg(feature = "ssr")]
pub mod documents;
#[cfg(feature = "ssr")]
pub mod i18n;
#[cfg(feature = "ssr")]
pub mod layout;
#[cfg(feature = "ssr")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod ui;

pub mod account;
pub mod browser;
pub mod cart;
pub mod catalogue;
pub mod checkout;
pub mod failure;
pub mod help;
pub mod navigation;
pub mod notifications;
pub mod offers;
pub mod offline;
pub mod opinions;
pub mod orders;
pub mod problems;
pub mod restock;
pub mod search;
pub mod settings;
pub mod wishlists;

/// Called once when the browser has the program: everything that is not an island of its own.
pub fn start() {
    navigation::start();
    cart::start();
    checkout::start();
    search::start();
    arrived();
}

/// Called for the page the program comes to, and for every one that is swapped in.
fn arrived() {
    catalogue::arrived();
}
