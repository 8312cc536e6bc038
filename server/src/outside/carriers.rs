//! The port of carriers: what the shop needs of whoever brings a parcel, and of whoever only tells where it is.
//!
//! A [`Follower`] tells of parcels; a [`Carrier`] brings them too. Staff who bring a parcel to a carrier themselves write its
//! number down, and a follower tells of it.

use axum::http::HeaderMap;
use domain::contact::Country;
use domain::customs::Declaration;
use domain::delivery::{Packet, PickupPoint};
use domain::money::Money;
use domain::orders::Order;
use domain::time::{Day, Timestamp};
use domain::tracking::{Carton, Checkpoint, Chosen, Piece, Rate, Window, Wish, WishKind};

use super::signature::Forged;
use super::{Soon, Trouble};

/// A parcel that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The carrier's number for it.
    pub number: String,
    /// The carrier's own name for the shipment; empty when the number is all there is.
    pub shipment: String,
    /// Who brings it, where that is somebody else than who was asked.
    pub brand: String,
    /// The carrier's own page about it; empty when it has none.
    pub page: String,
    /// The carrier's own name for the way it is brought; empty where it has none.
    pub service: String,
    /// What it takes for it, where that is said.
    pub price: Option<Money>,
    /// The day it should come, when that is said.
    pub expected: Option<Day>,
}

/// What is to be sent: a piece of an order.
#[derive(Clone, Copy, Debug)]
pub struct Consignment<'a> {
    /// The order.
    pub order: &'a Order,
    /// The piece.
    pub piece: &'a Piece,
    /// The piece, packed.
    pub packet: Packet,
    /// How many labels of the piece were given back before.
    pub before: u32,
    /// How staff want it brought; none where the shop's rule decides.
    pub chosen: Option<&'a Chosen>,
    /// What it declares to customs; none where nobody asks.
    pub customs: Option<&'a Declaration>,
}

impl<'a> Consignment<'a> {
    /// A piece of an order, brought as the shop's rule has it, none of whose labels was given back.
    pub const fn of(order: &'a Order, piece: &'a Piece, packet: Packet) -> Self {
        Self { order, piece, packet, before: 0, chosen: None, customs: None }
    }

    /// What the merchant calls it: the order's number, and the piece's behind it from the second on; behind both, how many labels
    /// of it were given back, so that the next is another to its carrier.
    pub fn key(&self) -> String {
        let number = self.order.number.as_str();
        match (self.piece.number, self.before) {
            (1, 0) => number.to_owned(),
            (piece, 0) => format!("{number}-{piece}"),
            (piece, before) => format!("{number}-{piece}-{before}"),
        }
    }
}

/// What becomes of the money of a label that is void.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenBack {
    /// It is on its way.
    Later,
    /// It is back, or was never taken.
    Yes,
    /// The carrier keeps it.
    No,
}

/// How a label is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A page.
    Pdf,
    /// For the printers of packing benches.
    Zpl,
}

/// A label to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Printed {
    /// The file.
    File(Vec<u8>),
    /// Where the carrier keeps the file.
    At(String),
}

/// A parcel, as its carrier knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known<'a> {
    /// Its number.
    pub number: &'a str,
    /// The carrier's own name for the shipment; empty when the number is all there is.
    pub shipment: &'a str,
    /// Who brings it, where that is not who is asked.
    pub brand: &'a str,
}

impl<'a> Known<'a> {
    /// By its number alone.
    pub const fn by(number: &'a str) -> Self {
        Self { number, shipment: "", brand: "" }
    }
}

/// What a carrier answers to a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Granted {
    /// It does so.
    Yes,
    /// The van has it, or it is there.
    TooLate,
    /// It does no such thing.
    Cannot,
}

/// A carrier that comes for a parcel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collected {
    /// What it calls that; empty where it calls it nothing.
    pub confirmation: String,
    /// What it takes for it, where it says so.
    pub price: Option<Money>,
}

