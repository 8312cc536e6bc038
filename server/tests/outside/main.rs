//! The outside world, on real databases, real forms and real HTTP over loopback.

mod cards;
mod carriers;
mod forgery;
mod payments;
mod rig;
