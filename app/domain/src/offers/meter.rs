//! How far goods are from the next gift: "12.00 more for the mug".

use serde::{Deserialize, Serialize};

use super::open::open;
use super::{Basket, Convert, Gives, Now, OfferRefusal, Standing, Tier};
use crate::money::Money;

/// How far goods are from the next gift. Money is in the shopper's currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meter {
    /// The sum of the goods the offer is for.
    pub goods: Money,
    /// The sums the gifts come from, the smallest first, and their places among the offer's tiers.
    pub steps: Vec<(usize, Money)>,
    /// The gift that is reached, by its place among the tiers.
    pub reached: Option<usize>,
    /// The next one, and what is missing for it.
    pub next: Option<(usize, Money)>,
}

impl Meter {
    /// How much of the way to the last gift is done, 0 to 100.
    pub fn percent(&self) -> u32 {
        let whole = self.steps.last().map_or(1, |(_, from)| from.minor.max(1));
        let done = i128::from(self.goods.minor.clamp(0, whole)) * 100 / i128::from(whole);
        u32::try_from(done).unwrap_or(0)
    }
}

/// How far these goods are from the next gift of an offer. None if it gives no gifts, or none are left, or if more goods would
/// not help: to promise somebody a mug they cannot have is a lie. Tiers whose gifts are gone are passed over.
pub fn meter(standing: &Standing, basket: &Basket, now: Now, convert: Convert) -> Option<Meter> {
    let Standing { offer, .. } = standing;
    let Gives::Gift(tiers) = &offer.gives else { return None };
    let reached_goods = basket.reached(&offer.reach);
    let is_open = match open(standing, basket, &reached_goods, now, convert) {
        Ok(()) | Err(OfferRefusal::TooLittle { .. } | OfferRefusal::NothingOfIt) => basket.asks_for(offer),
        Err(_) => false,
    };
    let there = |(_, tier): &(usize, &Tier)| is_open && !tier.variants.is_empty();
    let mut tiers: Vec<(usize, &Tier)> = tiers.iter().enumerate().filter(there).collect();
    tiers.sort_by_key(|(_, tier)| tier.from.minor);
    let least = offer.limits.least.map_or(0, |least| convert(least).minor);
    let step = |(at, tier): (usize, &Tier)| (at, basket.money(convert(tier.from).minor.max(least)));
    let steps: Vec<(usize, Money)> = tiers.into_iter().map(step).collect();
    let goods = basket.money(reached_goods.goods);
    let missing = |from: &Money| basket.money(from.minor - goods.minor);
    let reached = steps.iter().rev().find(|(_, from)| from.minor <= goods.minor).map(|(at, _)| *at);
    let next = steps.iter().find(|(_, from)| from.minor > goods.minor).map(|(at, from)| (*at, missing(from)));
    (!steps.is_empty()).then_some(Meter { goods, steps, reached, next })
}
