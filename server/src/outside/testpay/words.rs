//! What TestPay says, in the language of the page the shopper will come back to.

use app::i18n::{Lang, Words};
use db::outside::testpay::Session;

use super::form::{Field, Flaw};
use super::till::Decline;

/// The words of a session's shopper. A provider is told the language when a payment is begun; TestPay reads it off the
/// address it will lead back to.
pub fn of(session: &Session) -> Words {
    let path = session.done.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map(|(_, path)| format!("/{path}"));
    Words::of(path.and_then(|path| Lang::of_path(&path)).unwrap_or_default())
}

/// What a field is called.
pub fn label(words: Words, field: Field) -> String {
    words.say(match field {
        Field::Number => "testpay-number",
        Field::Expiry => "testpay-expiry",
        Field::Cvc => "testpay-cvc",
        Field::Name => "testpay-name",
    })
}

/// What to do about a field.
pub fn flaw(words: Words, field: Field, flaw: Flaw) -> String {
    let (key, example) = match (field, flaw) {
        (Field::Number, Flaw::Empty) => ("testpay-number-empty", "4242 4242 4242 4242"),
        (Field::Number, Flaw::Luhn) => ("testpay-number-luhn", ""),
        (Field::Number, Flaw::NotATestCard) => ("testpay-number-test", ""),
        (Field::Number, _) => ("testpay-number-shape", ""),
        (Field::Expiry, Flaw::Empty) => ("testpay-expiry-empty", "12/34"),
        (Field::Expiry, Flaw::Past) => ("testpay-expiry-past", ""),
        (Field::Expiry, _) => ("testpay-expiry-shape", "12/34"),
        (Field::Cvc, Flaw::Empty) => ("testpay-cvc-empty", "123"),
        (Field::Cvc, _) => ("testpay-cvc-shape", ""),
        (Field::Name, _) => ("testpay-name-empty", ""),
    };
    words.with(key, &[("example", example.into())])
}

/// What a decline means, and what to do next.
pub fn decline(words: Words, decline: Decline) -> String {
    words.say(match decline {
        Decline::Plain => "testpay-declined",
        Decline::NoMoney => "testpay-no-money",
        Decline::ByOwner => "testpay-refused",
    })
}
