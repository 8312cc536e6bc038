//! What runs on the machine: the way in (`serve`, `middleware`, `router`), what it is told (`config`), what is done later
//! (`jobs`), what other machines read (`feeds`, `api`), and the outside world (`outside`, `webhooks`).

#![recursion_limit = "512"]

pub mod api;
pub mod books;
pub mod config;
pub mod demo;
pub mod desk;
pub mod documents;
pub mod export;
pub mod feeds;
pub mod import;
pub mod jobs;
pub mod kept;
pub mod letters;
pub mod middleware;
pub mod outside;
pub mod passkeys;
pub mod personal;
pub mod pictures;
pub mod places;
pub mod problems;
pub mod router;
pub mod search;
pub mod serve;
pub mod shop;
pub mod webhooks;
