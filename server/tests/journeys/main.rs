//! Journeys through the whole front door: the router in process, the loop on a loopback port, the program itself.

mod cache;
mod cookies;
mod headers;
mod limits;
mod start;
mod support;
