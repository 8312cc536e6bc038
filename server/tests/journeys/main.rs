//! Journeys through the whole front door: the router in process, the loop on a loopback port, the program itself.

#![expect(clippy::unwrap_used, reason = "a journey that cannot be set up cannot go on")]

mod cache;
mod cookies;
mod events;
mod headers;
mod limits;
mod start;
mod support;
