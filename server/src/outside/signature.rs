//! Signed messages: HMAC-SHA256 over the moment of sending and the raw bytes, so that neither can be changed or
//! played again later.

use db::careless::{self, Way};
use domain::time::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// How far the sender's clock may be from ours, in seconds, either way.
pub const TOLERANCE_SECONDS: i64 = 300;

/// The hash's block, in bytes.
const BLOCK: usize = 64;

/// A secret two machines share: as many bytes of the block as are its own, and zeros behind them, as HMAC fills a short key up.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    block: [u8; BLOCK],
    length: usize,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(..)")
    }
}

/// Why a message is not believed. Nothing of it is used then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forged {
    /// There is no signature, or not in its form.
    #[error("it is not signed")]
    Unsigned,
    /// The signature is not of these bytes and this moment.
    #[error("the signature is wrong")]
    Wrong,
    /// It was signed too long ago, or by a clock too far ahead.
    #[error("it was sent at another time")]
    Stale,
    /// It is signed, but does not say what such a message says.
    #[error("it cannot be read")]
    Unreadable,
}

impl Key {
    /// Made of bytes.
    pub const fn of(bytes: [u8; 32]) -> Self {
        let mut block = [0; BLOCK];
        block.split_at_mut(32).0.copy_from_slice(&bytes);
        Self { block, length: 32 }
    }

    /// Made of a text of any length, as other companies hand their secrets out: its bytes are the key. One that is longer than
    /// the block is hashed first (RFC 2104).
    pub fn of_text(text: &str) -> Self {
        let bytes = text.as_bytes();
        if bytes.len() > BLOCK {
            return Self::of(Sha256::digest(bytes).into());
        }
        let mut block = [0; BLOCK];
        block[..bytes.len()].copy_from_slice(bytes);
        Self { block, length: bytes.len() }
    }

    /// Reads 64 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        unhex(text).map(Self::of)
    }

    /// Its bytes in hexadecimal digits, 64 for a key that was parsed.
    pub fn hex(&self) -> String {
        db::token::hex(&self.block[..self.length])
    }

    /// The keyed hash of these pieces, one after the other.
    pub fn hash(&self, pieces: &[&[u8]]) -> [u8; 32] {
        self.mac(pieces).finalize().into_bytes().into()
    }

    /// Whether a seal, in hexadecimal digits, is of these pieces. Compared in constant time.
    pub fn sealed(&self, pieces: &[&[u8]], seal: &str) -> bool {
        unhex(seal).is_some_and(|bytes| self.mac(pieces).verify_slice(&bytes).is_ok())
    }

    fn mac(&self, pieces: &[&[u8]]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new(&self.block.into());
        for piece in pieces {
            mac.update(piece);
        }
        mac
    }
}

/// The seal of `body` sent at `at` (Unix seconds): hexadecimal digits.
pub fn seal(key: &Key, at: i64, body: &[u8]) -> String {
    db::token::hex(&key.hash(&[at.to_string().as_bytes(), b".", body]))
}

/// Whether one of `seals` is of this body and moment, and the moment is near `now`. Compared in constant time.
pub fn check<'a>(key: &Key, at: i64, body: &[u8], seals: impl Iterator<Item = &'a str>, now: Timestamp) -> Result<(), Forged> {
    if careless::is(Way::Gullible) {
        return Ok(());
    }
    let mac = key.mac(&[at.to_string().as_bytes(), b".", body]);
    let fits = |seal: &str| unhex(seal).is_some_and(|bytes| mac.clone().verify_slice(&bytes).is_ok());
    if !seals.fold(false, |fit, seal| fit | fits(seal)) {
        return Err(Forged::Wrong);
    }
    let away = (now.0.div_euclid(1000)).saturating_sub(at).saturating_abs();
    if away > TOLERANCE_SECONDS { Err(Forged::Stale) } else { Ok(()) }
}

