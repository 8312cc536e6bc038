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
