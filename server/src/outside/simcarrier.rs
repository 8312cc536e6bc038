//! SimCarrier: a carrier in a box, as if it were another company.
//!
//! A parcel's whole way is planned when it is made ([`plan`]) and told step by step, each at its time, by signed webhooks.
//! Its clock may run fast, so that a parcel arrives in minutes; the moments it tells are those of its own clock.

mod plan;
mod told;

use std::path::Path;

use axum::http::HeaderMap;
use db::database::{Database, Tx};
use db::outside::deliveries::{self, Letter};
use db::outside::simcarrier::{self as books, Made};
use db::{Answer, Fault};
use domain::Never;
use domain::orders::Order;
use domain::time::Timestamp;
use domain::tracking::{Checkpoint, CheckpointKind};
use sha2::{Digest, Sha256};

pub use plan::Story;
use plan::{Door, Trip, plan};

use super::carriers::{Carrier, Label, Told};
use super::courier::Courier;
use super::mishaps::Mishaps;
use super::signature::{Forged, Key};
use super::{Settings, Soon, Trouble};

/// Its name, as in the database and in its webhook's URL.
pub const NAME: &str = "simcarrier";

/// No two reports of a parcel follow each other faster, in milliseconds, so that the first finds the parcel known.
const LEAST_GAP: i64 = 300;

/// The company.
pub struct SimCarrier {
    books: Database,
    key: Key,
    speed: u32,
    story: Story,
    door: Door,
    courier: Courier,
    /// What goes wrong next, between it and the shop.
    pub mishaps: Mishaps,
}

impl SimCarrier {
    /// Opens its books.
    pub fn open(path: &Path, key: Key, settings: &Settings) -> db::Result<Self> {
        let books = Database::open_with(path, settings.books.clone(), books::migrate)?;
        let to = format!("{}/webhooks/carriers/{NAME}", settings.origin);
        let courier = Courier::new(books.clone(), to, key.clone(), told::sign)?;
        let (speed, story) = (settings.carrier_speed.max(1), settings.carrier_story);
        let door = Door::of(settings.books.home.country, &settings.zone);
        Ok(Self { books, key, speed, story, door, courier, mishaps: Mishaps::default() })
    }

    pub(super) fn courier(&self) -> &Courier {
        &self.courier
    }

    async fn make(&self, order: &Order, key: &str) -> Result<Label, Trouble> {
        let (address, pickup) = (&order.address, !order.pickup.is_empty());
        let trip = Trip { to: address.country, city: address.city.clone(), promised: order.promised, pickup };
        let (key, speed, story, door) = (key.to_owned(), self.speed, self.story, self.door.clone());
        let made =
            self.books.write(move |tx| make(tx, &key, &trip, &door, speed, story)).await.map_err(Fault::from).map_err(broken)?;
        Ok(Label { number: made.number, expected: made.expected })
    }

    async fn call_back(&self, number: &str) -> Result<bool, Trouble> {
        let number = number.to_owned();
        self.books.write(move |tx| stop(tx, &number)).await.map_err(Fault::from).map_err(broken)
    }

    async fn tell(&self, number: &str) -> Result<Vec<Checkpoint>, Trouble> {
        let now = self.books.now();
        let bodies = self.books.read(|conn| deliveries::happened(conn, number, now)).await.map_err(broken)?;
        Ok(bodies.iter().filter_map(|body| told::read(body.as_bytes())).flatten().map(|(_, checkpoint)| checkpoint).collect())
    }
}

fn make(tx: &Tx<'_>, key: &str, trip: &Trip, door: &Door, speed: u32, story: Story) -> Answer<Made, Never> {
    let number = free_number(tx, key)?;
    let plan = plan(seed(&number), door, trip, tx.now(), story);
    let mut at = tx.now().0;
    let letters: Vec<Letter> = plan
        .checkpoints
        .iter()
        .map(|checkpoint| {
            let gone = checkpoint.at.since(tx.now()) / i64::from(speed);
            at = (at + LEAST_GAP).max(tx.now().0 + gone);
            Letter { subject: number.clone(), body: told::write(&number, checkpoint), at: Timestamp(at) }
        })
        .collect();
    books::make(tx, key, &Made { number, expected: plan.expected }, &letters)
}

/// Whether a parcel is stopped: nothing but its label has happened to it, and nothing will.
fn stop(tx: &Tx<'_>, number: &str) -> Answer<bool, Never> {
    let told = deliveries::happened(tx, number, tx.now())?;
    let all = told.iter().filter_map(|body| told::read(body.as_bytes())).flatten();
    if all.into_iter().any(|(_, checkpoint)| checkpoint.kind != CheckpointKind::Label) {
        return Ok(false);
    }
    deliveries::withdraw(tx, number, tx.now())?;
    Ok(true)
}

/// A number nobody has yet, the same for the same key as long as nobody else took it.
fn free_number(tx: &Tx<'_>, key: &str) -> db::Result<String> {
    for salt in 0..100_u8 {
        let number = number(seed(&format!("{key} {salt}")));
        if !books::is_taken(tx, &number)? {
            return Ok(number);
        }
    }
    Err(Fault::Books("SimCarrier has run out of numbers".to_owned()))
}

/// `SC`, ten digits and a check digit (the digits weighted 3 and 1 by turns, as in EAN-13).
fn number(chance: u64) -> String {
    let digits = format!("{:010}", chance % 10_000_000_000);
    let weighted = digits.bytes().zip([3, 1].into_iter().cycle()).map(|(digit, weight)| u32::from(digit - b'0') * weight);
    let check = (10 - weighted.sum::<u32>() % 10) % 10;
    format!("SC{digits}{check}")
}

fn seed(text: &str) -> u64 {
    let hash = Sha256::digest(text.as_bytes());
    hash.iter().take(8).fold(0, |seed, &byte| (seed << 8) | u64::from(byte))
}

impl Carrier for SimCarrier {
    fn name(&self) -> &'static str {
        NAME
    }

    fn make_parcel<'a>(&'a self, order: &'a Order, key: &'a str) -> Soon<'a, Result<Label, Trouble>> {
        Box::pin(self.mishaps.around(self.make(order, key)))
    }

    fn stop<'a>(&'a self, number: &'a str) -> Soon<'a, Result<bool, Trouble>> {
        Box::pin(self.mishaps.around(self.call_back(number)))
    }

    fn ask<'a>(&'a self, number: &'a str) -> Soon<'a, Result<Vec<Checkpoint>, Trouble>> {
        Box::pin(self.mishaps.around(self.tell(number)))
    }

    fn hear(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Vec<Told>, Forged> {
        told::hear(&self.key, headers, body, now)
    }
}

/// Its own troubles are its own: the merchant learns only that there was no answer.
fn broken(fault: Fault) -> Trouble {
    tracing::error!(%fault, "SimCarrier broke");
    Trouble::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_ten_digits_and_one_to_check_them() {
        assert_eq!(number(4_006_381_333), "SC40063813337");
        assert_eq!(number(7).len(), 13);
        assert_ne!(number(7)[2..12], number(8)[2..12]);
    }
}
