//! A parcel's way, planned when it is made: where it is when, and what goes wrong. The same seed gives the same way.

use app::i18n::format::offset;
use domain::codes;
use domain::contact::Country;
use domain::delivery::{Calendar, Zone, leaves, zone_name};
use domain::time::{Day, Timestamp};
use domain::tracking::{Checkpoint, CheckpointKind};

codes! {
    /// What happens to parcels on their way.
    Story {
        /// What comes: about one in six is late, one in ten finds nobody in.
        Auto = "auto",
        /// Nothing goes wrong.
        Plain = "plain",
        /// It comes later than said.
        Delay = "delay",
        /// Nobody is in the first time.
        FailedAttempt = "failed_attempt",
        /// Customs looks at it, wherever it goes.
        Customs = "customs",
    }
}

/// Where parcels start: the shop's own door.
#[derive(Clone, Debug)]
pub struct Door {
    /// How checkpoints call it, such as `Riga, LV`.
    place: String,
    /// Country.
    country: Country,
    /// The time zone of its clock.
    zone: String,
}

impl Door {
    /// In a country, by the clock of a zone; the town is the one the zone is named after.
    pub fn of(country: Country, zone: &str) -> Self {
        let town = zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
        Self { place: format!("{town}, {}", country.code()), country, zone: zone.to_owned() }
    }

    /// How far its clock is ahead of UTC then, in minutes.
    pub(super) fn offset(&self, at: Timestamp) -> i16 {
        offset(&self.zone, at)
    }

    /// Country.
    pub(super) fn country(&self) -> Country {
        self.country
    }

    /// The time zone of its clock.
    pub(super) fn zone(&self) -> &str {
        &self.zone
    }

    fn spot(&self) -> Spot<'_> {
        (&self.place, &self.zone)
    }
}

/// A place, and the time zone of its clock.
type Spot<'a> = (&'a str, &'a str);

/// Where a parcel goes.
#[derive(Clone, Debug)]
pub struct Trip {
    /// Country.
    pub to: Country,
    /// Town; empty only where the country has none.
    pub city: String,
    /// The days the shop promised.
    pub promised: (Day, Day),
    /// Whether it waits at a pickup point instead of coming to the door.
    pub pickup: bool,
}

impl Trip {
    /// The day so many working days of the country later; 0 is that day, or the next working one.
    fn working(&self, day: Day, count: u32) -> Day {
        Calendar::of(self.to).working(day, count)
    }
}

/// A planned way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The day it should come, as said when it is made.
    pub expected: Day,
    /// What will happen, in its order.
    pub checkpoints: Vec<Checkpoint>,
}

const MINUTE: i64 = 60_000;
/// When the van comes to the shop, by its wall clock, in minutes.
const PICK_UP: i64 = 17 * 60 + 10;

/// Plans the way of a parcel made at `now`.
pub fn plan(seed: u64, door: &Door, trip: &Trip, now: Timestamp, story: Story) -> Plan {
    let leaves = leaves(door.country, now, offset(&door.zone, now), 0);
    let zone = Zone::between(door.country, trip.to).unwrap_or(Zone::Rest);
    let due = due(seed, trip, leaves);
    let late = story == Story::Delay || (story == Story::Auto && seed.is_multiple_of(6));
    let missed = story == Story::FailedAttempt || (story == Story::Auto && !late && (seed / 6).is_multiple_of(10));
    let customs = story == Story::Customs || zone.has_customs();
    let mut way = Way { seed, checkpoints: Vec::new() };

    way.add(CheckpointKind::Label, now, door.spot(), Some(due));
    let picked = local(leaves, PICK_UP, &door.zone).max(Timestamp(now.0 + 20 * MINUTE));
    way.add(CheckpointKind::PickedUp, picked, door.spot(), None);
    let comes = if late { trip.working(due, 1 + u32::from(seed.is_multiple_of(4))) } else { due };
    let country = trip.to.code();
    let city = if trip.city.is_empty() { country.to_owned() } else { format!("{}, {country}", trip.city) };
    let end = (city.as_str(), zone_name(trip.to));
    let van = local(comes, 8 * 60 + way.some(40), end.1).max(Timestamp(picked.0 + 6 * 60 * MINUTE));
    way.on_the_road(picked, van, &stops(seed, door.spot(), (trip.to, zone), customs, late), comes);
    let again = (missed && !trip.pickup).then(|| trip.working(comes, 1));
    way.at_the_door(van, end, again, trip.pickup);
    Plan { expected: due, checkpoints: way.checkpoints }
}

