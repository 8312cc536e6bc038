//! Percentages, exact.

use serde::{Deserialize, Serialize};

use crate::money::Money;

/// A rate in whole hundredths of a percent: 2550 is 25.5 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Percent(u32);

/// The text is not a percentage with at most two decimals.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a percentage")]
pub struct NotAPercent(pub String);

impl Percent {
    /// Nothing.
    pub const ZERO: Percent = Percent(0);

    /// Hundredths of a percent in one whole.
    pub(crate) const WHOLE: i128 = 10_000;

    /// This many hundredths of a percent.
    pub const fn from_hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// The rate in hundredths of a percent.
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// The digits before the point.
    pub const fn whole(self) -> u32 {
        self.0 / 100
    }

    /// The two digits behind the point, 0 to 99.
    pub const fn fraction(self) -> u32 {
        self.0 % 100
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum of two rates on the same base.
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Reads `21`, `25.5`, `8.25`: digits with at most two behind a point, below a thousand percent.
    pub fn parse(text: &str) -> Result<Self, NotAPercent> {
        let wrong = || NotAPercent(text.to_owned());
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || fraction.len() > 2 || !digits(whole) || !digits(fraction) {
            return Err(wrong());
        }
        format!("{whole}{fraction:0<2}").parse().map(Self).map_err(|_| wrong())
    }

    /// The plain form a machine reads, without trailing zeros: `21`, `25.5`.
    pub fn plain(self) -> String {
        match (self.fraction(), self.fraction() % 10) {
            (0, _) => self.whole().to_string(),
            (tenths, 0) => format!("{}.{}", self.whole(), tenths / 10),
            (hundredths, _) => format!("{}.{hundredths:02}", self.whole()),
        }
    }

    /// This part of `money`, rounded half up (half away from zero for money that goes back).
    pub fn of(self, money: Money) -> Money {
        Money::new(rounded(i128::from(money.minor) * i128::from(self.0), Self::WHOLE), money.currency)
    }
}

/// The quotient to the nearest whole, halves away from zero; the largest there is where it does not fit.
pub(crate) fn rounded(dividend: i128, divisor: i128) -> i64 {
    let half_up = (2 * dividend.abs() + divisor) / (2 * divisor);
    i64::try_from(half_up * dividend.signum()).unwrap_or(if dividend < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use proptest::prelude::*;

    #[test]
    fn a_percentage_is_read_as_it_is_written() {
        for (text, hundredths) in [("0", 0), ("21", 2100), ("25.5", 2550), ("8.05", 805), ("1.05", 105), ("100", 10_000)] {
            assert_eq!(Percent::parse(text), Ok(Percent(hundredths)), "{text}");
            assert_eq!(Percent(hundredths).plain(), text);
        }
        for text in ["", "-1", "6.875", "21%", "1,5", "1000", ".5", "٢١"] {
            assert!(Percent::parse(text).is_err(), "{text}");
        }
        assert_eq!((Percent(2505).whole(), Percent(2505).fraction()), (25, 5));
    }

    #[test]
    fn half_a_cent_goes_up_and_a_refund_mirrors_it() {
        let part = |minor| Percent::from_hundredths(5000).of(Money::new(minor, Currency::EUR)).minor;
        assert_eq!((part(1), part(2), part(3), part(-1), part(-3)), (1, 1, 2, -1, -2));
    }

    proptest! {
        #[test]
        fn plain_text_reads_back(hundredths in 0_u32..100_000) {
            prop_assert_eq!(Percent::parse(&Percent(hundredths).plain()), Ok(Percent(hundredths)));
        }
    }
}
