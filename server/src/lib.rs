//! What runs on the machine.

pub mod demo;
pub mod pictures;
