//! States, provinces, prefectures: the first level of a country that names it in its addresses.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::letters::{is_latin, plain};

/// A state, province, prefecture or whatever the country has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// What an address keeps, mostly what the country's own envelopes say: `CA`, `東京都`, `Co. Kerry`.
    pub code: Cow<'static, str>,
    /// Its name in the country's own language.
    pub name: Cow<'static, str>,
    /// Its name in Latin letters; the same as `name` where that is in Latin letters.
    pub latin: Cow<'static, str>,
}

impl Region {
    /// What stands on an envelope at home.
    pub fn at_home(&self) -> &str {
        if is_latin(&self.code) && !is_latin(&self.name) { &self.name } else { &self.code }
    }

    /// What stands on an envelope from abroad.
    pub fn abroad(&self) -> &str {
        if is_latin(&self.code) { &self.code } else { &self.latin }
    }
}

/// The regions of one country and every name they go by.
#[derive(Debug, Default)]
pub struct Regions {
    /// In the order of the data, which is that of the country's own alphabet.
    pub list: Vec<Region>,
    /// Plain name, region; codes first, then names at home, Latin names, names in the country's other languages.
    names: Vec<(String, usize)>,
}

impl Regions {
    /// From a column of the address data.
    pub fn new(column: &'static str) -> Self {
        let rows: Vec<Vec<&'static str>> =
            column.split(';').filter(|row| !row.is_empty()).map(|row| row.split('|').collect()).collect();
        let named = |row: &[&'static str], at: usize| row.get(at).copied().filter(|name| !name.is_empty());
        let list = rows.iter().map(|row| {
            let code = named(row, 0).unwrap_or_default();
            let name = named(row, 1).unwrap_or(code);
            let latin = named(row, 2).unwrap_or(if is_latin(name) { name } else { code });
            Region { code: code.into(), name: name.into(), latin: latin.into() }
        });
        let most = rows.iter().map(Vec::len).max().unwrap_or(0);
        let names =
            (0..most).flat_map(|part| rows.iter().enumerate().filter_map(move |(at, row)| Some((plain(named(row, part)?), at))));
        Self { list: list.collect(), names: names.collect() }
    }

    /// The region with this code or name, however it is written.
    pub fn find(&self, typed: &str) -> Option<&Region> {
        let exact = self.list.iter().find(|region| region.code == typed);
        exact.or_else(|| self.by_plain(&plain(typed))).or_else(|| self.by_kind(&plain(typed)))
    }

    fn by_plain(&self, plain: &str) -> Option<&Region> {
        let (_, at) = self.names.iter().find(|(name, _)| name == plain)?;
        self.list.get(*at)
    }

    /// The same but for the word that says what it is: `County Kerry` is `Co. Kerry`, `Tokyo Prefecture` is `Tokyo`, `東京`
    /// is `東京都`.
    fn by_kind(&self, plain: &str) -> Option<&Region> {
        let bare = without_kind(plain);
        let last = ['都', '道', '府', '県', '省', '市'];
        self.only(|name| !bare.is_empty() && (without_kind(name) == bare || name.strip_suffix(last) == Some(plain)))
    }

    /// The one that was most likely meant: one whose name stands in what was typed, or the other way round, or that is a
    /// slip or two away.
    pub fn closest(&self, typed: &str) -> Option<&Region> {
        let typed = without_kind(&plain(typed));
        let letters = typed.chars().count();
        if letters < 3 {
            return None;
        }
        let within = |name: &str, text: &str| name.chars().count() > 2 && format!(" {text} ").contains(&format!(" {name} "));
        let longest = self.names.iter().filter(|(name, _)| within(name, &typed)).max_by_key(|(name, _)| name.chars().count());
        longest.and_then(|(_, at)| self.list.get(*at)).or_else(|| self.only(|name| within(&typed, name))).or_else(|| {
            let long = self.names.iter().filter(|(name, _)| name.chars().count() > 2);
            let (slips, at) = long.map(|(name, at)| (slips(&typed, name), at)).min()?;
            if slips <= 1 + letters / 4 { self.list.get(*at) } else { None }
        })
    }

    /// The region with such a name, if it is the only one.
    fn only(&self, fits: impl Fn(&str) -> bool) -> Option<&Region> {
        let mut found = self.names.iter().filter(|(name, _)| fits(name)).map(|(_, at)| *at);
        let first = found.next()?;
        if found.all(|other| other == first) { self.list.get(first) } else { None }
    }
}

fn without_kind(plain: &str) -> String {
    const KINDS: [&str; 14] = [
        "co",
        "county",
        "state",
        "province",
        "prefecture",
        "emirate",
        "oblast",
        "region",
        "department",
        "do",
        "to",
        "ken",
        "fu",
        "of",
    ];
    plain.split(' ').filter(|word| !KINDS.contains(word)).collect::<Vec<_>>().join(" ")
}

/// How many letters must be changed, added, left out or swapped with their neighbour to make one text the other.
fn slips(left: &str, right: &str) -> usize {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in right.iter().enumerate() {
            let changed = last[j] + usize::from(a != b);
            let mut least = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == right[j - 1] && left[i - 1] == *b {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::addresses::sheet::sheet;
    use crate::contact::Country;

    fn regions(country: &str) -> &'static Regions {
        &sheet(Country::parse(country).unwrap()).regions
    }

    #[test]
    fn a_region_is_known_by_code_and_by_each_of_its_names() {
        for (country, typed, code) in [
            ("US", "ca", "CA"),
            ("US", "california", "CA"),
            ("US", "State of New York", "NY"),
            ("JP", "東京都", "東京都"),
            ("JP", "東京", "東京都"),
            ("JP", "京都", "京都府"),
            ("CN", "北京", "北京市"),
            ("JP", "tokyo", "東京都"),
            ("JP", "Tokyo-to", "東京都"),
            ("JP", "Osaka Prefecture", "大阪府"),
            ("AE", "Dubai", "دبي"),
            ("AE", "ابو ظبي", "أبو ظبي"),
            ("HK", "九龍", "Kowloon"),
            ("BR", "sao paulo", "SP"),
            ("CA", "Québec", "QC"),
            ("CA", "Nouvelle-Écosse", "NS"),
            ("IN", "उत्तर प्रदेश", "Uttar Pradesh"),
            ("ES", "Bizkaia", "BI"),
            ("IE", "County Kerry", "Co. Kerry"),
            ("IE", "kerry", "Co. Kerry"),
            ("KR", "seoul", "서울특별시"),
            ("TH", "Bangkok", "กรุงเทพมหานคร"),
        ] {
            assert_eq!(regions(country).find(typed).map(|region| &*region.code), Some(code), "{country} {typed}");
        }
        assert_eq!(regions("US").find("Kansas City"), None);
        assert_eq!(regions("US").find("of"), None);
        assert_eq!(regions("LV").find("Rīga"), None);
    }

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        for (country, typed, name) in [
            ("US", "Calfornia", Some("California")),
            ("US", "Misisipi", Some("Mississippi")),
            ("US", "Virginia State, USA", Some("Virginia")),
            ("US", "West Virginia USA", Some("West Virginia")),
            ("US", "Carolina", None),
            ("US", "Bavaria", None),
            ("CA", "abc", None),
            ("AE", "Emirate of Sharja", Some("الشارقة")),
            ("JP", "Hokkaidou", Some("北海道")),
            ("JP", "x", None),
        ] {
            assert_eq!(regions(country).closest(typed).map(|region| &*region.name), name, "{country} {typed}");
        }
        assert_eq!(slips("abcd", "acbd"), 1);
        assert_eq!(slips("", "abc"), 3);
    }

    #[test]
    fn every_region_is_read_back_from_what_is_shown_of_it() {
        for country in Country::all() {
            let regions = &sheet(country).regions;
            for region in &regions.list {
                for text in [&region.code, &region.name, &region.latin] {
                    assert_eq!(regions.find(text), Some(region), "{country:?} {text}");
                }
                assert!(is_latin(&region.latin), "{region:?}");
            }
        }
    }
}