/// A report: which parcel, and what happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The parcel's number.
    pub number: String,
    /// The shipment's name, where the carrier gives one.
    pub shipment: String,
    /// What happened.
    pub checkpoint: Checkpoint,
}

/// Whoever tells where a parcel is.
pub trait Follower: Send + Sync {
    /// Its name, as in the database and in its webhook's URL.
    fn name(&self) -> &'static str;

    /// Whether it tells of parcels that staff bring to this carrier, by its name.
    fn follows(&self, _brand: &str) -> bool {
        false
    }

    /// Everything that has happened to a parcel. Who has not heard of it yet is told to follow it.
    fn ask<'a>(&'a self, parcel: Known<'a>) -> Soon<'a, Result<Vec<Checkpoint>, Trouble>>;

    /// Reads a webhook, if it is really theirs. A code that the shop has no word for is a checkpoint of its own kind, which moves
    /// nothing.
    fn hear(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Vec<Told>, Forged>;
}

/// Whoever brings the parcel.
pub trait Carrier: Follower {
    /// The most that goes into one parcel.
    fn most(&self) -> Carton;

    /// The ways it would bring a parcel, the cheapest first.
    fn rates<'a>(&'a self, sent: Consignment<'a>) -> Soon<'a, Result<Vec<Rate>, Trouble>>;

    /// Whether it tells customs itself what is in a parcel, so that no label can be made before that is known.
    fn declares(&self) -> bool {
        false
    }

    /// The rate of these that is bought where nobody chooses: its place among them.
    fn usual(&self, order: &Order, rates: &[Rate]) -> Option<usize> {
        Rate::best(rates, order.due().1)
    }

    /// Has a parcel made, as it was chosen or by the rule. Asked again for the same piece, it is the same parcel; refused where what
    /// was chosen is not to be had any more, or for that price.
    fn make_parcel<'a>(&'a self, sent: Consignment<'a>) -> Soon<'a, Result<Label, Trouble>>;

    /// Its label, to print.
    fn label<'a>(&'a self, parcel: Known<'a>, paper: Paper) -> Soon<'a, Result<Printed, Trouble>>;

    /// Stops a parcel before it is picked up: its label is void, and nothing more happens to it. False when the carrier has it
    /// already. Asked again, it is the same.
    fn stop<'a>(&'a self, parcel: Known<'a>) -> Soon<'a, Result<bool, Trouble>>;

    /// What becomes of the money of a label that it has taken back.
    fn money_of<'a>(&'a self, _parcel: Known<'a>) -> Soon<'a, Result<GivenBack, Trouble>> {
        Box::pin(async { Ok(GivenBack::Yes) })
    }

    /// What it can be asked for while a parcel is on its way; nothing, unless its API has such a thing.
    fn grants(&self) -> &'static [WishKind] {
        &[]
    }

    /// Asks for another place, another day, or that whoever brings it is told something. Asked again, it is the same.
    fn wish<'a>(&'a self, _parcel: Known<'a>, _wish: &'a Wish) -> Soon<'a, Result<Granted, Trouble>> {
        Box::pin(async { Ok(Granted::Cannot) })
    }

    /// Whether it fetches parcels from the merchant.
    fn collects(&self) -> bool {
        false
    }

    /// What it would do to fetch a parcel then, by its name for that. Nothing is ordered yet.
    fn propose<'a>(&'a self, _parcel: Known<'a>, _window: Window) -> Soon<'a, Result<String, Trouble>> {
        Box::pin(async { Err(Trouble::Refused("it fetches nothing".to_owned())) })
    }

    /// Orders what it has proposed. Ordered again, it is the same.
    fn collect<'a>(&'a self, _proposed: &'a str) -> Soon<'a, Result<Collected, Trouble>> {
        Box::pin(async { Err(Trouble::Refused("it fetches nothing".to_owned())) })
    }

    /// Lockers and shops near a postcode and a town, as typed, the nearest first; none where it has none.
    fn points<'a>(&'a self, country: Country, postcode: &'a str, city: &'a str) -> Soon<'a, Result<Vec<PickupPoint>, Trouble>>;
}
