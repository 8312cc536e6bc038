//! When a parcel leaves and when it comes.
//!
//! It leaves on a day that the shop's country works, and comes on a day that its destination works. The days on the way are the
//! destination's working days: what lies at its border over a long weekend does not come nearer. The nearest service
//! takes a day, so the date line cannot make a parcel come before it left.

use super::calendar::Calendar;
use crate::contact::Country;
use crate::time::{Day, Timestamp};

/// What is paid before this minute of the shop's day, 14:00, leaves on it.
pub const CUT_OFF_MINUTE: i64 = 14 * 60;

/// The day a parcel paid at `now` leaves the shop's country, if it takes `handling_days` working days to make ready.
pub fn leaves(from: Country, now: Timestamp, shop_offset_minutes: i16, handling_days: u32) -> Day {
    let shop = Calendar::of(from);
    let today = now.day_at(shop_offset_minutes);
    let late = now.minute_of_day_at(shop_offset_minutes) >= CUT_OFF_MINUTE;
    shop.working(if late { today.plus(1) } else { today }, handling_days)
}

/// The most working days anything takes to be made ready.
pub const MOST_READY_DAYS: u32 = 90;

/// The moment until which an order must be paid to leave on the next day that anything leaves: that day's cut-off, by the shop's
/// clock. `offset` tells how many minutes that clock is ahead of UTC at a moment, which on the days summer time begins and ends
/// is not what it is at `now`.
pub fn next_cut_off(from: Country, now: Timestamp, offset: impl Fn(Timestamp) -> i16) -> Timestamp {
    let day = leaves(from, now, offset(now), 0);
    let at = |minutes: i16| day.start().plus_seconds((CUT_OFF_MINUTE - i64::from(minutes)) * 60);
    at(offset(at(offset(now))))
}

/// How many whole minutes are left to order what leaves today, at least 1; none when nothing leaves today any more.
pub fn leaves_today_until(from: Country, now: Timestamp, shop_offset_minutes: i16) -> Option<u32> {
    let works = Calendar::of(from).works_on(now.day_at(shop_offset_minutes));
    let left = CUT_OFF_MINUTE - now.minute_of_day_at(shop_offset_minutes);
    u32::try_from(left).ok().filter(|&left| works && left > 0)
}

