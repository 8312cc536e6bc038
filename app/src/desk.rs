//! The desk: where staff look after the goods. It runs on the machine only: plain forms, no script.
//!
//! Meaning: [`domain::desk`], [`domain::staff`]. Memory: `db::desk`, `db::staff`. Next room: [`crate::catalogue`].

pub mod api;
pub mod pages;
mod saving;
