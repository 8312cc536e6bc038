//! What the shop's words mean.
//!
//! Nothing here fails for outside reasons: no I/O, no clock, no chance, no floats.
//! Now, chance and place arrive as arguments.

#![deny(clippy::float_arithmetic)]

pub mod account;
pub mod addresses;
pub mod care;
pub mod cart;
pub mod catalogue;
pub mod checkout;
pub mod codes;
pub mod contact;
pub mod customs;
pub mod delivery;
pub mod desk;
pub mod documents;
pub mod duty;
pub mod exchange;
pub mod gift_cards;
pub mod goods;
pub mod ids;
pub mod lang;
pub mod local_rules;
pub mod market;
pub mod money;
pub mod notifications;
pub mod offers;
pub mod opinions;
pub mod orders;
pub mod payments;
pub mod pricing;
pub mod problems;
pub mod restock;
pub mod search;
pub mod staff;
pub mod tax;
pub mod time;
pub mod tracking;
pub mod wishlists;

#[cfg(any(test, feature = "test-support"))]
pub mod testing;

/// A refusal that cannot happen: the answer of a question nobody can say no to.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Never {}
