//! The address data, one sheet a country: read from the file when the country is first asked for.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use super::Label;
use super::postcode::Postcodes;
use super::region::Regions;
use crate::contact::Country;

/// Written by `data/make/addresses.py`, which says what the columns are.
const FILE: &str = include_str!("../../data/addresses.tsv");

static BOOK: LazyLock<BTreeMap<&'static str, (&'static str, OnceLock<Sheet>)>> =
    LazyLock::new(|| FILE.lines().map(|row| (row.split('\t').next().unwrap_or(""), (row, OnceLock::new()))).collect());

/// For a country the file does not know: what most countries do.
static COMMON: LazyLock<Sheet> = LazyLock::new(|| Sheet::new(""));

/// A part of an address that the formats name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// `%N`.
    Name,
    /// `%A`: street, number, and the line for flat and company.
    Street,
    /// `%D`: a part of the city.
    District,
    /// `%C`.
    City,
    /// `%S`: state, province, prefecture.
    Region,
    /// `%Z`.
    Postcode,
}

impl Slot {
    const fn of(letter: char) -> Option<Self> {
        match letter {
            'N' => Some(Slot::Name),
            'A' => Some(Slot::Street),
            'D' => Some(Slot::District),
            'C' => Some(Slot::City),
            'S' => Some(Slot::Region),
            'Z' => Some(Slot::Postcode),
            _ => None,
        }
    }
}

/// A piece of a line of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A part of the address.
    Slot(Slot),
    /// What stands between the parts.
    Text(&'static str),
}

/// A way to write an address: lines of pieces.
pub type Format = Vec<Vec<Piece>>;

/// What is known of a country's addresses.
#[derive(Debug)]
pub struct Sheet {
    /// The country's code; empty for what most countries do.
    pub code: &'static str,
    /// As written at home.
    pub format: Format,
    /// As written in Latin letters, where that differs.
    pub latin: Option<Format>,
    /// Parts nobody may leave out.
    pub required: Vec<Slot>,
    /// Parts in capitals on the label.
    pub capitals: Vec<Slot>,
    /// Postcodes, where there are any.
    pub postcodes: Option<Postcodes>,
    /// What a region is called.
    pub region: Label,
    /// What a postcode is called.
    pub postcode: Label,
    /// What a city is called.
    pub city: Label,
    /// What a part of a city is called.
    pub district: Label,
    /// The regions to choose from; none where it is free text.
    pub regions: Regions,
}

/// The sheet of a country.
pub fn sheet(country: Country) -> &'static Sheet {
    BOOK.get(country.code()).map_or(&COMMON, |(row, sheet)| sheet.get_or_init(|| Sheet::new(row)))
}

impl Sheet {
    fn new(row: &'static str) -> Self {
        let columns: Vec<&'static str> = row.split('\t').collect();
        let column = |at: usize| columns.get(at).copied().unwrap_or("");
        let or = |at: usize, usual: &'static str| if column(at).is_empty() { usual } else { column(at) };
        let slots = |letters: &str| letters.chars().filter_map(Slot::of).collect();
        let format = read(or(1, "%N%n%A%n%C"));
        let label = |at: usize, usual: Label| Label::from_code(&column(at).replace('_', "-")).unwrap_or(usual);
        let has_postcode = format.iter().flatten().any(|piece| *piece == Piece::Slot(Slot::Postcode));
        Self {
            code: column(0),
            latin: Some(column(2)).filter(|latin| !latin.is_empty()).map(read),
            required: slots(or(3, "AC")),
            capitals: slots(or(4, "C")),
            postcodes: has_postcode.then(|| Postcodes::new(column(0), column(5), column(6))),
            region: label(7, Label::Province),
            postcode: label(8, Label::Postcode),
            city: label(9, Label::City),
            district: label(10, Label::Suburb),
            regions: Regions::new(column(11)),
            format,
        }
    }

    /// Whether an address there names this part.
    pub fn has(&self, slot: Slot) -> bool {
        self.format.iter().flatten().any(|piece| *piece == Piece::Slot(slot))
    }
}

/// Reads `%N%n%A%n%Z %C`.
fn read(format: &'static str) -> Format {
    format.split("%n").map(pieces).collect()
}

fn pieces(line: &'static str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (at, part) in line.split('%').enumerate() {
        let slot = part.chars().next().filter(|_| at > 0).and_then(Slot::of);
        pieces.extend(slot.map(Piece::Slot));
        let text = if slot.is_some() { part.get(1..).unwrap_or("") } else { part };
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_a_row_for_each_country_and_only_words_we_know() {
        assert!(Country::all().map(|country| country.code().to_owned()).eq(BOOK.keys().map(|code| code.to_string())));
        for row in FILE.lines() {
            let columns: Vec<_> = row.split('\t').collect();
            assert!(columns.len() <= 12, "{row}");
            for word in columns.iter().skip(7).take(4).filter(|word| !word.is_empty()) {
                assert!(Label::from_code(&word.replace('_', "-")).is_some(), "{word} has no label");
            }
            for format in columns.iter().skip(1).take(2) {
                assert_eq!(format.replace("%n", "").matches('%').count(), read_slots(format), "{row}");
            }
        }
    }

    fn read_slots(format: &str) -> usize {
        format.split('%').skip(1).filter_map(|part| part.chars().next().and_then(Slot::of)).count()
    }

    #[test]
    fn every_pattern_compiles_and_every_country_is_read() {
        for country in Country::all() {
            let sheet = sheet(country);
            assert!(sheet.has(Slot::Street), "{country:?}");
            for slot in &sheet.required {
                assert!(sheet.has(*slot), "{country:?} requires {slot:?}, which its addresses do not have");
            }
            if let Some(latin) = &sheet.latin {
                let all = |format: &Format| format.iter().flatten().filter(|piece| matches!(piece, Piece::Slot(_))).count();
                assert_eq!(all(latin), all(&sheet.format), "{country:?} forgets something in Latin letters");
            }
        }
    }
}
