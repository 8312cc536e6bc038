//! TestPay's words: English, as befits another company.

use super::form::{Field, Flaw};
use super::till::Decline;

/// On every page, so that nobody takes it for a real till.
pub const LABEL: &str = "TestPay: no real money";

/// What a field is called.
pub fn label(field: Field) -> &'static str {
    match field {
        Field::Number => "Card number",
        Field::Expiry => "Expiry date",
        Field::Cvc => "Security code",
        Field::Name => "Name on the card",
    }
}

/// What to do about a field.
pub fn flaw(field: Field, flaw: Flaw) -> &'static str {
    match (field, flaw) {
        (Field::Number, Flaw::Empty) => "Enter a card number, for example 4242 4242 4242 4242",
        (Field::Number, Flaw::Luhn) => "Check the card number: one of its digits is wrong",
        (Field::Number, Flaw::NotATestCard) => "Use one of the test cards below; real cards are not taken here",
        (Field::Number, _) => "Enter the card number as it is on the card, in digits",
        (Field::Expiry, Flaw::Empty) => "Enter the month and year, for example 12/34",
        (Field::Expiry, Flaw::Past) => "This card has expired; use another card or a later date",
        (Field::Expiry, _) => "Enter month and year in digits, for example 12/34",
        (Field::Cvc, Flaw::Empty) => "Enter the security code, for example 123",
        (Field::Cvc, _) => "The security code has 3 digits",
        (Field::Name, _) => "Enter the name on the card",
    }
}

/// What a decline means, and what to do next.
pub fn decline(decline: Decline) -> &'static str {
    match decline {
        Decline::Plain => "The bank declined this card. Nothing was taken. Pay with another card, or go back to the shop.",
        Decline::NoMoney => {
            "There is not enough money on this card. Nothing was taken. Pay with another card, or go back to the shop."
        }
        Decline::ByOwner => {
            "You did not approve the payment. Nothing was taken. Pay again and approve it, use another card, or go back to the shop."
        }
    }
}
