//! Exchange: what a price is in another currency, at a dated rate, rounded by that currency's rule.
//!
//! Rates are whole numbers over powers of ten, not `rust_decimal`: the product of a price and a rate is exact in 128
//! bits, both halves of the shop read the same type, and the browser's half carries nothing for it. Rounding is half
//! up, once, at the end. A single rate is in `exchange/rate.rs`, those of a day in `exchange/rates.rs`.

use serde::{Deserialize, Serialize};

use crate::money::{Currency, Money};
use crate::time::Day;

mod rate;
mod rates;

pub use rate::{NotARate, Rate};
pub use rates::Rates;

/// From one currency to another on a day. Frozen on an order, so that it can be done again and give the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// What prices are written in.
    pub from: Currency,
    /// What is paid.
    pub to: Currency,
    /// The day of the rates.
    pub day: Day,
    /// How much of `to` for how much of `from`, in whole units of each: a fraction.
    over: i64,
    under: i64,
}

impl Exchange {
    /// No exchange at all.
    pub const fn none(currency: Currency, day: Day) -> Self {
        Self { from: currency, to: currency, day, over: 1, under: 1 }
    }

    /// Between two currencies by what a euro buys of each. None where the numbers are beyond any real rate.
    pub fn between(from: (Currency, Rate), to: (Currency, Rate), day: Day) -> Option<Self> {
        let scale = from.1.scale.max(to.1.scale);
        let level = |rate: Rate| rate.units.checked_mul(10_i64.checked_pow(scale - rate.scale)?);
        Some(Self { from: from.0, to: to.0, day, over: level(to.1)?, under: level(from.1)? })
    }

    /// The same for a currency tied to `to`.
    fn tied(self, currency: Currency, tie: Rate) -> Option<Self> {
        let over = self.over.checked_mul(tie.units)?;
        let under = self.under.checked_mul(10_i64.checked_pow(tie.scale)?)?;
        Some(Self { to: currency, over, under, ..self })
    }

    /// Whether it changes nothing.
    pub fn is_none(&self) -> bool {
        self.from == self.to
    }

    /// The rate as an order keeps it: `1.088600`, to six digits.
    pub fn text(&self) -> String {
        let micro = rounded(i128::from(self.over) * 1_000_000, i128::from(self.under));
        format!("{}.{:06}", micro / 1_000_000, micro % 1_000_000)
    }

    /// A price in the other currency, rounded half up to that currency's step. Nothing stays nothing; something
    /// never becomes nothing.
    pub fn price(&self, money: Money) -> Money {
        if self.is_none() {
            return money;
        }
        let step = i128::from(step(self.to));
        let steps = rounded(self.exact(money), self.under() * step);
        let least = i128::from(money.minor.signum());
        let steps = if steps == 0 { least } else { steps };
        self.paid(steps * step)
    }

    /// A sum in the other currency to its smallest unit, for comparing and estimating.
    pub fn worth(&self, money: Money) -> Money {
        if self.is_none() { money } else { self.paid(rounded(self.exact(money), self.under())) }
    }

    fn exact(&self, money: Money) -> i128 {
        i128::from(money.minor) * i128::from(self.over) * 10_i128.pow(self.to.exponent())
    }

    fn under(&self) -> i128 {
        i128::from(self.under) * 10_i128.pow(self.from.exponent())
    }

    fn paid(&self, minor: i128) -> Money {
        // A price a shop can mean stays far below what an i64 holds in any currency.
        Money::new(i64::try_from(minor).unwrap_or(i64::MAX), self.to)
    }
}

/// Half up, away from zero for what goes back.
fn rounded(over: i128, under: i128) -> i128 {
    let half = under / 2;
    if over < 0 { -((-over + half) / under) } else { (over + half) / under }
}

/// Prices of a currency are multiples of this many minor units: what is shown of it (CLDR 48 shows no fillér), what can
/// be paid (Swiss five rappen), what providers take (the last digit of a thousandth is 0).
pub fn step(currency: Currency) -> i64 {
    match currency.code() {
        "HUF" | "IDR" | "MGA" => 100,
        "KWD" | "BHD" | "OMR" | "JOD" | "TND" | "LYD" | "IQD" => 10,
        "CHF" => 5,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MONDAY: Day = Day(20_780);

    fn currency(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    fn euro_to(code: &str, rate: &str) -> Exchange {
        Exchange::between((Currency::EUR, Rate::ONE), (currency(code), Rate::parse(rate).unwrap()), MONDAY).unwrap()
    }

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    #[test]
    fn a_mug_costs_the_same_in_every_currency() {
        for (code, rate, minor) in [
            ("USD", "1.0886", 2068),
            ("JPY", "163.47", 3106),
            ("HUF", "389.15", 739_400),
            ("CHF", "0.9347", 1775),
            ("KWD", "0.33512", 6370),
        ] {
            assert_eq!(euro_to(code, rate).price(eur(1900)), Money::new(minor, currency(code)), "{code}");
        }
    }

    #[test]
    fn a_shop_that_counts_in_dollars_sells_in_yen() {
        let exchange = Exchange::between(
            (currency("USD"), Rate::parse("1.0886").unwrap()),
            (currency("JPY"), Rate::parse("163.47").unwrap()),
            MONDAY,
        );
        assert_eq!(exchange.unwrap().price(Money::new(2000, currency("USD"))), Money::new(3003, currency("JPY")));
    }

    #[test]
    fn nothing_is_free_by_rounding() {
        assert_eq!(euro_to("KWD", "0.33512").price(eur(1)), Money::new(10, currency("KWD")));
        assert_eq!(euro_to("HUF", "389.15").price(eur(0)), Money::new(0, currency("HUF")));
    }

    proptest! {
        #[test]
        fn a_dearer_thing_is_never_cheaper_elsewhere(a in 0..Money::MOST, b in 0..Money::MOST, units in 1_i64..400_000_000) {
            let rate = Rate { units, scale: 4 };
            for code in ["USD", "JPY", "HUF", "KWD", "CHF"] {
                let exchange = Exchange::between((Currency::EUR, Rate::ONE), (currency(code), rate), MONDAY).unwrap();
                let (low, high) = (exchange.price(eur(a.min(b))), exchange.price(eur(a.max(b))));
                prop_assert!(low.minor <= high.minor);
                prop_assert_eq!(low.minor % step(currency(code)), 0);
            }
        }

        #[test]
        fn there_and_back_is_within_one_step(minor in 1000_i64..Money::MOST, units in 5_000_i64..20_000_000) {
            let rate = Rate { units, scale: 4 };
            let there = Exchange::between((Currency::EUR, Rate::ONE), (currency("USD"), rate), MONDAY).unwrap();
            let back = Exchange::between((currency("USD"), rate), (Currency::EUR, Rate::ONE), MONDAY).unwrap();
            // Half a cent there is worth at most half a dollar's cent in euro cents, plus half a cent back.
            let slack = 10_000 / units + 1;
            prop_assert!((back.price(there.price(eur(minor))).minor - minor).abs() <= slack);
        }
    }
}
