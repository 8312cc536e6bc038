//! Numbers, money, days, times, spans, lists and names as people write them, in every language of the shop.
//!
//! What is shown equals what `Intl` of Node 20 (CLDR 48) shows, English as Europe writes it (`en-GB`): `golden` holds every
//! function to `app/data/golden.tsv`, which `app/data/make/golden.mjs` asks of `Intl`. There are no differences.
//!
//! - Digits and their groups come from `icu_decimal`, plurals from `icu_plurals`, the order of letters from `icu_collator`.
//!   How a sum, a day, a range of days, a span or a list is put together, and what months, countries and currencies are
//!   called, stands in the tables of `app/data`, written by `app/data/make/tables.mjs`.
//! - Why tables: `icu_datetime` 2.4 carries CLDR 49, which puts a comma in a Hindi date and a zero before a Spanish hour, and
//!   keeps a narrow blank in Russian dates where Node shows a plain one; its range formatter does not load the names of
//!   weekdays and panics on them; and there is no stable formatter of currencies, spans or names. The tables the shop carries
//!   weigh 82 KB. Without `icu_datetime`, ICU4X takes 37 seconds of processor to compile for release, with it 59.
//! - Rooms: `numbers` and `sums`, `dates` and `spans`, `names` (with lists and order), `zones`; `table` reads the tables.

mod dates;
mod names;
mod numbers;
mod spans;
mod sums;
mod table;
mod zones;

#[cfg(test)]
mod golden;

use domain::lang::Lang;
use icu_locale_core::Locale;

pub use dates::{clock, date, day, day_short, days};
pub use names::{countries, country, currency_name, list, sorted_by_name};
pub use numbers::{decimal, number, percent};
pub use spans::{Unit, ago, away};
pub use sums::{money, money_whole};
pub use zones::{is_zone, machine, offset};

/// The tag a language is written by. None only if the program was built without its data, which the tests would show.
fn tag(lang: Lang) -> Option<Locale> {
    // English as Europe writes it: the day before the month, and a clock of 24 hours.
    let tag = if lang == Lang::En { "en-GB" } else { lang.code() };
    tag.parse().ok()
}
