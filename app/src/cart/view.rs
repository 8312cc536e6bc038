//! The cart as the browser gets it: drawn by the server, so that no word, sum or form is made in the browser.

use serde::{Deserialize, Serialize};

/// A cart, ready to show, and what came of the last change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartView {
    /// Grows with every change; an older answer that comes late is dropped.
    pub version: i64,
    /// How many things are in it.
    pub count: u32,
    /// The cart, or why the change was refused, for those who listen.
    pub says: String,
    /// Whether the shop did what it was asked.
    pub fine: bool,
    /// Lines, what is put aside, notices: HTML.
    pub body: String,
    /// Sums, what is left to free delivery, and the way on: HTML.
    pub sums: String,
}

/// The few words the cart's corner shows before it knows the cart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartWords {
    /// Title of the drawer.
    pub title: String,
    /// Link to the page.
    pub to_cart: String,
    /// Close the drawer.
    pub close: String,
}
