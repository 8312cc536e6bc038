//! Accounts: signing in by letter or password, what came along, orders, devices.
//!
//! Meaning: [`domain::account`]. Memory: `db::account`. Who is signed in is found in `server::middleware::signed_in`.

mod api;
#[cfg(feature = "ssr")]
pub mod pages;
