//! What each service costs in each zone, how long it takes and what it does not carry.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::table;
use super::{Service, Zone};
use crate::money::{Currency, Money};

/// One line a service of a zone; the head names the weight bands.
const TARIFF: &str = include_str!("../../data/tariff.tsv");
/// The columns before the weight bands.
const BEFORE_BANDS: usize = 6;
/// What weighs more than this needs two people.
const HEAVY_GRAMS: u32 = 30_000;
/// A kilogram is charged for every 5000 cm³, as airlines and couriers do.
const MILLILITRES_PER_GRAM: u32 = 5;

/// What is sent, packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packet {
    /// What the scales say, in grams.
    pub grams: u32,
    /// How much room it takes, in cm³; 0 when nobody has measured.
    pub millilitres: u32,
    /// Its longest side in millimetres; 0 when nobody has measured.
    pub longest_mm: u32,
}

impl Packet {
    /// What it is charged as: its weight, or that of the room it takes, whichever is more.
    pub fn chargeable_grams(self) -> u32 {
        self.grams.max(self.millilitres.div_ceil(MILLILITRES_PER_GRAM))
    }
}

/// One service of one zone.
#[derive(Debug)]
pub struct Rate {
    zone: Zone,
    /// Which service.
    pub service: Service,
    /// The fewest working days on the way.
    pub first: u32,
    /// The most.
    pub last: u32,
    longest_mm: u32,
    heavy: i64,
    /// Up to so many grams, so many cents; lightest first.
    bands: Vec<(u32, i64)>,
}

static RATES: LazyLock<Vec<Rate>> = LazyLock::new(|| {
    let mut lines = table::lines(TARIFF).map(|line| line.split('\t').collect::<Vec<_>>());
    let head = lines.next().unwrap_or_default();
    lines.filter_map(|row| Rate::read(&head, &row)).collect()
});

impl Rate {
    fn read(head: &[&str], row: &[&str]) -> Option<Self> {
        let &[zone, service, first, last, longest_mm, heavy] = row.get(..BEFORE_BANDS)? else { return None };
        let bands = head.get(BEFORE_BANDS..)?.iter().zip(row.get(BEFORE_BANDS..)?).filter(|(_, price)| **price != "-");
        Some(Self {
            zone: Zone::from_code(zone)?,
            service: Service::from_code(service)?,
            first: first.parse().ok()?,
            last: last.parse().ok()?,
            longest_mm: longest_mm.parse().ok()?,
            heavy: heavy.parse().ok()?,
            bands: bands.map(|(grams, price)| Some((grams.parse().ok()?, price.parse().ok()?))).collect::<Option<_>>()?,
        })
    }

    /// What it costs to send this, in euros; none if it is too heavy, too big or too long for the service.
    pub fn price(&self, packet: Packet) -> Option<Money> {
        let charged = packet.chargeable_grams();
        let &(_, price) = self.bands.iter().find(|(most, _)| charged <= *most)?;
        let heavy = if packet.grams > HEAVY_GRAMS { self.heavy } else { 0 };
        (packet.longest_mm <= self.longest_mm).then(|| Money::new(price + heavy, Currency::EUR))
    }
}

