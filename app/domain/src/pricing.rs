//! What a shopper pays: goods and delivery less what offers take off, the tax inside them, and what customs may ask for on top.

use serde::{Deserialize, Serialize};

use crate::cart::{Cart, CartLine};
use crate::delivery::DeliveryOption;
use crate::duty::{DutyLine, Estimate, estimate};
use crate::exchange::Rates;
use crate::gift_cards::{CardPart, pay};
use crate::market::PriceList;
use crate::money::Money;
use crate::offers::{Best, Now};
use crate::tax::{Percent, TaxLine, inside, shares};

/// The sum of a cart, in its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// The goods, before offers.
    pub goods: Money,
    /// Delivery, before offers.
    pub delivery: Money,
    /// What offers take off, line by line and off delivery.
    pub best: Best,
    /// Goods and delivery less that: what is charged.
    pub total: Money,
    /// What gift cards pay of it.
    pub cards: Vec<CardPart>,
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

    /// What gift cards pay, all together.
    pub fn by_cards(&self) -> Money {
        Money::new(self.cards.iter().map(|card| card.paid.minor).sum(), self.total.currency)
    }

    /// What is left to pay.
    pub fn due(&self) -> Money {
        Money::new(self.total.minor - self.by_cards().minor, self.total.currency)
    }
}

/// Adds up a cart and the delivery chosen for it, whose price is of the shop's books, less the best its offers can do `now`.
/// `region` is where in the country it goes; without `rates` nothing is said of customs.
pub fn totals(cart: &Cart, delivery: &DeliveryOption, list: &PriceList, region: &str, rates: Option<&Rates>, now: Now) -> Totals {
    let goods = cart.goods();
    let delivery = list.service(delivery.price);
    let best = cart.best(Some(delivery), now);
    // A cart and its delivery are of one currency, and far below what an i64 holds. No offer takes more than there is.
    let total = Money::new(goods.minor + delivery.minor - best.saved().minor, goods.currency);
    let paid = Paid::of(cart, &best, delivery);
    let taxes = taxes(&paid, list);
    let import = rates.filter(|_| taxes.is_empty()).and_then(|rates| import(&paid, list, region, rates));
    let cards = pay(&cart.cards, Money::new(total.minor - cart.gift_cards().minor, total.currency));
    Totals { goods, delivery, best, total, cards, taxes, import }
}

/// What is paid for each line and for delivery, offers taken off: what is taxed (Directive 2006/112/EC, article 79), and what
/// customs take for its value.
struct Paid<'a> {
    lines: Vec<(&'a CartLine, Money)>,
    delivery: Money,
}

impl<'a> Paid<'a> {
    fn of(cart: &'a Cart, best: &Best, delivery: Money) -> Self {
        let less = |price: Money, off: Money| Money::new(price.minor - off.minor, price.currency);
        let lines = cart.lines.iter().zip(&best.lines).map(|(line, (_, off))| (line, less(line.total(), *off)));
        Self { lines: lines.collect(), delivery: less(delivery, best.delivery) }
    }
}

/// Delivery is taxed as the goods it brings, in proportion (Court of Justice, C-41/04: what belongs together is one).
fn taxes(paid: &Paid<'_>, list: &PriceList) -> Vec<TaxLine> {
    let delivery = paid.delivery;
    let mut by_rate: Vec<(Percent, i64, i64)> = Vec::new();
    for (line, price) in &paid.lines {
        let Some(percent) = list.inside(line.tax) else { return Vec::new() };
        let brought = if line.is_gift_card() { 0 } else { price.minor };
        match by_rate.iter_mut().find(|(known, _, _)| *known == percent) {
            Some((_, sum, weight)) => (*sum, *weight) = (*sum + price.minor, *weight + brought),
            None => by_rate.push((percent, price.minor, brought)),
        }
    }
    by_rate.sort_by_key(|(percent, _, _)| std::cmp::Reverse(percent.hundredths()));
    let weights: Vec<i64> = by_rate.iter().map(|(_, _, weight)| *weight).collect();
    let parts = shares(delivery, &weights);
    let line = |((percent, sum, _), part): ((Percent, i64, i64), Money)| {
        let split = inside(Money::new(sum + part.minor, delivery.currency), percent);
        TaxLine { percent, net: split.net, tax: split.tax }
    };
    by_rate.into_iter().zip(parts).map(line).collect()
}

