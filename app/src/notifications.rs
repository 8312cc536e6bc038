//! Choosing which messages one gets, by the link in every letter.
//!
//! Meaning: [`domain::notifications`]. Memory: `db::notifications`. Letters are written in `server::letters`.

pub mod api;
mod device;
#[cfg(feature = "ssr")]
pub mod pages;

pub use device::TypedDevice;
