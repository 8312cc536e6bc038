//! What runs on the machine: the way in (`serve`, `middleware`, `router`) and what it is told (`config`).

pub mod books;
pub mod config;
pub mod middleware;
pub mod router;
pub mod serve;
pub mod session;
