//! What each service costs in each zone, how long it takes and what it does not carry.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::packing::{Packet, room_of};
use super::table;
use super::{Service, Zone};
use crate::money::{Currency, Money};

/// One line a service of a zone; the head names the weight bands.
const TARIFF: &str = include_str!("../../data/tariff.tsv");
/// The columns before the weight bands.
const BEFORE_BANDS: usize = 8;
/// What weighs more than this needs two people.
const HEAVY_GRAMS: u32 = 30_000;
/// What the tariff's numbers are of.
pub const TARIFF_CURRENCY: Currency = Currency::EUR;

/// Why a service does not take what is to be sent: what it takes at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TooMuch {
    /// A box with these sides in millimetres, the longest first: what goes into the largest locker.
    Box([u32; 3]),
    /// This length, in millimetres.
    Long(u32),
    /// This length and the way around, in millimetres.
    Girth(u32),
    /// This weight, in grams.
    Heavy(u32),
    /// This room, in cm³.
    Bulky(u32),
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
    girth_mm: u32,
    /// The largest box it takes, where it goes into lockers.
    largest: Option<[u32; 3]>,
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
        let &[zone, service, first, last, longest_mm, girth_mm, largest, heavy] = row.get(..BEFORE_BANDS)? else { return None };
        let bands = head.get(BEFORE_BANDS..)?.iter().zip(row.get(BEFORE_BANDS..)?).filter(|(_, price)| **price != "-");
        Some(Self {
            zone: Zone::from_code(zone)?,
            service: Service::from_code(service)?,
            first: first.parse().ok()?,
            last: last.parse().ok()?,
            longest_mm: longest_mm.parse().ok()?,
            girth_mm: girth_mm.parse().ok()?,
            largest: if largest == "-" { None } else { Some(sides(largest)?) },
            heavy: heavy.parse().ok()?,
            bands: bands.map(|(grams, price)| Some((grams.parse().ok()?, price.parse().ok()?))).collect::<Option<_>>()?,
        })
    }

    /// What it costs to send this, in the tariff's currency, or why it does not take it.
    pub fn price(&self, packet: Packet) -> Result<Money, TooMuch> {
        self.takes(packet)?;
        let charged = packet.chargeable_grams();
        let most = self.bands.last().map_or(0, |&(most, _)| most);
        let band = self.bands.iter().find(|(most, _)| charged <= *most);
        let &(_, price) = band.ok_or(if packet.grams > most { TooMuch::Heavy(most) } else { TooMuch::Bulky(room_of(most)) })?;
        let heavy = if packet.grams > HEAVY_GRAMS { self.heavy } else { 0 };
        Ok(Money::new(price + heavy, TARIFF_CURRENCY))
    }

    /// Whether it takes something of this size.
    fn takes(&self, packet: Packet) -> Result<(), TooMuch> {
        match self.largest.filter(|&sides| !packet.fits(sides)) {
            Some(sides) => Err(TooMuch::Box(sides)),
            None if packet.sides[0] > self.longest_mm => Err(TooMuch::Long(self.longest_mm)),
            None if packet.girth_mm > self.girth_mm => Err(TooMuch::Girth(self.girth_mm)),
            None => Ok(()),
        }
    }
}

/// `640x390x380`.
fn sides(text: &str) -> Option<[u32; 3]> {
    let sides: Vec<u32> = text.split('x').map(|side| side.parse().ok()).collect::<Option<_>>()?;
    sides.try_into().ok()
}

