//! The shop in the pocket: a page for when there is no connection, and the home screen.
//!
//! What works without a connection is the worker's, `frontend/sw.js`; `frontend/pocket.js` is what pages do for it.

#[cfg(feature = "ssr")]
pub mod pages;
