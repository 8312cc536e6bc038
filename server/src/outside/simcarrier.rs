//! SimCarrier: a carrier in a box, as if it were another company.
//!
//! A parcel's whole way is planned when it is made ([`plan`]) and told step by step, each at its time, by signed webhooks.
//! Its clock may run fast, so that a parcel arrives in minutes; the moments it tells are those of its own clock.

mod label;
mod plan;
mod rates;
mod told;
mod wishes;

use std::path::Path;

use axum::http::HeaderMap;
use db::database::{Database, Tx};
use db::outside::deliveries::{self, Letter};
use db::outside::simcarrier::{self as books, Made};
use db::{Answer, Fault};
use domain::Never;
use domain::contact::Country;
use domain::delivery::{PickupPoint, nearest};
use domain::orders::Order;
use domain::time::Timestamp;
use domain::tracking::{Carton, Checkpoint, CheckpointKind, Rate, Window, Wish, WishKind};
use sha2::{Digest, Sha256};

pub use plan::Story;
use plan::{Door, Trip, plan};

use super::carriers::{Carrier, Collected, Consignment, Follower, Granted, Known, Label, Paper, Printed, Told};
use super::courier::Courier;
use super::mishaps::Mishaps;
use super::signature::{Forged, Key};
use super::{Settings, Soon, Trouble};

/// Its name, as in the database and in its webhook's URL.
pub const NAME: &str = "simcarrier";

/// No two reports of a parcel follow each other faster, in milliseconds, so that the first finds the parcel known.
const LEAST_GAP: i64 = 300;

/// The most it takes in one parcel: a box that one person lifts and carries through a door.
const MOST: Carton = Carton { grams: 10_000, millilitres: 60_000 };

/// So many pickup points it names.
const POINTS: usize = 12;

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

    async fn make(&self, sent: Consignment<'_>) -> Result<Label, Trouble> {
        let (key, order) = (sent.key(), sent.order);
        let rates = rates::of(&self.door, sent, self.books.now());
        let chosen = match sent.chosen {
            Some(chosen) => rates.iter().find(|rate| chosen.is(rate)),
            None => self.usual(order, &rates).and_then(|at| rates.get(at)),
        };
        // A label that was made before is the same one, whatever has become of the rate since.
        let made = self.books.read(|conn| books::by_key(conn, &key)).await.map_err(broken)?;
        if made.is_none() && sent.chosen.is_some() && chosen.is_none() {
            return Err(Trouble::Refused("we do not bring it so, or not for that".to_owned()));
        }
        let (address, pickup) = (&order.address, !order.pickup.is_empty());
        let promised = chosen.filter(|_| sent.chosen.is_some()).and_then(|rate| rate.days).unwrap_or(order.due());
        let trip = Trip { to: address.country, city: address.city.clone(), promised, pickup };
        let (speed, story, door) = (self.speed, self.story, self.door.clone());
        let made =
            self.books.write(move |tx| make(tx, &key, &trip, &door, speed, story)).await.map_err(Fault::from).map_err(broken)?;
        let (service, price) = chosen.map(|rate| (rate.name.clone(), rate.price)).unzip();
        let (shipment, brand, page) = (String::new(), String::new(), String::new());
        let service = service.unwrap_or_default();
        Ok(Label { number: made.number, expected: Some(made.expected), shipment, brand, page, service, price })
    }

    async fn call_back(&self, number: &str) -> Result<bool, Trouble> {
        let number = number.to_owned();
        self.books.write(move |tx| stop(tx, &number)).await.map_err(Fault::from).map_err(broken)
    }

    async fn grant(&self, number: &str, wish: &Wish) -> Result<Granted, Trouble> {
        let (number, wish, speed) = (number.to_owned(), wish.clone(), self.speed);
        self.books.write(move |tx| wishes::wish(tx, &number, &wish, speed)).await.map_err(Fault::from).map_err(broken)
    }

    async fn tell(&self, number: &str) -> Result<Vec<Checkpoint>, Trouble> {
        let now = self.books.now();
        let bodies = self.books.read(|conn| deliveries::happened(conn, number, now)).await.map_err(broken)?;
        Ok(bodies.iter().filter_map(|body| told::read(body.as_bytes())).flatten().map(|told| told.checkpoint).collect())
    }
}

