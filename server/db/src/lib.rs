//! How the shop remembers.
//!
//! Two rules: a read takes [`&Conn`](Conn), a write takes [`&Tx`](Tx). One verb is one transaction:
//! load, decide (in `domain`), save. SQL keeps to what SQLite and PostgreSQL share.

pub mod database;
mod disk;
pub mod error;
pub mod migrate;
pub mod rows;
pub mod token;
mod writer;

pub mod careless;

/// Whether this program can be told to be careless: only one that is built to be caught at it.
#[cfg(feature = "careless")]
const MAY_BE_CARELESS: bool = true;
#[cfg(not(feature = "careless"))]
const MAY_BE_CARELESS: bool = false;

/// A disk that fails at a chosen moment: in no program but those that are rehearsed with.
#[cfg(feature = "faults")]
pub mod faults;
#[cfg(not(feature = "faults"))]
mod faults {
    /// The disk is as it is.
    pub fn install() {}
}

pub mod account;
pub mod audit;
pub mod care;
pub mod cart;
pub mod catalogue;
pub mod checkout;
pub mod customs;
pub mod delays;
pub mod desk;
pub mod documents;
pub mod gift_cards;
pub mod goods;
pub mod market;
pub mod notifications;
pub mod offers;
pub mod opinions;
pub mod orders;
pub mod outbox;
pub mod outside;
pub mod passwords;
pub mod payments;
pub mod personal;
pub mod pickup;
pub mod places;
pub mod problems;
pub mod restock;
pub mod search;
pub mod staff;
pub mod stock;
pub mod tracking;
pub mod wishlists;
pub mod words;

#[cfg(any(test, feature = "test-support"))]
pub mod testing;

pub use database::{Conn, Database, Event, Options, Tx};
pub use error::{Answer, Error, Fault, Result};
