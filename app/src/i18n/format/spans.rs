//! How long ago, and in how long.

use std::sync::LazyLock;

use domain::lang::Lang;
use icu_plurals::{PluralCategory, PluralRules};

use super::dates::TIMES;
use super::numbers::number;
use super::table::fill;
use super::tag;

/// What a span is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
}

impl Unit {
    /// Every unit, from the shortest.
    pub const ALL: [Unit; 5] = [Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::Week];

    const fn name(self) -> &'static str {
        match self {
            Unit::Second => "second",
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Week => "week",
        }
    }

    const fn seconds(self) -> i64 {
        match self {
            Unit::Second => 1,
            Unit::Minute => 60,
            Unit::Hour => 3600,
            Unit::Day => 86_400,
            Unit::Week => 604_800,
        }
    }
}

/// So many seconds ago, in the largest unit of which one is full: `3 minutes ago`, `yesterday`, `last week`. Negative
/// seconds are to come: `in 3 minutes`.
///
/// `yesterday` is said of 24 to 48 hours, whatever the calendar says; where days matter, count them and use [`away`].
pub fn ago(lang: Lang, seconds: i64) -> String {
    let full = |unit: &Unit| seconds.unsigned_abs() >= unit.seconds().unsigned_abs();
    let unit = Unit::ALL.into_iter().rev().find(full).unwrap_or(Unit::Second);
    away(lang, -(seconds / unit.seconds()), unit)
}

/// So many units from now, before it when negative: `tomorrow`, `in 3 days`, `3 days ago`.
pub fn away(lang: Lang, count: i64, unit: Unit) -> String {
    let unit = unit.name();
    if let Some(own) = TIMES.get(&format!("{unit} {count}"), lang) {
        return own.to_owned();
    }
    let way = if count < 0 { "ago" } else { "in" };
    let count = i64::try_from(count.unsigned_abs()).unwrap_or(i64::MAX);
    let pattern = TIMES.get(&format!("{unit}-{way}-{}", plural(lang, count)), lang);
    fill(pattern.unwrap_or_default(), |_| number(lang, count))
}

/// CLDR's name for how so many are spoken of.
fn plural(lang: Lang, count: i64) -> &'static str {
    static RULES: LazyLock<Vec<Option<PluralRules>>> = LazyLock::new(|| Lang::ALL.iter().map(|&lang| rules(lang)).collect());
    let rules = RULES.get(lang as usize).and_then(Option::as_ref);
    match rules.map(|rules| rules.category_for(count)) {
        Some(PluralCategory::Zero) => "zero",
        Some(PluralCategory::One) => "one",
        Some(PluralCategory::Two) => "two",
        Some(PluralCategory::Few) => "few",
        Some(PluralCategory::Many) => "many",
        Some(PluralCategory::Other) | None => "other",
    }
}

fn rules(lang: Lang) -> Option<PluralRules> {
    PluralRules::try_new((&tag(lang)?).into(), Default::default()).ok()
}
