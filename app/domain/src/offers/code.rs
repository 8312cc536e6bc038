//! Codes: what is typed to get an offer, or to pay with a gift card.

use serde::{Deserialize, Serialize};

/// A code in the form it is kept and compared: capitals and digits of any script, no blanks, no dashes; 1 to 40 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code(String);

/// Nothing, too much, or with signs no code has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a code")]
pub struct NotACode;

impl Code {
    /// The most characters a code has.
    pub const MOST: usize = 40;

    /// What made codes are written in: digits and capitals of which no two look alike in any usual type or hand (0 and O, 1, I
    /// and L, 2 and Z, 5 and S, 6 and G, 8 and B, U and V have one of each at most), and no vowels, which would make words.
    pub const ALPHABET: &[u8; 24] = b"23456789CDFHJKMNPQRTVWXY";

    /// How many characters a made code has: each is worth 4.58 bits, so that all of them are worth 91.
    pub const MADE: u32 = 20;

    /// Reads what was typed or pasted: in either case, in full-width letters, with the digits of Arabic, Persian, Hindi or
    /// Thai keyboards, with blanks, invisible marks and dashes of all kinds. Letters that look alike stay what they are; made
    /// codes have none. Accents are kept as typed.
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        let letters: String = text.chars().filter(|sign| !is_gap(*sign)).map(narrow).flat_map(char::to_uppercase).collect();
        // Japanese keyboards give the long vowel's mark for a dash; within a Japanese word it is a letter.
        let is_latin = letters.chars().all(|sign| sign.is_ascii() || is_long(sign));
        let plain: String = letters.chars().filter(|sign| !is_latin || !is_long(*sign)).collect();
        let fine = plain.chars().any(char::is_alphanumeric) && plain.chars().count() <= Self::MOST && plain.chars().all(is_sign);
        if fine { Ok(Self(plain)) } else { Err(NotACode) }
    }

    /// A code nobody guesses, made of 128 bits of chance: there are 24 to the 20th of them, 2 to the 91.7th, of which none is
    /// likelier than another by more than a part in 2 to the 36th.
    pub fn of(chance: [u8; 16]) -> Self {
        let mut left = u128::from_be_bytes(chance);
        let base = Self::ALPHABET.len() as u128;
        let mut letter = || {
            let at = left % base;
            left /= base;
            char::from(Self::ALPHABET[at as usize])
        };
        Self((0..Self::MADE).map(|_| letter()).collect())
    }

    /// The code as it is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as it is read out and copied: a made one in groups of four, `7KQM-X3PD-TN4W-HC9R-V2FY`; another as it is.
    pub fn grouped(&self) -> String {
        let made = self.0.len() == Self::MADE as usize && self.0.bytes().all(|byte| Self::ALPHABET.contains(&byte));
        let dash = |at: usize| if made && at > 0 && at.is_multiple_of(4) { Some('-') } else { None };
        self.0.chars().enumerate().flat_map(|(at, sign)| dash(at).into_iter().chain([sign])).collect()
    }
}

impl TryFrom<String> for Code {
    type Error = NotACode;
    fn try_from(text: String) -> Result<Self, NotACode> {
        Self::parse(&text)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> String {
        code.0
    }
}

/// Katakana's mark of a long vowel, at full or half width.
fn is_long(sign: char) -> bool {
    matches!(sign, '\u{30FC}' | '\u{FF70}')
}

/// The zeros of keyboards whose digits are not those of Latin ones: Arabic, Persian, Hindi, Thai.
const ZEROS: [char; 4] = ['\u{660}', '\u{6F0}', '\u{966}', '\u{E50}'];

/// A letter or digit, or what writing systems without capitals put above and below their letters.
fn is_sign(sign: char) -> bool {
    let is_mark = matches!(sign, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{DFF}' | '\u{E31}' | '\u{E34}'..='\u{E4E}');
    sign.is_alphanumeric() || is_mark
}

/// What is between the letters: blanks, dashes, and marks that are not seen, as they come along when text is pasted.
fn is_gap(sign: char) -> bool {
    let is_dash = matches!(
        sign,
        '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' | '\u{FF3F}'
    );
    let is_unseen =
        matches!(sign, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    sign.is_whitespace() || is_dash || is_unseen
}

/// A full-width letter at its usual width, a foreign digit as 0 to 9, and the dotted capital I of Turkish keyboards as I.
fn narrow(sign: char) -> char {
    let digit = ZEROS.into_iter().find_map(|zero| (sign as u32).checked_sub(zero as u32).filter(|digit| *digit < 10));
    match (sign, digit) {
        (_, Some(digit)) => char::from_digit(digit, 10).unwrap_or(sign),
        ('\u{FF01}'..='\u{FF5E}', _) => char::from_u32(sign as u32 - 0xFEE0).unwrap_or(sign),
        ('\u{130}', _) => 'I',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> String {
        Code::parse(text).unwrap().as_str().to_owned()
    }

    #[test]
    fn a_code_is_read_as_people_type_and_paste_it() {
        for text in [
            "spring-10",
            " Spring 10 ",
            "ＳＰＲＩＮＧ－１０",
            "ｓｐｒｉｎｇー10",
            "SPRING\u{2013}10\u{200B}",
            "spring_١٠",
            "SPRİNG१०",
        ] {
            assert_eq!(read(text), "SPRING10", "{text}");
        }
        assert_eq!(
            (read("straße"), read("лето 26"), read("サマー"), read("वसंत")),
            ("STRASSE".into(), "ЛЕТО26".into(), "サマー".into(), "वसंत".into())
        );
    }

    #[test]
    fn letters_that_look_alike_are_not_mixed_up() {
        assert_ne!(read("O0"), read("00"));
    }

    #[test]
    fn what_is_no_code_is_refused() {
        let long = "A".repeat(41);
        for text in ["", " - ", "10%", "<b>", "a\u{0}b", "🎁", long.as_str()] {
            assert_eq!(Code::parse(text), Err(NotACode), "{text}");
        }
        assert!(Code::parse(&long[1..]).is_ok());
    }

    #[test]
    fn a_made_code_is_written_in_groups_of_four() {
        let code = Code::of([0; 16]);
        assert_eq!(code.grouped(), "2222-2222-2222-2222-2222");
        assert_eq!(read("Spring10Spring10aaaa"), Code::parse("Spring10Spring10aaaa").unwrap().grouped());
    }

    proptest! {
        #[test]
        fn what_has_been_read_reads_the_same(text in "\\PC{0,30}") {
            if let Ok(code) = Code::parse(&text) {
                prop_assert_eq!(Code::parse(code.as_str()), Ok(code.clone()));
                prop_assert_eq!(Code::parse(&code.as_str().to_lowercase()).map(|code| code.grouped().is_empty()), Ok(false));
            }
        }

        #[test]
        fn any_letter_reads_the_same_twice(sign in any::<char>()) {
            if let Ok(code) = Code::parse(&format!("{sign}1{sign}")) {
                prop_assert_eq!(Code::parse(code.as_str()), Ok(code));
            }
        }

        #[test]
        fn a_made_code_is_read_in_either_case(chance in any::<[u8; 16]>()) {
            let code = Code::of(chance);
            prop_assert_eq!(code.as_str().len(), 20);
            prop_assert_eq!(Code::parse(&code.grouped().to_lowercase()), Ok(code));
        }

        #[test]
        fn other_chance_makes_another_code(one in 0..24_u128.pow(20), other in 0..24_u128.pow(20)) {
            prop_assert_eq!(Code::of(one.to_be_bytes()) == Code::of(other.to_be_bytes()), one == other);
        }
    }
}
