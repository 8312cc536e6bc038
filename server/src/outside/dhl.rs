//! DHL's unified tracking: tells of DHL's parcels when it is asked. It writes no letters.

use axum::http::HeaderMap;
use domain::contact::Country;
use domain::delivery::zone_of;
use domain::time::Timestamp;
use domain::tracking::{Brand, Checkpoint, Dialect, understood};
use serde_json::Value;

use super::carriers::{Follower, Known, Told};
use super::line::{Line, Secret};
use super::reading::{answered, day, list, moment_in, name_of, place, plain, promise, said, text};
use super::signature::Forged;
use super::{Soon, Trouble};

/// Its name, as in the database.
pub const NAME: &str = "dhl";

/// The merchant's account.
#[derive(Clone, Debug)]
pub struct Account {
    /// The API's key.
    pub key: Secret,
    /// Where its API is.
    pub api: String,
}

/// DHL, for one account.
pub struct Dhl {
    line: Line,
    key: Secret,
}

impl Dhl {
    /// A line to it.
    pub fn new(account: Account) -> db::Result<Self> {
        Ok(Self { line: Line::to(&account.api)?, key: account.key })
    }

    async fn shipment(&self, number: &str) -> Result<Vec<Checkpoint>, Trouble> {
        let words =
            self.line.get(&format!("/track/shipments?trackingNumber={}", plain(number)?)).header("dhl-api-key", self.key.text());
        let reply = self.line.say(words).await?;
        let found = answered("DHL", &reply, &self.key)?;
        let shipment = list(&found, "shipments").iter().find(|shipment| text(shipment, "id").eq_ignore_ascii_case(number));
        Ok(shipment.map(of_shipment).unwrap_or_default())
    }
}

fn of_shipment(shipment: &Value) -> Vec<Checkpoint> {
    let events = list(shipment, "events");
    let mut told: Vec<Checkpoint> = events.iter().filter_map(checkpoint).collect();
    // The state is the newest event, with a code where old events have none.
    let stands = checkpoint(&shipment["status"]);
    let known = |stands: &Checkpoint| told.iter().any(|one| one.at == stands.at && one.kind == stands.kind);
    if let Some(stands) = stands.filter(|stands| !known(stands)) {
        told.push(stands);
    }
    let newest = told.iter().map(|one| one.at).max();
    if let Some((day, at)) = day(text(shipment, "estimatedTimeOfDelivery")).zip(newest) {
        told.push(promise(day, at, events.len()));
    }
    told
}

fn checkpoint(event: &Value) -> Option<Checkpoint> {
    let (code, words, when) =
        (text(event, "statusCode"), [text(event, "status"), text(event, "description")], text(event, "timestamp"));
    let address = &event["location"]["address"];
    let zone = Country::parse(text(address, "countryCode")).ok().map(|country| zone_of(country, ""));
    let (at, offset_minutes) = moment_in(zone, when)?;
    let place = place([text(address, "addressLocality"), "", text(address, "countryCode")]);
    let said_of_it = words.join(" ");
    Some(Checkpoint {
        event: name_of(&[code, when, &place]),
        kind: understood(Dialect::Dhl, code, &said_of_it),
        at,
        place,
        offset_minutes,
        expected: None,
        said: said(code, said_of_it.trim()),
    })
}

impl Follower for Dhl {
    fn name(&self) -> &'static str {
        NAME
    }

    fn follows(&self, brand: &str) -> bool {
        Brand::named(brand) == Some(Brand::Dhl)
    }

    fn ask<'a>(&'a self, parcel: Known<'a>) -> Soon<'a, Result<Vec<Checkpoint>, Trouble>> {
        Box::pin(self.shipment(parcel.number))
    }

    fn hear(&self, _: &HeaderMap, _: &[u8], _: Timestamp) -> Result<Vec<Told>, Forged> {
        Err(Forged::Unsigned)
    }
}
