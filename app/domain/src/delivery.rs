//! Delivery: what it costs and when it comes.

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::contact::Country;
use crate::money::Money;
use crate::time::{Day, Timestamp};

codes! {
    /// A way to send a parcel.
    Service {
        /// By road, cheapest.
        Standard = "standard",
        /// By air where that is faster.
        Express = "express",
    }
}

/// How far a country is from the shop's door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// The neighbours.
    Near,
    /// The rest of Europe.
    Europe,
    /// Beyond it.
    Far,
}

impl Zone {
    const NEAR: [&str; 3] = ["EE", "LT", "LV"];
    const EUROPE: [&str; 28] = [
        "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS", "IT", "LU", "MT",
        "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    ];
    const FAR: [&str; 12] = ["AE", "AU", "BR", "CA", "HK", "IN", "JP", "KR", "NZ", "SG", "TH", "US"];

    /// The zone of a country; none where the shop does not deliver.
    pub fn of(country: Country) -> Option<Self> {
        match country.code() {
            code if Self::NEAR.contains(&code) => Some(Zone::Near),
            code if Self::EUROPE.contains(&code) => Some(Zone::Europe),
            code if Self::FAR.contains(&code) => Some(Zone::Far),
            _ => None,
        }
    }
}

/// A way to send this cart there, with price and dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryOption {
    /// Which.
    pub service: Service,
    /// What it costs.
    pub price: Money,
    /// The first day it may come.
    pub from: Day,
    /// The last day it should come.
    pub to: Day,
}

/// Orders paid before this minute of the UTC day leave the next working day at the latest (14:00 in Riga in winter).
const CUT_OFF_MINUTE: i64 = 12 * 60;

/// Goods worth this much in minor units go free by standard delivery in the near zone and Europe.
pub const FREE_FROM: i64 = 6000;

/// What one way costs and how long it takes: price in minor units, first and last working day on the road.
fn tariff(service: Service, zone: Zone) -> (i64, u32, u32) {
    match (service, zone) {
        (Service::Standard, Zone::Near) => (350, 1, 2),
        (Service::Standard, Zone::Europe) => (690, 3, 5),
        (Service::Standard, Zone::Far) => (1490, 7, 12),
        (Service::Express, Zone::Near) => (690, 1, 1),
        (Service::Express, Zone::Europe) => (1490, 1, 2),
        (Service::Express, Zone::Far) => (3400, 3, 5),
    }
}

/// What is missing from `goods` until standard delivery is free; `None` where it never is, zero when it is.
pub fn until_free(goods: Money, country: Country) -> Option<Money> {
    matches!(Zone::of(country), Some(Zone::Near | Zone::Europe))
        .then(|| Money::new((FREE_FROM - goods.minor).max(0), goods.currency))
}

/// The ways to send `goods` to `country` if paid at `now`, cheapest first.
pub fn options(goods: Money, country: Country, now: Timestamp) -> Vec<DeliveryOption> {
    let Some(zone) = Zone::of(country) else { return Vec::new() };
    Service::ALL
        .iter()
        .map(|&service| {
            let (price, first, last) = tariff(service, zone);
            let free = service == Service::Standard && until_free(goods, country).is_some_and(|left| left.is_zero());
            let leaves = leaving(now);
            DeliveryOption {
                service,
                price: Money::new(if free { 0 } else { price }, goods.currency),
                from: leaves.plus_working(first),
                to: leaves.plus_working(last),
            }
        })
        .collect()
}

/// The day a parcel paid at `now` leaves.
fn leaving(now: Timestamp) -> Day {
    let today = now.day();
    let late = now.minute_of_day() >= CUT_OFF_MINUTE && !today.is_weekend();
    today.plus_working(u32::from(late))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    /// 2026-11-20, a Friday.
    const FRIDAY: Day = Day(20_777);

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn standard(goods: i64, country: &str, now: Timestamp) -> DeliveryOption {
        options(eur(goods), Country::parse(country).unwrap(), now).remove(0)
    }

    #[test]
    fn what_is_paid_on_friday_afternoon_leaves_on_monday() {
        let morning = FRIDAY.start().plus_seconds(9 * 3600);
        let evening = FRIDAY.start().plus_seconds(18 * 3600);
        assert_eq!(standard(1000, "LV", morning).from, FRIDAY.plus(3));
        assert_eq!(standard(1000, "LV", evening).from, FRIDAY.plus(4));
        assert_eq!(standard(1000, "LV", FRIDAY.plus(1).start().plus_seconds(18 * 3600)).from, FRIDAY.plus(4));
    }

    #[test]
    fn sixty_euros_go_free_in_europe_but_not_overseas() {
        let now = FRIDAY.start();
        assert_eq!(standard(5999, "DE", now).price, eur(690));
        assert_eq!(standard(6000, "DE", now).price, eur(0));
        assert_eq!(standard(60_000, "JP", now).price, eur(1490));
        assert_eq!(until_free(eur(5000), Country::LATVIA), Some(eur(1000)));
        assert_eq!(until_free(eur(5000), Country::parse("JP").unwrap()), None);
    }
}
