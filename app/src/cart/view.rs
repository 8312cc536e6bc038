//! The cart as the browser gets it: every sum and every sentence ready to show.

use serde::{Deserialize, Serialize};

/// A cart, ready to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartView {
    /// Grows with every change; an older answer that comes late is dropped.
    pub version: i64,
    /// How many things are in it.
    pub count: u32,
    /// The same in words, for those who listen.
    pub says: String,
    /// What is bought.
    pub lines: Vec<LineView>,
    /// What is put aside.
    pub saved: Vec<LineView>,
    /// Names and sums, in the order they are shown; the last one is the total.
    pub sums: Vec<(String, String)>,
    /// How far it is to free delivery: words, and how much of it in percent.
    pub free: Option<(String, u32)>,
}

/// A line, ready to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineView {
    /// Id of the line.
    pub id: i64,
    /// Id of what is bought, to put it back after it was taken out.
    pub variant: i64,
    /// Address of its page.
    pub href: String,
    /// Name.
    pub name: String,
    /// Chosen values: `Moss, 350 ml`.
    pub values: String,
    /// Address of its picture; empty when there is none.
    pub picture: String,
    /// Price of one.
    pub unit: String,
    /// How many.
    pub quantity: u32,
    /// Price of the line.
    pub total: String,
    /// What there is to know: few left, sold out, a changed price.
    pub notes: Vec<String>,
}

/// What the shop answers to a change: the cart as it is now, and why it said no, if it did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartAnswer {
    /// The cart as it is now.
    pub cart: CartView,
    /// Why the change was refused.
    pub refused: Option<Refused>,
}

/// A refusal in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The line it is about; 0 for a thing that is not in the cart.
    pub line: i64,
    /// What the shopper is told.
    pub says: String,
}

/// The few words the islands of the cart show themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartWords {
    /// Title of the drawer.
    pub title: String,
    /// Link to the page.
    pub to_cart: String,
    /// Button to the checkout.
    pub checkout: String,
    /// Where that is.
    pub checkout_href: String,
    /// Close the drawer.
    pub close: String,
    /// Nothing in it.
    pub empty: String,
    /// Fewer.
    pub fewer: String,
    /// More.
    pub more: String,
    /// Quantity of a thing.
    pub quantity: String,
    /// Take out.
    pub remove: String,
    /// Taken out.
    pub removed: String,
    /// Put it back.
    pub undo: String,
    /// Put aside.
    pub save: String,
    /// Put back in.
    pub unsave: String,
    /// Title of what is put aside.
    pub saved: String,
}
