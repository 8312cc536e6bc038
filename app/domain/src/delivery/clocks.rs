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

/// The zone of an address: that of its region where its country has several and the region lies in one of them, else that of
/// most of its country's people. `region` is what an address keeps, such as `CA`.
pub fn zone_of(country: Country, region: &str) -> &'static str {
    let zones = match country.code() {
        "US" => UNITED_STATES,
        "CA" => CANADA,
        "AU" => AUSTRALIA,
        "BR" => BRAZIL,
        "MX" => MEXICO,
        _ => &[],
    };
    let named = zones.iter().find(|(regions, _)| regions.split(' ').any(|one| one == region));
    named.map_or_else(|| zone_name(country), |(_, zone)| zone)
}

/// Regions that do not live by the clock of most of their country's people, and the zone most of theirs live in.
type Zones = &'static [(&'static str, &'static str)];

const UNITED_STATES: Zones = &[
    ("AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI", "America/Chicago"),
    ("CO ID MT NM UT WY", "America/Denver"),
    ("AZ", "America/Phoenix"),
    ("CA NV OR WA", "America/Los_Angeles"),
    ("AK", "America/Anchorage"),
    ("HI", "Pacific/Honolulu"),
    ("PR VI", "America/Puerto_Rico"),
    ("GU MP", "Pacific/Guam"),
    ("AS", "Pacific/Pago_Pago"),
];
const CANADA: Zones = &[
    ("BC YT", "America/Vancouver"),
    ("AB NT", "America/Edmonton"),
    ("SK", "America/Regina"),
    ("MB", "America/Winnipeg"),
    ("NB NS PE", "America/Halifax"),
    ("NL", "America/St_Johns"),
];
const AUSTRALIA: Zones = &[
    ("QLD", "Australia/Brisbane"),
    ("SA", "Australia/Adelaide"),
    ("NT", "Australia/Darwin"),
    ("WA", "Australia/Perth"),
    ("TAS", "Australia/Hobart"),
    ("VIC", "Australia/Melbourne"),
];
const BRAZIL: Zones =
    &[("AC", "America/Rio_Branco"), ("AM RR RO", "America/Manaus"), ("MT", "America/Cuiaba"), ("MS", "America/Campo_Grande")];
const MEXICO: Zones = &[
    ("B.C.", "America/Tijuana"),
    ("B.C.S. Sin. Nay.", "America/Mazatlan"),
    ("Son.", "America/Hermosillo"),
    ("Q.R.", "America/Cancun"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_lives_by_its_own_clock() {
        let of = |country, region| zone_of(Country::parse(country).unwrap(), region);
        assert_eq!(
            (of("US", "CA"), of("US", "AZ"), of("US", "NY")),
            ("America/Los_Angeles", "America/Phoenix", "America/New_York")
        );
        assert_eq!(
            (of("CA", "NL"), of("AU", "WA"), of("BR", "AC")),
            ("America/St_Johns", "Australia/Perth", "America/Rio_Branco")
        );
        assert_eq!((of("MX", "B.C."), of("US", ""), of("LV", "CA")), ("America/Tijuana", "America/New_York", "Europe/Riga"));
        let zones = [UNITED_STATES, CANADA, AUSTRALIA, BRAZIL, MEXICO].concat();
        let mut regions: Vec<(usize, &str)> =
            zones.iter().enumerate().flat_map(|(at, row)| row.0.split(' ').map(move |r| (at, r))).collect();
        regions.dedup();
        assert!(regions.iter().all(|(_, region)| !region.is_empty()));
    }

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