/// The services that go to a zone.
pub fn rates(zone: Zone) -> impl Iterator<Item = &'static Rate> {
    RATES.iter().filter(move |rate| rate.zone == zone)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::delivery::{Measures, Thing};

    fn rate(zone: Zone, service: Service) -> Option<&'static Rate> {
        rates(zone).find(|rate| rate.service == service)
    }

    fn cents(zone: Zone, service: Service, packet: Packet) -> Option<i64> {
        rate(zone, service).unwrap().price(packet).ok().map(|price| price.minor)
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
            assert_eq!(rate.largest.is_some(), rate.service == Service::Pickup, "{rate:?}");
            assert!(rate.longest_mm < rate.girth_mm, "{rate:?}");
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
                    assert!(slow.price(packet).ok().is_none_or(|slow| slow.minor < price), "{zone:?} {grams} {slow:?}");
                    assert!(slow.first >= standard.first && slow.last >= standard.last, "{zone:?} {slow:?}");
                }
            }
        }
    }

    #[test]
    fn a_locker_takes_twenty_five_kilograms_and_sixty_four_centimetres() {
        let sized = |sides| Packet::of([(Thing { grams: 1000, measures: Some(Measures::of(sides).unwrap()) }, 1)]);
        let near = |service, packet| rate(Zone::Near, service).unwrap().price(packet).map(|price| price.minor);
        assert_eq!(near(Service::Pickup, kilograms(25)), Ok(649));
        assert_eq!(near(Service::Pickup, Packet { grams: 25_001, ..Packet::default() }), Err(TooMuch::Heavy(25_000)));
        let locker = [640, 390, 380];
        assert!(near(Service::Pickup, sized([380, 640, 390])).is_ok());
        for sides in [[641, 10, 10], [400, 400, 10]] {
            assert_eq!(near(Service::Pickup, sized(sides)), Err(TooMuch::Box(locker)), "{sides:?}");
            assert_eq!(near(Service::Standard, sized(sides)), Ok(350), "{sides:?}");
        }
        assert_eq!(near(Service::Standard, sized([1751, 10, 10])), Err(TooMuch::Long(1750)));
        assert_eq!(near(Service::Standard, sized([1200, 700, 600])), Err(TooMuch::Girth(3600)));
    }

    #[test]
    fn a_pillow_is_charged_for_the_room_it_takes() {
        let pillow = Packet { grams: 900, millilitres: 30_001, ..Packet::default() };
        assert_eq!(pillow.chargeable_grams(), 6001);
        assert_eq!(cents(Zone::Union, Service::Standard, pillow), Some(1290));
        assert_eq!(cents(Zone::Union, Service::Standard, Packet { millilitres: 0, ..pillow }), Some(690));
        let balloon = Packet { millilitres: u32::MAX, ..pillow };
        assert_eq!(rate(Zone::Union, Service::Standard).unwrap().price(balloon), Err(TooMuch::Bulky(350_000)));
    }

    #[test]
    fn what_two_people_must_lift_costs_more() {
        assert_eq!(cents(Zone::Union, Service::Standard, kilograms(30)), Some(2490));
        assert_eq!(cents(Zone::Union, Service::Standard, kilograms(31)), Some(3990 + 1500));
        // Big but light: one person carries it.
        let kite = Packet { grams: 4_000, millilitres: 155_000, ..Packet::default() };
        assert_eq!(cents(Zone::Union, Service::Standard, kite), Some(3990));
        assert_eq!(cents(Zone::Union, Service::Standard, kilograms(71)), None);
    }

    proptest! {
        #[test]
        fn more_is_never_cheaper_and_never_allowed_where_less_is_not(
            grams in 0..40_000_u32, sides in prop::array::uniform3(1..1_800_u32), many in 0..3_u32,
            heavier in 0..20_000_u32, other in prop::array::uniform3(1..1_800_u32), more in 0..3_u32,
        ) {
            let thing = |grams, sides| Thing { grams, measures: Some(Measures::of(sides).unwrap()) };
            let less = Packet::of([(thing(grams, sides), many)]);
            let more = Packet::of([(thing(grams, sides), many), (thing(heavier, other), more)]);
            for rate in RATES.iter() {
                if let Ok(price) = rate.price(more) {
                    prop_assert!(rate.price(less).is_ok_and(|cheaper| cheaper.minor <= price.minor), "{:?}", rate);
                }
            }
        }
    }
}
