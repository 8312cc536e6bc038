//! Passkeys: keys a device holds for its owner and opens with a finger, a face or the lock of its screen.

use crate::codes;
use crate::ids::PasskeyId;
use crate::time::Timestamp;

/// A passkey of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Number.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: PasskeyName,
    /// When it was added.
    pub added_at: Timestamp,
    /// When somebody signed in with it last.
    pub used_at: Option<Timestamp>,
    /// When it was refused, since its counter had gone back: somebody may have a copy of it. It opens nothing from then on.
    pub refused_at: Option<Timestamp>,
}

/// What somebody calls a passkey: one line of at most [`PasskeyName::LONGEST`] characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyName(String);

/// There is nothing to read in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a passkey needs a name")]
pub struct NoName;

impl PasskeyName {
    /// So many characters at most.
    pub const LONGEST: usize = 60;

    /// What was typed, without spaces round it and cut to its length.
    ///
    /// # Errors
    /// [`NoName`] where nothing is left.
    pub fn parse(typed: &str) -> Result<Self, NoName> {
        let line: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let name: String = line.trim().chars().take(Self::LONGEST).collect();
        if name.is_empty() { Err(NoName) } else { Ok(Self(name)) }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PasskeyName {
    type Error = NoName;

    fn try_from(text: String) -> Result<Self, NoName> {
        Self::parse(&text)
    }
}

codes! {
    /// Why a passkey is not added.
    PasskeyRefusal {
        /// An account has as many as it may.
        Full = "full",
        /// It is somebody's already.
        Known = "known",
    }
}

/// So many passkeys an account has at most.
pub const MOST_PASSKEYS: i64 = 20;

/// So many seconds a device may take for its answer: ten minutes.
pub const CHALLENGE_SECONDS: i64 = 600;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passkey_is_called_as_its_owner_likes_in_one_line() {
        assert_eq!(PasskeyName::parse("  Ada's\nphone ").map(|name| name.as_str().to_owned()), Ok("Ada's phone".to_owned()));
        assert_eq!(PasskeyName::parse(&"я".repeat(80)).map(|name| name.as_str().chars().count()), Ok(60));
        assert_eq!(PasskeyName::parse(" \t "), Err(NoName));
    }
}
