//! The outside world, on real databases, real forms and real HTTP over loopback.

#![expect(clippy::unwrap_used, reason = "a rehearsal that cannot be set up cannot go on")]

mod cards;
mod carriers;
mod changed;
mod clocks;
mod easypost;
mod forgery;
mod owed;
mod payments;
mod paypal;
mod rig;
mod shelf;
mod stripe;
mod trackers;
mod ways;