fn import(paid: &Paid<'_>, list: &PriceList, region: &str, rates: &Rates) -> Option<Estimate> {
    let sent = || paid.lines.iter().filter(|(line, _)| !line.is_gift_card());
    if list.to == list.home || sent().next().is_none() {
        return None;
    }
    let lines: Vec<DutyLine> = sent().map(|(line, value)| DutyLine { class: line.goods, value: *value }).collect();
    estimate(&lines, paid.delivery, list.to, region, list.day, &|money, to| rates.worth(money, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cart::Quantity;
    use crate::contact::Country;
    use crate::delivery::Service;
    use crate::exchange::{Exchange, Rate, Rates};
    use crate::gift_cards::GiftCard;
    use crate::ids::{GiftCardId, LineId, OfferId};
    use crate::money::Currency;
    use crate::offers::{Gives, Limits, Offer, Reach, Standing, Together, Used};
    use crate::tax::TaxClass;
    use crate::testing;
    use crate::time::{Day, Timestamp};
    use proptest::prelude::*;

    /// 2026-11-20.
    const FRIDAY: Day = Day(20_777);

    const NOON: Now = Now { at: Timestamp(FRIDAY.0 * 86_400_000 + 43_200_000), day: FRIDAY };

    fn summed(to: &str, lines: &[(i64, u32, TaxClass)], delivery: i64) -> (Cart, Totals) {
        summed_with(to, lines, delivery, Vec::new())
    }

    fn summed_with(to: &str, lines: &[(i64, u32, TaxClass)], delivery: i64, offers: Vec<Gives>) -> (Cart, Totals) {
        let list = testing::list(Country::parse(to).unwrap(), Exchange::none(Currency::EUR, FRIDAY));
        let mut cart = Cart::empty(list);
        cart.lines =
            lines.iter().map(|&(minor, many, tax)| testing::line(&list, minor, Quantity::new(many).unwrap(), tax)).collect();
        for (line, id) in cart.lines.iter_mut().zip(1..) {
            line.id = LineId(id);
        }
        let standing = |(gives, id): (Gives, i64)| {
            let (reach, limits) = (Reach::Everything, Limits::default());
            Standing {
                offer: Offer { id: OfferId(id), code: None, gives, reach, limits, together: Together::All },
                used: Used::default(),
            }
        };
        cart.offering.standing = offers.into_iter().zip(1..).map(standing).collect();
        let price = Money::new(delivery, Currency::EUR);
        let option = DeliveryOption { service: Service::Standard, price, from: FRIDAY, to: FRIDAY };
        let rates = Rates { day: FRIDAY, each: vec![(Currency::parse("USD").unwrap(), Rate::parse("1.1172").unwrap())] };
        let sum = totals(&cart, &option, &list, "", Some(&rates), NOON);
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

    #[test]
    fn a_gift_card_holds_no_tax_has_no_offers_and_is_not_paid_for_with_another() {
        let tenth = Gives::Percent(Percent::from_hundredths(1000));
        let lines = [(10_000, 1, TaxClass::Standard), (5_000, 1, TaxClass::Voucher)];
        let (mut cart, _) = summed_with("DE", &lines, 1_000, vec![tenth]);
        cart.cards = vec![GiftCard { id: GiftCardId(1), tail: "R2FY".to_owned(), balance: Money::new(50_000, Currency::EUR) }];
        let option =
            DeliveryOption { service: Service::Standard, price: Money::new(1_000, Currency::EUR), from: FRIDAY, to: FRIDAY };
        let sum = totals(&cart, &option, &cart.list, "", None, NOON);
        assert_eq!(
            (sum.best.goods.minor, sum.total.minor, sum.by_cards().minor, sum.due().minor),
            (1_000, 15_000, 10_000, 5_000)
        );
        let taxes: Vec<(u32, i64)> =
            sum.taxes.iter().map(|line| (line.percent.whole(), line.net.minor + line.tax.minor)).collect();
        assert_eq!(taxes, [(19, 10_000), (0, 5_000)]);
        assert_eq!(cart.goods_at_home().minor, 10_000, "only what is sent brings free delivery");
        cart.lines.remove(0);
        assert_eq!(cart.packet(), None);
    }

    #[test]
    fn a_tenth_off_is_a_tenth_off_the_tax_too() {
        let tenth = Gives::Percent(Percent::from_hundredths(1000));
        let (_, sum) = summed_with("DE", &[(10_000, 1, TaxClass::Standard), (2_000, 1, TaxClass::Books)], 0, vec![tenth]);
        let taxes: Vec<i64> = sum.taxes.iter().map(|line| line.tax.minor).collect();
        assert_eq!((sum.goods.minor, sum.best.goods.minor, sum.total.minor), (12_000, 1_200, 10_800));
        assert_eq!(taxes, [1437, 118]);
    }

    #[test]
    fn ten_euros_off_are_ten_euros_off_where_there_is_no_tax_either() {
        let ten = || vec![Gives::Amount(Money::new(1_000, Currency::EUR))];
        for to in ["LV", "US"] {
            let (_, sum) = summed_with(to, &[(12_100, 1, TaxClass::Standard)], 0, ten());
            assert_eq!(sum.best.goods.minor, 1_000, "{to}");
        }
        let (_, dear) = summed("US", &[(200_000, 1, TaxClass::Standard)], 0);
        let (_, less) =
            summed_with("US", &[(200_000, 1, TaxClass::Standard)], 0, vec![Gives::Percent(Percent::from_hundredths(5000))]);
        let duty = |sum: &Totals| sum.import.as_ref().map(|import| import.duty.minor);
        assert!(duty(&less) < duty(&dear), "customs ask of what was paid");
    }

    proptest! {
        #[test]
        fn taxes_and_nets_are_the_total_to_the_cent(
            lines in prop::collection::vec((1_i64..5_000_000, 1_u32..999, 0_usize..TaxClass::ALL.len()), 1..20),
            delivery in 0_i64..100_000,
            to in prop::sample::select(vec!["LV", "DE", "HU", "FI", "FR", "US", "GB"]),
            percents in prop::collection::vec(0_u32..=10_000, 0..3),
            amount in prop::option::of(1_i64..10_000_000),
            carried in prop::option::of(1_i64..100_000),
        ) {
            let eur = |minor| Money::new(minor, Currency::EUR);
            let percents = percents.into_iter().map(|part| Gives::Percent(Percent::from_hundredths(part)));
            let amounts = amount.into_iter().map(|minor| Gives::Amount(eur(minor)));
            let carried = carried.into_iter().map(|minor| Gives::Delivery(Some(eur(minor))));
            let offers: Vec<Gives> = percents.chain(amounts).chain(carried).collect();
            let lines: Vec<_> = lines.into_iter().map(|(minor, many, at)| (minor, many, TaxClass::ALL[at])).collect();
            let (cart, sum) = summed_with(to, &lines, delivery, offers);
            let each: i64 = cart.lines.iter().map(|line| line.total().minor).sum();
            prop_assert_eq!(sum.goods.minor, each);
            prop_assert_eq!(sum.goods.minor + sum.delivery.minor - sum.best.saved().minor, sum.total.minor);
            let off: i64 = sum.best.lines.iter().map(|(_, off)| off.minor).sum();
            prop_assert_eq!(off, sum.best.goods.minor);
            prop_assert!(cart.lines.iter().zip(&sum.best.lines).all(|(line, (_, off))| (0..=line.total().minor).contains(&off.minor)));
            prop_assert!((0..=sum.delivery.minor).contains(&sum.best.delivery.minor));
            if !sum.taxes.is_empty() {
                let parts: i64 = sum.taxes.iter().map(|line| line.net.minor + line.tax.minor).sum();
                prop_assert_eq!(parts, sum.total.minor);
            }
        }
    }
}
