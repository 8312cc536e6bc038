//! Days, dates, ranges of days and the time of day.

use std::sync::LazyLock;

use domain::lang::Lang;
use domain::time::Day;
use jiff::civil;

use super::table::{Table, fill};

/// Days, months and spans as CLDR names them, and the patterns they stand in.
pub static TIMES: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../../data/times.tsv")));

/// A day with its weekday: `Tuesday 24 November`.
pub fn day(lang: Lang, day: Day) -> String {
    said(lang, "day", day, day)
}

/// The same, short: `Tue 24 Nov`.
pub fn day_short(lang: Lang, day: Day) -> String {
    said(lang, "day-short", day, day)
}

/// A date with its year: `24 November 2026`. Thai counts years from the Buddha: 2569.
pub fn date(lang: Lang, day: Day) -> String {
    said(lang, "date", day, day)
}

/// The days from one to another: `Tuesday 24 November – Thursday 26 November`; CLDR leaves out what need not be said twice.
pub fn days(lang: Lang, from: Day, to: Day) -> String {
    let (Some(first), Some(last)) = (civil(from), civil(to)) else { return String::new() };
    let key = match () {
        () if from == to => "day",
        () if first.year() != last.year() => "days-years",
        () if first.month() != last.month() => "days-year",
        () => "days-month",
    };
    said(lang, key, from, to)
}

/// The time of day so many minutes after midnight, by the language's clock: `14:05`, `2:05 م`.
pub fn clock(lang: Lang, minutes: i64) -> String {
    let (hour, minute) = (minutes.rem_euclid(1440) / 60, minutes.rem_euclid(60));
    let pattern = TIMES.get("clock", lang).unwrap_or("{hh}:{mm}");
    let half = TIMES.get("halves", lang).and_then(|halves| halves.split('|').nth(usize::from(hour >= 12))).unwrap_or_default();
    let shown = if half.is_empty() { hour } else { (hour + 11) % 12 + 1 };
    fill(pattern, |name| match name {
        "h" => shown.to_string(),
        "hh" => format!("{shown:02}"),
        "mm" => format!("{minute:02}"),
        _ => half.to_owned(),
    })
}

fn said(lang: Lang, key: &str, from: Day, to: Day) -> String {
    let (Some(pattern), Some(first), Some(last)) = (TIMES.get(key, lang), civil(from), civil(to)) else { return String::new() };
    fill(pattern, |name| match name.strip_prefix("to-") {
        Some(name) => field(lang, name, to, last),
        None => field(lang, name, from, first),
    })
}

fn field(lang: Lang, name: &str, day: Day, date: civil::Date) -> String {
    let named = |list, at: i64| {
        let names = TIMES.get(list, lang).unwrap_or_default();
        names.split('|').nth(usize::try_from(at).unwrap_or(0)).unwrap_or_default().to_owned()
    };
    let month = i64::from(date.month());
    match name {
        "weekday" => named("weekdays", day.weekday()),
        "weekday-short" => named("weekday-shorts", day.weekday()),
        "month" => named("months", month - 1),
        "month-short" => named("month-shorts", month - 1),
        "m" => month.to_string(),
        "mm" => format!("{month:02}"),
        "d" => date.day().to_string(),
        "dd" => format!("{:02}", date.day()),
        // The only other name there is.
        _ => (i64::from(date.year()) + TIMES.get("era", lang).and_then(|era| era.parse::<i64>().ok()).unwrap_or(0)).to_string(),
    }
}

/// Nothing only thousands of years from now.
fn civil(day: Day) -> Option<civil::Date> {
    civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(day.0).ok()?).ok()
}
