//! What runs on the machine.

pub mod demo;
pub mod import;
pub mod pictures;
