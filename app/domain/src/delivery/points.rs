//! Lockers and shops that keep a parcel until it is fetched. Their addresses are written in Latin letters.

use std::cmp::Reverse;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::table;
use crate::contact::Country;

/// One line a point, with other ways to write its city.
const POINTS: &str = include_str!("../../data/pickup.tsv");

/// A locker, or a shop that keeps parcels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PickupPoint {
    /// What the carrier calls it, such as `LV-03`. It never changes.
    pub id: String,
    /// Country.
    pub country: Country,
    /// Postcode; empty where the country has none.
    pub postcode: String,
    /// Town or city.
    pub city: String,
    /// What is written on it.
    pub name: String,
    /// Street and number.
    pub line: String,
}

impl PickupPoint {
    /// All of it in one line.
    pub fn whole(&self) -> String {
        format!("{}, {}, {} {}", self.name, self.line, self.postcode, self.city)
    }
}

struct Row {
    point: PickupPoint,
    /// How its city may be typed, folded.
    cities: Vec<String>,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| table::rows(POINTS).filter_map(Row::read).collect());

impl Row {
    fn read([id, country, postcode, city, also, name, line]: [&str; 7]) -> Option<Self> {
        let cities = also.split('|').filter(|also| !also.is_empty()).chain([city]).map(folded).collect();
        let [id, postcode, city, name, line] = [id, postcode, city, name, line].map(str::to_owned);
        Some(Self { point: PickupPoint { id, country: Country::parse(country).ok()?, postcode, city, name, line }, cities })
    }

    fn is_in(&self, typed: &str) -> bool {
        self.cities.iter().any(|city| typed.starts_with(city.as_str()))
    }
}

/// The points of a country, in the carrier's order; none where it has none.
pub fn pickup_points(country: Country) -> impl Iterator<Item = &'static PickupPoint> {
    rows(country).map(|row| &row.point)
}

/// The point with this id.
pub fn pickup_point(id: &str) -> Option<&'static PickupPoint> {
    ROWS.iter().map(|row| &row.point).find(|point| point.id == id)
}

/// The nearest points of a country, nearest first: those whose postcode begins most like this one, of these the ones in
/// the same city. Both are taken as typed: in any case, with or without accents, blanks and the country's letters.
/// Without either the carrier's order stands.
pub fn nearest(country: Country, postcode: &str, city: &str, how_many: usize) -> Vec<&'static PickupPoint> {
    let (code, city) = (bare(postcode, country), folded(city));
    let mut rows: Vec<&Row> = rows(country).collect();
    rows.sort_by_key(|row| Reverse((common(&bare(&row.point.postcode, country), &code), row.is_in(&city))));
    rows.into_iter().take(how_many).map(|row| &row.point).collect()
}

/// The same of these points, whoever has named them.
pub fn nearest_of(
    mut points: Vec<PickupPoint>,
    country: Country,
    postcode: &str,
    city: &str,
    how_many: usize,
) -> Vec<PickupPoint> {
    let (code, city) = (bare(postcode, country), folded(city));
    let is_in = |point: &PickupPoint| city.starts_with(&folded(&point.city));
    points.sort_by_key(|point| Reverse((common(&bare(&point.postcode, country), &code), is_in(point))));
    points.truncate(how_many);
    points
}

fn rows(country: Country) -> impl Iterator<Item = &'static Row> {
    ROWS.iter().filter(move |row| row.point.country == country)
}

/// A postcode less what people write before and within it: `lv 1010` and `LV-1010` are both `1010`.
fn bare(postcode: &str, country: Country) -> String {
    let code = folded(postcode);
    let prefix = country.code().to_ascii_lowercase();
    match code.strip_prefix(&prefix) {
        Some(rest) if rest.starts_with(|first: char| first.is_ascii_digit()) => rest.to_owned(),
        _ => code,
    }
}

fn common(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}

/// Letters and digits only, small, without the accents of Latin letters, digits of any script as 0 to 9.
fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(plain).filter(|letter| letter.is_alphanumeric()).collect()
}

