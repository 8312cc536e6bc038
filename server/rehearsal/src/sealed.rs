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

    /// TestPay's, as a shop keeps it in its data folder.
    pub fn of_testpay(secrets: &Path) -> Outcome<Self> {
        let text = std::fs::read_to_string(secrets)?;
        let line = text.lines().find_map(|line| line.strip_prefix("testpay = ")).ok_or("TestPay has no secret")?;
        let digits = line.trim_matches('"').as_bytes();
        let bytes = digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair)?, 16).map_err(Into::into));
        Ok(Self(bytes.collect::<Outcome<_>>()?))
    }

    /// The header's value for a body that is sent at a moment, in seconds.
    pub fn sign(&self, at: i64, body: &[u8]) -> Outcome<String> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0)?;
        mac.update(at.to_string().as_bytes());
        mac.update(b".");
        mac.update(body);
        let seal = mac.finalize().into_bytes();
        let digits: String = seal.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(format!("t={at},v1={digits}"))
    }
}

/// Seconds since 1970, by this machine.
pub fn now() -> i64 {
    std::time::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs() as i64)
}

/// A webhook as it goes over the wire.
pub fn webhook(to: &str, header: (&str, &str), body: &[u8]) -> Vec<u8> {
    let (name, value) = header;
    let head = format!(
        "POST {to} HTTP/1.1\r\nhost: shop\r\ncontent-type: application/json\r\n{name}: {value}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}
