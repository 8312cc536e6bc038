//! Postcodes as a country writes them.

use regex_lite::Regex;

use super::letters::folded;

/// More characters of a postcode are refused.
pub const MOST: usize = 16;

/// Letters and digits of the longest postcode, that of Iran.
const LONGEST: usize = 10;

/// What people still put before the postcode where it is not the ISO code: the letters of the former CEPT scheme.
const FORMER: [(&str, &str); 14] = [
    ("AT", "A"),
    ("BE", "B"),
    ("DE", "D"),
    ("ES", "E"),
    ("FI", "SF"),
    ("FR", "F"),
    ("HU", "H"),
    ("IT", "I"),
    ("LI", "FL"),
    ("LU", "L"),
    ("NO", "N"),
    ("PT", "P"),
    ("SE", "S"),
    ("SI", "SLO"),
];

/// What people and scanners take for one another.
const ALIKE: [(char, char); 6] = [('O', '0'), ('I', '1'), ('L', '1'), ('S', '5'), ('B', '8'), ('Z', '2')];

/// What a country's postcodes look like.
#[derive(Debug)]
pub struct Postcodes {
    /// Real ones, the typical one first; none for a country that says nothing of its postcodes.
    pub examples: Vec<&'static str>,
    /// Whether they are digits only, but for blanks and hyphens.
    pub numeric: bool,
    shape: Option<Shape>,
    /// Letters that each of them begins with; they may be left out in typing.
    lead: &'static str,
    /// What people write before them that is no part of them.
    strange: Vec<&'static str>,
}

#[derive(Debug)]
struct Shape {
    loose: Regex,
    /// With the blank or hyphen that the pattern leaves free and the examples have.
    strict: Option<Regex>,
    /// Blank and hyphen, the country's own first.
    marks: [char; 2],
}

impl Postcodes {
    /// From the pattern and the examples of the address data, either of which may be empty.
    pub fn new(country: &'static str, pattern: &'static str, examples: &'static str) -> Self {
        let examples: Vec<_> = examples.split(',').filter(|example| !example.is_empty()).collect();
        let letters = pattern.find(|letter: char| !letter.is_ascii_uppercase()).unwrap_or(pattern.len());
        let former = FORMER.iter().find(|(code, _)| *code == country).map(|(_, former)| *former);
        Self {
            numeric: !pattern.is_empty() && !pattern.contains(|letter: char| letter.is_ascii_uppercase()),
            shape: Shape::new(pattern, &examples),
            examples,
            lead: if pattern.contains('|') { "" } else { pattern.get(..letters).unwrap_or("") },
            strange: [Some(country), former].into_iter().flatten().collect(),
        }
    }

    /// The postcode as the country writes it: in capitals, blank or hyphen where it belongs.
    ///
    /// # Errors
    /// It has not the shape; with it, the postcode that may have been meant.
    pub fn read(&self, typed: &str) -> Result<String, Option<String>> {
        let text = folded(typed).to_uppercase().split_whitespace().collect::<Vec<_>>().join(" ");
        let only: String = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
        let strange = text.chars().any(|letter| !letter.is_alphanumeric() && !matches!(letter, ' ' | '-' | '.' | '/' | '_'));
        let Some(shape) = &self.shape else {
            return if strange || only.chars().count() < 2 { Err(None) } else { Ok(text) };
        };
        if !only.is_ascii() || only.len() > MOST {
            return Err(None);
        }
        match self.written(shape, &only) {
            Some(code) if !strange => Ok(code),
            Some(code) => Err(Some(code)),
            // Each guess is tried in many ways; what is longer than any postcode is not worth the time.
            None if only.len() > LONGEST => Err(None),
            None => Err(self.meant(shape, &only)),
        }
    }

    /// Tried with and without what stands in front.
    fn written(&self, shape: &Shape, only: &str) -> Option<String> {
        let without = self.strange.iter().filter_map(|strange| only.strip_prefix(strange));
        shape
            .spaced(only)
            .or_else(|| without.into_iter().find_map(|rest| shape.spaced(rest)))
            .or_else(|| if self.lead.is_empty() { None } else { shape.spaced(&format!("{}{only}", self.lead)) })
    }

    /// One letter taken for a digit or the other way round, all letters for digits, or a zero that a spreadsheet ate.
    fn meant(&self, shape: &Shape, only: &str) -> Option<String> {
        let swaps = only.char_indices().flat_map(|(at, letter)| {
            let others = ALIKE.iter().filter_map(move |&(left, right)| match letter {
                _ if letter == left => Some(right),
                _ if letter == right => Some(left),
                _ => None,
            });
            others.map(move |other| only.char_indices().map(|(i, same)| if i == at { other } else { same }).collect())
        });
        // The letters in front are letters; `written` puts them back.
        let rest = only.strip_prefix(self.lead).unwrap_or(only);
        let digits =
            rest.chars().map(|letter| ALIKE.iter().find(|(left, _)| *left == letter).map_or(letter, |(_, right)| *right));
        let mut tries: Vec<String> = swaps.collect();
        tries.push(digits.collect());
        if self.numeric {
            tries.push(format!("0{only}"));
        }
        tries.iter().find_map(|code| self.written(shape, code))
    }
}

