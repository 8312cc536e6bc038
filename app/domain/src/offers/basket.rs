//! What offers are weighed against: the goods, where they go, and what is known of the shopper.

use serde::{Deserialize, Serialize};

use super::{Code, Offer, Reach};
use crate::contact::{Country, Email};
use crate::ids::{CategoryId, LineId, ProductId};
use crate::money::{Currency, Money};
use crate::time::{Day, Timestamp};

/// A line of the cart, as offers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ware {
    /// The line.
    pub line: LineId,
    /// What it is.
    pub product: ProductId,
    /// The categories it is in, and all above them.
    pub categories: Vec<CategoryId>,
    /// Price of one, in the shopper's currency.
    pub unit: Money,
    /// How many, 1 to 999.
    pub count: u32,
    /// Whether it is a gift card, which no offer is for.
    pub gift_card: bool,
}

/// A cart before anything is off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basket {
    /// What is paid in; all money here is of it.
    pub currency: Currency,
    /// The lines, in the order they are shown.
    pub wares: Vec<Ware>,
    /// What delivery costs; none as long as it is not chosen. Offers of delivery then apply, and take nothing yet.
    pub delivery: Option<Money>,
    /// Where it goes.
    pub to: Country,
    /// Whose it is, once that is known.
    pub email: Option<Email>,
    /// Whether this person has ordered before; not, as long as nobody knows who it is.
    pub ordered_before: bool,
    /// The codes that were typed.
    pub codes: Vec<Code>,
}

/// What time it is, as a clock and as the shop's calendar have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The moment.
    pub at: Timestamp,
    /// The day where the shop is.
    pub day: Day,
}

/// How many orders have had an offer; counted as far as its limits ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Used {
    /// All orders.
    pub in_all: u32,
    /// Those of this person; none, as long as nobody knows who it is.
    pub by_you: u32,
    /// Whether who asks has given it to friends, and is none.
    pub by_giver: bool,
}

/// An offer, and how often it was had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The offer.
    pub offer: Offer,
    /// How often it was had.
    pub used: Used,
}

/// Says what an amount of the shop's currency is in the shopper's, such as [`Exchange::price`](crate::exchange::Exchange::price).
pub type Convert<'a> = &'a dyn Fn(Money) -> Money;

/// The goods of a basket that an offer is for: looked for once, since a cart has many lines and a shop many offers.
pub(super) struct Reached {
    /// Line by line, whether it is one of them.
    pub(super) has: Vec<bool>,
    /// Price of each line, before anything is off; nothing for the others.
    pub(super) prices: Vec<i64>,
    /// The sum of these.
    pub(super) goods: i64,
}

impl Ware {
    /// Price of the line; no line costs less than nothing.
    pub(super) fn total(&self) -> i64 {
        self.unit.minor.max(0).saturating_mul(i64::from(self.count))
    }
}

impl Reach {
    /// Whether an offer for these goods is for this line.
    pub(super) fn has(&self, ware: &Ware) -> bool {
        !ware.gift_card
            && match self {
                Self::Everything => true,
                Self::Products(products) => products.contains(&ware.product),
                Self::Categories(categories) => ware.categories.iter().any(|category| categories.contains(category)),
            }
    }
}

impl Basket {
    /// Price of each line, before anything is off.
    pub(super) fn totals(&self) -> Vec<i64> {
        self.wares.iter().map(Ware::total).collect()
    }

    /// The goods an offer is for.
    pub(super) fn reached(&self, reach: &Reach) -> Reached {
        let has: Vec<bool> = self.wares.iter().map(|ware| reach.has(ware)).collect();
        let prices: Vec<i64> = self.wares.iter().zip(&has).map(|(ware, has)| if *has { ware.total() } else { 0 }).collect();
        Reached { goods: prices.iter().sum(), has, prices }
    }

    /// So much of the shopper's currency.
    pub(super) const fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.currency)
    }
}
