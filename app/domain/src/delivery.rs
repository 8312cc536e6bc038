//! Delivery: what it costs and when it comes.
//!
//! Rooms: `zones` (who is served, how far it is), `packing` (how heavy and large it is), `tariff` (prices and limits),
//! `free` (from when on it costs nothing), `calendar` (weekends and holidays), `dates` (cut-off and arrival), `points`
//! (lockers and shops), `clocks` (time zones), `delays` (what the desk has announced). What is data stands in `data`, one table
//! each. The tariff is in a currency of its own; whoever sends brings the rate to the shop's.

mod calendar;
mod clocks;
mod dates;
mod delays;
mod free;
mod packing;
mod points;
mod table;
mod tariff;
mod zones;

use serde::{Deserialize, Serialize};

pub use self::calendar::{Calendar, REACHES};
pub use self::clocks::{zone_name, zone_of};
pub use self::dates::{CUT_OFF_MINUTE, MOST_READY_DAYS, leaves, leaves_today_until, next_cut_off};
pub use self::delays::{Cause, Delay, bare};
pub use self::free::{Free, free};
pub use self::packing::{Measures, NotMeasures, Packet, Thing};
pub use self::points::{PickupPoint, nearest, nearest_of, pickup_point, pickup_points};
pub use self::tariff::{TARIFF_CURRENCY, TooMuch};
pub use self::zones::{Zone, is_served, served};

use self::tariff::Rate;
use crate::cart::Cart;
use crate::codes;
use crate::contact::Country;
use crate::exchange::Exchange;
use crate::market::PriceList;
use crate::money::Money;
use crate::time::{Day, Timestamp};

codes! {
    /// A way to send a parcel.
    Service {
        /// A packet by post, cheapest and slowest; for light things, beyond the neighbours.
        Economy = "economy",
        /// To the door, by road.
        Standard = "standard",
        /// To the door, by air where that is faster.
        Express = "express",
        /// To a locker or shop, where the shopper fetches it.
        Pickup = "pickup",
        /// On the order's page, at once: gift cards alone.
        Online = "online",
    }
}

/// What is to be sent, where, and from when on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sending {
    /// What the goods are worth in the shop's books; decides whether delivery is free.
    pub goods: Money,
    /// From the tariff's currency to that of the books.
    pub exchange: Exchange,
    /// The goods, packed; none where nothing needs a parcel.
    pub packet: Option<Packet>,
    /// Where the shop is.
    pub from: Country,
    /// Where they go.
    pub to: Country,
    /// When they are paid.
    pub now: Timestamp,
    /// How far the shop's clock is ahead of UTC then: 120 or, in summer, 180.
    pub shop_offset_minutes: i16,
    /// Working days they need before they can leave; 0 for what lies on the shelf.
    pub handling_days: u32,
    /// What is announced where they go.
    pub delays: Vec<Delay>,
}

impl Sending {
    /// A cart that is paid now.
    pub fn of(cart: &Cart, now: Timestamp, shop_offset_minutes: i16) -> Self {
        let sending = Self::by(&cart.list, cart.goods_at_home(), cart.packet(), now, shop_offset_minutes);
        Self { handling_days: cart.ready_days(), delays: cart.delays.clone(), ..sending }
    }

    /// The day it leaves the shop.
    pub fn leaves(&self) -> Day {
        leaves(self.from, self.now, self.shop_offset_minutes, self.handling_days)
    }

    /// Goods that lie on the shelf, by a price list.
    pub fn by(list: &PriceList, goods: Money, packet: Option<Packet>, now: Timestamp, shop_offset_minutes: i16) -> Self {
        let (exchange, from, to) = (list.delivery, list.home, list.to);
        Self { goods, exchange, packet, from, to, now, shop_offset_minutes, handling_days: 0, delays: Vec::new() }
    }
}

/// A way to send this cart there, with price and dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryOption {
    /// Which.
    pub service: Service,
    /// What it costs, in the shop's books.
    pub price: Money,
    /// The first day it may come, by the calendar of its destination.
    pub from: Day,
    /// The last day it should come, by the same.
    pub to: Day,
}

/// A way this cannot be sent there, though other parcels can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Which.
    pub service: Service,
    /// Why.
    pub why: TooMuch,
}

/// The ways to send this, cheapest first, then the one that comes first. None where nobody delivers, or nobody carries
/// what is so heavy, so big or so long; nor where nobody knows what the tariff is in the currency of the books.
pub fn options(sending: &Sending) -> Vec<DeliveryOption> {
    let Some(packet) = sending.packet else { return vec![online(sending)] };
    if sending.exchange.to != sending.goods.currency {
        return Vec::new();
    }
    let left = sending.leaves();
    let free = free(sending.goods, sending.from, sending.to, &sending.exchange).is_some_and(|free| free.missing.is_zero());
    let option = |rate: &Rate| {
        let price = rate.price(packet).ok()?;
        Some(DeliveryOption {
            service: rate.service,
            price: if free && rate.service != Service::Express {
                Money::zero(sending.exchange.to)
            } else {
                sending.exchange.price(price)
            },
            from: delays::delayed(&sending.delays, left, sending.to, rate.first),
            to: delays::delayed(&sending.delays, left, sending.to, rate.last),
        })
    };
    let mut options: Vec<DeliveryOption> = rates(sending).filter_map(option).collect();
    options.sort_by_key(|option| (option.price.minor, option.to, option.from, option.service));
    options
}

/// The last day on which the shop's country works and something may leave it by a service, to come on the first day it may. None
/// where nothing has to leave, or the service does not go there.
pub fn leaves_at_latest(service: Service, (from, to): (Country, Country), first: Day) -> Option<Day> {
    /// Longer than the slowest service is on the way, over the longest holidays.
    const MOST: i64 = 90;
    let rate = Zone::between(from, to).into_iter().flat_map(tariff::rates).find(|rate| rate.service == service)?;
    let in_time = |left: &Day| Calendar::of(from).works_on(*left) && dates::comes(*left, to, rate.first) <= first;
    (1..MOST).map(|back| first.plus(-back)).find(in_time)
}

/// The announced delays that one of these ways runs into, the longest first.
pub fn felt<'a>(sending: &'a Sending, ways: &[DeliveryOption]) -> Vec<&'a Delay> {
    let left = sending.leaves();
    let felt = |delay: &&Delay| ways.iter().any(|way| way.service != Service::Online && delay.touches(left, way.to));
    let mut all: Vec<&Delay> = sending.delays.iter().filter(felt).collect();
    all.sort_by_key(|delay| (std::cmp::Reverse(delay.days), delay.id));
    all
}

/// How what needs no parcel comes.
fn online(sending: &Sending) -> DeliveryOption {
    let today = sending.now.day_at(sending.shop_offset_minutes);
    DeliveryOption { service: Service::Online, price: Money::zero(sending.goods.currency), from: today, to: today }
}

/// The ways that go there and do not take this, in the tariff's order.
pub fn left_out(sending: &Sending) -> Vec<LeftOut> {
    let left_out = |rate: &Rate| Some(LeftOut { service: rate.service, why: rate.price(sending.packet?).err()? });
    rates(sending).filter_map(left_out).collect()
}

/// The services that go there at all.
fn rates(sending: &Sending) -> impl Iterator<Item = &'static Rate> {
    let fetched = pickup_points(sending.to).next().is_some();
    let rates = Zone::between(sending.from, sending.to).into_iter().flat_map(tariff::rates);
    rates.filter(move |rate| rate.service != Service::Pickup || fetched)
}

#[cfg(test)]
mod tests;