/// A working day within the promise, and not before it can be there.
fn due(seed: u64, trip: &Trip, leaves: Day) -> Day {
    let first = trip.working(trip.promised.0.max(leaves.plus(1)), 0);
    let last = trip.promised.1.max(first);
    let spare = (seed / 60) % 3;
    let wished = trip.working(first, u32::try_from(spare).unwrap_or(0));
    trip.working(wished.min(last), 0)
}

/// A wall-clock minute of a day in a time zone, as a moment.
fn local(day: Day, minute: i64, zone: &str) -> Timestamp {
    let noon = Timestamp(day.start().0 + 12 * 60 * MINUTE);
    Timestamp(day.start().0 + (minute - i64::from(offset(zone, noon))) * MINUTE)
}

type Stop<'a> = (CheckpointKind, &'a str, &'a str);

/// Where it stops between the shop and the town it goes to.
fn stops<'a>(seed: u64, home: Spot<'a>, (to, zone): (Country, Zone), customs: bool, late: bool) -> Vec<Stop<'a>> {
    const CROSSROADS: [Spot<'static>; 3] =
        [("Leipzig, DE", "Europe/Berlin"), ("Warsaw, PL", "Europe/Warsaw"), ("Liège, BE", "Europe/Brussels")];
    let crossroads = CROSSROADS[(seed % 3) as usize];
    let mut stops: Vec<Stop<'a>> = vec![(CheckpointKind::Hub, home.0, home.1)];
    if zone != Zone::Near {
        stops.push((CheckpointKind::Hub, crossroads.0, crossroads.1));
    }
    let last = gateway(to).unwrap_or(if zone == Zone::Near { home } else { crossroads });
    if customs {
        stops.push((CheckpointKind::Customs, last.0, last.1));
    }
    if late {
        stops.push((CheckpointKind::Delay, last.0, last.1));
    }
    stops
}

/// Where a parcel enters a far country.
fn gateway(country: Country) -> Option<Spot<'static>> {
    let place = match country.code() {
        "AE" => "Dubai, AE",
        "AU" => "Sydney, AU",
        "BR" => "São Paulo, BR",
        "CA" => "Toronto, CA",
        "HK" => "Hong Kong, HK",
        "IN" => "Delhi, IN",
        "JP" => "Tokyo, JP",
        "KR" => "Incheon, KR",
        "NZ" => "Auckland, NZ",
        "SG" => "Singapore, SG",
        "TH" => "Bangkok, TH",
        "US" => "New York, US",
        _ => return None,
    };
    Some((place, zone_name(country)))
}

/// The way as far as it is planned.
struct Way {
    seed: u64,
    checkpoints: Vec<Checkpoint>,
}

impl Way {
    fn add(&mut self, kind: CheckpointKind, at: Timestamp, place: Spot<'_>, expected: Option<Day>) {
        self.checkpoints.push(Checkpoint {
            event: format!("{:016x}-{}", self.seed, self.checkpoints.len() + 1),
            kind,
            at,
            place: place.0.to_owned(),
            offset_minutes: offset(place.1, at),
            expected,
            said: String::new(),
        });
    }

    /// Some minutes below `most`, other ones at every checkpoint.
    fn some(&self, most: i64) -> i64 {
        let turned = self.seed.rotate_left(7 * self.checkpoints.len() as u32 + 3);
        (turned % most.unsigned_abs()) as i64
    }

