//! Moments and days as values. Nobody here asks what time it is.

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

    const DAY: i64 = 86_400_000;
}

/// A calendar day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i64);

impl Day {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-20, a Friday.
    const FRIDAY: Day = Day(20_777);

    #[test]
    fn friday_and_one_working_day_is_monday() {
        assert_eq!(FRIDAY.weekday(), 4);
        assert_eq!(FRIDAY.plus_working(1), FRIDAY.plus(3));
        assert_eq!(FRIDAY.plus(1).plus_working(0), FRIDAY.plus(3));
        assert_eq!(FRIDAY.plus_working(5), FRIDAY.plus(7));
    }
}
