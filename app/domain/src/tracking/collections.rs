//! Parcels that their carrier fetches from the shop: when it is to come, and what became of it.

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::money::Money;
use crate::time::{Day, Timestamp};

codes! {
    /// What became of it.
    CollectionState {
        /// The carrier is being asked.
        Asked = "asked",
        /// It comes.
        Booked = "booked",
        /// It does not come then.
        Refused = "refused",
    }
}

codes! {
    /// Why a carrier is not asked to come.
    CollectionRefusal {
        /// There is no such day, or no such hour.
        Moment = "moment",
        /// It has begun already, or is too far away.
        When = "when",
        /// The time is too short to come in.
        Short = "short",
        /// The parcel has no label, or its carrier has it already.
        Gone = "gone",
        /// The carrier fetches nothing.
        Cannot = "cannot",
        /// It was asked already.
        Again = "again",
    }
}

/// Between when and when the carrier comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Not before.
    pub from: Timestamp,
    /// Not after.
    pub until: Timestamp,
}

impl Window {
    /// Hours a driver needs: carriers come to a part of the day, not to a minute.
    pub const LEAST_HOURS: i64 = 2;
    /// Days ahead that carriers plan their drivers.
    pub const MOST_DAYS: i64 = 14;

    /// A day (`2026-11-27`) between two hours (`9`, `17`) as typed, by a clock that is so many minutes east of UTC.
    pub fn typed(
        (day, from, until): (&str, &str, &str),
        offset: impl Fn(Timestamp) -> i16,
        now: Timestamp,
    ) -> Result<Self, CollectionRefusal> {
        let day = Day::parse(day.trim()).ok_or(CollectionRefusal::Moment)?;
        let at = |hour: &str| {
            let hour: i64 = hour.trim().parse().ok().filter(|hour| (0..=23).contains(hour)).ok_or(CollectionRefusal::Moment)?;
            let there = day.start().plus_seconds(hour * 3600);
            // The clock may be changed on that day: what counts is its offset then.
            let near = there.plus_seconds(-60 * i64::from(offset(there)));
            Ok(there.plus_seconds(-60 * i64::from(offset(near))))
        };
        let (from, until) = (at(from)?, at(until)?);
        if from <= now || day.0 > now.day().0 + Self::MOST_DAYS {
            Err(CollectionRefusal::When)
        } else if until.since(from) < Self::LEAST_HOURS * 3_600_000 {
            Err(CollectionRefusal::Short)
        } else {
            Ok(Self { from, until })
        }
    }
}

/// A carrier that is to come for a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collection {
    /// When.
    pub window: Window,
    /// What became of it.
    pub state: CollectionState,
    /// What the carrier calls it, once it was booked; empty where it calls it nothing.
    pub confirmation: String,
    /// What the carrier takes for it, where it says so.
    pub price: Option<Money>,
    /// Why it does not come, in its words.
    pub said: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-20T09:00:00Z, a Friday.
    const NOW: Timestamp = Timestamp(1_795_165_200_000);

    fn riga(typed: (&str, &str, &str)) -> Result<Window, CollectionRefusal> {
        Window::typed(typed, |_| 120, NOW)
    }

    #[test]
    fn hours_are_those_of_the_shops_clock() {
        let window = riga(("2026-11-23", "9", "17")).unwrap();
        assert_eq!(window.from, Timestamp(1_795_417_200_000), "seven in the morning in UTC");
        assert_eq!(window.until.since(window.from), 8 * 3_600_000);
    }

    #[test]
    fn on_the_day_the_clock_is_changed_its_new_time_counts() {
        // 2026-03-29, 01:00 UTC: Riga goes from two hours ahead to three.
        let change = Timestamp(1_774_746_000_000);
        let offset = |at: Timestamp| if at < change { 120 } else { 180 };
        let before = change.plus_seconds(-86_400);
        let window = Window::typed(("2026-03-29", "1", "9"), offset, before).unwrap();
        assert_eq!((window.from.since(change), window.until.since(change)), (-2 * 3_600_000, 5 * 3_600_000));
    }

    #[test]
    fn what_no_driver_can_do_is_refused() {
        use CollectionRefusal as R;
        let table = [
            (("2026-11-31", "9", "17"), R::Moment),
            (("tomorrow", "9", "17"), R::Moment),
            (("2026-11-23", "9", "24"), R::Moment),
            (("2026-11-23", "", "17"), R::Moment),
            (("2026-11-20", "11", "17"), R::When),
            (("2026-11-19", "9", "17"), R::When),
            (("2026-12-05", "9", "17"), R::When),
            (("2026-11-23", "9", "10"), R::Short),
            (("2026-11-23", "17", "9"), R::Short),
        ];
        for (typed, why) in table {
            assert_eq!(riga(typed), Err(why), "{typed:?}");
        }
        assert!(riga(("2026-11-20", "12", "14")).is_ok());
    }
}