impl SimCarrier {
    /// A driver comes on working days, for nothing, under a name that says for what and when.
    async fn offer_driver(&self, number: &str, window: Window) -> Result<String, Trouble> {
        let known = self.books.read(|conn| books::is_taken(conn, number)).await.map_err(broken)?;
        if !known {
            return Err(Trouble::Refused(format!("no parcel is {number}")));
        }
        if window.from.day_at(self.door.offset(window.from)).is_weekend() {
            return Err(Trouble::Refused("our drivers rest on Saturdays and Sundays".to_owned()));
        }
        Ok(format!("{number}@{}", window.from.0))
    }

    async fn print(&self, number: &str, paper: Paper) -> Result<Printed, Trouble> {
        let known = self.books.read(|conn| books::is_taken(conn, number)).await.map_err(broken)?;
        if known {
            Ok(Printed::File(label::printed(number, paper)))
        } else {
            Err(Trouble::Refused(format!("no parcel is {number}")))
        }
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
    if all.into_iter().any(|told| told.checkpoint.kind != CheckpointKind::Label) {
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

impl Follower for SimCarrier {
    fn name(&self) -> &'static str {
        NAME
    }

    fn ask<'a>(&'a self, parcel: Known<'a>) -> Soon<'a, Result<Vec<Checkpoint>, Trouble>> {
        Box::pin(self.mishaps.around(self.tell(parcel.number)))
    }

    fn hear(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Vec<Told>, Forged> {
        told::hear(&self.key, headers, body, now)
    }
}

impl Carrier for SimCarrier {
    fn most(&self) -> Carton {
        MOST
    }

    fn rates<'a>(&'a self, sent: Consignment<'a>) -> Soon<'a, Result<Vec<Rate>, Trouble>> {
        Box::pin(self.mishaps.around(async move { Ok(rates::of(&self.door, sent, self.books.now())) }))
    }

    /// It brings things the way the order says.
    fn usual(&self, order: &Order, rates: &[Rate]) -> Option<usize> {
        rates.iter().position(|rate| rate.name == order.service.code())
    }

    fn make_parcel<'a>(&'a self, sent: Consignment<'a>) -> Soon<'a, Result<Label, Trouble>> {
        Box::pin(self.mishaps.around(self.make(sent)))
    }

    fn label<'a>(&'a self, parcel: Known<'a>, paper: Paper) -> Soon<'a, Result<Printed, Trouble>> {
        Box::pin(self.mishaps.around(self.print(parcel.number, paper)))
    }

    fn stop<'a>(&'a self, parcel: Known<'a>) -> Soon<'a, Result<bool, Trouble>> {
        Box::pin(self.mishaps.around(self.call_back(parcel.number)))
    }

    fn grants(&self) -> &'static [WishKind] {
        WishKind::ALL
    }

    fn wish<'a>(&'a self, parcel: Known<'a>, wish: &'a Wish) -> Soon<'a, Result<Granted, Trouble>> {
        Box::pin(self.mishaps.around(self.grant(parcel.number, wish)))
    }

    fn collects(&self) -> bool {
        true
    }

    fn propose<'a>(&'a self, parcel: Known<'a>, window: Window) -> Soon<'a, Result<String, Trouble>> {
        Box::pin(self.mishaps.around(self.offer_driver(parcel.number, window)))
    }

    fn collect<'a>(&'a self, proposed: &'a str) -> Soon<'a, Result<Collected, Trouble>> {
        let confirmation = format!("PU{:08}", seed(proposed) % 100_000_000);
        Box::pin(self.mishaps.around(async { Ok(Collected { confirmation, price: None }) }))
    }

    fn points<'a>(&'a self, country: Country, postcode: &'a str, city: &'a str) -> Soon<'a, Result<Vec<PickupPoint>, Trouble>> {
        let near = nearest(country, postcode, city, POINTS);
        Box::pin(self.mishaps.around(async move { Ok(near.into_iter().cloned().collect()) }))
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
