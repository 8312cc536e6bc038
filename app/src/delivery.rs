//! What to expect of delivery, said before anything is bought: on goods, in the cart, on the first page.
//!
//! Meaning: [`domain::delivery`].

#[cfg(feature = "ssr")]
mod expected;

#[cfg(feature = "ssr")]
pub use expected::Expected;
