//! Net, tax and gross, to the cent: whole numbers only, halves up on the tax, line by line.

use serde::{Deserialize, Serialize};

use super::percent::{Percent, rounded};
use crate::money::{Currency, Money};

/// A sum taken apart: `net + tax = gross`, to the minor unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Split {
    /// What the shop keeps.
    pub net: Money,
    /// What it hands on.
    pub tax: Money,
    /// What the shopper pays.
    pub gross: Money,
}

impl Split {
    /// A sum without any tax in it.
    pub const fn untaxed(net: Money) -> Self {
        Self { net, tax: Money::zero(net.currency), gross: net }
    }

    /// Nothing, in `currency`.
    pub const fn zero(currency: Currency) -> Self {
        Self::untaxed(Money::zero(currency))
    }

    /// The sum of both, if they are of one currency and it fits.
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { net: self.net.plus(other.net)?, tax: self.tax.plus(other.tax)?, gross: self.gross.plus(other.gross)? })
    }
}

/// What an order owes at one rate, as an invoice has to say it (Directive 2006/112/EC art. 226).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxLine {
    /// The rate.
    pub percent: Percent,
    /// The sum it is laid on.
    pub net: Money,
    /// What it makes.
    pub tax: Money,
}

/// Takes a gross price apart: the tax inside it is `gross × percent / (100 + percent)`.
pub fn inside(gross: Money, percent: Percent) -> Split {
    let share = i128::from(percent.hundredths());
    let tax = Money::new(rounded(i128::from(gross.minor) * share, Percent::WHOLE + share), gross.currency);
    // The tax is no larger than the price and has its sign, so the difference fits.
    Split { net: Money::new(gross.minor - tax.minor, gross.currency), tax, gross }
}

/// The net price: `gross` without the home country's tax.
pub fn without(gross: Money, home_percent: Percent) -> Money {
    inside(gross, home_percent).net
}

/// Lays a tax on top of a net price, where prices are shown before tax; none where the sum does not fit.
pub fn on_top(net: Money, percent: Percent) -> Option<Split> {
    let tax = percent.of(net);
    Some(Split { net, tax, gross: net.plus(tax)? })
}

/// Splits `whole` by weights without losing a minor unit: the largest remainders get what is left over, the first of
/// equals before the later ones. A negative weight counts as none; where all are none, the first takes everything.
pub fn shares(whole: Money, weights: &[i64]) -> Vec<Money> {
    let weights: Vec<i128> = weights.iter().map(|&weight| i128::from(weight.max(0))).collect();
    let total: i128 = weights.iter().sum();
    if total == 0 {
        let first = |at| if at == 0 { whole } else { Money::zero(whole.currency) };
        return (0..weights.len()).map(first).collect();
    }
    let exact: Vec<i128> = weights.iter().map(|weight| i128::from(whole.minor) * weight).collect();
    let mut parts: Vec<i128> = exact.iter().map(|part| part.div_euclid(total)).collect();
    let mut by_remainder: Vec<usize> = (0..parts.len()).collect();
    by_remainder.sort_by_key(|&at| std::cmp::Reverse(exact[at].rem_euclid(total)));
    let left = i128::from(whole.minor) - parts.iter().sum::<i128>();
    for &at in by_remainder.iter().take(usize::try_from(left).unwrap_or(0)) {
        parts[at] += 1;
    }
    // Each part lies between nothing and the whole, so it fits where the whole does.
    parts.into_iter().map(|minor| Money::new(i64::try_from(minor).unwrap_or(0), whole.currency)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn percent(text: &str) -> Percent {
        Percent::parse(text).unwrap()
    }

    #[test]
    fn a_hundred_euros_hold_what_each_country_takes() {
        for (rate, tax) in [("21", 1736), ("19", 1597), ("27", 2126), ("25.5", 2032), ("5", 476), ("0", 0)] {
            let split = inside(eur(10_000), percent(rate));
            assert_eq!((split.net.minor, split.tax.minor, split.gross.minor), (10_000 - tax, tax, 10_000), "{rate}");
        }
        assert_eq!(without(eur(10_000), percent("21")), eur(8264));
    }

    #[test]
    fn before_tax_prices_grow_by_the_tax() {
        assert_eq!(on_top(eur(8264), percent("8.25")).map(|split| split.gross), Some(eur(8946)));
        assert_eq!(on_top(eur(i64::MAX), percent("8.25")), None);
    }

    #[test]
    fn three_equal_shares_of_a_cent_make_a_cent() {
        assert_eq!(shares(eur(100), &[1, 1, 1]), [eur(34), eur(33), eur(33)]);
        assert_eq!(shares(eur(100), &[0, -5]), [eur(100), eur(0)]);
        assert_eq!(shares(eur(100), &[]), []);
    }

    proptest! {
        #[test]
        fn net_and_tax_are_the_price(minor in -Money::MOST..Money::MOST, rate in 0_u32..10_000) {
            let split = inside(eur(minor), Percent::from_hundredths(rate));
            prop_assert_eq!(split.net.plus(split.tax), Some(eur(minor)));
            prop_assert!(split.tax.minor.abs() <= minor.abs());
            prop_assert_eq!(inside(eur(-minor), Percent::from_hundredths(rate)).tax.minor, -split.tax.minor);
        }

        #[test]
        fn the_tax_is_the_nearest_cent(minor in 0..Money::MOST, rate in 0_u32..10_000) {
            let tax = i128::from(inside(eur(minor), Percent::from_hundredths(rate)).tax.minor);
            let (exact, whole) = (i128::from(minor) * i128::from(rate), 10_000 + i128::from(rate));
            prop_assert!(2 * (tax * whole - exact) <= whole && 2 * (exact - tax * whole) < whole);
        }

        #[test]
        fn what_goes_on_top_comes_out_again(minor in 0..Money::MOST, rate in 0_u32..5000) {
            let split = on_top(eur(minor), Percent::from_hundredths(rate)).unwrap();
            prop_assert_eq!(without(split.gross, Percent::from_hundredths(rate)), eur(minor));
        }

        #[test]
        fn shares_lose_no_cent(minor in -Money::MOST..Money::MOST, weights in prop::collection::vec(0_i64..1_000_000, 1..9)) {
            let parts = shares(eur(minor), &weights);
            prop_assert_eq!(parts.len(), weights.len());
            prop_assert_eq!(parts.iter().map(|part| part.minor).sum::<i64>(), minor);
            prop_assert!(parts.iter().all(|part| part.minor.signum() * minor.signum() >= 0));
        }
    }
}
