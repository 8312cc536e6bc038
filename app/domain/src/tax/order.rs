//! All the tax of one order at once, to be kept with it.

use serde::{Deserialize, Serialize};

use super::number::VatNumber;
use super::percent::Percent;
use super::rates::{TaxClass, rate};
use super::split::{Split, TaxLine, inside, shares, without};
use super::treatment::{Treatment, treatment};
use crate::contact::Country;
use crate::money::Money;
use crate::time::Day;

/// What decides the tax of a sale besides the goods.
#[derive(Clone, Copy, Debug)]
pub struct Sale<'a> {
    /// The country whose tax is inside the prices of the books.
    pub home: Country,
    /// Where the goods go.
    pub to: Country,
    /// The buyer's VAT number, if they buy as a business and it was found to be theirs and valid.
    pub business: Option<&'a VatNumber>,
    /// The day of the sale.
    pub day: Day,
}

/// What was decided about an order's tax. An order keeps it as it is: later rates do not touch it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// How the sale is taxed.
    pub treatment: Treatment,
    /// Whose VAT is inside; none where there is none.
    pub taxed_in: Option<Country>,
    /// The goods, line by line; `gross` is what the shopper pays.
    pub goods: Vec<Split>,
    /// The delivery.
    pub delivery: Split,
    /// What is owed at each rate, the highest first; empty where nothing is taxed.
    pub taxes: Vec<TaxLine>,
    /// All of it: what the shopper pays is `total.gross`.
    pub total: Split,
}

/// Decides the tax of an order: `goods` are the gross sums of its lines from the books, discounts taken off, and `delivery`
/// is gross too.
///
/// Delivery shares the fate of the goods: it is divided over their classes in proportion to their worth (art. 78 b of
/// Directive 2006/112/EC makes it part of the taxable amount), and is of the standard class where there are none. None where
/// a rate is not known, the currencies differ or a sum does not fit.
pub fn assess(sale: &Sale, goods: &[(TaxClass, Money)], delivery: Money) -> Option<Assessment> {
    let treatment = treatment(sale.home, sale.to, sale.business);
    let taxed_in = treatment.taxed_in(sale.home, sale.to);
    let bearing = |class: TaxClass, gross: Money| -> Option<(Percent, Split)> {
        Some(match taxed_in {
            Some(country) => rate(country, class, sale.day).map(|percent| (percent, inside(gross, percent)))?,
            None => (Percent::ZERO, Split::untaxed(without(gross, rate(sale.home, class, sale.day)?))),
        })
    };
    let lines = goods.iter().map(|&(class, gross)| bearing(class, gross)).collect::<Option<Vec<_>>>()?;
    let carried =
        over_classes(goods, delivery).into_iter().map(|(class, share)| bearing(class, share)).collect::<Option<Vec<_>>>()?;
    let sum =
        |splits: &[(Percent, Split)]| splits.iter().try_fold(Split::zero(delivery.currency), |sum, (_, split)| sum.plus(*split));
    let everything = [&lines[..], &carried[..]].concat();
    Some(Assessment {
        treatment,
        taxed_in,
        taxes: if treatment.is_taxed() { by_rate(&everything)? } else { Vec::new() },
        delivery: sum(&carried)?,
        total: sum(&everything)?,
        goods: lines.into_iter().map(|(_, split)| split).collect(),
    })
}

/// The delivery's share of each class of goods.
fn over_classes(goods: &[(TaxClass, Money)], delivery: Money) -> Vec<(TaxClass, Money)> {
    let worth = |class: TaxClass| {
        let of = goods.iter().filter(|(of, _)| *of == class);
        of.fold(0_i64, |sum, (_, gross)| sum.saturating_add(gross.minor))
    };
    let weights: Vec<i64> = TaxClass::ALL.iter().map(|&class| worth(class)).collect();
    TaxClass::ALL.iter().copied().zip(shares(delivery, &weights)).filter(|(_, share)| !share.is_zero()).collect()
}

fn by_rate(splits: &[(Percent, Split)]) -> Option<Vec<TaxLine>> {
    let mut lines: Vec<TaxLine> = Vec::new();
    for &(percent, Split { net, tax, .. }) in splits {
        match lines.iter_mut().find(|line| line.percent == percent) {
            Some(line) => (line.net, line.tax) = (line.net.plus(net)?, line.tax.plus(tax)?),
            None => lines.push(TaxLine { percent, net, tax }),
        }
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.percent));
    Some(lines)
}

#[cfg(test)]
mod tests;
