//! The form that announces a delay.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::words::text;
use super::{FieldFlaw, Wrong};
use crate::contact::Country;
use crate::delivery::{Cause, Delay, bare, is_served};
use crate::ids::DelayId;
use crate::lang::Lang;
use crate::time::Day;

/// A delay as it stands in its form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedDelay {
    /// The code of the country.
    pub country: String,
    /// What its postcodes begin with.
    pub postcode: String,
    /// The first day: `2026-12-01`.
    pub from: String,
    /// The last day.
    pub until: String,
    /// Working days that are added.
    pub days: String,
    /// A [`Cause`].
    pub cause: String,
    /// What is said beside it, a line each: `en: The bridge is shut.`
    pub words: String,
}

/// Letters and digits of a postcode at most.
const POSTCODE: usize = 10;

impl TypedDelay {
    /// The form of a delay as it is.
    pub fn of(delay: &Delay) -> Self {
        Self {
            country: delay.country.code().to_owned(),
            postcode: delay.postcode.clone(),
            from: delay.from.to_string(),
            until: delay.until.to_string(),
            days: delay.days.to_string(),
            cause: delay.cause.code().to_owned(),
            words: delay.words.iter().map(|(lang, text)| format!("{}: {text}\n", lang.code())).collect(),
        }
    }

    /// What is meant, or everything that is wrong at once.
    pub fn parse(&self) -> Result<Delay, Vec<FieldFlaw>> {
        let mut flaws = Vec::new();
        let country = Country::parse(self.country.trim().to_uppercase().as_str()).ok().filter(|country| is_served(*country));
        let postcode = bare(&self.postcode);
        let day = |typed: &str| Day::parse(typed.trim());
        let (from, until) = (day(&self.from), day(&self.until));
        let days = self.days.trim().parse().ok().filter(|days| (1..=Delay::MOST_DAYS).contains(days));
        let cause = Cause::from_code(&self.cause);
        let mut check = |fine: bool, field: &str, wrong| {
            if !fine {
                flaws.push(FieldFlaw::new(field, wrong));
            }
        };
        check(country.is_some(), "country", Wrong::Nowhere);
        check(postcode.chars().count() <= POSTCODE, "postcode", Wrong::Long);
        check(from.is_some(), "from", Wrong::Day);
        check(until.is_some(), "until", Wrong::Day);
        check(from.zip(until).is_none_or(|(from, until)| from <= until), "until", Wrong::Over);
        check(days.is_some(), "days", Wrong::Count);
        check(cause.is_some(), "cause", Wrong::Empty);
        let words = self.said(&mut flaws);
        match (country, from, until, days, cause) {
            (Some(country), Some(from), Some(until), Some(days), Some(cause)) if flaws.is_empty() => {
                Ok(Delay { id: DelayId(0), country, postcode, from, until, days, cause, words })
            }
            _ => Err(flaws),
        }
    }

    fn said(&self, flaws: &mut Vec<FieldFlaw>) -> BTreeMap<Lang, String> {
        let mut said = BTreeMap::new();
        for line in self.words.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.split_once(':').and_then(|(code, words)| Some((Lang::from_code(code.trim())?, words))) {
                Some((lang, words)) => {
                    said.insert(lang, text("words", words, Delay::MOST_WORDS, flaws));
                }
                None => flaws.push(FieldFlaw::about("words", Wrong::Line, line)),
            }
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> TypedDelay {
        TypedDelay {
            country: "LV".to_owned(),
            postcode: "lv-10".to_owned(),
            from: "2026-12-01".to_owned(),
            until: "2026-12-03".to_owned(),
            days: "2".to_owned(),
            cause: "weather".to_owned(),
            words: "en: Snow: the roads are shut.\nlv: Sniegs.\n".to_owned(),
        }
    }

    #[test]
    fn what_is_typed_is_what_is_announced() {
        let delay = form().parse().unwrap();
        assert_eq!((delay.postcode.as_str(), delay.days, delay.cause), ("LV10", 2, Cause::Weather));
        assert_eq!(delay.words[&Lang::En], "Snow: the roads are shut.");
        assert_eq!(TypedDelay::of(&delay).parse(), Ok(delay));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let odd = TypedDelay { country: "QQ".into(), from: "soon".into(), days: "0".into(), words: "x".into(), ..form() };
        let wrong: Vec<_> = odd.parse().unwrap_err().into_iter().map(|flaw| (flaw.field, flaw.wrong)).collect();
        let named = |field: &str, wrong| (field.to_owned(), wrong);
        assert_eq!(
            wrong,
            [
                named("country", Wrong::Nowhere),
                named("from", Wrong::Day),
                named("days", Wrong::Count),
                named("words", Wrong::Line)
            ]
        );
        let before = TypedDelay { until: "2026-11-30".into(), days: "61".into(), ..form() };
        let wrong: Vec<_> = before.parse().unwrap_err().into_iter().map(|flaw| flaw.wrong).collect();
        assert_eq!(wrong, [Wrong::Over, Wrong::Count]);
    }
}
