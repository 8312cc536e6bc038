//! A card that a provider keeps for an account. Its number is nowhere here: the shop knows the provider's name for it, and what its
//! owner tells it from others by.

use serde::{Deserialize, Serialize};

/// A card a provider keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptCard {
    /// The provider's name for it.
    pub token: String,
    /// Whose it is, such as `Visa`.
    pub brand: String,
    /// Its last four digits.
    pub tail: String,
    /// The month after which it is over, 1 to 12.
    pub month: i64,
    /// And its year, in full.
    pub year: i64,
}

impl KeptCard {
    /// What a provider says of a card. None where that is not what is said of one: more than four digits are never kept.
    pub fn of(token: &str, brand: &str, tail: &str, (month, year): (i64, i64)) -> Option<Self> {
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
        let four = tail.len() == 4 && digits(tail) == 4;
        let named = (1..=30).contains(&brand.chars().count()) && digits(brand) == 0;
        let dated = (1..=12).contains(&month) && (2000..3000).contains(&year);
        // A name of a provider's is no number: a card's would pass for one.
        let token_is_a_name = token.bytes().any(|byte| byte.is_ascii_alphabetic()) && token.len() <= 255;
        let (token, brand, tail) = (token.to_owned(), brand.to_owned(), tail.to_owned());
        (four && named && dated && token_is_a_name).then_some(Self { token, brand, tail, month, year })
    }

    /// When it is over, as it stands on the card: `12/34`.
    pub fn until(&self) -> String {
        format!("{:02}/{:02}", self.month, self.year % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_a_card_passes_for_what_is_kept_of_one() {
        let card = KeptCard::of("pm_1Abc", "Visa", "4242", (12, 2034)).unwrap();
        assert_eq!(card.until(), "12/34");
        for (token, brand, tail) in [
            ("4242424242424242", "Visa", "4242"),
            ("pm_1", "4242424242424242", "4242"),
            ("pm_1", "Visa", "4242424242424242"),
            ("pm_1", "Visa", "424"),
            ("pm_1", "", "4242"),
        ] {
            assert_eq!(KeptCard::of(token, brand, tail, (12, 2034)), None, "{token} {brand} {tail}");
        }
        assert_eq!(KeptCard::of("pm_1", "Visa", "4242", (13, 2034)), None);
    }
}
