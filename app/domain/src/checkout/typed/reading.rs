//! The fields of a typed address, one by one.

use super::{Field, TypedAddress};
use crate::addresses::{POSTCODE_MOST, Sheet, Slot, folded, is_latin};
use crate::contact::{Flaw, line};

/// Where a house without a number is so rare that its absence is mostly a slip. Not in the list: countries of farms and
/// villas that go by a name, such as Latvia, the United Kingdom, Ireland, India and the Emirates.
const NUMBERED: [&str; 34] = [
    "AT", "AU", "BE", "BG", "BR", "CA", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GR", "HR", "HU", "IT", "JP", "KR", "LT", "LU",
    "NL", "NO", "NZ", "PL", "PT", "RO", "SE", "SG", "SI", "SK", "TH", "TW", "US",
];

/// How people say that the house has no number: sin número, sem número, senza numero civico, bez broja, fără număr.
const WITHOUT: [&str; 7] = ["s/n", "s/nº", "s.n.", "snc", "s.n.c.", "bb", "f.n."];

/// What is wrong with a field, before it is said which.
#[derive(Debug)]
pub struct Wrong {
    pub flaw: Flaw,
    pub doubt: bool,
    pub suggestion: Option<String>,
}

impl From<Flaw> for Wrong {
    fn from(flaw: Flaw) -> Self {
        Self { flaw, doubt: false, suggestion: None }
    }
}

/// Reads the fields that are plain text.
pub struct Reader<'a> {
    pub typed: &'a TypedAddress,
    /// How the country writes its addresses.
    pub sheet: &'static Sheet,
}

impl Reader<'_> {
    /// The text of a field as the address keeps it.
    pub fn read(&self, field: Field) -> Result<String, Wrong> {
        match field {
            Field::Line1 => self.street(),
            Field::Line2 => Ok(optional(&self.typed.line2, 120)?),
            Field::City => self.place(Slot::City, &self.typed.city),
            Field::District => self.place(Slot::District, &self.typed.district),
            Field::Region => self.region(),
            Field::Postcode => self.postcode(),
            Field::Phone => self.phone(),
            Field::Email | Field::Country | Field::Name => Ok(self.typed.get(field).to_owned()),
        }
    }

    fn street(&self) -> Result<String, Wrong> {
        let text = line(&self.typed.line1, 120)?;
        let numbered = !NUMBERED.contains(&self.sheet.code) || has_number(&text) || has_number(&self.typed.line2);
        match text.chars().any(char::is_alphanumeric) {
            true if numbered => Ok(text),
            true => self.doubted(text, Flaw::NoNumber, None),
            false => self.doubted(text, Flaw::Shape, None),
        }
    }

    fn place(&self, slot: Slot, text: &str) -> Result<String, Wrong> {
        let text = self.asked(slot, text, 80)?;
        if text.is_empty() || text.chars().any(char::is_alphabetic) { Ok(text) } else { self.doubted(text, Flaw::Shape, None) }
    }

    /// The region's code where it is in the list.
    fn region(&self) -> Result<String, Wrong> {
        let regions = &self.sheet.regions;
        let text = self.asked(Slot::Region, &self.typed.region, 80)?;
        if text.is_empty() || regions.list.is_empty() {
            return Ok(text);
        }
        match regions.find(&text) {
            Some(region) => Ok(region.code.to_string()),
            None => {
                let meant = regions.closest(&text).map(|region| if is_latin(&text) { &region.latin } else { &region.name });
                self.doubted(text, Flaw::Unknown, meant.map(ToString::to_string))
            }
        }
    }

    fn postcode(&self) -> Result<String, Wrong> {
        let text = self.asked(Slot::Postcode, &self.typed.postcode, POSTCODE_MOST)?;
        match self.sheet.postcodes.as_ref().filter(|_| !text.is_empty()) {
            None => Ok(text),
            Some(postcodes) => postcodes.read(&text).or_else(|meant| self.doubted(text, Flaw::Shape, meant)),
        }
    }

    /// Empty, or 5 to 20 digits with what people put between them; kept in plain digits, for the courier's telephone.
    fn phone(&self) -> Result<String, Wrong> {
        let text = optional(&folded(&self.typed.phone), 40)?;
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let fine = text.chars().all(|letter| letter.is_ascii_digit() || "+ -()./".contains(letter));
        if text.is_empty() || (fine && (5..=20).contains(&digits)) { Ok(text) } else { self.doubted(text, Flaw::Shape, None) }
    }

    /// A part of the address: empty where the country has none, empty or not where it may be left out.
    fn asked(&self, slot: Slot, text: &str, most: usize) -> Result<String, Wrong> {
        if !self.sheet.has(slot) {
            return Ok(String::new());
        }
        Ok(if self.sheet.required.contains(&slot) { line(text, most) } else { optional(text, most) }?)
    }

    fn doubted(&self, text: String, flaw: Flaw, suggestion: Option<String>) -> Result<String, Wrong> {
        if self.typed.keep { Ok(text) } else { Err(Wrong { flaw, doubt: true, suggestion }) }
    }
}

fn optional(text: &str, most: usize) -> Result<String, Flaw> {
    match line(text, most) {
        Err(Flaw::Empty) => Ok(String::new()),
        read => read,
    }
}

/// Digits of any script, Chinese numerals as in `一丁目`, or the words for "no number".
fn has_number(text: &str) -> bool {
    let text = folded(text).to_lowercase();
    let numeral = |letter: char| letter.is_ascii_digit() || "一二三四五六七八九十".contains(letter);
    text.contains(numeral) || text.split([' ', ',']).any(|word| WITHOUT.contains(&word))
}
