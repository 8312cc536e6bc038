//! How far a country is from the shop's door, and which countries are served at all.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{TARIFF_CURRENCY, table};
use crate::codes;
use crate::contact::Country;
use crate::money::Money;

codes! {
    /// How far a country is from the shop's door. The tariff is told from Latvia; see [`Zone::between`] for other doors.
    Zone {
        /// The shop's own country; from one of the Baltic states, all of them.
        Near = "near",
        /// The rest of the European Union, and Monaco, which is of its customs territory.
        Union = "union",
        /// Europe outside the Union.
        Europe = "europe",
        /// Canada, the United States, Mexico and the islands beside them.
        NorthAmerica = "north_america",
        /// The Gulf and the Levant.
        Gulf = "gulf",
        /// From Mongolia to Japan.
        EastAsia = "east_asia",
        /// From Pakistan to Indonesia.
        SouthAsia = "south_asia",
        /// Australia, New Zealand and the Pacific.
        Oceania = "oceania",
        /// South and Central America and the Caribbean.
        SouthAmerica = "south_america",
        /// Africa, the Caucasus and Central Asia, as far as they are served.
        Rest = "rest",
    }
}

/// One line a zone: its code, from which worth of goods delivery is free, and its countries.
const ZONES: &str = include_str!("../../data/tariff-zones.tsv");

static OF: LazyLock<BTreeMap<Country, Zone>> = LazyLock::new(|| {
    let rows = table::rows(ZONES).filter_map(|[code, _, countries]| Some((Zone::from_code(code)?, countries)));
    rows.flat_map(|(zone, countries)| countries.split(' ').filter_map(move |code| Some((Country::parse(code).ok()?, zone))))
        .collect()
});

static FREE: LazyLock<BTreeMap<Zone, Money>> = LazyLock::new(|| {
    let rows = table::rows(ZONES);
    rows.filter_map(|[code, free, _]| Some((Zone::from_code(code)?, Money::new(free.parse().ok()?, TARIFF_CURRENCY)))).collect()
});

impl Zone {
    /// The zone of a country as seen from the shop's; none where nobody delivers for the shop: embargoes, wars, and rocks
    /// without a door.
    ///
    /// From Latvia it is the table's. From elsewhere the shop's own country is near, the Union is one, what lies beyond a
    /// border but in the same part of the world is as far as the rest of Europe is from Latvia, and the way between two
    /// parts of the world is as long in both directions.
    pub fn between(from: Country, to: Country) -> Option<Self> {
        let (here, there) = (*OF.get(&from)?, *OF.get(&to)?);
        let (inside, reaches) = (!here.has_customs(), !there.has_customs());
        Some(match () {
            () if from == to => Zone::Near,
            () if inside && reaches => {
                if here == there {
                    here
                } else {
                    Zone::Union
                }
            }
            () if here == there => Zone::Europe,
            () if reaches => here,
            () => there,
        })
    }

    /// Whether customs looks at what goes there.
    pub const fn has_customs(self) -> bool {
        !matches!(self, Zone::Near | Zone::Union)
    }

    /// From which worth of goods everything but express is free, in the tariff's currency; none where it never is.
    pub(super) fn free_from(self) -> Option<Money> {
        FREE.get(&self).copied()
    }
}

/// Every country the shop delivers to, by code.
pub fn served() -> impl Iterator<Item = Country> {
    OF.keys().copied()
}

/// Whether the shop delivers there.
pub fn is_served(country: Country) -> bool {
    OF.contains_key(&country)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: &str, to: &str) -> Option<Zone> {
        Zone::between(Country::parse(from).unwrap(), Country::parse(to).unwrap())
    }

    fn zone(country: &str) -> Option<Zone> {
        way("LV", country)
    }

    #[test]
    fn nobody_delivers_to_antarctica_or_under_an_embargo() {
        for country in ["AQ", "BV", "HM", "BY", "CU", "IR", "KP", "RU", "SY"] {
            assert_eq!(zone(country), None, "{country}");
        }
    }

    #[test]
    fn every_country_written_in_the_table_is_read_and_in_one_zone() {
        let written: Vec<&str> = table::rows(ZONES).flat_map(|[_, _, countries]| countries.split(' ')).collect();
        assert_eq!(table::lines(ZONES).count(), Zone::ALL.len());
        assert_eq!(written.len(), served().count());
        assert!(Zone::ALL.iter().all(|&zone| served().any(|country| Zone::between(Country::LATVIA, country) == Some(zone))));
        assert!(served().all(is_served) && !is_served(Country::parse("AQ").unwrap()));
    }

    #[test]
    fn neighbours_are_near_and_customs_begins_where_the_union_ends() {
        let of =
            [("LT", Zone::Near), ("DE", Zone::Union), ("CH", Zone::Europe), ("GB", Zone::Europe), ("CA", Zone::NorthAmerica)];
        let far = [("AE", Zone::Gulf), ("JP", Zone::EastAsia), ("TH", Zone::SouthAsia), ("NZ", Zone::Oceania)];
        let farther = [("CL", Zone::SouthAmerica), ("ZA", Zone::Rest)];
        for (country, expected) in of.into_iter().chain(far).chain(farther) {
            assert_eq!(zone(country), Some(expected), "{country}");
            assert_eq!(expected.has_customs(), !["LT", "DE"].contains(&country), "{country}");
        }
    }

    #[test]
    fn a_shop_elsewhere_is_near_to_its_own_country_and_far_from_latvia() {
        for (from, to, expected) in [
            ("DE", "DE", Zone::Near),
            ("DE", "LV", Zone::Union),
            ("DE", "CH", Zone::Europe),
            ("DE", "JP", Zone::EastAsia),
            ("LT", "LV", Zone::Near),
            ("US", "US", Zone::Near),
            ("US", "CA", Zone::Europe),
            ("US", "LV", Zone::NorthAmerica),
            ("US", "JP", Zone::EastAsia),
            ("CH", "FR", Zone::Europe),
            ("CH", "GB", Zone::Europe),
            ("JP", "DE", Zone::EastAsia),
        ] {
            assert_eq!(way(from, to), Some(expected), "{from} to {to}");
        }
        assert_eq!((way("DE", "AQ"), way("AQ", "DE")), (None, None));
    }
}
