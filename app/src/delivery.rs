//! What to expect of delivery, said before anything is bought: on goods, in the cart, on the first page.
//!
//! Meaning: [`domain::delivery`]. Memory: `db::delays`.

mod delayed;
mod expected;

pub use delayed::Delayed;
pub use expected::{Expected, arrives, delays_of};
