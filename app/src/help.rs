//! Questions and answers: delivery, returns, payment, privacy.

#[cfg(feature = "ssr")]
pub mod pages;
