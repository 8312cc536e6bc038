//! When somebody may be disturbed, by the clock on their own wall.

use super::{Channel, Class};
use crate::time::Timestamp;

/// From when to when, in minutes since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The first minute.
    pub from: i64,
    /// The first minute it is too late.
    pub to: i64,
}

/// The hours of a class of messages on a channel; none where it is always a good moment: a letter lies in its box until it is
/// opened, and what is urgent is of no use later.
pub const fn hours(class: Class, channel: Channel) -> Option<Hours> {
    match (class, channel) {
        (Class::Urgent, _) | (Class::Order, Channel::Email) => None,
        (Class::Order, Channel::Sms | Channel::Push) => Some(Hours { from: 8 * 60, to: 21 * 60 }),
        (Class::Marketing, _) => Some(Hours { from: 9 * 60, to: 20 * 60 }),
    }
}

/// The first moment from `at` on that lies within the hours; `offset` says how many minutes the clock there is ahead of UTC then.
///
/// Where clocks are put forward or back between now and then, the wall counts: nine o'clock is nine o'clock.
pub fn open_from(hours: Option<Hours>, at: Timestamp, offset: &dyn Fn(Timestamp) -> i16) -> Timestamp {
    let Some(Hours { from, to }) = hours else { return at };
    let ahead = offset(at);
    let minute = at.minute_of_day_at(ahead);
    if (from..to).contains(&minute) {
        return at;
    }
    let day = at.day_at(ahead).plus(i64::from(minute >= to));
    let opens = |ahead: i16| day.start().plus_seconds((from - i64::from(ahead)) * 60);
    let guess = opens(ahead);
    // By another offset than now's, if the clocks there are changed meanwhile.
    let opened = opens(offset(guess));
    opened.max(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notifications::Kind;
    use crate::time::Day;
    use proptest::prelude::*;

    const SMS: Option<Hours> = hours(Class::Order, Channel::Sms);
    const MARKETING: Option<Hours> = hours(Class::Marketing, Channel::Email);

    /// A moment of UTC.
    fn utc(day: &str, hour: i64, minute: i64) -> Timestamp {
        Day::parse(day).map(|day| day.start().plus_seconds(hour * 3600 + minute * 60)).unwrap()
    }

    /// Clocks that are `summer` minutes ahead between two moments, and `winter` minutes else.
    fn clocks(winter: i16, summer: i16, (from, to): (Timestamp, Timestamp)) -> impl Fn(Timestamp) -> i16 {
        move |at| if at >= from && at < to { summer } else { winter }
    }

    #[test]
    fn each_class_has_its_hours_on_each_channel() {
        assert_eq!(hours(Class::Order, Channel::Email), None);
        assert_eq!(hours(Class::Order, Channel::Push), SMS);
        assert_eq!((hours(Class::Urgent, Channel::Sms), hours(Class::Urgent, Channel::Push)), (None, None));
        assert_eq!(hours(Kind::PaymentExpiring.class(), Channel::Sms), SMS, "it is over in a day, and not tonight");
        assert_eq!(MARKETING, Some(Hours { from: 540, to: 1200 }));
        let night = utc("2026-11-20", 2, 0);
        assert_eq!(open_from(None, night, &|_| 0), night);
    }

    #[test]
    fn who_sleeps_is_let_sleep_in_every_zone() {
        // Minutes ahead of UTC, a moment of UTC, and when it is said, in UTC: Riga, Kolkata, St John's, Kiritimati, Niue.
        let table = [
            (120, ("2026-11-20", 5, 59), ("2026-11-20", 6, 0)),
            (120, ("2026-11-20", 6, 0), ("2026-11-20", 6, 0)),
            (120, ("2026-11-20", 18, 59), ("2026-11-20", 18, 59)),
            (120, ("2026-11-20", 19, 0), ("2026-11-21", 6, 0)),
            (330, ("2026-11-20", 15, 30), ("2026-11-21", 2, 30)),
            (330, ("2026-11-20", 2, 29), ("2026-11-20", 2, 30)),
            (-210, ("2026-11-20", 0, 30), ("2026-11-20", 11, 30)),
            (840, ("2026-11-20", 7, 0), ("2026-11-20", 18, 0)),
            (-660, ("2026-11-20", 8, 0), ("2026-11-20", 19, 0)),
        ];
        for (ahead, at, said) in table {
            let (at, said) = (utc(at.0, at.1, at.2), utc(said.0, said.1, said.2));
            assert_eq!(open_from(SMS, at, &|_| ahead), said, "{ahead} {at:?}");
        }
    }

    #[test]
    fn nine_o_clock_is_nine_o_clock_on_the_night_the_clocks_are_changed() {
        // Berlin: forward at 01:00 UTC on 29 March 2026, back at 01:00 UTC on 25 October 2026.
        let berlin = clocks(60, 120, (utc("2026-03-29", 1, 0), utc("2026-10-25", 1, 0)));
        assert_eq!(open_from(SMS, utc("2026-03-28", 22, 0), &berlin), utc("2026-03-29", 6, 0));
        assert_eq!(open_from(SMS, utc("2026-03-27", 22, 0), &berlin), utc("2026-03-28", 7, 0));
        assert_eq!(open_from(MARKETING, utc("2026-10-24", 22, 30), &berlin), utc("2026-10-25", 8, 0));
        assert_eq!(open_from(MARKETING, utc("2026-10-23", 22, 30), &berlin), utc("2026-10-24", 7, 0));
        // New York: forward at 07:00 UTC on 8 March 2026.
        let new_york = clocks(-300, -240, (utc("2026-03-08", 7, 0), utc("2026-11-01", 6, 0)));
        assert_eq!(open_from(SMS, utc("2026-03-08", 3, 0), &new_york), utc("2026-03-08", 12, 0));
        assert_eq!(open_from(SMS, utc("2026-11-01", 2, 0), &new_york), utc("2026-11-01", 13, 0));
    }

    proptest! {
        #[test]
        fn what_is_said_is_said_within_the_hours_and_within_a_day(minutes in 0..3_000_000_i64, ahead in -720..840_i16) {
            let at = Timestamp(minutes * 60_000);
            let said = open_from(SMS, at, &|_| ahead);
            let minute = said.minute_of_day_at(ahead);
            prop_assert!(said >= at && said.since(at) < 86_400_000);
            prop_assert!((480..1260).contains(&minute));
        }
    }
}
