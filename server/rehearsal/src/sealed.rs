//! Messages as a company outside signs them: HMAC-SHA256 over the moment and the bytes, in Stripe's form.

use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::trouble::Outcome;

/// A secret two machines share.
#[derive(Clone)]
pub struct Secret(Vec<u8>);

impl Secret {
    /// Handed out as a text: its bytes are the key.
    pub fn of_text(text: &str) -> Self {
        Self(text.as_bytes().to_vec())
    }

    /// That of TestPay or SimCarrier, by its name in the file a shop keeps in its data folder.
    pub fn of(whose: &str, secrets: &Path) -> Outcome<Self> {
        let text = std::fs::read_to_string(secrets)?;
        let named = |line: &'_ str| line.strip_prefix(whose)?.strip_prefix(" = ").map(str::to_owned);
        let line = text.lines().find_map(named).ok_or_else(|| format!("{whose} has no secret"))?;
        let digits = line.trim_matches('"').as_bytes();
        let bytes = digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair)?, 16).map_err(Into::into));
        Ok(Self(bytes.collect::<Outcome<_>>()?))
    }

    /// The header's value for a body that is sent at a moment, in seconds.
    pub fn sign(&self, at: i64, body: &[u8]) -> Outcome<String> {
        Ok(format!("t={at},v1={}", self.seal(at, body)?))
    }

    /// The seal of a moment and a body, in hexadecimal digits.
    pub fn seal(&self, at: i64, body: &[u8]) -> Outcome<String> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0)?;
        mac.update(at.to_string().as_bytes());
        mac.update(b".");
        mac.update(body);
        let seal = mac.finalize().into_bytes();
        Ok(seal.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// Seconds since 1970, by this machine.
pub fn now() -> i64 {
    std::time::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs() as i64)
}

/// A webhook as it goes over the wire.
pub fn webhook(to: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!(
        "POST {to} HTTP/1.1\r\nhost: shop\r\ncontent-type: application/json\r\n{headers}content-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}
