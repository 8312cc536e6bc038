//! The calendar on the wall: year and month of a day, and how far a country's clocks are from UTC.

use domain::time::{Day, Timestamp};

/// Year, month (1 to 12) and day of the month, by the Gregorian calendar.
/// (Counts from 1 March 0000, so that the leap day is the last of its year.)
pub fn date(day: Day) -> (i64, i64, i64) {
    let since = day.0 + 719_468;
    let era = since.div_euclid(146_097);
    let in_era = since.rem_euclid(146_097);
    let year = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * in_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, in_year - (153 * shifted + 2) / 5 + 1)
}

/// Minutes east of UTC in a country's largest city at a moment. Europe and North America know summer time;
/// the offset of the rest is that of winter.
pub fn offset_minutes(country: &str, at: Timestamp) -> i16 {
    let summer = match country {
        "US" | "CA" => between_sundays(at, (3, 2), (11, 1)),
        "IS" | "AE" | "AU" | "BR" | "HK" | "IN" | "JP" | "KR" | "NZ" | "SG" | "TH" => false,
        _ => between_sundays(at, (3, 5), (10, 5)),
    };
    winter(country) + if summer { 60 } else { 0 }
}

fn winter(country: &str) -> i16 {
    match country {
        "GB" | "IE" | "IS" => 0,
        "PT" => 0,
        "BG" | "CY" | "EE" | "FI" | "GR" | "LT" | "LV" | "RO" => 120,
        "AE" => 240,
        "IN" => 330,
        "TH" => 420,
        "HK" | "SG" => 480,
        "JP" | "KR" => 540,
        "AU" => 600,
        "NZ" => 720,
        "BR" => -180,
        "US" | "CA" => -300,
        _ => 60,
    }
}

/// Whether a moment lies between two Sundays of its year, each the n-th of a month; the fifth is the last.
fn between_sundays(at: Timestamp, from: (i64, i64), to: (i64, i64)) -> bool {
    let (_, month, of_month) = date(at.day());
    let reached = |(in_month, nth): (i64, i64)| {
        if month != in_month {
            return month > in_month;
        }
        let last = if nth == 5 { days(in_month) - 6 } else { nth * 7 - 6 };
        // The Sunday in the seven days that begin with `last`: passed when this week's Sunday is not before it.
        let sunday = of_month - (at.day().weekday() + 1) % 7;
        sunday >= last
    };
    reached(from) && !reached(to)
}

fn days(month: i64) -> i64 {
    if matches!(month, 4 | 6 | 9 | 11) { 30 } else { 31 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        assert_eq!(date(Day(0)), (1970, 1, 1));
        assert_eq!(date(Day(20_777)), (2026, 11, 20));
        assert_eq!(date(Day(11_016)), (2000, 2, 29));
        assert_eq!(date(Day(-1)), (1969, 12, 31));
    }

    #[test]
    fn clocks_in_riga_change_on_the_last_sundays_of_march_and_october() {
        // 2026-03-29 is day 20541; 2026-10-25 is day 20751.
        let noon = |day| Timestamp(Day(day).start().0 + 12 * 3_600_000);
        for (day, minutes) in [(20_540, 120), (20_541, 180), (20_750, 180), (20_751, 120), (20_777, 120)] {
            assert_eq!(offset_minutes("LV", noon(day)), minutes, "{:?}", date(Day(day)));
        }
        // New York: 2026-03-08 (20520) to 2026-11-01 (20758).
        for (day, minutes) in [(20_519, -300), (20_520, -240), (20_757, -240), (20_758, -300)] {
            assert_eq!(offset_minutes("US", noon(day)), minutes, "{:?}", date(Day(day)));
        }
    }
}
