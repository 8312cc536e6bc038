//! The card form: what was typed, and what is wrong with it.

use domain::time::Timestamp;
use serde::Deserialize;

use super::cards::{CARDS, Story, fits_luhn, story};

/// The form exactly as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Card number.
    pub number: String,
    /// Expiry, month and year.
    pub expiry: String,
    /// Security code. It is never shown again.
    pub cvc: String,
    /// Name on the card.
    pub name: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Card number.
    Number,
    /// Expiry.
    Expiry,
    /// Security code.
    Cvc,
    /// Name on the card.
    Name,
}

/// What is wrong with a field; each has its own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing was typed.
    Empty,
    /// It does not have the form of such a thing.
    Shape,
    /// A digit of the number is wrong.
    Luhn,
    /// It is a card's number, but not a test card's.
    NotATestCard,
    /// The card is over.
    Past,
}

impl Typed {
    /// The story of the card, if every field is right; else what is wrong, in the order of the form.
    pub fn read(&self, now: Timestamp) -> Result<Story, Vec<(Field, Flaw)>> {
        let number = number(&digits(&self.number));
        let others = [
            (Field::Expiry, expiry(&digits(&self.expiry), now)),
            (Field::Cvc, cvc(&digits(&self.cvc))),
            (Field::Name, if self.name.trim().is_empty() { Some(Flaw::Empty) } else { None }),
        ];
        let first = number.err().map(|flaw| (Field::Number, flaw));
        let flaws: Vec<_> =
            first.into_iter().chain(others.into_iter().filter_map(|(field, flaw)| Some((field, flaw?)))).collect();
        match number {
            Ok(story) if flaws.is_empty() => Ok(story),
            _ => Err(flaws),
        }
    }
}

impl Typed {
    /// What tells the card from others: the name test cards have for its story, its last four digits, its month and year. None where
    /// something is wrong with it.
    pub fn card(&self) -> Option<(&'static str, String, (i64, i64))> {
        let number = digits(&self.number);
        let (_, _, story) = CARDS.iter().find(|card| card.0 == number)?;
        Some((story, number.get(number.len() - 4..)?.to_owned(), month(&digits(&self.expiry))?))
    }
}

/// Plain digits of any script's, without the blanks and hyphens between them.
fn digits(text: &str) -> String {
    const ZEROS: [char; 3] = ['\u{660}', '\u{6F0}', '\u{FF10}'];
    let plain = |letter: char| {
        let zero = ZEROS.iter().map(|&zero| u32::from(zero)).find(|zero| (*zero..zero + 10).contains(&u32::from(letter)));
        zero.and_then(|zero| char::from_digit(u32::from(letter) - zero, 10)).unwrap_or(letter)
    };
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').map(plain).collect()
}

fn number(text: &str) -> Result<Story, Flaw> {
    match text {
        "" => Err(Flaw::Empty),
        _ if !text.bytes().all(|byte| byte.is_ascii_digit()) || !(12..=19).contains(&text.len()) => Err(Flaw::Shape),
        _ if !fits_luhn(text) => Err(Flaw::Luhn),
        _ => story(text).ok_or(Flaw::NotATestCard),
    }
}

fn cvc(text: &str) -> Option<Flaw> {
    match text {
        "" => Some(Flaw::Empty),
        _ if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit()) => None,
        _ => Some(Flaw::Shape),
    }
}

/// `12/34`, `1234` and `12/2034` are December 2034; a card is good to the end of its month.
fn expiry(text: &str, now: Timestamp) -> Option<Flaw> {
    if text.is_empty() {
        return Some(Flaw::Empty);
    }
    let (year, month_now, _) = now.day().civil();
    match month(text) {
        Some((of_month, of_year)) if (1..=12).contains(&of_month) && of_year < year + 50 => {
            ((of_year, of_month) < (year, month_now)).then_some(Flaw::Past)
        }
        _ => Some(Flaw::Shape),
    }
}

/// The month and the year that were typed, whichever they are.
fn month(text: &str) -> Option<(i64, i64)> {
    let plain = text.replace(['/', '.'], "");
    match (plain.len(), plain.bytes().all(|byte| byte.is_ascii_digit())) {
        (4, true) => plain.parse::<i64>().ok().map(|both| (both / 100, 2000 + both % 100)),
        (6, true) => plain.parse::<i64>().ok().map(|both| (both / 10_000, both % 10_000)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-20.
    const NOW: Timestamp = Timestamp(1_795_165_200_000);

    fn typed(number: &str, expiry: &str, cvc: &str) -> Typed {
        Typed { number: number.into(), expiry: expiry.into(), cvc: cvc.into(), name: "Ada".into() }
    }

    #[test]
    fn a_card_is_read_however_it_is_typed() {
        for (number, expiry) in
            [("4242 4242 4242 4242", "11/26"), ("4242-4242-4242-4242", "12 / 34"), ("４２４２٤٢٤٢۴۲۴۲4242", "122034")]
        {
            assert_eq!(typed(number, expiry, "123").read(NOW), Ok(Story::Pays), "{number} {expiry}");
        }
    }

    #[test]
    fn each_flaw_is_named_beside_its_field() {
        let flaws = |number: &str, expiry: &str, cvc: &str| typed(number, expiry, cvc).read(NOW).unwrap_err();
        assert_eq!(flaws("4242424242424241", "12/34", "123"), [(Field::Number, Flaw::Luhn)]);
        assert_eq!(flaws("4111111111111111", "12/34", "123"), [(Field::Number, Flaw::NotATestCard)]);
        assert_eq!(flaws("4242424242424242", "10/26", "12"), [(Field::Expiry, Flaw::Past), (Field::Cvc, Flaw::Shape)]);
        assert_eq!(flaws("card", "13/30", "abc").len(), 3);
        assert_eq!(Typed::default().read(NOW).unwrap_err().len(), 4);
    }
}