/// The same for a header in Stripe's form, `t=1700000000,v1=5257a8..`: `t` is the moment, each `v1` a seal; there are several
/// while a secret is being changed. Other parts (`v0` is for trials) are not looked at.
pub fn check_header(key: &Key, header: &str, body: &[u8], now: Timestamp) -> Result<(), Forged> {
    let parts = || header.split(',').filter_map(|part| part.trim().split_once('='));
    let at = parts().find(|(name, _)| *name == "t").and_then(|(_, at)| at.parse().ok()).ok_or(Forged::Unsigned)?;
    check(key, at, body, parts().filter(|(name, _)| *name == "v1").map(|(_, seal)| seal), now)
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let digit = |byte: u8| char::from(byte).to_digit(16).filter(|_| !byte.is_ascii_uppercase());
    let mut bytes = [0_u8; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::try_from(digit(pair[0])? * 16 + digit(pair[1])?).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: Key = Key::of([7; 32]);
    const NOW: Timestamp = Timestamp(1_795_165_200_000);
    const AT: i64 = NOW.0 / 1000;

    fn checked(at: i64, body: &[u8], now: Timestamp) -> Result<(), Forged> {
        check(&KEY, at, body, [seal(&KEY, AT, b"paid").as_str()].into_iter(), now)
    }

    #[test]
    fn the_seal_is_the_hmac_everybody_else_computes() {
        // Computed by Python's `hmac.new(bytes([7] * 32), b"1.paid", hashlib.sha256)`.
        assert_eq!(seal(&KEY, 1, b"paid"), "6ce20c05e4359063bbcdc8242de7bfbb37bf364505bc2f62e04cb336a8527202");
        assert_eq!(Key::parse(&KEY.hex()), Some(KEY));
    }

    #[test]
    fn a_secret_may_be_of_any_length() {
        // Computed by Python's `hmac.new(key, b"1.paid", hashlib.sha256)`: as short as a word, and longer than the block.
        assert_eq!(
            seal(&Key::of_text("whsec_test"), 1, b"paid"),
            "746163e3db7313eee29d44016ae5abfbc4bd8e8a9170d628d8700048a0b54afb"
        );
        assert_eq!(
            seal(&Key::of_text(&"whsec_".repeat(20)), 1, b"paid"),
            "ff68521c30e36263107f5631626ca8b096a98dacf4548d20b59c8df659278d86"
        );
        assert_eq!(Key::of_text(&"\u{7}".repeat(32)), KEY);
    }

    #[test]
    fn of_several_seals_one_is_enough_and_only_the_right_version_counts() {
        let (good, other) = (seal(&KEY, AT, b"paid"), seal(&Key::of([8; 32]), AT, b"paid"));
        let checked = |header: &str| check_header(&KEY, header, b"paid", NOW);
        assert_eq!(checked(&format!("t={AT},v1={other},v1={good},v0=abc")), Ok(()));
        assert_eq!(checked(&format!("t={AT},v1={other},v0={good}")), Err(Forged::Wrong));
        assert_eq!(checked(&format!("v1={good}")), Err(Forged::Unsigned));
        assert_eq!(checked(&format!("t=soon,v1={good}")), Err(Forged::Unsigned));
    }

    #[test]
    fn five_minutes_are_near_enough_and_a_second_more_is_not() {
        assert_eq!(checked(AT, b"paid", NOW.plus_seconds(300)), Ok(()));
        assert_eq!(checked(AT, b"paid", NOW.plus_seconds(-300)), Ok(()));
        assert_eq!(checked(AT, b"paid", NOW.plus_seconds(301)), Err(Forged::Stale));
        assert_eq!(checked(AT, b"paid", NOW.plus_seconds(-301)), Err(Forged::Stale));
    }

    #[test]
    fn another_body_another_moment_and_another_key_are_forged() {
        assert_eq!(checked(AT, b"paid!", NOW), Err(Forged::Wrong));
        assert_eq!(checked(AT + 1, b"paid", NOW), Err(Forged::Wrong));
        let other = seal(&Key::of([8; 32]), AT, b"paid");
        assert_eq!(check(&KEY, AT, b"paid", [other.as_str(), "", "zz"].into_iter(), NOW), Err(Forged::Wrong));
    }
}