/// The day a parcel comes that has been `working_days` on the way.
pub fn comes(left: Day, to: Country, working_days: u32) -> Day {
    // The day it leaves does not count, nor does it matter whether its destination works on it.
    Calendar::of(to).working(left.plus(1), working_days.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINTER: i16 = 120;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// A moment on the shop's wall, in winter.
    fn riga(date: &str, hour: i64, minute: i64) -> Timestamp {
        day(date).start().plus_seconds((hour * 60 + minute - i64::from(WINTER)) * 60)
    }

    fn left(now: Timestamp, handling_days: u32) -> String {
        leaves(Country::LATVIA, now, WINTER, handling_days).to_string()
    }

    #[test]
    fn what_is_paid_before_two_leaves_today_and_after_it_tomorrow() {
        assert_eq!(left(riga("2026-11-19", 13, 59), 0), "2026-11-19");
        assert_eq!(left(riga("2026-11-19", 14, 0), 0), "2026-11-20");
        // In Riga's summer the same moment of UTC is an hour later.
        let summer = day("2026-07-02").start().plus_seconds((11 * 60 + 30) * 60);
        assert_eq!(leaves(Country::LATVIA, summer, 180, 0).to_string(), "2026-07-03");
        assert_eq!(leaves(Country::LATVIA, summer, 120, 0).to_string(), "2026-07-02");
    }

    #[test]
    fn what_is_paid_on_friday_afternoon_or_at_the_weekend_leaves_on_monday() {
        for now in [riga("2026-11-20", 18, 0), riga("2026-11-21", 9, 0), riga("2026-11-22", 23, 59)] {
            assert_eq!(left(now, 0), "2026-11-23");
        }
        // Five past midnight on Monday in Riga is Sunday in UTC.
        assert_eq!(left(riga("2026-11-23", 0, 5), 0), "2026-11-23");
    }

    #[test]
    fn nothing_leaves_on_the_eighteenth_of_november() {
        assert_eq!(left(riga("2026-11-17", 15, 0), 0), "2026-11-19");
        assert_eq!(left(riga("2026-11-18", 9, 0), 0), "2026-11-19");
        assert_eq!(leaves_today_until(Country::LATVIA, riga("2026-11-18", 9, 0), WINTER), None);
    }

    #[test]
    fn a_shop_in_berlin_rests_when_germany_does() {
        let german = |now| leaves(Country::parse("DE").unwrap(), now, 60, 0).to_string();
        assert_eq!(german(riga("2026-11-18", 9, 0)), "2026-11-18");
        assert_eq!(german(riga("2026-10-03", 9, 0)), "2026-10-05");
        assert_eq!(german(riga("2026-05-25", 9, 0)), "2026-05-26", "Whit Monday, on which Latvia works");
    }

    #[test]
    fn what_is_made_to_order_takes_its_working_days_first() {
        assert_eq!(left(riga("2026-11-19", 9, 0), 1), "2026-11-20");
        assert_eq!(left(riga("2026-11-19", 9, 0), 2), "2026-11-23");
        // Paid on the eve of Christmas Eve, past two, with Latvia resting until the 27th.
        assert_eq!(left(riga("2026-12-23", 15, 0), 1), "2026-12-29");
    }

    #[test]
    fn the_next_cut_off_is_two_o_clock_by_the_shops_wall_on_a_day_it_works() {
        // Riga's clock goes back an hour on 2026-10-25, a Sunday, at 01:00 of UTC.
        let turns = Timestamp(day("2026-10-25").start().0 + 3_600_000);
        let riga_offset = |at: Timestamp| if at < turns { 180 } else { 120 };
        let cut_off = |at: &str, minute: i64| {
            let at = next_cut_off(Country::LATVIA, day(at).start().plus_seconds(minute * 60), riga_offset);
            let offset = riga_offset(at);
            (at.day_at(offset).to_string(), at.minute_of_day_at(offset), at.minute_of_day())
        };
        let two = 14 * 60;
        // On Friday at 10:59 of UTC it is 13:59 in Riga; a minute later nothing leaves before Monday, when two is an hour later.
        assert_eq!(cut_off("2026-10-23", 10 * 60 + 59), ("2026-10-23".to_owned(), two, 11 * 60));
        assert_eq!(cut_off("2026-10-23", 11 * 60), ("2026-10-26".to_owned(), two, 12 * 60));
        // Between midnight in Riga and midnight of UTC it is the next day already.
        assert_eq!(cut_off("2026-10-21", 21 * 60 + 30), ("2026-10-22".to_owned(), two, 11 * 60));
        // The eighteenth of November is a holiday.
        assert_eq!(cut_off("2026-11-17", 12 * 60), ("2026-11-19".to_owned(), two, 12 * 60));
        assert_eq!(cut_off("2026-11-18", 8 * 60), ("2026-11-19".to_owned(), two, 12 * 60));
    }

    #[test]
    fn the_clock_counts_down_to_two() {
        let left = |hour, minute| leaves_today_until(Country::LATVIA, riga("2026-11-19", hour, minute), WINTER);
        assert_eq!(left(11, 50), Some(130));
        assert_eq!(left(13, 59), Some(1));
        assert_eq!(left(14, 0), None);
        assert_eq!(left(0, 0), Some(840));
        assert_eq!(leaves_today_until(Country::LATVIA, riga("2026-11-21", 9, 0), WINTER), None);
    }

    #[test]
    fn a_parcel_rests_where_it_goes_to() {
        let comes = |left: &str, to: &str, days| comes(day(left), Country::parse(to).unwrap(), days).to_string();
        assert_eq!(comes("2026-11-19", "EE", 1), "2026-11-20");
        assert_eq!(comes("2026-11-20", "EE", 1), "2026-11-23");
        assert_eq!(comes("2026-11-18", "SA", 2), "2026-11-22");
        assert_eq!(comes("2026-12-24", "DE", 1), "2026-12-28");
        assert_eq!(comes("2026-04-10", "TH", 1), "2026-04-16");
        assert_eq!(comes("2026-04-28", "JP", 3), "2026-05-07");
    }
}
