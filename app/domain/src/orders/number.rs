//! The number of an order.

use serde::{Deserialize, Serialize};

/// The number people read to each other: eight characters of Crockford's base 32 and a check character.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrderNumber(String);

/// Not an order number: wrong length, characters or check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an order number")]
pub struct NotAnOrderNumber;

impl OrderNumber {
    /// Crockford's base 32: no I, L, O, U.
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// The number made of 40 bits of chance; more bits are ignored.
    pub fn of(chance: u64) -> Self {
        let digits = (0..8).rev().map(|at| (chance >> (at * 5)) & 31);
        let text: String = digits.map(Self::letter).collect();
        let check = Self::check(&text);
        Self(format!("{text}{check}"))
    }

    /// Reads a number as typed: in either case, with blanks and hyphens, `O` for 0, `I` and `L` for 1.
    pub fn parse(text: &str) -> Result<Self, NotAnOrderNumber> {
        let plain: String = text
            .chars()
            .filter(|letter| !matches!(letter, ' ' | '-'))
            .map(|letter| match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        let known = plain.bytes().all(|byte| Self::ALPHABET.contains(&byte));
        if known && plain.len() == 9 && plain.ends_with(Self::check(&plain[..8])) {
            Ok(Self(plain))
        } else {
            Err(NotAnOrderNumber)
        }
    }

    /// The nine characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn letter(value: u64) -> char {
        char::from(Self::ALPHABET[(value & 31) as usize])
    }

    /// Position-weighted sum, so that one wrong or two swapped characters are noticed.
    fn check(text: &str) -> char {
        let value = |byte| Self::ALPHABET.iter().position(|&known| known == byte).unwrap_or(0) as u64;
        let sum: u64 = text.bytes().zip(1..).map(|(byte, at)| value(byte) * (2 * at + 1)).sum();
        Self::letter(sum % 31)
    }
}

impl TryFrom<String> for OrderNumber {
    type Error = NotAnOrderNumber;
    fn try_from(text: String) -> Result<Self, NotAnOrderNumber> {
        Self::parse(&text)
    }
}

impl From<OrderNumber> for String {
    fn from(number: OrderNumber) -> String {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_read_as_people_type_it() {
        let number = OrderNumber::of(0);
        assert_eq!(number.as_str(), "000000000");
        assert_eq!(OrderNumber::parse("oooo-oooo o"), Ok(number));
    }

    proptest! {
        #[test]
        fn a_wrong_character_is_noticed(chance in any::<u64>(), at in 0_usize..8, by in 1_usize..31) {
            let number = OrderNumber::of(chance);
            prop_assert_eq!(OrderNumber::parse(number.as_str()), Ok(number.clone()));
            let mut bytes = number.as_str().as_bytes().to_vec();
            let old = OrderNumber::ALPHABET.iter().position(|&known| known == bytes[at]).unwrap();
            // 31 is the check's modulus, so values 0 and 31 look alike to it.
            let new = (old + by) % 31;
            prop_assume!(new != old % 31);
            bytes[at] = OrderNumber::ALPHABET[new];
            prop_assert!(OrderNumber::parse(std::str::from_utf8(&bytes).unwrap()).is_err());
        }
    }
}
