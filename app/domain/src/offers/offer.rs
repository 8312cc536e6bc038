//! An offer: what it gives, on what, to whom, until when, and beside which others.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Code;
use crate::codes;
use crate::contact::{Country, Email};
use crate::ids::{CategoryId, OfferId, ProductId, VariantId};
use crate::money::Money;
use crate::tax::Percent;
use crate::time::{Day, Timestamp};

codes! {
    /// What an offer makes cheaper.
    Kind {
        /// The goods.
        Goods = "goods",
        /// Delivery.
        Delivery = "delivery",
        /// Nothing: something comes along.
        Gift = "gift",
    }
}

codes! {
    /// Which others an offer goes with. Two go together if both say so.
    Together {
        /// Any.
        All = "all",
        /// Those of another kind.
        OtherKinds = "other_kinds",
        /// None.
        Alone = "alone",
    }
}

/// What goods an offer is for. Gift cards are none: money is not made cheaper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// All of them.
    Everything,
    /// Some products, in every variant.
    Products(BTreeSet<ProductId>),
    /// Some categories, and all below them.
    Categories(BTreeSet<CategoryId>),
}

/// So many bought, so many more for less.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuyGet {
    /// How many are bought at full price.
    pub buy: u32,
    /// How many are had for less, for each time as many were bought; with fewer of them in the cart, those.
    pub get: u32,
    /// Which goods are had for less; those that are bought, if nothing else is said. The cheapest of them count.
    pub of: Option<Reach>,
    /// How much less: 100 % is free.
    pub percent: Percent,
    /// How often in one order; without limit if nothing is said.
    pub times: Option<u32>,
}

/// A gift, and the goods it comes with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    /// The sum of goods it comes from, in the shop's currency.
    pub from: Money,
    /// What the shopper chooses one of. Empty when all have been given away: then this tier is as if it were not there.
    pub variants: Vec<VariantId>,
    /// What it is worth, in the shop's currency: decides between gifts, and never weighs against money.
    pub worth: Money,
}

/// What an offer gives. Amounts are in the shop's currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gives {
    /// So much off, spread over the goods in proportion.
    Amount(Money),
    /// A part of the price; more than 100 % is 100 %.
    Percent(Percent),
    /// Some for less, beside others.
    BuyGet(BuyGet),
    /// Delivery, up to so much; all of it if nothing is said.
    Delivery(Option<Money>),
    /// A gift: that of the highest tier reached.
    Gift(Vec<Tier>),
}

/// A day at the shop, from its first moment to its last, or a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// The whole day.
    On(Day),
    /// The moment.
    At(Timestamp),
}

/// Where an offer ends. Nothing said is no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The first day or moment.
    pub from: Option<When>,
    /// The last day, or the moment it is over.
    pub until: Option<When>,
    /// How many orders may have it.
    pub in_all: Option<u32>,
    /// How many orders of one person may have it.
    pub per_person: Option<u32>,
    /// The least sum of the goods it is for, before anything is off, in the shop's currency.
    pub least: Option<Money>,
    /// Whom it is for. Nobody else hears that there is such an offer.
    pub customers: Option<Vec<Email>>,
    /// Where the goods are sent to.
    pub countries: Option<BTreeSet<Country>>,
    /// Only for somebody's first order.
    pub first_order: bool,
}

/// An offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Id. No two offers weighed together have the same.
    pub id: OfferId,
    /// The code it is behind; one without is given to everybody it is for.
    pub code: Option<Code>,
    /// What it gives.
    pub gives: Gives,
    /// What goods it is for; for delivery and gifts, what must be in the cart.
    pub reach: Reach,
    /// Where it ends.
    pub limits: Limits,
    /// Which others it goes with.
    pub together: Together,
}

impl Gives {
    /// What it makes cheaper.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Amount(_) | Self::Percent(_) | Self::BuyGet(_) => Kind::Goods,
            Self::Delivery(_) => Kind::Delivery,
            Self::Gift(_) => Kind::Gift,
        }
    }
}

impl Offer {
    /// What it makes cheaper.
    pub const fn kind(&self) -> Kind {
        self.gives.kind()
    }

    /// Whether both may be had in one order.
    pub fn goes_with(&self, other: &Self) -> bool {
        let allows = |one: &Self, other: &Self| match one.together {
            Together::All => true,
            Together::OtherKinds => one.kind() != other.kind(),
            Together::Alone => false,
        };
        allows(self, other) && allows(other, self)
    }
}
