//! The port of carriers: what the shop needs of whoever brings the parcel.

use axum::http::HeaderMap;
use domain::orders::Order;
use domain::time::{Day, Timestamp};
use domain::tracking::Checkpoint;

use super::signature::Forged;
use super::{Soon, Trouble};

/// A parcel that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The carrier's number for it.
    pub number: String,
    /// The day it should come.
    pub expected: Day,
}

/// A report: a parcel's number and what happened to it.
pub type Told = (String, Checkpoint);

/// Whoever brings the parcel.
pub trait Carrier: Send + Sync {
    /// Its name, as in the database and in its webhook's URL.
    fn name(&self) -> &'static str;

    /// Has a parcel made for an order. Asked again under the same key, it is the same parcel.
    fn make_parcel<'a>(&'a self, order: &'a Order, key: &'a str) -> Soon<'a, Result<Label, Trouble>>;

    /// Stops a parcel before it is picked up: its label is void, and nothing more happens to it. False when the carrier has it
    /// already. Asked again, it is the same.
    fn stop<'a>(&'a self, number: &'a str) -> Soon<'a, Result<bool, Trouble>>;

    /// Everything that has happened to a parcel.
    fn ask<'a>(&'a self, number: &'a str) -> Soon<'a, Result<Vec<Checkpoint>, Trouble>>;

    /// Reads a webhook, if it is really theirs. Events the shop has no use for are left out.
    fn hear(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Vec<Told>, Forged>;
}
