//! Who and where: parsed once at the border, trusted inside.

use serde::{Deserialize, Serialize};

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The text as it is kept.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = Flaw;
            fn try_from(text: String) -> Result<Self, Flaw> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> String {
                value.0
            }
        }
    )*};
}

texts! {
    /// An e-mail address, as typed less the blanks around it.
    Email,
    /// A full name in any script.
    PersonName,
}

/// What is wrong with a typed text. Each has its own words on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Flaw {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// More than the field holds.
    #[error("too long")]
    TooLong,
    /// It does not have the form of such a thing.
    #[error("wrong form")]
    Shape,
    /// It is not one of the choices.
    #[error("unknown")]
    Unknown,
}

impl Email {
    /// RFC 5321: 64 before the `@`, 254 in all.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let text = line(text, 254)?;
        let (local, host) = text.rsplit_once('@').ok_or(Flaw::Shape)?;
        let plain = |part: &str| !part.is_empty() && !part.contains([' ', '@', '<', '>', ',', ';', '"', '(', ')']);
        let dotted = host.contains('.') && host.split('.').all(|label| !label.is_empty());
        if !plain(local) || local.len() > 64 || !plain(host) || !dotted {
            return Err(Flaw::Shape);
        }
        Ok(Self(text))
    }
}

impl PersonName {
    /// Any letters of any script; at most 100 characters.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let text = line(text, 100)?;
        if text.chars().any(char::is_alphabetic) { Ok(Self(text)) } else { Err(Flaw::Shape) }
    }
}

/// One line of text: blanks around it removed and runs of blanks folded, no control characters, 1 to `most` characters.
pub fn line(text: &str, most: usize) -> Result<String, Flaw> {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if folded.is_empty() {
        return Err(Flaw::Empty);
    }
    if folded.chars().count() > most {
        return Err(Flaw::TooLong);
    }
    if folded.chars().any(char::is_control) {
        return Err(Flaw::Shape);
    }
    Ok(folded)
}

/// A country, by its ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

/// The 249 codes of ISO 3166-1.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
        BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH \
        ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT \
        HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS \
        LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI \
        NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG \
        SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG \
        UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

impl Country {
    /// Where the demo shop's goods leave from.
    pub const LATVIA: Country = Country(*b"LV");

    /// Reads a code, in either case.
    pub fn parse(code: &str) -> Result<Self, Flaw> {
        let code = code.trim().to_ascii_uppercase();
        if code.is_empty() {
            return Err(Flaw::Empty);
        }
        Self::all().find(|country| country.code() == code).ok_or(Flaw::Unknown)
    }

    /// Every country there is, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        COUNTRIES.split(' ').filter_map(|code| match code.as_bytes() {
            &[a, b] => Some(Self([a, b])),
            _ => None,
        })
    }

    /// The two-letter code.
    pub fn code(&self) -> &str {
        // ASCII by construction.
        std::str::from_utf8(&self.0).unwrap_or("ZZ")
    }

    /// Whether its addresses carry a postcode.
    pub fn has_postcode(&self) -> bool {
        !matches!(self.code(), "AE" | "HK")
    }

    /// Whether its addresses name a state or province.
    pub fn has_region(&self) -> bool {
        matches!(self.code(), "AE" | "AU" | "BR" | "CA" | "IN" | "JP" | "US")
    }
}

impl TryFrom<String> for Country {
    type Error = Flaw;
    fn try_from(code: String) -> Result<Self, Flaw> {
        Self::parse(&code)
    }
}

impl From<Country> for String {
    fn from(country: Country) -> String {
        country.code().to_owned()
    }
}

/// Where a parcel goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Who opens the door.
    pub name: PersonName,
    /// Street and number.
    pub line1: String,
    /// Flat, unit, company; empty when there is none.
    pub line2: String,
    /// Town or city; empty only where the country has none.
    pub city: String,
    /// State, province or prefecture; empty where the country has none.
    pub region: String,
    /// Postcode as typed; empty where the country has none.
    pub postcode: String,
    /// Country.
    pub country: Country,
    /// For the courier; empty when not given.
    pub phone: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_without_an_at_sign_is_no_email() {
        for text in ["ada", "ada@", "@home.lv", "ada@home", "a b@home.lv", "ada@home..lv", "ada@ho@me.lv", "<ada@home.lv>"] {
            assert_eq!(Email::parse(text), Err(Flaw::Shape), "{text}");
        }
        assert_eq!(Email::parse(" ada@home.lv ").unwrap().as_str(), "ada@home.lv");
        assert_eq!(Email::parse("  "), Err(Flaw::Empty));
        assert_eq!(Email::parse(&format!("{}@home.lv", "a".repeat(300))), Err(Flaw::TooLong));
    }

    #[test]
    fn names_of_any_script_are_names() {
        for text in ["Ada Lovelace", "Āda", "Ада", "สมชาย", "عائشة", "李", "O'Brien-Smith"] {
            assert!(PersonName::parse(text).is_ok(), "{text}");
        }
        assert_eq!(PersonName::parse("12345"), Err(Flaw::Shape));
        assert_eq!(PersonName::parse("a\u{0}b"), Err(Flaw::Shape));
    }

    #[test]
    fn a_country_is_known_by_its_code() {
        assert_eq!(Country::all().count(), 249);
        assert_eq!(Country::parse("lv"), Ok(Country::LATVIA));
        assert_eq!(Country::parse("XX"), Err(Flaw::Unknown));
        assert_eq!(Country::parse("Latvia"), Err(Flaw::Unknown));
    }
}