/// The services that go to a zone.
pub fn rates(zone: Zone) -> impl Iterator<Item = &'static Rate> {
    RATES.iter().filter(move |rate| rate.zone == zone)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rate(zone: Zone, service: Service) -> Option<&'static Rate> {
        rates(zone).find(|rate| rate.service == service)
    }

    fn cents(zone: Zone, service: Service, packet: Packet) -> Option<i64> {
        rate(zone, service).unwrap().price(packet).map(|price| price.minor)
    }

    fn kilograms(count: u32) -> Packet {
        Packet { grams: count * 1000, ..Packet::default() }
    }

    #[test]
    fn every_line_of_the_tariff_is_read_and_stands_once() {
        assert_eq!(RATES.len(), table::lines(TARIFF).count() - 1);
        for rate in RATES.iter() {
            let same = RATES.iter().filter(|other| (other.zone, other.service) == (rate.zone, rate.service));
            assert_eq!(same.count(), 1, "{rate:?}");
            assert!(rate.bands.is_sorted() && !rate.bands.is_empty(), "{rate:?}");
            assert!(1 <= rate.first && rate.first <= rate.last, "{rate:?}");
        }
    }

    #[test]
    fn standard_and_express_go_everywhere_and_economy_not_to_the_neighbours() {
        for &zone in Zone::ALL {
            assert!(rate(zone, Service::Standard).is_some() && rate(zone, Service::Express).is_some(), "{zone:?}");
            assert_eq!(rate(zone, Service::Economy).is_some(), zone != Zone::Near, "{zone:?}");
        }
    }

    #[test]
    fn faster_is_dearer_and_slower_is_cheaper() {
        for &zone in Zone::ALL {
            let standard = rate(zone, Service::Standard).unwrap();
            let express = rate(zone, Service::Express).unwrap();
            assert!(express.first <= standard.first && express.last <= standard.last, "{zone:?}");
            for grams in (0..=70_000).step_by(500) {
                let packet = Packet { grams, ..Packet::default() };
                let price = standard.price(packet).unwrap().minor;
                assert!(express.price(packet).unwrap().minor > price, "{zone:?} {grams}");
                for slow in [Service::Economy, Service::Pickup].into_iter().filter_map(|service| rate(zone, service)) {
                    assert!(slow.price(packet).is_none_or(|slow| slow.minor < price), "{zone:?} {grams} {slow:?}");
                    assert!(slow.first >= standard.first && slow.last >= standard.last, "{zone:?} {slow:?}");
                }
            }
        }
    }

    #[test]
    fn a_locker_takes_twenty_five_kilograms_and_sixty_four_centimetres() {
        let long = |longest_mm| Packet { longest_mm, ..kilograms(1) };
        assert_eq!(cents(Zone::Near, Service::Pickup, kilograms(25)), Some(649));
        assert_eq!(cents(Zone::Near, Service::Pickup, Packet { grams: 25_001, ..Packet::default() }), None);
        assert_eq!(cents(Zone::Near, Service::Pickup, long(640)), Some(249));
        assert_eq!(cents(Zone::Near, Service::Pickup, long(641)), None);
        assert_eq!(cents(Zone::Near, Service::Standard, long(641)), Some(350));
    }

    #[test]
    fn a_pillow_is_charged_for_the_room_it_takes() {
        let pillow = Packet { grams: 900, millilitres: 30_001, longest_mm: 500 };
        assert_eq!(pillow.chargeable_grams(), 6001);
        assert_eq!(cents(Zone::Union, Service::Standard, pillow), Some(1290));
        assert_eq!(cents(Zone::Union, Service::Standard, Packet { millilitres: 0, ..pillow }), Some(690));
        assert_eq!(cents(Zone::Union, Service::Standard, Packet { millilitres: u32::MAX, ..pillow }), None);
    }

    #[test]
    fn what_two_people_must_lift_costs_more() {
        assert_eq!(cents(Zone::Union, Service::Standard, kilograms(30)), Some(2490));
        assert_eq!(cents(Zone::Union, Service::Standard, kilograms(31)), Some(3990 + 1500));
        // Big but light: one person carries it.
        let kite = Packet { grams: 4_000, millilitres: 155_000, longest_mm: 0 };
        assert_eq!(cents(Zone::Union, Service::Standard, kite), Some(3990));
        assert_eq!(cents(Zone::Union, Service::Standard, kilograms(71)), None);
    }

    proptest! {
        #[test]
        fn more_is_never_cheaper_and_never_allowed_where_less_is_not(
            grams in 0..80_000_u32, millilitres in 0..400_000_u32, longest_mm in 0..2_000_u32,
            heavier in 0..40_000_u32, bigger in 0..200_000_u32, longer in 0..1_000_u32,
        ) {
            let less = Packet { grams, millilitres, longest_mm };
            let more = Packet { grams: grams + heavier, millilitres: millilitres + bigger, longest_mm: longest_mm + longer };
            for rate in RATES.iter() {
                if let Some(price) = rate.price(more) {
                    prop_assert!(rate.price(less).is_some_and(|cheaper| cheaper.minor <= price.minor), "{:?}", rate);
                }
            }
        }
    }
}
