//! What countries and currencies are called, names one after another, and names in order.

use std::cmp::Ordering;
use std::sync::{LazyLock, OnceLock};

use domain::contact::Country;
use domain::lang::Lang;
use domain::money::Currency;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};

use super::dates::TIMES;
use super::table::Table;
use super::tag;

/// A country's name, for all of ISO 3166-1.
pub fn country(lang: Lang, country: Country) -> String {
    static NAMES: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../../data/countries.tsv")));
    NAMES.get(country.code(), lang).unwrap_or(country.code()).to_owned()
}

/// Every country with its name, in the order of names.
pub fn countries(lang: Lang) -> &'static [(Country, String)] {
    static ALL: [OnceLock<Vec<(Country, String)>>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];
    ALL.get(lang as usize).map_or(&[], |all| all.get_or_init(|| ordered(lang)))
}

fn ordered(lang: Lang) -> Vec<(Country, String)> {
    let named = Country::all().map(|each| (country(lang, each), each)).collect();
    sorted_by_name(lang, named).into_iter().map(|(name, each)| (each, name)).collect()
}

/// A currency's name as it stands alone: `Euro`; its code where the shop knows no name.
pub fn currency_name(lang: Lang, currency: Currency) -> String {
    static NAMES: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../../data/currencies.tsv")));
    NAMES.get(currency.code(), lang).unwrap_or(currency.code()).to_owned()
}

/// One, another and a third.
pub fn list(lang: Lang, items: &[String]) -> String {
    let between = |key| TIMES.get(key, lang).unwrap_or(", ");
    let last = if items.len() == 2 { "list-two" } else { "list-last" };
    let mut text = String::new();
    for (at, item) in items.iter().enumerate() {
        match items.len() - at {
            _ if at == 0 => {}
            1 if lang == Lang::Es && sounds_as_y(item) => text.push_str(" e "),
            1 => text.push_str(between(last)),
            _ => text.push_str(between("list-more")),
        }
        text.push_str(item);
    }
    text
}

/// Before the sound of `i`, Spanish says `e` for `y`: `aguja e hilo`, but `agua y hielo`.
fn sounds_as_y(word: &str) -> bool {
    let mut letters = word.chars().map(|letter| letter.to_ascii_lowercase());
    match letters.next() {
        Some('i') => true,
        Some('h') => letters.next() == Some('i') && !matches!(letters.next(), Some('a' | 'e')),
        _ => false,
    }
}

/// In the order in which a dictionary of the language has the names; what is named alike stays in its order.
pub fn sorted_by_name<T>(lang: Lang, mut named: Vec<(String, T)>) -> Vec<(String, T)> {
    named.sort_by(|(one, _), (other, _)| compare(lang, one, other));
    named
}

fn compare(lang: Lang, one: &str, other: &str) -> Ordering {
    static ORDERS: LazyLock<Vec<Option<CollatorBorrowed<'static>>>> =
        LazyLock::new(|| Lang::ALL.iter().map(|&lang| order(lang)).collect());
    match ORDERS.get(lang as usize) {
        Some(Some(order)) => order.compare(one, other),
        _ => one.cmp(other),
    }
}

fn order(lang: Lang) -> Option<CollatorBorrowed<'static>> {
    Collator::try_new((&tag(lang)?).into(), CollatorOptions::default()).ok()
}
