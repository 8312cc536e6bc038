//! Who and where: parsed once at the border, trusted inside.
//!
//! `contact/country.rs` has the countries, `contact/address.rs` the address; how each country writes its addresses is in
//! `addresses.rs`.

use serde::{Deserialize, Serialize};

mod address;
mod country;
mod phone;

pub use address::Address;
pub use country::Country;
pub use phone::international;

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
    /// The shop does not deliver there.
    #[error("not served")]
    NotServed,
    /// A street without the number of the house.
    #[error("no number")]
    NoNumber,
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

    /// As it is said to whoever may look over a shoulder: its first letter, and where its box is.
    pub fn masked(&self) -> String {
        let (local, host) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        format!("{}•••@{host}", local.chars().take(1).collect::<String>())
    }

    /// Whose it is: providers tell no capitals from small letters in an address, and people type either.
    pub fn person(&self) -> String {
        self.0.to_lowercase()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_without_an_at_sign_is_no_email() {
        for text in ["ada", "ada@", "@home.lv", "ada@home", "a b@home.lv", "ada@home..lv", "ada@ho@me.lv", "<ada@home.lv>"] {
            assert_eq!(Email::parse(text), Err(Flaw::Shape), "{text}");
        }
        assert_eq!(Email::parse(" ada@home.lv ").unwrap().as_str(), "ada@home.lv");
        assert_eq!(Email::parse("āda@home.lv").unwrap().masked(), "ā•••@home.lv");
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
}
