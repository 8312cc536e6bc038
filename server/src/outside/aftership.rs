//! AfterShip: follows parcels of many carriers by their number, and brings none.
//!
//! A number it has not heard of is told to it; from then on it writes to `/webhooks/carriers/aftership`, signed, and what it does
//! not write is asked for.

use axum::http::HeaderMap;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::contact::Country;
use domain::delivery::zone_of;
use domain::time::Timestamp;
use domain::tracking::{Checkpoint, Dialect, understood};
use serde_json::{Value, json};

use super::carriers::{Follower, Known, Told};
use super::line::{Line, Reply, Secret};
use super::reading::{answered, day, list, moment, moment_in, name_of, place, plain, promise, said, text};
use super::signature::{Forged, Key};
use super::{Soon, Trouble};

/// Its name, as in the database and in its webhook's URL.
pub const NAME: &str = "aftership";

/// Its API's version.
const TRACKINGS: &str = "/tracking/2024-07/trackings";

/// The merchant's account.
#[derive(Clone, Debug)]
pub struct Account {
    /// The API's key.
    pub key: Secret,
    /// What its webhooks are signed with.
    pub webhook_secret: Key,
    /// Where its API is.
    pub api: String,
}

/// AfterShip, for one account.
pub struct AfterShip {
    line: Line,
    key: Secret,
    webhook_secret: Key,
}

impl AfterShip {
    /// A line to it.
    pub fn new(account: Account) -> db::Result<Self> {
        Ok(Self { line: Line::to(&account.api)?, key: account.key, webhook_secret: account.webhook_secret })
    }

    async fn tracking(&self, parcel: Known<'_>) -> Result<Vec<Checkpoint>, Trouble> {
        let words = self
            .line
            .get(&format!("{TRACKINGS}?tracking_numbers={}", plain(parcel.number)?))
            .header("as-api-key", self.key.text());
        let found = self.read(&self.line.say(words).await?)?;
        let brand = parcel.brand.to_lowercase();
        let is_it =
            |tracking: &&Value| text(tracking, "tracking_number") == parcel.number && text(tracking, "slug").starts_with(&brand);
        if let Some(tracking) = list(&found["data"], "trackings").iter().find(is_it) {
            return Ok(of_tracking(tracking));
        }
        let body = json!({ "tracking_number": parcel.number, "slug": brand });
        let words = self.line.post(TRACKINGS).header("as-api-key", self.key.text()).header("content-type", "application/json");
        let begun = self.read(&self.line.say(words.body(body.to_string())).await?)?;
        Ok(of_tracking(&begun["data"]))
    }

    fn read(&self, reply: &Reply) -> Result<Value, Trouble> {
        answered("AfterShip", reply, &self.key)
    }
}

fn of_tracking(tracking: &Value) -> Vec<Checkpoint> {
    let checkpoints = list(tracking, "checkpoints");
    let mut told: Vec<Checkpoint> = checkpoints.iter().filter_map(checkpoint).collect();
    let expected = day(text(&tracking["courier_estimated_delivery_date"], "estimated_delivery_date"));
    let expected = expected.or_else(|| day(text(tracking, "expected_delivery")));
    if let Some((day, (at, _))) = expected.zip(moment(text(tracking, "updated_at"))) {
        told.push(promise(day, at, checkpoints.len()));
    }
    told
}

fn checkpoint(checkpoint: &Value) -> Option<Checkpoint> {
    let [tag, finer, message, when] = ["tag", "subtag", "message", "checkpoint_time"].map(|key| text(checkpoint, key));
    let [city, state, iso3, region] = ["city", "state", "country_iso3", "country_region"].map(|key| text(checkpoint, key));
    // Three letters under either name, which it has changed.
    let written = if iso3.is_empty() { region } else { iso3 };
    let country = Country::of_three(written).or(Country::parse(written)).ok();
    let (at, offset_minutes) = moment_in(country.map(|country| zone_of(country, state)), when)?;
    let place = place([city, state, country.as_ref().map_or(written, Country::code)]);
    Some(Checkpoint {
        // The name is of what was written: what the shop learns to read is not told anew.
        event: name_of(&[tag, finer, message, when, &super::reading::place([city, state, written])]),
        kind: understood(Dialect::AfterShip, tag, finer),
        at,
        place,
        offset_minutes,
        expected: None,
        said: said(if finer.is_empty() { tag } else { finer }, message),
    })
}

impl Follower for AfterShip {
    fn name(&self) -> &'static str {
        NAME
    }

    fn follows(&self, brand: &str) -> bool {
        !brand.is_empty()
    }

    fn ask<'a>(&'a self, parcel: Known<'a>) -> Soon<'a, Result<Vec<Checkpoint>, Trouble>> {
        Box::pin(self.tracking(parcel))
    }

    fn hear(&self, headers: &HeaderMap, body: &[u8], _: Timestamp) -> Result<Vec<Told>, Forged> {
        let seal = headers.get("aftership-hmac-sha256").and_then(|value| value.to_str().ok()).ok_or(Forged::Unsigned)?;
        let seal = STANDARD.decode(seal.trim()).map_err(|_| Forged::Unsigned)?;
        if !self.webhook_secret.sealed(&[body], &db::token::hex(&seal)) {
            return Err(Forged::Wrong);
        }
        let event: Value = serde_json::from_slice(body).map_err(|_| Forged::Unreadable)?;
        let tracking = &event["msg"];
        if !tracking.is_object() {
            return Err(Forged::Unreadable);
        }
        let number = text(tracking, "tracking_number").to_owned();
        let told = of_tracking(tracking).into_iter();
        Ok(told.map(|checkpoint| Told { number: number.clone(), shipment: String::new(), checkpoint }).collect())
    }
}
