//! Sums of money: the number, the sign of the currency and where it stands.

use std::sync::LazyLock;

use domain::lang::Lang;
use domain::money::{Currency, Money};
use fixed_decimal::{Decimal, UnsignedRoundingMode};

use super::numbers::{pointed, written};
use super::table::Table;

static SUMS: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../../data/sums.tsv")));

/// A sum: `€1,234.50`, in as many decimals as people write (none for forints, whatever ISO 4217 says; a half goes away from
/// zero).
pub fn money(lang: Lang, money: Money) -> String {
    let digits = shown_digits(money.currency);
    let mut amount = amount(money, digits);
    amount.absolute.pad_end(-digits);
    sum(lang, money, &amount)
}

/// A sum without its cents when there are none: `€60`, but `€60.50`.
pub fn money_whole(lang: Lang, money: Money) -> String {
    let mut amount = amount(money, shown_digits(money.currency));
    amount.absolute.trim_end_if_integer();
    sum(lang, money, &amount)
}

/// The pattern under this key, or the one for less than nothing.
pub fn pattern(lang: Lang, key: &str, less: bool) -> &'static str {
    let found = if less { SUMS.get(&format!("{key}-less"), lang) } else { SUMS.get(key, lang) };
    found.unwrap_or(if less { "-#" } else { "#" })
}

fn amount(money: Money, digits: i16) -> Decimal {
    let mut amount = pointed(Decimal::from(money.minor.unsigned_abs()), money.currency.exponent());
    amount.absolute.round_with_mode(-digits, UnsignedRoundingMode::HalfExpand);
    amount
}

fn sum(lang: Lang, money: Money, amount: &Decimal) -> String {
    let pattern = pattern(lang, "sum", money.minor < 0);
    let symbol = SUMS.get(money.currency.code(), lang).unwrap_or(money.currency.code());
    // CLDR's `currencySpacing`: letters keep away from digits, signs do not.
    let spaced = pattern.contains("¤#") && symbol.ends_with(|last: char| last.is_alphanumeric() || last == '.');
    // From right to left the sign of `R$` would go before its letter, unless a mark behind it holds them together.
    let parted = lang.dir() == "rtl" && symbol.starts_with(|first: char| first.is_ascii_alphabetic()) && symbol.ends_with('$');
    let symbol = format!("{symbol}{}{}", if parted { "\u{200e}" } else { "" }, if spaced { "\u{a0}" } else { "" });
    pattern.replace('#', &written(lang, amount)).replace('¤', &symbol)
}

/// How many decimals CLDR shows of a currency.
fn shown_digits(currency: Currency) -> i16 {
    match currency.code() {
        "AFN" | "ALL" | "BIF" | "CLP" | "COP" | "DJF" | "GNF" | "HUF" | "IDR" | "IQD" | "IRR" | "ISK" | "JPY" | "KMF" | "KPW"
        | "KRW" | "LAK" | "LBP" | "MGA" | "MMK" | "PKR" | "PYG" | "RWF" | "SLL" | "SOS" | "SYP" | "UGX" | "VND" | "VUV"
        | "XAF" | "XOF" | "XPF" | "YER" => 0,
        "BHD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}
