//! When a country works: its weekly days of rest and its nationwide public holidays.
//!
//! Kept simple on purpose: nobody delivers on a day of rest, by no service, and holidays of a region alone do not count.
//! Holidays that follow the moon are the expected ones until they are proclaimed. The table reaches to [`REACHES`];
//! beyond it only the days of rest are known. It has no holidays for Ukraine, which works through them while martial
//! law lasts, nor for Sri Lanka after 2026, which proclaims them year by year.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::table;
use crate::contact::Country;
use crate::time::Day;

/// One line a country: days of rest (1 is Monday), then the holidays of each year from [`FIRST_YEAR`] as month and day.
const HOLIDAYS: &str = include_str!("../../data/holidays.tsv");
const FIRST_YEAR: i64 = 2026;

/// The last day whose holidays are known: 2028-12-31.
pub const REACHES: Day = Day(21_549);

/// No more working days than this are ever counted; a shop that needs longer has no date to promise.
const MOST: u32 = 366;

/// When a country works.
#[derive(Debug)]
pub struct Calendar {
    /// By weekday, Monday first.
    rests: [bool; 7],
    /// In their order.
    holidays: Vec<Day>,
}

static CALENDARS: LazyLock<BTreeMap<Country, Calendar>> = LazyLock::new(|| {
    let rows = table::rows(HOLIDAYS);
    rows.filter_map(|[code, rest, years @ ..]: [_; 5]| Some((Country::parse(code).ok()?, Calendar::read(rest, years)))).collect()
});
static UNKNOWN: Calendar = Calendar { rests: [false, false, false, false, false, true, true], holidays: Vec::new() };

impl Calendar {
    /// That of a country; Saturdays and Sundays where the shop knows nothing of it.
    pub fn of(country: Country) -> &'static Self {
        CALENDARS.get(&country).unwrap_or(&UNKNOWN)
    }

    fn read(rest: &str, years: [&str; 3]) -> Self {
        let rests = ["1", "2", "3", "4", "5", "6", "7"].map(|day| rest.contains(day));
        let dated = (FIRST_YEAR..).zip(years).flat_map(|(year, days)| days.split(' ').map(move |day| (year, day)));
        let holidays = dated.filter_map(|(year, day)| {
            let (month, date) = day.split_at_checked(2)?;
            Day::on(year, month.parse().ok()?, date.parse().ok()?)
        });
        Self { rests, holidays: holidays.collect() }
    }

    /// Whether it is a public holiday.
    pub fn is_holiday(&self, day: Day) -> bool {
        self.holidays.binary_search(&day).is_ok()
    }

    /// Whether parcels leave and arrive on it.
    pub fn works_on(&self, day: Day) -> bool {
        let rests = usize::try_from(day.weekday()).ok().and_then(|weekday| self.rests.get(weekday).copied());
        rests == Some(false) && !self.is_holiday(day)
    }

    /// The working day `count` working days after `day`; 0 gives that day, or the next working one.
    pub fn working(&self, day: Day, count: u32) -> Day {
        let mut day = self.or_next(day);
        for _ in 0..count.min(MOST) {
            day = self.or_next(day.plus(1));
        }
        day
    }

    fn or_next(&self, mut day: Day) -> Day {
        while !self.works_on(day) {
            day = day.plus(1);
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::served;

    fn works(country: &str, date: &str) -> bool {
        Calendar::of(Country::parse(country).unwrap()).works_on(Day::parse(date).unwrap())
    }

    #[test]
    fn holidays_are_known_until_the_end_of_2028_for_every_country_served() {
        assert_eq!(REACHES.to_string(), "2028-12-31");
        assert!(HOLIDAYS.contains("\n# country\trest\t2026\t2027\t2028\n"));
        assert_eq!(table::lines(HOLIDAYS).count(), CALENDARS.len());
        for country in served() {
            let calendar = CALENDARS.get(&country).unwrap_or_else(|| panic!("{country:?} has no calendar"));
            assert!(calendar.holidays.is_sorted() && calendar.holidays.iter().all(|&day| day <= REACHES), "{country:?}");
            for year in [2026, 2027, 2028] {
                let known = calendar.holidays.iter().any(|day| day.civil().0 == year);
                let unknown = country.code() == "UA" || (country.code() == "LK" && year > 2026);
                assert_eq!(known, !unknown, "{country:?} {year}");
            }
        }
    }

    #[test]
    fn every_holiday_written_is_a_day() {
        let written: usize = table::rows(HOLIDAYS)
            .map(|[_, _, years @ ..]: [_; 5]| years.iter().flat_map(|days| days.split(' ')).filter(|day| !day.is_empty()).count())
            .sum();
        assert_eq!(CALENDARS.values().map(|calendar| calendar.holidays.len()).sum::<usize>(), written);
    }

    #[test]
    fn latvia_rests_on_its_birthday_at_midsummer_and_at_christmas() {
        for date in ["2026-11-18", "2026-06-23", "2026-06-24", "2026-12-24", "2026-12-25", "2027-01-01", "2028-05-04"] {
            assert!(!works("LV", date), "{date}");
        }
        assert!(works("LV", "2026-11-17") && works("LV", "2026-11-19"));
    }

    #[test]
    fn thailand_splashes_at_songkran_and_japan_has_its_golden_week() {
        for date in ["2026-04-13", "2026-04-14", "2026-04-15", "2027-04-13"] {
            assert!(!works("TH", date), "{date}");
        }
        for date in ["2026-04-29", "2026-05-04", "2026-05-05", "2026-05-06"] {
            assert!(!works("JP", date), "{date}");
        }
        assert!(works("TH", "2026-04-16") && works("JP", "2026-05-07"));
    }

    #[test]
    fn the_emirates_rest_on_saturday_and_sunday_and_the_saudis_on_friday_and_saturday() {
        // 2026-11-20 is a Friday.
        let rests = |country: &str| [19, 20, 21, 22, 23].map(|date| !works(country, &format!("2026-11-{date}")));
        assert_eq!(rests("AE"), [false, false, true, true, false]);
        assert_eq!(rests("SA"), [false, true, true, false, false]);
        assert_eq!(rests("BN"), [false, true, false, true, false]);
        assert_eq!(rests("HK"), [false, false, false, true, false]);
    }

    #[test]
    fn beyond_the_table_the_weekends_still_count() {
        let christmas = Day::parse("2029-12-25").unwrap();
        let calendar = Calendar::of(Country::LATVIA);
        assert!(calendar.works_on(christmas));
        // 2029-12-28 is a Friday.
        assert_eq!(calendar.working(christmas.plus(3), 1), christmas.plus(6));
    }

    #[test]
    fn a_year_of_working_days_is_the_most_that_is_counted() {
        let day = Day::parse("2026-01-05").unwrap();
        let calendar = Calendar::of(Country::LATVIA);
        assert_eq!(calendar.working(day, u32::MAX), calendar.working(day, MOST));
    }
}
