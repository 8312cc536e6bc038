//! EasyPost: labels of many carriers behind one API, and what they report.
//!
//! A shipment is found again by its reference, the order's number, so that one whose answer was lost is not bought twice. What
//! EasyPost writes to `/webhooks/carriers/easypost` is signed; what it does not write is asked for.
//! Calls are in `easypost/calls.rs`, those that send a driver in `easypost/pickups.rs`, what a tracker tells in `easypost/told.rs`.

mod calls;
mod customs;
mod pickups;
mod told;

use axum::http::HeaderMap;
use domain::contact::Country;
use domain::delivery::PickupPoint;
use domain::time::Timestamp;
use domain::tracking::{Carton, Checkpoint, Rate, Window};

use super::carriers::{Carrier, Collected, Consignment, Follower, GivenBack, Known, Label, Paper, Printed, Told};
use super::line::{Line, Secret};
use super::signature::{Forged, Key};
use super::{Soon, Trouble};
use calls::Calls;

/// Its name, as in the database and in its webhook's URL.
pub const NAME: &str = "easypost";

/// The most USPS takes, 70 lb, and the room of its largest box by girth.
const MOST: Carton = Carton { grams: 31_700, millilitres: 128_000 };

/// The merchant's account.
#[derive(Clone, Debug)]
pub struct Account {
    /// The API's key.
    pub key: Secret,
    /// What its webhooks are signed with.
    pub webhook_secret: Key,
    /// Where its API is.
    pub api: String,
    /// EasyPost's id of the address parcels leave from, `adr_...`.
    pub from: String,
}

/// EasyPost, for one account.
pub struct EasyPost {
    calls: Calls,
    webhook_secret: Key,
}

impl EasyPost {
    /// A line to it.
    pub fn new(account: Account) -> db::Result<Self> {
        let calls = Calls { line: Line::to(&account.api)?, key: account.key, from: account.from };
        Ok(Self { calls, webhook_secret: account.webhook_secret })
    }
}

impl Follower for EasyPost {
    fn name(&self) -> &'static str {
        NAME
    }

    fn follows(&self, brand: &str) -> bool {
        !brand.is_empty()
    }

    fn ask<'a>(&'a self, parcel: Known<'a>) -> Soon<'a, Result<Vec<Checkpoint>, Trouble>> {
        Box::pin(async move { Ok(told::of_tracker(&self.calls.tracker(parcel).await?)) })
    }

    fn hear(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Vec<Told>, Forged> {
        told::hear(&self.webhook_secret, headers, body, now)
    }
}

impl Carrier for EasyPost {
    fn most(&self) -> Carton {
        MOST
    }

    fn rates<'a>(&'a self, sent: Consignment<'a>) -> Soon<'a, Result<Vec<Rate>, Trouble>> {
        Box::pin(async move { Ok(told::rates(&self.calls.quotes(sent).await?, sent.order.placed_at.day())) })
    }

    fn make_parcel<'a>(&'a self, sent: Consignment<'a>) -> Soon<'a, Result<Label, Trouble>> {
        Box::pin(self.calls.make(sent))
    }

    fn label<'a>(&'a self, parcel: Known<'a>, paper: Paper) -> Soon<'a, Result<Printed, Trouble>> {
        Box::pin(async move { self.calls.label(parcel, paper).await.map(Printed::At) })
    }

    fn stop<'a>(&'a self, parcel: Known<'a>) -> Soon<'a, Result<bool, Trouble>> {
        Box::pin(self.calls.void(parcel))
    }

    fn declares(&self) -> bool {
        true
    }

    /// USPS takes up to thirty days to say so.
    fn money_of<'a>(&'a self, parcel: Known<'a>) -> Soon<'a, Result<GivenBack, Trouble>> {
        Box::pin(self.calls.money_of(parcel))
    }

    fn collects(&self) -> bool {
        true
    }

    fn propose<'a>(&'a self, parcel: Known<'a>, window: Window) -> Soon<'a, Result<String, Trouble>> {
        Box::pin(self.calls.propose(parcel, window))
    }

    fn collect<'a>(&'a self, proposed: &'a str) -> Soon<'a, Result<Collected, Trouble>> {
        Box::pin(self.calls.collect(proposed))
    }

    /// EasyPost names none: its carriers bring parcels to the door.
    fn points<'a>(&'a self, _: Country, _: &'a str, _: &'a str) -> Soon<'a, Result<Vec<PickupPoint>, Trouble>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}
