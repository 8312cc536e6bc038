//! Orders: followed from the confirmation to the door.
//!
//! Meaning: [`domain::orders`], [`domain::tracking`]. Memory: `db::orders`, `db::tracking`.

mod api;
mod live;
#[cfg(feature = "ssr")]
pub mod pages;

pub use live::LiveOrder;