fn plain(letter: char) -> char {
    const ACCENTS: [(char, &str); 16] = [
        ('a', "áàâäãåāăą"),
        ('c', "çćč"),
        ('d', "ďđ"),
        ('e', "éèêëēėęě"),
        ('g', "ģğ"),
        ('i', "íìîïīįı"),
        ('k', "ķ"),
        ('l', "ļłľ"),
        ('n', "ñņńň"),
        ('o', "óòôöõøōő"),
        ('r', "řŗ"),
        ('s', "śšşș"),
        ('t', "ťțţ"),
        ('u', "úùûüūůűų"),
        ('y', "ýÿ"),
        ('z', "źżž"),
    ];
    /// Where the digits of other scripts begin: Arabic, Persian, Devanagari, Bengali, Thai, full width.
    const ZEROS: [u32; 6] = [0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10];
    let code = u32::from(letter);
    let digit = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|digit| *digit < 10));
    let bare = || ACCENTS.iter().find(|(_, accented)| accented.contains(letter)).map(|(bare, _)| *bare);
    digit.and_then(|digit| char::from_digit(digit, 10)).or_else(bare).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::delivery::is_served;

    fn country(code: &str) -> Country {
        Country::parse(code).unwrap()
    }

    fn found(code: &str, postcode: &str, city: &str) -> Vec<&'static str> {
        nearest(country(code), postcode, city, 3).into_iter().map(|point| point.id.as_str()).collect()
    }

    #[test]
    fn every_point_is_read_is_the_only_one_of_its_name_and_can_be_sent_to() {
        assert_eq!(ROWS.len(), table::lines(POINTS).count());
        assert!(ROWS.len() >= 60);
        assert_eq!(ROWS.iter().map(|row| &row.point.id).collect::<BTreeSet<_>>().len(), ROWS.len());
        for Row { point, .. } in ROWS.iter() {
            assert!(is_served(point.country), "{point:?}");
            assert!(point.id.starts_with(point.country.code()), "{point:?}");
            assert_eq!(point.postcode.is_empty(), !point.country.has_postcode(), "{point:?}");
            assert!(![&point.city, &point.name, &point.line].iter().any(|text| text.is_empty()), "{point:?}");
            assert_eq!(pickup_point(&point.id), Some(point));
        }
        assert_eq!(pickup_point("LV-99"), None);
    }

    #[test]
    fn postcodes_have_the_shape_of_their_country() {
        let shapes = [
            ("LV", "LV-0000"),
            ("LT", "LT-00000"),
            ("EE", "00000"),
            ("DE", "00000"),
            ("FR", "00000"),
            ("ES", "00000"),
            ("FI", "00000"),
            ("TH", "00000"),
            ("PL", "00-000"),
            ("SE", "000 00"),
            ("NL", "0000 AA"),
            ("JP", "000-0000"),
        ];
        for (code, shape) in shapes {
            for point in pickup_points(country(code)) {
                let digits = |letter: char| if letter.is_ascii_digit() { '0' } else { letter };
                let letters = |letter: char| if code == "NL" && letter.is_ascii_uppercase() { 'A' } else { letter };
                assert_eq!(point.postcode.chars().map(digits).map(letters).collect::<String>(), shape, "{point:?}");
            }
        }
        assert!(pickup_points(Country::LATVIA).count() >= 15);
        assert!(pickup_points(country("EE")).count() >= 10 && pickup_points(country("LT")).count() >= 10);
    }

    #[test]
    fn ada_finds_the_locker_in_her_street_however_she_writes_its_postcode() {
        for postcode in ["LV-1011", "lv 1011", "1011", "LV1011", "１０１１"] {
            assert_eq!(found("LV", postcode, "Rīga")[0], "LV-03", "{postcode}");
        }
        assert_eq!(found("LV", "LV-4101", "Cēsis"), ["LV-14", "LV-13", "LV-15"]);
        assert_eq!(found("JP", "1600022", "新宿区")[0], "JP-02");
        assert_eq!(found("TH", "๑๐๓๓๐", "")[0], "TH-01");
        assert_eq!(found("GB", "n1c 4ag", "London")[0], "GB-02");
    }

    #[test]
    fn where_postcodes_say_nothing_the_city_does() {
        assert_eq!(found("AE", "", "أبوظبي")[0], "AE-03");
        assert_eq!(found("AE", "", "sharjah")[0], "AE-04");
        assert_eq!(found("LV", "", "liepaja")[0], "LV-10");
        assert_eq!(found("DE", "", "MÜNCHEN")[0], "DE-04");
        assert_eq!(found("JP", "", "大阪市")[0], "JP-04");
        assert_eq!(found("LV", "", ""), ["LV-01", "LV-02", "LV-03"]);
        assert!(found("NZ", "6011", "Wellington").is_empty());
    }
}
