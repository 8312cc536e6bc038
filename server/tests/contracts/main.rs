//! What the shop says to companies outside, held against their own references.
//!
//! Prism stands in for Stripe and for PayPal, reads the OpenAPI document of the calls in `tests/fixtures`, and refuses what does
//! not keep to it. It is an npm tool, so these tests are a step of the gate's own: `cargo test` alone leaves them out, and
//! `cargo test -p server --test contracts` runs them after `.ci/setup tests`.

#![expect(clippy::unwrap_used, reason = "a rehearsal that cannot be set up cannot go on")]

#[path = "../outside/owed.rs"]
mod owed;
mod paypal;
mod prism;
mod stripe;
