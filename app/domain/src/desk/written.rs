//! What is written in one field. Lists stand a line each: facts as `Name: value`, choices as `Colour: Oat #efe6d2, Moss #4b5d45`, prices in other
//! currencies as `USD 24.00 (before: 30.00)`. A moment is `2026-12-01T09:00`.

use super::{FieldFlaw, Wrong};
use crate::catalogue::{Choice, ChoiceValue};
use crate::goods::Incoming;
use crate::money::{Currency, Money};
use crate::time::{Day, Timestamp};

/// Lines of a field that are not empty, each with its number.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

pub(super) fn write_facts(facts: &[(String, String)]) -> String {
    facts.iter().map(|(name, value)| format!("{name}: {value}\n")).collect()
}

pub(super) fn read_facts(text: &str) -> Result<Vec<(String, String)>, FieldFlaw> {
    let read = |line: &str| match line.split_once(':') {
        Some((name, value)) if !name.trim().is_empty() && !value.trim().is_empty() => {
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err(FieldFlaw::about("facts", Wrong::Line, line)),
    };
    lines(text).map(read).collect()
}

pub(super) fn write_choices(choices: &[Choice]) -> String {
    let value = |value: &ChoiceValue| match &value.swatch {
        Some(swatch) => format!("{} {swatch}", value.name),
        None => value.name.clone(),
    };
    let line = |choice: &Choice| format!("{}: {}\n", choice.name, choice.values.iter().map(value).collect::<Vec<_>>().join(", "));
    choices.iter().map(line).collect()
}

pub(super) fn read_choices(text: &str) -> Result<Vec<Choice>, FieldFlaw> {
    let wrong = |line: &str| FieldFlaw::about("choices", Wrong::Choices, line);
    let mut choices: Vec<Choice> = Vec::new();
    for line in lines(text) {
        let (name, values) = line.split_once(':').ok_or_else(|| wrong(line))?;
        let values: Vec<ChoiceValue> = values.split(',').map(str::trim).filter(|text| !text.is_empty()).map(read_value).collect();
        let name = name.trim().to_owned();
        let repeated = (1..values.len()).any(|at| values[..at].iter().any(|value| value.name == values[at].name));
        if name.is_empty() || values.is_empty() || repeated || choices.iter().any(|choice| choice.name == name) {
            return Err(wrong(line));
        }
        choices.push(Choice { name, values });
    }
    if choices.len() > Incoming::MOST_CHOICES { Err(wrong("")) } else { Ok(choices) }
}

/// A value, and behind it a colour as `#` with 3 or 6 digits.
fn read_value(text: &str) -> ChoiceValue {
    let colour = |text: &&str| {
        text.strip_prefix('#').is_some_and(|hex| matches!(hex.len(), 3 | 6) && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    match text.rsplit_once(' ').filter(|(name, last)| colour(last) && !name.trim().is_empty()) {
        Some((name, swatch)) => ChoiceValue { name: name.trim().to_owned(), swatch: Some(swatch.to_owned()) },
        None => ChoiceValue { name: text.to_owned(), swatch: None },
    }
}

pub(super) fn write_own(own: &[(Money, Option<Money>)]) -> String {
    let one = |(price, was): &(Money, Option<Money>)| {
        let was = was.map(|was| format!(" (before: {})", was.plain())).unwrap_or_default();
        format!("{} {}{was}", price.currency.code(), price.plain())
    };
    own.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// The merchant's own prices, one a line or parted by `;`. The text they are written in is read whatever stands in its bracket.
pub(super) fn read_own(text: &str, home: Currency) -> Option<Vec<(Money, Option<Money>)>> {
    let mut all: Vec<(Money, Option<Money>)> = Vec::new();
    for part in text.split(['\n', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let (code, rest) = part.split_once(char::is_whitespace)?;
        let currency = Currency::parse(&code.to_ascii_uppercase()).ok().filter(|currency| *currency != home)?;
        let (price, was) = rest.split_once('(').map_or((rest, None), |(price, was)| (price, Some(was)));
        let price = Money::typed(price, currency).ok()?;
        let number = |was: &str| was.trim_end_matches(')').rsplit([' ', ':']).next().map(str::to_owned);
        let was = was.and_then(number).map(|was| Money::typed(&was, currency)).transpose().ok()?;
        if was.is_some_and(|was| was.minor <= price.minor) || all.iter().any(|(known, _)| known.currency == currency) {
            return None;
        }
        all.push((price, was));
    }
    all.sort_by_key(|(price, _)| price.currency);
    Some(all)
}

/// `2026-12-01T09:00`, as browsers write a moment; none for what is none.
pub(super) fn read_moment(text: &str) -> Option<Timestamp> {
    let (day, time) = text.trim().split_once(['T', ' '])?;
    let (hour, minute) = time.split_once(':')?;
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    let day = Day::parse(day).filter(|_| (0..24).contains(&hour) && (0..60).contains(&minute))?;
    Some(Timestamp(((day.0 * 24 + hour) * 60 + minute) * 60_000))
}

/// A moment as browsers write one: `2026-12-01T09:00`.
pub fn write_moment(at: Timestamp) -> String {
    let minutes = at.0.div_euclid(60_000);
    let (day, minutes) = (Day(minutes.div_euclid(1440)), minutes.rem_euclid(1440));
    let (year, month, date) = day.civil();
    format!("{year:04}-{month:02}-{date:02}T{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let facts = vec![("Made of".to_owned(), "Stoneware: heavy".to_owned()), ("Care".to_owned(), "By hand".to_owned())];
        assert_eq!(read_facts(&write_facts(&facts)), Ok(facts));
        let text = "Colour: Oat #efe6d2, Deep moss #4b5d45\nSize: 320 ml\n";
        let choices = read_choices(text).unwrap();
        assert_eq!(choices[0].values[1], ChoiceValue { name: "Deep moss".to_owned(), swatch: Some("#4b5d45".to_owned()) });
        assert_eq!(write_choices(&choices), text);
        let own = read_own("usd 24,00 (before: 30.00); JPY 3000", Currency::EUR).unwrap();
        assert_eq!(write_own(&own), "JPY 3000\nUSD 24.00 (before: 30.00)");
        assert_eq!(read_own(&write_own(&own), Currency::EUR), Some(own));
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        assert_eq!(read_facts("Made of: clay\nheavy"), Err(FieldFlaw::about("facts", Wrong::Line, "heavy")));
        for text in ["Colour", "Colour:", ": Oat", "Colour: Oat, Oat", "Colour: Oat\nColour: Moss", "a: 1\nb: 1\nc: 1\nd: 1"] {
            assert_eq!(read_choices(text).unwrap_err().wrong, Wrong::Choices, "{text}");
        }
        for text in ["24.00", "EUR 24.00", "USD", "USD x", "USD 24 (before: 20)", "USD 1; USD 2", "US 3"] {
            assert_eq!(read_own(text, Currency::EUR), None, "{text}");
        }
    }
}