impl Shape {
    fn new(pattern: &str, examples: &[&str]) -> Option<Self> {
        let whole = |pattern: &str| Regex::new(&format!("^(?:{pattern})$")).ok();
        let loose = if pattern.is_empty() { None } else { whole(pattern) }?;
        let strict = whole(&pattern.replace(" ?", " ").replace("-?", "-"))
            .filter(|strict| examples.iter().any(|code| strict.is_match(code)));
        let hyphen = examples.iter().any(|code| code.contains('-'));
        Some(Self { loose, strict, marks: if hyphen { ['-', ' '] } else { [' ', '-'] } })
    }

    /// Letters and digits with the mark put between them where the country has it.
    fn spaced(&self, only: &str) -> Option<String> {
        let parted =
            |mark: char| (1..only.len()).filter_map(move |at| Some(format!("{}{mark}{}", only.get(..at)?, only.get(at..)?)));
        let [first, second] = self.marks;
        let ways: Vec<String> = std::iter::once(only.to_owned()).chain(parted(first)).chain(parted(second)).collect();
        let fits = |shape: &Regex| ways.iter().find(|way| shape.is_match(way)).cloned();
        self.strict.as_ref().and_then(fits).or_else(|| fits(&self.loose))
    }
}

#[cfg(test)]
mod tests {
    use crate::addresses::sheet::sheet;
    use crate::contact::Country;

    fn read(country: &str, typed: &str) -> Result<String, Option<String>> {
        sheet(Country::parse(country).unwrap()).postcodes.as_ref().unwrap().read(typed)
    }

    #[test]
    fn a_postcode_is_written_as_its_country_writes_it() {
        for (country, typed, written) in [
            ("LV", "1010", "LV-1010"),
            ("LV", "lv1010", "LV-1010"),
            ("LV", "LV–1010", "LV-1010"),
            ("GB", "sw1a1aa", "SW1A 1AA"),
            ("GB", "m2 5bq", "M2 5BQ"),
            ("GB", "BFPO61", "BFPO 61"),
            ("JP", "1000001", "100-0001"),
            ("JP", "〒１００－０００１", "100-0001"),
            ("JP", "１００ー０００１", "100-0001"),
            ("PL", "00950", "00-950"),
            ("CA", "h3z2y7", "H3Z 2Y7"),
            ("CA", "H3Z-2Y7", "H3Z 2Y7"),
            ("NL", "1234ab", "1234 AB"),
            ("SE", "11455", "114 55"),
            ("SE", "SE-114 55", "114 55"),
            ("GR", "15124", "151 24"),
            ("CZ", "10000", "100 00"),
            ("BR", "01310100", "01310-100"),
            ("PT", "1250 096", "1250-096"),
            ("US", "221621010", "22162-1010"),
            ("US", "95014", "95014"),
            ("FR", "75 001", "75001"),
            ("FR", "F-75001", "75001"),
            ("DE", "D-26133", "26133"),
            ("LT", "lt 04340", "04340"),
            ("LU", "L-4750", "4750"),
            ("IE", "d02af30", "D02 AF30"),
            ("MT", "vct1753", "VCT 1753"),
            ("KY", "ky11100", "KY1-1100"),
            ("IN", "११०००१", "110001"),
            ("TH", "๑๐๑๕๐", "10150"),
            ("EG", "١٢٤١١", "12411"),
            ("IR", "۱۱۹۳۶۱۲۳۴۵", "11936-12345"),
            ("KP", "999093", "999093"),
        ] {
            assert_eq!(read(country, typed), Ok(written.into()), "{country} {typed}");
        }
    }

    #[test]
    fn what_may_have_been_meant_is_suggested_not_taken() {
        for (country, typed, meant) in [
            ("GB", "SWIA 1AA", Some("SW1A 1AA")),
            ("LV", "LV-1O1O", Some("LV-1010")),
            ("US", "2139", Some("02139")),
            ("DE", "1067", Some("01067")),
            ("DE", "(26133)", Some("26133")),
            ("DE", "LV-1010", None),
            ("BE", "LV-1010", None),
            ("US", "SW1A 1AA", None),
            ("DE", "東京", None),
            ("DE", "-", None),
        ] {
            assert_eq!(read(country, typed), Err(meant.map(Into::into)), "{country} {typed}");
        }
    }

    #[test]
    fn every_example_is_read_as_itself_however_it_is_typed() {
        for country in Country::all() {
            let Some(postcodes) = &sheet(country).postcodes else { continue };
            assert!(!postcodes.examples.is_empty() || country.code() == "KP", "{country:?} has no example");
            for example in &postcodes.examples {
                let bare = example.to_lowercase().replace([' ', '-'], "");
                // In Anguilla the code is part of the postcode, which may go without it.
                let coded = if country.code() == "AI" { bare.clone() } else { format!(" {} {example}", country.code()) };
                for typed in [example.to_string(), bare, coded] {
                    assert_eq!(postcodes.read(&typed), Ok(example.to_string()), "{country:?} {typed}");
                }
            }
        }
    }
}
