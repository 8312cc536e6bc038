//! What a shopper pays: goods and delivery, the tax inside them, and what customs may ask for on top.

use serde::{Deserialize, Serialize};

use crate::cart::Cart;
use crate::delivery::DeliveryOption;
use crate::duty::{DutyLine, Estimate, estimate};
use crate::exchange::Rates;
use crate::market::PriceList;
use crate::money::Money;
use crate::tax::{Percent, TaxLine, inside, shares};

/// The sum of a cart, in its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// The goods.
    pub goods: Money,
    /// Delivery.
    pub delivery: Money,
    /// Both: what is charged.
    pub total: Money,
    /// The tax inside, a line for each rate, the highest first; none where it is sold without.
    pub taxes: Vec<TaxLine>,
    /// What the country of destination may ask for when it arrives: an estimate, not charged here.
    pub import: Option<Estimate>,
}

impl Totals {
    /// The tax inside, all rates together.
    pub fn tax(&self) -> Money {
        Money::new(self.taxes.iter().map(|line| line.tax.minor).sum(), self.total.currency)
    }
}

/// Adds up a cart and the delivery chosen for it, whose price is of the shop's books. `region` is where in the country it
/// goes; without `rates` nothing is said of customs.
pub fn totals(cart: &Cart, delivery: &DeliveryOption, list: &PriceList, region: &str, rates: Option<&Rates>) -> Totals {
    let goods = cart.goods();
    let delivery = list.service(delivery.price);
    // A cart and its delivery are of one currency, and far below what an i64 holds.
    let total = goods.plus(delivery).unwrap_or(goods);
    let taxes = taxes(cart, delivery, list);
    let import = rates.filter(|_| taxes.is_empty()).and_then(|rates| import(cart, delivery, list, region, rates));
    Totals { goods, delivery, total, taxes, import }
}

/// Delivery is taxed as the goods it brings, in proportion (Court of Justice, C-41/04: what belongs together is one).
fn taxes(cart: &Cart, delivery: Money, list: &PriceList) -> Vec<TaxLine> {
    let mut by_rate: Vec<(Percent, i64)> = Vec::new();
    for line in &cart.lines {
        let Some(percent) = list.inside(line.tax) else { return Vec::new() };
        match by_rate.iter_mut().find(|(known, _)| *known == percent) {
            Some((_, sum)) => *sum += line.total().minor,
            None => by_rate.push((percent, line.total().minor)),
        }
    }
    by_rate.sort_by_key(|(percent, _)| std::cmp::Reverse(percent.hundredths()));
    let weights: Vec<i64> = by_rate.iter().map(|(_, sum)| *sum).collect();
    let parts = shares(delivery, &weights);
    let line = |((percent, sum), part): ((Percent, i64), Money)| {
        let split = inside(Money::new(sum + part.minor, delivery.currency), percent);
        TaxLine { percent, net: split.net, tax: split.tax }
    };
    by_rate.into_iter().zip(parts).map(line).collect()
}

fn import(cart: &Cart, delivery: Money, list: &PriceList, region: &str, rates: &Rates) -> Option<Estimate> {
    if list.to == list.home || cart.lines.is_empty() {
        return None;
    }
    let lines: Vec<DutyLine> = cart.lines.iter().map(|line| DutyLine { class: line.goods, value: line.total() }).collect();
    estimate(&lines, delivery, list.to, region, list.day, &|money, to| rates.worth(money, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cart::Quantity;
    use crate::contact::Country;
    use crate::delivery::Service;
    use crate::exchange::{Exchange, Rate, Rates};
    use crate::money::Currency;
    use crate::tax::TaxClass;
    use crate::testing;
    use crate::time::Day;
    use proptest::prelude::*;

    /// 2026-11-20.
    const FRIDAY: Day = Day(20_777);

    fn summed(to: &str, lines: &[(i64, u32, TaxClass)], delivery: i64) -> (Cart, Totals) {
        let list = testing::list(Country::parse(to).unwrap(), Exchange::none(Currency::EUR, FRIDAY));
        let mut cart = Cart::empty(list);
        cart.lines =
            lines.iter().map(|&(minor, many, tax)| testing::line(&list, minor, Quantity::new(many).unwrap(), tax)).collect();
        let price = Money::new(delivery, Currency::EUR);
        let option = DeliveryOption { service: Service::Standard, price, from: FRIDAY, to: FRIDAY };
        let rates = Rates { day: FRIDAY, each: vec![(Currency::parse("USD").unwrap(), Rate::parse("1.1172").unwrap())] };
        let sum = totals(&cart, &option, &list, "", Some(&rates));
        (cart, sum)
    }

    #[test]
    fn a_mug_and_a_book_to_berlin_hold_germanys_taxes() {
        let (_, sum) = summed("DE", &[(10_000, 1, TaxClass::Standard), (2_140, 1, TaxClass::Books)], 0);
        let taxes: Vec<(String, i64)> = sum.taxes.iter().map(|line| (line.percent.plain(), line.tax.minor)).collect();
        assert_eq!(taxes, [("19".to_owned(), 1597), ("7".to_owned(), 140)]);
        assert_eq!((sum.total.minor, sum.import), (12_140, None));
    }

    #[test]
    fn what_leaves_the_union_holds_no_tax_and_says_what_may_come() {
        let (_, sum) = summed("US", &[(12_100, 1, TaxClass::Standard)], 1_210);
        assert_eq!((sum.goods.minor, sum.delivery.minor, sum.tax().minor), (10_000, 1_000, 0));
        assert!(sum.import.is_some());
    }

    proptest! {
        #[test]
        fn taxes_and_nets_are_the_total_to_the_cent(
            lines in prop::collection::vec((1_i64..5_000_000, 1_u32..999, 0_usize..TaxClass::ALL.len()), 1..20),
            delivery in 0_i64..100_000,
            to in prop::sample::select(vec!["LV", "DE", "HU", "FI", "FR", "US", "GB"]),
        ) {
            let lines: Vec<_> = lines.into_iter().map(|(minor, many, at)| (minor, many, TaxClass::ALL[at])).collect();
            let (cart, sum) = summed(to, &lines, delivery);
            let each: i64 = cart.lines.iter().map(|line| line.total().minor).sum();
            prop_assert_eq!(sum.goods.minor, each);
            prop_assert_eq!(sum.goods.minor + sum.delivery.minor, sum.total.minor);
            if !sum.taxes.is_empty() {
                let parts: i64 = sum.taxes.iter().map(|line| line.net.minor + line.tax.minor).sum();
                prop_assert_eq!(parts, sum.total.minor);
            }
        }
    }
}
