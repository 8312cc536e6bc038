//! Delivery: what it costs and when it comes.
//!
//! The shop leaves from Riga. Rooms: `zones` (who is served, how far it is), `tariff` (prices and limits), `calendar`
//! (weekends and holidays), `dates` (cut-off and arrival), `points` (lockers and shops), `clocks` (time zones). What is
//! data stands in `data`, one table each. Prices are in euros; whoever shows them in another currency brings the rate.

mod calendar;
mod clocks;
mod dates;
mod points;
mod table;
mod tariff;
mod zones;

use serde::{Deserialize, Serialize};

pub use self::calendar::{Calendar, REACHES};
pub use self::clocks::zone_name;
pub use self::dates::{CUT_OFF_MINUTE, leaves, leaves_today_until};
pub use self::points::{PickupPoint, nearest, pickup_point, pickup_points};
pub use self::tariff::Packet;
pub use self::zones::{Zone, served};

use crate::codes;
use crate::contact::Country;
use crate::money::{Currency, Money};
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
    }
}

/// What is to be sent, where, and from when on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sending {
    /// What the goods are worth, in euros; decides whether delivery is free.
    pub goods: Money,
    /// The goods, packed.
    pub packet: Packet,
    /// Where they go.
    pub to: Country,
    /// When they are paid.
    pub now: Timestamp,
    /// How far the shop's clock is ahead of UTC then: 120 or, in summer, 180.
    pub shop_offset_minutes: i16,
    /// Working days they need before they can leave; 0 for what lies on the shelf.
    pub handling_days: u32,
}

/// A way to send this cart there, with price and dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryOption {
    /// Which.
    pub service: Service,
    /// What it costs.
    pub price: Money,
    /// The first day it may come, by the calendar of its destination.
    pub from: Day,
    /// The last day it should come, by the same.
    pub to: Day,
}

impl DeliveryOption {
    /// The same with its price in another currency.
    #[must_use]
    pub fn exchanged(self, rate: impl FnOnce(Money) -> Money) -> Self {
        Self { price: rate(self.price), ..self }
    }
}

/// From which worth of goods everything but express is free there, in euros; none where it never is.
pub fn free_from(country: Country) -> Option<Money> {
    Zone::of(country)?.free_from()
}

/// What is missing from these goods, in euros, until delivery is free; zero when it is, none where it never is.
/// Goods in another currency cannot be compared: none too.
pub fn until_free(goods_eur: Money, country: Country) -> Option<Money> {
    let from = free_from(country).filter(|from| from.currency == goods_eur.currency)?;
    Some(Money::new(from.minor.saturating_sub(goods_eur.minor).max(0), from.currency))
}

/// The ways to send this, cheapest first, then the one that comes first. None where nobody delivers,
/// or nobody carries what is so heavy, so big or so long.
pub fn options(sending: &Sending) -> Vec<DeliveryOption> {
    let Some(zone) = Zone::of(sending.to) else { return Vec::new() };
    let left = leaves(sending.now, sending.shop_offset_minutes, sending.handling_days);
    let free = until_free(sending.goods, sending.to).is_some_and(|missing| missing.is_zero());
    let rates = tariff::rates(zone).filter(|rate| rate.service != Service::Pickup || pickup_points(sending.to).next().is_some());
    let mut options: Vec<DeliveryOption> = rates
        .filter_map(|rate| {
            let price = rate.price(sending.packet)?;
            Some(DeliveryOption {
                service: rate.service,
                price: if free && rate.service != Service::Express { Money::zero(Currency::EUR) } else { price },
                from: dates::comes(left, sending.to, rate.first),
                to: dates::comes(left, sending.to, rate.last),
            })
        })
        .collect();
    options.sort_by_key(|option| (option.price.minor, option.to, option.from, option.service));
    options
}

#[cfg(test)]
mod tests;
