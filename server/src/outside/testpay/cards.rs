//! Test cards: each number has its own story.

/// What a card does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// Pays.
    Pays,
    /// Its bank says no.
    Declined,
    /// There is not enough money.
    NoMoney,
    /// Its bank asks its owner first.
    Challenge,
    /// Pays, but the page answers only after the shop has given up.
    Slow,
    /// Pays, and the shop is told before the shopper comes back.
    ToldFirst,
    /// Pays, and the shop is told twice.
    ToldTwice,
    /// Pays, and the shop is told long after the shopper came back.
    ToldLate,
    /// Pays, and the shop is never told.
    NeverTold,
}

/// Every test card: its number, its story, and under which name its words are.
pub const CARDS: [(&str, Story, &str); 9] = [
    ("4242424242424242", Story::Pays, "pays"),
    ("4000000000000002", Story::Declined, "declined"),
    ("4000000000009995", Story::NoMoney, "no-money"),
    ("4000002760003184", Story::Challenge, "challenge"),
    ("4000000000000077", Story::Slow, "slow"),
    ("4000000000000101", Story::ToldFirst, "told-first"),
    ("4000000000000119", Story::ToldTwice, "told-twice"),
    ("4000000000000127", Story::ToldLate, "told-late"),
    ("4000000000000135", Story::NeverTold, "never-told"),
];

/// The story of a number of digits only; none for a card that is not a test card.
pub fn story(number: &str) -> Option<Story> {
    CARDS.iter().find(|card| card.0 == number).map(|card| card.1)
}

/// The story of this name.
pub fn named(says: &str) -> Option<Story> {
    CARDS.iter().find(|card| card.2 == says).map(|card| card.1)
}

/// Digits in groups of four, as they stand on the card.
pub fn grouped(number: &str) -> String {
    let digits: Vec<char> = number.chars().collect();
    digits.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

/// Whether the last digit of a card number fits the others (ISO/IEC 7812-1, annex B).
pub fn fits_luhn(number: &str) -> bool {
    let digits = number.chars().rev().filter_map(|digit| digit.to_digit(10));
    let sum: u32 = digits
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    !number.is_empty() && number.chars().all(|letter| letter.is_ascii_digit()) && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_card_has_a_number_a_till_would_take() {
        for (number, story_of, _) in CARDS {
            assert!(fits_luhn(number), "{number}");
            assert_eq!(story(number), Some(story_of));
        }
        assert!(!fits_luhn("4242424242424241"));
        assert!(!fits_luhn("4242 4242"));
        assert!(!fits_luhn(""));
        assert_eq!(grouped("4242424242424242"), "4242 4242 4242 4242");
    }
}
