//! What one offer takes, as if it were alone.

use super::basket::Reached;
use super::{Basket, BuyGet, Convert, Gift, Gives, Kind, Offer, OfferRefusal, Tier};
use crate::exchange::step;
use crate::money::{Currency, Money};
use crate::tax::percent::rounded;
use crate::tax::{Percent, shares};

/// What an offer takes, in minor units of the shopper's currency.
pub(super) enum Take {
    /// So much off each line, never more than it costs.
    Lines(Vec<i64>),
    /// So much off the lines it reaches; what each of them costs, nothing for the others.
    Amount(i64, Vec<i64>),
    /// So much off delivery.
    Delivery(i64),
    /// A gift.
    Gift(Gift),
}

/// What an offer takes from these goods and this delivery; a refusal where that is nothing.
pub(super) fn take(offer: &Offer, basket: &Basket, reached: &Reached, convert: Convert) -> Result<Take, OfferRefusal> {
    let take = match &offer.gives {
        Gives::Percent(percent) => Take::Lines(part(*percent, &reached.prices, basket.currency)),
        Gives::Amount(amount) => Take::Amount(convert(*amount).minor.max(0), reached.prices.clone()),
        Gives::BuyGet(deal) => Take::Lines(part(deal.percent, &for_less(deal, basket, reached)?, basket.currency)),
        Gives::Delivery(most) => Take::Delivery(delivery(*most, basket, convert)),
        Gives::Gift(tiers) => return gift(tiers, basket, reached.goods, convert).map(Take::Gift),
    };
    let waits = offer.kind() == Kind::Delivery && basket.delivery.is_none();
    if take.minor() > 0 || waits { Ok(take) } else { Err(OfferRefusal::NothingToTake(Vec::new())) }
}

impl Take {
    /// What is saved by it alone; a gift saves nothing.
    pub(super) fn minor(&self) -> i64 {
        match self {
            Self::Lines(lines) => lines.iter().sum(),
            Self::Amount(amount, reached) => reached.iter().sum::<i64>().min(*amount),
            Self::Delivery(minor) => *minor,
            Self::Gift(_) => 0,
        }
    }

    /// What a gift is worth; nothing for the others.
    pub(super) fn worth(&self) -> i64 {
        if let Self::Gift(gift) = self { gift.worth.minor } else { 0 }
    }
}

/// This part of some prices: of their sum, rounded once, then spread over them, so that the parts are the whole.
fn part(percent: Percent, prices: &[i64], currency: Currency) -> Vec<i64> {
    if i128::from(percent.hundredths()) >= Percent::WHOLE {
        return prices.to_vec();
    }
    let step = common_step(prices, currency);
    let sum: i64 = prices.iter().sum();
    let steps = rounded(i128::from(sum) * i128::from(percent.hundredths()), Percent::WHOLE * i128::from(step));
    spread(steps * step, prices, currency)
}

/// Spreads a sum over prices in proportion, none getting more than its price where the sum is not more than all of them. What
/// can be paid in whole steps of the currency (five rappen, a hundred fillér) stays so.
pub(super) fn spread(whole: i64, prices: &[i64], currency: Currency) -> Vec<i64> {
    let step = if whole % step(currency) == 0 { common_step(prices, currency) } else { 1 };
    let weights: Vec<i64> = prices.iter().map(|price| price / step).collect();
    shares(Money::new(whole / step, currency), &weights).into_iter().map(|share| share.minor * step).collect()
}

/// The step of the currency if all prices are multiples of it.
fn common_step(prices: &[i64], currency: Currency) -> i64 {
    let step = step(currency);
    if prices.iter().all(|price| price % step == 0) { step } else { 1 }
}

fn delivery(most: Option<Money>, basket: &Basket, convert: Convert) -> i64 {
    let costs = basket.delivery.map_or(0, |delivery| delivery.minor.max(0));
    most.map_or(costs, |most| convert(most).minor.clamp(0, costs))
}

