//! The cart: what a shopper means to buy, before it becomes an order.
//!
//! Meaning: [`domain::cart`]. Memory: `db::cart`. Next room: [`crate::checkout`].
//! One store in the browser feeds badge, drawer and page; what it holds is always the server's last answer.

mod api;
mod corner;
#[cfg(feature = "ssr")]
pub mod pages;
mod part;
mod store;
mod view;

pub use corner::CartCorner;
pub use part::{CartBody, CartSums};
pub use store::start;
pub use view::{CartView, CartWords};
