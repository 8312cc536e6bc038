//! What to expect of delivery, said before anything is bought: on goods, in the cart, on the first page.
//!
//! Meaning: [`domain::delivery`].

mod expected;

pub use expected::{Expected, arrives};
