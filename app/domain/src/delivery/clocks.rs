//! What clock a country lives by.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::table;
use crate::contact::Country;

/// One line a country: its code and its main time zone.
const ZONES: &str = include_str!("../../data/timezones.tsv");

static OF: LazyLock<BTreeMap<Country, &'static str>> = LazyLock::new(|| {
    let rows = table::rows(ZONES);
    rows.filter_map(|[code, zone]| Some((Country::parse(code).ok()?, zone))).collect()
});

/// The name in the tz database of the zone most of a country's people live in, such as `Europe/Riga`;
/// `Etc/UTC` for islands where nobody lives.
pub fn zone_name(country: Country) -> &'static str {
    OF.get(&country).copied().unwrap_or("Etc/UTC")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_but_two_empty_islands_has_a_clock() {
        assert_eq!(OF.len(), table::lines(ZONES).count());
        let without: Vec<Country> = Country::all().filter(|country| !OF.contains_key(country)).collect();
        assert_eq!(without, [Country::parse("BV").unwrap(), Country::parse("HM").unwrap()]);
    }

    #[test]
    fn large_countries_live_by_the_clock_of_most_of_their_people() {
        let clocks = [("LV", "Europe/Riga"), ("US", "America/New_York"), ("AU", "Australia/Sydney"), ("BR", "America/Sao_Paulo")];
        for (country, zone) in clocks.into_iter().chain([("JP", "Asia/Tokyo"), ("AQ", "Antarctica/McMurdo"), ("BV", "Etc/UTC")]) {
            assert_eq!(zone_name(Country::parse(country).unwrap()), zone);
        }
    }
}
