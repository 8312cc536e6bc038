//! When silence has lasted too long, and when to look again.

use super::{Parcel, ParcelState};
use crate::contact::Country;
use crate::delivery::{Calendar, Service};
use crate::time::{Day, Timestamp};

const HOUR: i64 = 3600;

/// How many working days a parcel that stands so may be without news; none where nothing is to be heard.
///
/// Carriers scan a parcel about once a working day by road or air; post in bags is seen at both ends only. A label waits
/// over a day for the van of the next one.
fn patience(state: ParcelState, service: Service) -> Option<u32> {
    let days = match state {
        ParcelState::Delivered | ParcelState::Returning | ParcelState::PickupReady => return None,
        ParcelState::OutForDelivery | ParcelState::AttemptFailed => 1,
        ParcelState::LabelCreated | ParcelState::InTransit | ParcelState::Exception => 2,
    };
    Some(match service {
        Service::Economy => days * 3,
        Service::Express | Service::Online => days,
        Service::Standard | Service::Pickup => days + 1,
    })
}

/// The day since which nothing is heard of a parcel that goes to a country, once that is longer than its way usually takes.
pub fn silent_since(parcel: &Parcel, service: Service, to: Country, now: Timestamp) -> Option<Day> {
    let last = parcel.last_news().day();
    let until = Calendar::of(to).working(last, patience(parcel.state, service)?);
    (now.day() > until).then_some(last)
}

/// The day a parcel was to come on, once that is over wherever it goes, and neither a carrier's word nor what has become of it says
/// why. What nobody has told of yet may have come long ago: staff bring parcels to carriers that nobody asks.
pub fn late_since(state: ParcelState, day: Day, now: Timestamp) -> Option<Day> {
    // West of all others the day ends twelve hours after it has ended by UTC.
    let over = now.plus_seconds(-12 * HOUR).day() > day;
    let comes = matches!(state, ParcelState::InTransit | ParcelState::OutForDelivery);
    (over && comes).then_some(day)
}

/// When its carrier is asked again about a parcel that stands so, having been asked so often without news. None when there
/// is nothing more to hear. Webhooks bring the news; asking finds what they have lost, ever more rarely. What goes back is asked about
/// until it is back.
pub fn next_look(state: ParcelState, asked: u32, now: Timestamp) -> Option<Timestamp> {
    let hours = match state {
        ParcelState::Delivered => return None,
        ParcelState::OutForDelivery | ParcelState::AttemptFailed => 2,
        ParcelState::Returning => 24,
        _ => 6,
    };
    /// Nobody looks for a parcel longer than a season.
    const MOST: u32 = 60;
    let wait = (hours << asked.min(3)).min(24);
    (asked < MOST).then(|| now.plus_seconds(wait * HOUR))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::ParcelId;

    /// 2026-11-20 09:00 UTC, a Friday.
    const FRIDAY: Timestamp = Timestamp(1_795_165_200_000);
    const DAY: i64 = 24 * HOUR;

    fn parcel(state: ParcelState) -> Parcel {
        Parcel {
            id: ParcelId(1),
            carrier: "simcarrier".into(),
            brand: String::new(),
            number: "SC1".into(),
            page: String::new(),
            state,
            made_at: FRIDAY,
            asked_at: None,
            expected: None,
            promises: Vec::new(),
            checkpoints: Vec::new(),
        }
    }

    fn silent(state: ParcelState, service: Service, days: i64) -> bool {
        silent_since(&parcel(state), service, Country::LATVIA, FRIDAY.plus_seconds(days * DAY)).is_some()
    }

    #[test]
    fn a_weekend_is_no_silence_and_three_working_days_are_enough() {
        use {ParcelState as S, Service as W};
        // Friday; three working days later is Wednesday.
        assert!(!silent(S::InTransit, W::Standard, 3));
        assert!(!silent(S::InTransit, W::Standard, 5));
        assert!(silent(S::InTransit, W::Standard, 6));
        assert!(silent(S::InTransit, W::Express, 5));
        assert!(!silent(S::InTransit, W::Economy, 9));
        assert!(silent(S::OutForDelivery, W::Express, 4));
    }

    #[test]
    fn nothing_is_to_be_heard_of_what_arrived_waits_or_goes_back() {
        for state in [ParcelState::Delivered, ParcelState::PickupReady, ParcelState::Returning] {
            assert!(!silent(state, Service::Express, 90), "{state:?}");
        }
    }

    #[test]
    fn a_carrier_is_asked_ever_more_rarely_and_not_for_ever() {
        let wait = |asked| next_look(ParcelState::InTransit, asked, FRIDAY).map(|at| at.since(FRIDAY) / 1000 / HOUR);
        assert_eq!([wait(0), wait(1), wait(2), wait(9), wait(60)], [Some(6), Some(12), Some(24), Some(24), None]);
        assert_eq!(next_look(ParcelState::Delivered, 0, FRIDAY), None);
        assert_eq!(next_look(ParcelState::Returning, 0, FRIDAY), Some(FRIDAY.plus_seconds(DAY)));
    }

    #[test]
    fn a_parcel_is_late_once_its_day_is_over_everywhere() {
        use ParcelState as S;
        let late = |state, hours| late_since(state, FRIDAY.day(), FRIDAY.plus_seconds(hours * HOUR)).is_some();
        assert!(!late(S::InTransit, 26), "it is Friday still on an island in the west");
        assert!(late(S::InTransit, 27) && late(S::OutForDelivery, 27));
        for state in [S::LabelCreated, S::Delivered, S::PickupReady, S::AttemptFailed, S::Exception, S::Returning] {
            assert!(!late(state, 400), "{state:?}");
        }
    }
}
