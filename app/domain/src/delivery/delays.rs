//! Delays that the desk has announced: where and when parcels take longer than they do, by how much, and why.
//!
//! One rule says what a delay does to a promise: it adds its working days to every day of arrival whose way it touches. Of several
//! that touch the same way the longest counts, not their sum: they are most likely the same snow. A way that has become longer by
//! one may run into the next.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::dates::comes;
use crate::codes;
use crate::contact::Country;
use crate::ids::DelayId;
use crate::lang::{Lang, Said};
use crate::time::Day;

codes! {
    /// Why parcels take longer.
    Cause {
        /// Snow, storms, floods.
        Weather = "weather",
        /// Somebody does not work.
        Strike = "strike",
        /// More parcels than anybody can bring.
        Peak = "peak",
        /// A border.
        Border = "border",
        /// The merchant's own house.
        House = "house",
    }
}

/// A delay somewhere, for some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delay {
    /// Id.
    pub id: DelayId,
    /// Where.
    pub country: Country,
    /// What its postcodes begin with, letters and digits alone; empty for all of the country.
    pub postcode: String,
    /// The first day it is felt.
    pub from: Day,
    /// The last.
    pub until: Day,
    /// Working days that are added, 1 to [`Delay::MOST_DAYS`].
    pub days: u32,
    /// Why.
    pub cause: Cause,
    /// What the merchant says beside it, as far as somebody has written it.
    pub words: BTreeMap<Lang, String>,
}

impl Delay {
    /// The most working days that are added.
    pub const MOST_DAYS: u32 = 60;
    /// The most characters of what the merchant says.
    pub const MOST_WORDS: usize = 200;

    /// Whether it is felt at a place. A postcode nobody has typed yet is outside every part of a country.
    pub fn is_at(&self, country: Country, postcode: &str) -> bool {
        self.country == country && bare(postcode).starts_with(&self.postcode)
    }

    /// Whether it touches what leaves on one day and comes on another.
    pub fn touches(&self, left: Day, comes: Day) -> bool {
        self.from <= comes && left <= self.until
    }

    /// What the merchant says, in this language, else in the shop's first; none where nobody has said anything.
    pub fn said(&self, lang: Lang) -> Option<Said> {
        let known = [lang, Lang::FIRST].into_iter().find_map(|lang| self.words.get_key_value(&lang));
        known.map(|(lang, text)| Said { text: text.clone(), lang: *lang })
    }
}

/// A postcode as nobody can mistype it, its letters and digits in capitals: `lv 1010` and `LV-1010` are one.
pub fn bare(postcode: &str) -> String {
    postcode.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// The day a parcel comes that takes so many working days where nothing delays it.
pub(super) fn delayed(delays: &[Delay], left: Day, to: Country, working_days: u32) -> Day {
    let mut more = 0;
    loop {
        let day = comes(left, to, working_days + more);
        let longest = delays.iter().filter(|delay| delay.touches(left, day)).map(|delay| delay.days).max().unwrap_or(0);
        // Each round is longer by a delay that was out of reach before, so it ends.
        if longest <= more {
            return day;
        }
        more = longest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn snow(from: &str, until: &str, days: u32) -> Delay {
        let (country, words) = (Country::LATVIA, BTreeMap::new());
        let (from, until) = (day(from), day(until));
        Delay { id: DelayId(1), country, postcode: String::new(), from, until, days, cause: Cause::Weather, words }
    }

    fn arrives(delays: &[Delay], left: &str, working_days: u32) -> String {
        delayed(delays, day(left), Country::LATVIA, working_days).to_string()
    }

    #[test]
    fn snow_adds_its_days_to_what_is_on_its_way_while_it_lies() {
        // 2026-11-30 is a Monday.
        let snow = [snow("2026-12-01", "2026-12-03", 2)];
        assert_eq!(arrives(&[], "2026-11-30", 2), "2026-12-02");
        assert_eq!(arrives(&snow, "2026-11-30", 2), "2026-12-04");
        assert_eq!(arrives(&snow, "2026-12-03", 1), "2026-12-08", "over the weekend");
        assert_eq!(arrives(&snow, "2026-12-04", 1), "2026-12-07", "what leaves after it knows nothing of it");
        assert_eq!(arrives(&snow, "2026-11-26", 2), "2026-11-30", "nor does what is there before it");
    }

    #[test]
    fn of_two_delays_on_one_way_the_longer_counts() {
        let both = [snow("2026-12-01", "2026-12-03", 2), snow("2026-12-02", "2026-12-04", 3)];
        assert_eq!(arrives(&both, "2026-11-30", 2), "2026-12-07");
    }

    #[test]
    fn what_one_delay_holds_up_may_run_into_the_next() {
        let both = [snow("2026-12-01", "2026-12-02", 2), snow("2026-12-04", "2026-12-10", 4)];
        assert_eq!(arrives(&both[1..], "2026-11-30", 2), "2026-12-02");
        assert_eq!(arrives(&both, "2026-11-30", 2), "2026-12-08");
    }

    #[test]
    fn a_delay_is_felt_where_the_postcode_begins_so() {
        let riga = Delay { postcode: bare("lv-10"), ..snow("2026-12-01", "2026-12-03", 2) };
        assert!(riga.is_at(Country::LATVIA, "LV-1010") && riga.is_at(Country::LATVIA, "lv 1050"));
        assert!(!riga.is_at(Country::LATVIA, "LV-5001") && !riga.is_at(Country::LATVIA, ""));
        assert!(!riga.is_at(Country::parse("EE").unwrap(), "LV-1010"));
        let all = snow("2026-12-01", "2026-12-03", 2);
        assert!(all.is_at(Country::LATVIA, "") && all.is_at(Country::LATVIA, "LV-5001"));
    }

    #[test]
    fn what_the_merchant_says_is_said_in_the_first_language_where_there_is_no_other() {
        let words = BTreeMap::from([(Lang::En, "The bridge is shut.".to_owned()), (Lang::Lv, "Tilts ir ciet.".to_owned())]);
        let shut = Delay { words, ..snow("2026-12-01", "2026-12-03", 2) };
        assert_eq!(shut.said(Lang::Lv).unwrap().text, "Tilts ir ciet.");
        assert_eq!(shut.said(Lang::De).unwrap(), Said { text: "The bridge is shut.".to_owned(), lang: Lang::En });
        assert_eq!(snow("2026-12-01", "2026-12-03", 2).said(Lang::De), None);
    }
}
