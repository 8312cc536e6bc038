//! Moments and days as values. Nobody here asks what time it is.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// A later moment.
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + seconds * 1000)
    }

    /// Milliseconds from `earlier` to this; negative if it is later.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }

    /// The day it falls on, in UTC.
    pub const fn day(self) -> Day {
        Day(self.0.div_euclid(Self::DAY))
    }

    /// Minutes since UTC midnight.
    pub const fn minute_of_day(self) -> i64 {
        self.0.rem_euclid(Self::DAY) / 60_000
    }

    /// The day on a wall calendar where clocks are so many minutes ahead of UTC.
    pub const fn day_at(self, offset_minutes: i16) -> Day {
        self.on_the_wall(offset_minutes).day()
    }

    /// Minutes since midnight where clocks are so many minutes ahead of UTC.
    pub const fn minute_of_day_at(self, offset_minutes: i16) -> i64 {
        self.on_the_wall(offset_minutes).minute_of_day()
    }

    /// The moment at which UTC shows what the clock there shows now.
    const fn on_the_wall(self, offset_minutes: i16) -> Self {
        self.plus_seconds(offset_minutes as i64 * 60)
    }

    const DAY: i64 = 86_400_000;
}

/// A calendar day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i64);

impl Day {
    /// The day with this date of the Gregorian calendar, months and days counted from 1; none if there is no such date.
    /// Years 0 to 9999.
    pub fn on(year: i64, month: i64, day: i64) -> Option<Self> {
        if !(0..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        // Years are counted from March, so that the leap day is the last of its year.
        let (year_from_march, month_from_march) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let leap_days = year_from_march.div_euclid(4) - year_from_march.div_euclid(100) + year_from_march.div_euclid(400);
        let since = year_from_march * 365 + leap_days + (153 * month_from_march + 2) / 5 + day - 1;
        // A 31 April comes out as a 1 May.
        Some(Self(since - Self::FROM_MARCH_OF_YEAR_0)).filter(|found| found.civil() == (year, month, day))
    }

    /// Reads `2026-11-20`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        let fine = digits(year, 4) && digits(month, 2) && digits(day, 2) && parts.next().is_none();
        if fine { Self::on(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?) } else { None }
    }

    /// Year, month (1 to 12) and day of the month of the Gregorian calendar.
    pub const fn civil(self) -> (i64, i64, i64) {
        let since = self.0 + Self::FROM_MARCH_OF_YEAR_0;
        // The calendar repeats itself every 400 years.
        let (era, in_era) = (since.div_euclid(146_097), since.rem_euclid(146_097));
        let year = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
        let in_year = in_era - (365 * year + year / 4 - year / 100);
        let from_march = (5 * in_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        (year + era * 400 + (month <= 2) as i64, month, in_year - (153 * from_march + 2) / 5 + 1)
    }

    /// From 0000-03-01 to 1970-01-01.
    const FROM_MARCH_OF_YEAR_0: i64 = 719_468;

    /// This many days later.
    pub const fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// Monday is 0, Sunday is 6. (1970-01-01 was a Thursday.)
    pub const fn weekday(self) -> i64 {
        (self.0 + 3).rem_euclid(7)
    }

    /// Whether carriers and packers rest on it.
    pub const fn is_weekend(self) -> bool {
        self.weekday() >= 5
    }

    /// The working day `count` working days later; 0 gives this day, or the next working one.
    pub const fn plus_working(self, count: u32) -> Self {
        let mut day = self;
        while day.is_weekend() {
            day = day.plus(1);
        }
        let mut left = count;
        while left > 0 {
            day = day.plus(1);
            if !day.is_weekend() {
                left -= 1;
            }
        }
        day
    }

    /// The moment the day begins in UTC.
    pub const fn start(self) -> Timestamp {
        Timestamp(self.0 * Timestamp::DAY)
    }
}

/// As ISO 8601 writes it: `2026-11-20`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// 2026-11-20, a Friday.
    const FRIDAY: Day = Day(20_777);

    #[test]
    fn friday_and_one_working_day_is_monday() {
        assert_eq!(FRIDAY.weekday(), 4);
        assert_eq!(FRIDAY.plus_working(1), FRIDAY.plus(3));
        assert_eq!(FRIDAY.plus(1).plus_working(0), FRIDAY.plus(3));
        assert_eq!(FRIDAY.plus_working(5), FRIDAY.plus(7));
    }

    #[test]
    fn days_have_dates_and_dates_have_days() {
        let dates =
            [("1970-01-01", 0), ("2026-11-20", 20_777), ("2000-02-29", 11_016), ("1969-12-31", -1), ("0000-01-01", -719_528)];
        for (text, number) in dates {
            assert_eq!(Day::parse(text), Some(Day(number)), "{text}");
            assert_eq!(Day(number).to_string(), text);
        }
        assert_eq!(FRIDAY.civil(), (2026, 11, 20));
    }

    #[test]
    fn what_is_no_date_is_no_day() {
        for (year, month, day) in
            [(2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (-1, 1, 1)]
        {
            assert_eq!(Day::on(year, month, day), None, "{year} {month} {day}");
        }
        for text in ["", "2026-11", "2026-11-20-1", "26-11-20", "2026-1-20", "+026-11-20", "2026/11/20", "２０２６-11-20"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn it_is_tomorrow_in_riga_before_it_is_in_utc() {
        let evening = FRIDAY.start().plus_seconds(23 * 3600);
        assert_eq!((evening.day_at(120), evening.minute_of_day_at(120)), (FRIDAY.plus(1), 60));
        assert_eq!((evening.day_at(-300), evening.minute_of_day_at(-300)), (FRIDAY, 18 * 60));
    }

    proptest! {
        #[test]
        fn every_day_is_found_by_its_date(number in -719_528..2_932_897_i64) {
            let (year, month, day) = Day(number).civil();
            prop_assert_eq!(Day::on(year, month, day), Some(Day(number)));
            prop_assert_eq!(Day::parse(&Day(number).to_string()), Some(Day(number)));
        }
    }
}
