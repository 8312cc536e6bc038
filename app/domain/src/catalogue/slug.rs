//! The last part of an address, in any script.

use serde::{Deserialize, Serialize};

/// The last part of a product's or category's address: lower-case letters and digits of any script, joined by hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// The text holds nothing an address could be made of.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` cannot be an address")]
pub struct NotASlug(pub String);

impl Slug {
    /// At most this many characters.
    pub const MOST: usize = 120;

    /// Reads a slug exactly as written.
    pub fn parse(text: &str) -> Result<Self, NotASlug> {
        if !text.is_empty() && Self::made_of(text).as_deref() == Some(text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotASlug(text.to_owned()))
        }
    }

    /// Makes a slug of a title or a foreign handle.
    pub fn of(text: &str) -> Result<Self, NotASlug> {
        Self::made_of(text).map(Self).ok_or_else(|| NotASlug(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn made_of(text: &str) -> Option<String> {
        let mut slug = String::new();
        for letter in text.chars().flat_map(char::to_lowercase) {
            if letter.is_alphanumeric() || is_mark(letter) {
                slug.push(letter);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        let slug: String = slug.chars().take(Self::MOST).collect();
        let slug = slug.trim_end_matches('-');
        (!slug.is_empty()).then(|| slug.to_owned())
    }
}

/// Signs that belong to the letter before them, without which Thai, Hindi and Arabic words fall apart (Unicode 16,
/// category M, of the scripts the shop writes).
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94D}'
        | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{3099}' | '\u{309A}')
}

impl TryFrom<String> for Slug {
    type Error = NotASlug;
    fn try_from(text: String) -> Result<Self, NotASlug> {
        Self::parse(&text)
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> String {
        slug.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_any_title() {
        for (title, slug) in [
            ("Ocean Blue Shirt", "ocean-blue-shirt"),
            ("  Krūze «Rīts» 320 ml ", "krūze-rīts-320-ml"),
            ("Кружка", "кружка"),
            ("แก้วน้ำ ริดจ์", "แก้วน้ำ-ริดจ์"),
            ("रिज मग्गा", "रिज-मग्गा"),
            ("--A--", "a"),
        ] {
            assert_eq!(Slug::of(title).unwrap().as_str(), slug);
        }
        assert!(Slug::of("!!!").is_err());
    }

    #[test]
    fn a_slug_from_an_address_must_be_exact() {
        for text in ["", "A", "a--b", "a/b", "../a", "a-", "a b", "a<b"] {
            assert!(Slug::parse(text).is_err(), "{text}");
        }
        assert!(Slug::parse("ridge-mug").is_ok());
    }
}