    /// The stops, spread over the time there is.
    fn on_the_road(&mut self, from: Timestamp, to: Timestamp, stops: &[Stop<'_>], comes: Day) {
        let share = to.since(from) / (stops.len() as i64 + 1);
        for (number, &(kind, place, zone)) in (1..).zip(stops) {
            let at = Timestamp(from.0 + share * number + self.some(share / MINUTE / 3 + 1) * MINUTE);
            let expected = (kind == CheckpointKind::Delay).then_some(comes);
            self.add(kind, at, (place, zone), expected);
        }
    }

    /// `again`: the day it comes again, when nobody is in the first time.
    fn at_the_door(&mut self, van: Timestamp, door: Spot<'_>, again: Option<Day>, pickup: bool) {
        self.add(CheckpointKind::OutForDelivery, van, door, None);
        let mut out = van;
        if let Some(again) = again {
            let tried = Timestamp(van.0 + (150 + self.some(120)) * MINUTE);
            self.add(CheckpointKind::AttemptFailed, tried, door, Some(again));
            out = local(again, 8 * 60 + self.some(40), door.1);
            self.add(CheckpointKind::OutForDelivery, out, door, None);
        }
        if pickup {
            out = Timestamp(out.0 + (30 + self.some(60)) * MINUTE);
            self.add(CheckpointKind::PickupReady, out, door, None);
        }
        let delivered = Timestamp(out.0 + (120 + self.some(360)) * MINUTE);
        self.add(CheckpointKind::Delivered, delivered, door, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CheckpointKind as K;

    /// 2026-11-20 09:00 UTC, a Friday.
    const NOW: Timestamp = Timestamp(1_795_165_200_000);

    fn riga() -> Door {
        Door::of(Country::LATVIA, "Europe/Riga")
    }

    fn to(country: &str, city: &str, first: i64, last: i64) -> Trip {
        let promised = (NOW.day().plus(first), NOW.day().plus(last));
        Trip { to: Country::parse(country).unwrap(), city: city.into(), promised, pickup: false }
    }

    fn kinds(seed: u64, trip: &Trip, story: Story) -> Vec<K> {
        plan(seed, &riga(), trip, NOW, story).checkpoints.into_iter().map(|checkpoint| checkpoint.kind).collect()
    }

    #[test]
    fn a_plain_parcel_to_berlin_goes_from_label_to_door() {
        let berlin = to("DE", "Berlin", 5, 7);
        let way = [K::Label, K::PickedUp, K::Hub, K::Hub, K::OutForDelivery, K::Delivered];
        assert_eq!(kinds(1, &berlin, Story::Plain), way);
        let delivered = plan(1, &riga(), &berlin, NOW, Story::Plain).checkpoints.pop().unwrap();
        assert_eq!((delivered.place.as_str(), delivered.offset_minutes), ("Berlin, DE", 60));
    }

    #[test]
    fn a_parcel_starts_where_the_shop_is_by_the_clock_there() {
        let denver = Door::of(Country::parse("US").unwrap(), "America/Denver");
        let label = plan(1, &denver, &to("US", "Reno", 3, 4), NOW, Story::Plain).checkpoints.swap_remove(0);
        assert_eq!((label.place.as_str(), label.offset_minutes), ("Denver, US", -420));
        let stopped = plan(1, &denver, &to("US", "Reno", 3, 4), NOW, Story::Plain).checkpoints;
        assert!(stopped.iter().all(|checkpoint| checkpoint.kind != K::Customs), "nobody crosses a border at home");
    }

    #[test]
    fn a_parcel_beyond_europe_meets_customs_and_a_late_one_says_when() {
        assert!(kinds(1, &to("JP", "Kyoto", 11, 18), Story::Plain).contains(&K::Customs));
        assert!(!kinds(1, &to("LV", "Cēsis", 3, 4), Story::Plain).contains(&K::Customs));
        let late = plan(1, &riga(), &to("DE", "Berlin", 5, 7), NOW, Story::Delay);
        let delay = late.checkpoints.iter().find(|checkpoint| checkpoint.kind == K::Delay).unwrap();
        assert!(delay.expected.unwrap() > late.expected);
        assert_eq!(
            kinds(1, &to("LV", "Cēsis", 3, 4), Story::FailedAttempt).iter().filter(|k| **k == K::OutForDelivery).count(),
            2
        );
    }

    #[test]
    fn a_parcel_for_a_locker_waits_there() {
        let locker = Trip { pickup: true, ..to("LV", "Rīga", 3, 4) };
        assert_eq!(kinds(1, &locker, Story::FailedAttempt)[3..], [K::OutForDelivery, K::PickupReady, K::Delivered]);
    }

    #[test]
    fn of_six_hundred_parcels_about_a_hundred_are_late_and_fifty_find_nobody_in() {
        let berlin = to("DE", "Berlin", 5, 7);
        let count = |kind| (0..600).filter(|&seed| kinds(seed, &berlin, Story::Auto).contains(&kind)).count();
        assert_eq!(count(K::Delay), 100);
        assert!((40..=60).contains(&count(K::AttemptFailed)));
    }

    #[test]
    fn time_only_goes_forward_and_parcels_come_on_the_day_that_was_last_said() {
        for (country, city, first, last) in
            [("LV", "Cēsis", 3, 4), ("LV", "Rīga", 3, 3), ("US", "Reno", 11, 18), ("HK", "", 5, 7)]
        {
            for (seed, hours) in (0..400).map(|n: u64| (n * 7_919 + 13, n as i64 % 90)) {
                let now = NOW.plus_seconds(hours * 3600);
                let plan = plan(seed, &riga(), &to(country, city, first, last), now, Story::Auto);
                assert!(plan.checkpoints.is_sorted_by_key(|checkpoint| checkpoint.at), "{plan:?}");
                let said = plan.checkpoints.iter().rev().find_map(|checkpoint| checkpoint.expected).unwrap();
                let end = plan.checkpoints.last().unwrap();
                let came = Timestamp(end.at.0 + i64::from(end.offset_minutes) * MINUTE).day();
                let works = Calendar::of(Country::parse(country).unwrap()).works_on(said);
                assert_eq!((came, works), (said, true), "{plan:?}");
            }
        }
    }
}
