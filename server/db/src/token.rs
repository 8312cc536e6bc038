//! Secrets a browser holds: 256 bits of chance in it, only their hash with us.

use sha2::{Digest, Sha256};

use crate::error::{Fault, Result};

/// A secret, 64 hexadecimal digits. It is in cookies and links, never in the database.
///
/// The default is no secret at all: it opens nothing, since no secret has its hash.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(..)")
    }
}

impl Token {
    /// A new one.
    pub fn mint() -> Result<Self> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes).map_err(|error| Fault::Chance(error.to_string()))?;
        Ok(Self(hex(&bytes)))
    }

    /// Reads one; anything but 64 lower-case hexadecimal digits is none.
    pub fn parse(text: &str) -> Option<Self> {
        let shaped = text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        shaped.then(|| Self(text.to_owned()))
    }

    /// Made of bytes, such as a keyed hash.
    pub fn of(bytes: &[u8; 32]) -> Self {
        Self(hex(bytes))
    }

    /// The secret itself, for a cookie or a link.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// A name of whoever holds it, from which neither it nor what the database keeps of it can be told: 16 digits.
    pub fn name(&self) -> String {
        let mut name = hashed(&format!("name:{}", self.0));
        name.truncate(16);
        name
    }

    /// What the database keeps of it: SHA-256, hexadecimal.
    pub fn hash(&self) -> String {
        hashed(&self.0)
    }
}

/// What the database keeps of a secret: SHA-256, hexadecimal.
pub(crate) fn hashed(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// 128 bits of chance, for a code that nobody guesses.
pub(crate) fn chance_for_code() -> Result<[u8; 16]> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| Fault::Chance(error.to_string()))?;
    Ok(bytes)
}

/// 64 bits of chance, for order numbers.
pub fn chance() -> Result<u64> {
    getrandom::u64().map_err(|error| Fault::Chance(error.to_string()))
}
