//! Who works in the shop, and what lets them in.

use serde::{Deserialize, Serialize};

use crate::ids::StaffId;

/// The name somebody signs in with: small letters, digits, `.`, `-` and `_`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffName(String);

/// What is wrong with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a name has 2 to 40 letters of a to z, digits, `.`, `-` or `_`")]
pub struct NotAName;

impl StaffName {
    /// As it is typed; capitals are made small, so that nobody is kept out by a keyboard.
    pub fn parse(text: &str) -> Result<Self, NotAName> {
        let text = text.trim().to_ascii_lowercase();
        let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
        if (2..=40).contains(&text.len()) && plain { Ok(Self(text)) } else { Err(NotAName) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Number.
    pub id: StaffId,
    /// Name.
    pub name: StaffName,
}

/// What is wrong with a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeakPassword {
    /// It can be guessed.
    #[error("a password has at least {least} characters; a few words in a row are good ones", least = LEAST)]
    Short,
    /// More than anybody types.
    #[error("a password has at most {most} characters", most = MOST)]
    Long,
    /// One character again and again, or the name itself.
    #[error("that is the first one anybody would try")]
    Guessable,
}

/// NIST SP 800-63B-4, 3.1.1.2: fifteen characters where a password stands alone, and no rules about which.
const LEAST: usize = 15;
const MOST: usize = 128;

/// Whether a password is good enough for somebody of this name.
pub fn strong(password: &str, name: &StaffName) -> Result<(), WeakPassword> {
    let count = password.chars().count();
    let first = password.chars().next();
    match count {
        _ if count < LEAST => Err(WeakPassword::Short),
        _ if count > MOST => Err(WeakPassword::Long),
        _ if password.chars().all(|letter| Some(letter) == first) => Err(WeakPassword::Guessable),
        _ if password.to_lowercase().replace(name.as_str(), "").chars().count() < LEAST / 2 => Err(WeakPassword::Guessable),
        _ => Ok(()),
    }
}

/// Wrong passwords that cost nothing: fingers slip.
const FREE: u32 = 5;
/// Nobody is kept out for longer, in seconds: who knows the name must not be able to lock its owner out for good.
const LONGEST: i64 = 900;

/// How many seconds after the last of so many wrong passwords in a row the next one is looked at.
pub fn pause(failures: u32) -> i64 {
    match failures.checked_sub(FREE) {
        None => 0,
        Some(more) => (15_i64 << more.min(10)).min(LONGEST),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_a_keyboard_has_everywhere() {
        assert_eq!(StaffName::parse(" Ada.L ").unwrap().as_str(), "ada.l");
        for text in ["", "a", "ada lovelace", "ада", "a@b", &"a".repeat(41)] {
            assert_eq!(StaffName::parse(text), Err(NotAName), "{text}");
        }
    }

    #[test]
    fn a_password_is_long_rather_than_odd() {
        let ada = StaffName::parse("adalovelace").unwrap();
        assert_eq!(strong("four plain words here", &ada), Ok(()));
        assert_eq!(strong("P4$$w0rd!", &ada), Err(WeakPassword::Short));
        assert_eq!(strong("aaaaaaaaaaaaaaaaaaaa", &ada), Err(WeakPassword::Guessable));
        assert_eq!(strong("AdaLovelace1843", &ada), Err(WeakPassword::Guessable));
        assert_eq!(strong(&"word ".repeat(40), &ada), Err(WeakPassword::Long));
    }

    #[test]
    fn guessing_gets_slower_and_slower() {
        let pauses: Vec<i64> = [0, 4, 5, 6, 7, 11, 400].into_iter().map(pause).collect();
        assert_eq!(pauses, [0, 0, 15, 30, 60, 900, 900]);
    }
}
