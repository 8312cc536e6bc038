//! What a cart's offers look like: on its page, in the drawer, in the checkout.

mod cards;
mod codes;
mod entered;
mod gifts;
mod taken;
mod why;

pub use cards::{paid_by_cards, told};
pub use codes::Codes;
pub use entered::entered;
pub use gifts::Gifts;
pub use taken::{nearly, taken};
pub use why::{why, whys};
