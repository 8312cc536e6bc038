//! Numbers: grouped and pointed as the language does.

use std::sync::LazyLock;

use domain::lang::Lang;
use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;

use super::sums;
use super::tag;

/// A number: `1,234`.
pub fn number(lang: Lang, number: i64) -> String {
    written(lang, &Decimal::from(number))
}

/// A number of which the last `digits` stand behind the point: 48 with one is `4.8`.
pub fn decimal(lang: Lang, scaled: i64, digits: u8) -> String {
    written(lang, &pointed(Decimal::from(scaled), u32::from(digits)))
}

/// Hundredths of a percent: 2100 is `21%`, 550 is `5.5%`.
pub fn percent(lang: Lang, hundredths: i64) -> String {
    let mut share = pointed(Decimal::from(hundredths.unsigned_abs()), 2);
    share.absolute.trim_end();
    sums::pattern(lang, "percent", hundredths < 0).replace('#', &written(lang, &share))
}

/// The number with so many of its digits behind the point.
pub fn pointed(mut number: Decimal, digits: u32) -> Decimal {
    let digits = i16::try_from(digits).unwrap_or(0);
    number.multiply_pow10(-digits);
    number.absolute.pad_end(-digits);
    number
}

/// The digits as the language writes them.
pub fn written(lang: Lang, number: &Decimal) -> String {
    static PENS: LazyLock<Vec<Option<DecimalFormatter>>> = LazyLock::new(|| Lang::ALL.iter().map(|&lang| pen(lang)).collect());
    match PENS.get(lang as usize) {
        Some(Some(pen)) => pen.format(number).to_string(),
        // Only if the program was built without its data, which the tests would show.
        _ => number.to_string(),
    }
}

fn pen(lang: Lang) -> Option<DecimalFormatter> {
    DecimalFormatter::try_new((&tag(lang)?).into(), Default::default()).ok()
}
