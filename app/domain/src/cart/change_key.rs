//! The name a browser gives a change of the cart that it may send twice.

/// What a change is known again by (`Idempotency-Key`): 8 to 64 letters, digits and dashes, such as a UUID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeKey(String);

impl ChangeKey {
    /// Reads one; anything else is none, and a change without one is done as often as it is sent.
    pub fn parse(text: &str) -> Option<Self> {
        let shaped = (8..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        shaped.then(|| Self(text.to_owned()))
    }

    /// As it was sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::ChangeKey;

    #[test]
    fn a_key_is_short_and_plain() {
        assert!(ChangeKey::parse("2f1b5c1e-9d1f-4f0a-8a53-0f6d2a3c4b5d").is_some());
        for none in ["", "1234567", &"a".repeat(65), "a key with spaces", "ключ-ключ", "a\u{0}bcdefgh"] {
            assert_eq!(ChangeKey::parse(none), None, "{none}");
        }
    }
}
