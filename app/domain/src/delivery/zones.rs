//! How far a country is from the shop's door, and which countries are served at all.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::table;
use crate::codes;
use crate::contact::Country;
use crate::money::{Currency, Money};

codes! {
    /// How far a country is from the shop's door in Riga.
    Zone {
        /// The Baltic states.
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

/// One line a zone: its code and its countries.
const ZONES: &str = include_str!("../../data/tariff-zones.tsv");

static OF: LazyLock<BTreeMap<Country, Zone>> = LazyLock::new(|| {
    let rows = table::rows(ZONES).filter_map(|[code, countries]| Some((Zone::from_code(code)?, countries)));
    rows.flat_map(|(zone, countries)| countries.split(' ').filter_map(move |code| Some((Country::parse(code).ok()?, zone))))
        .collect()
});

impl Zone {
    /// The zone of a country; none where nobody delivers for the shop: embargoes, wars, and rocks without a door.
    pub fn of(country: Country) -> Option<Self> {
        OF.get(&country).copied()
    }

    /// Whether customs looks at what goes there.
    pub const fn has_customs(self) -> bool {
        !matches!(self, Zone::Near | Zone::Union)
    }

    /// From which worth of goods everything but express is free, in euros; none where it never is.
    pub(super) const fn free_from(self) -> Option<Money> {
        match self {
            Zone::Near | Zone::Union => Some(Money::new(6_000, Currency::EUR)),
            Zone::Europe => Some(Money::new(12_000, Currency::EUR)),
            _ => None,
        }
    }
}

/// Every country the shop delivers to, by code.
pub fn served() -> impl Iterator<Item = Country> {
    OF.keys().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(country: &str) -> Option<Zone> {
        Zone::of(Country::parse(country).unwrap())
    }

    #[test]
    fn nobody_delivers_to_antarctica_or_under_an_embargo() {
        for country in ["AQ", "BV", "HM", "BY", "CU", "IR", "KP", "RU", "SY"] {
            assert_eq!(zone(country), None, "{country}");
        }
    }

    #[test]
    fn every_country_written_in_the_table_is_read_and_in_one_zone() {
        let written: Vec<&str> = table::rows(ZONES).flat_map(|[_, countries]| countries.split(' ')).collect();
        assert_eq!(table::lines(ZONES).count(), Zone::ALL.len());
        assert_eq!(written.len(), served().count());
        assert!(Zone::ALL.iter().all(|&zone| served().any(|country| Zone::of(country) == Some(zone))));
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
}