fn gift(tiers: &[Tier], basket: &Basket, goods: i64, convert: Convert) -> Result<Gift, OfferRefusal> {
    let missing = |tier: &Tier| convert(tier.from).minor.saturating_sub(goods);
    let there = || tiers.iter().filter(|tier| !tier.variants.is_empty());
    let nearest = there().map(missing).min().ok_or(OfferRefusal::UsedUp)?;
    let reached = there().filter(|tier| missing(tier) <= 0).max_by_key(|tier| tier.from.minor);
    let tier = reached.ok_or(OfferRefusal::TooLittle { missing: basket.money(nearest) })?;
    let worth = basket.money(convert(tier.worth).minor.max(0));
    Ok(Gift { variants: tier.variants.clone(), worth })
}

/// The prices of what is had for less, line by line: as many as are paid for with others, the cheapest first.
fn for_less(deal: &BuyGet, basket: &Basket, bought: &Reached) -> Result<Vec<i64>, OfferRefusal> {
    let other = deal.of.as_ref().map(|of| basket.reached(of).has);
    let had = other.as_ref().unwrap_or(&bought.has);
    let pools = Pools::of(basket, &bought.has, had);
    let many = pools.most(deal);
    if many == 0 {
        return Err(OfferRefusal::TooFew { missing: pools.missing(deal) });
    }
    let (mut left, mut left_of_either) = (many, pools.spare(deal, many));
    let mut cheapest: Vec<usize> = (0..had.len()).filter(|at| had[*at]).collect();
    cheapest.sort_by_key(|at| (basket.wares[*at].unit.minor, basket.wares[*at].line));
    let mut prices = vec![0; had.len()];
    for at in cheapest {
        let ware = &basket.wares[at];
        let either = bought.has[at];
        let taken = i64::from(ware.count).min(left).min(if either { left_of_either } else { left });
        left -= taken;
        left_of_either -= if either { taken } else { 0 };
        prices[at] = ware.unit.minor.max(0).saturating_mul(taken);
    }
    Ok(prices)
}

/// How many things there are that can only be bought, only be had for less, or either.
struct Pools {
    bought: i64,
    had: i64,
    either: i64,
}

impl Pools {
    fn of(basket: &Basket, bought: &[bool], had: &[bool]) -> Self {
        let mut pools = Self { bought: 0, had: 0, either: 0 };
        for (ware, sides) in basket.wares.iter().zip(bought.iter().zip(had)) {
            match sides {
                (true, true) => pools.either += i64::from(ware.count),
                (true, false) => pools.bought += i64::from(ware.count),
                (false, true) => pools.had += i64::from(ware.count),
                (false, false) => {}
            }
        }
        pools
    }

    /// How many can be had for less: found by halving, since each one more needs no fewer to be bought.
    fn most(&self, deal: &BuyGet) -> i64 {
        let limit = deal.times.map_or(i64::MAX, |times| i64::from(times) * i64::from(deal.get));
        let (mut fits, mut most) = (0, (self.had + self.either).min(limit));
        while deal.get > 0 && fits < most {
            let middle = (fits + most + 1) / 2;
            if self.spare(deal, middle) >= (middle - self.had).max(0) { fits = middle } else { most = middle - 1 }
        }
        fits
    }

    /// How many of either are left to be had for less, when so many are: the others are needed to be bought.
    fn spare(&self, deal: &BuyGet, many: i64) -> i64 {
        let times = (many + i64::from(deal.get) - 1) / i64::from(deal.get.max(1));
        let needed = times.saturating_mul(i64::from(deal.buy));
        (self.bought + self.either - needed).min(self.either)
    }

    /// How many more things until the first is had for less.
    fn missing(&self, deal: &BuyGet) -> u32 {
        let buy = i64::from(deal.buy);
        let there = self.bought.min(buy) + self.had.min(1) + self.either;
        u32::try_from((buy + 1 - there).max(1)).unwrap_or(u32::MAX)
    }
}
