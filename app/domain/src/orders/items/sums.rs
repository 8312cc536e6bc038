//! The sums of a change, to the cent.

use crate::money::Money;
use crate::tax::percent::rounded;
use crate::tax::{Percent, TaxLine, inside, shares};

/// What is charged for a line: offers taken off, tax inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charged {
    /// The rate of the tax inside.
    pub percent: Percent,
    /// What is paid.
    pub paid: Money,
}

/// What `count` of `of` things are of a whole: as a credit note counts them (`documents/credit.rs`), so that what goes back for
/// them is the same whether their invoice is written already or not.
pub fn part_of(whole: Money, count: u32, of: u32) -> Money {
    Money::new(rounded(i128::from(whole.minor) * i128::from(count.min(of)), i128::from(of.max(1))), whole.currency)
}

/// The tax inside some lines and a delivery, a row for each rate, the highest first. Delivery is taxed as the goods it brings, in
/// proportion, as in a cart (`pricing.rs`): it brings all that is in the order, of which `lines` may be a part, or nothing.
pub fn taxed(lines: &[Charged], delivery: Money, brought: &[Charged]) -> Vec<TaxLine> {
    let (goods, rates) = (by_rate(lines), by_rate(brought));
    let weights: Vec<i64> = rates.iter().map(|(_, sum)| *sum).collect();
    let parts = shares(delivery, &weights);
    let row = |((percent, _), part): ((Percent, i64), Money)| {
        let sum = goods.iter().find(|(rate, _)| *rate == percent).map_or(0, |(_, sum)| *sum);
        let split = inside(Money::new(sum + part.minor, delivery.currency), percent);
        TaxLine { percent, net: split.net, tax: split.tax }
    };
    rates.into_iter().zip(parts).map(row).collect()
}

/// What is paid at each rate, the highest first.
fn by_rate(lines: &[Charged]) -> Vec<(Percent, i64)> {
    let mut rates: Vec<(Percent, i64)> = Vec::new();
    for line in lines {
        match rates.iter_mut().find(|(percent, _)| *percent == line.percent) {
            Some((_, sum)) => *sum += line.paid.minor,
            None => rates.push((line.percent, line.paid.minor)),
        }
    }
    rates.sort_by_key(|(percent, _)| std::cmp::Reverse(percent.hundredths()));
    rates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use proptest::prelude::*;

    const fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    #[test]
    fn what_is_left_is_taxed_at_its_own_rates_and_delivery_with_it() {
        let line = |percent, minor| Charged { percent: Percent::from_hundredths(percent), paid: eur(minor) };
        let all = [line(500, 1000), line(2100, 3000), line(2100, 2000)];
        let told = |lines: &[Charged], delivery| {
            let taxes = taxed(lines, eur(delivery), &all);
            taxes.iter().map(|row| (row.percent.whole(), row.net.minor + row.tax.minor)).collect::<Vec<_>>()
        };
        assert_eq!(told(&all, 600), [(21, 5500), (5, 1100)]);
        assert_eq!(told(&all[..1], 600), [(21, 500), (5, 1100)]);
        assert_eq!(told(&[], 600), [(21, 500), (5, 100)], "delivery alone is of what it brings");
    }

    proptest! {
        #[test]
        fn what_goes_and_what_stays_is_the_whole(minor in 0..Money::MOST, of in 1_u32..999, steps in prop::collection::vec(1_u32..9, 1..20)) {
            let (mut left, mut many, mut gone) = (eur(minor), of, 0);
            for step in steps.into_iter().map(|step| step.min(many)).collect::<Vec<_>>() {
                let count = step.min(many);
                if count == 0 { break }
                let part = part_of(left, count, many);
                prop_assert!(part.minor >= 0 && part.minor <= left.minor);
                (left, many, gone) = (eur(left.minor - part.minor), many - count, gone + part.minor);
            }
            prop_assert_eq!(gone + left.minor, minor);
            prop_assert!(many > 0 || left.minor == 0);
        }
    }
}
