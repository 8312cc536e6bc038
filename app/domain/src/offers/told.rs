//! The answer: what is given, line by line, and why the rest is not.

use serde::{Deserialize, Serialize};

use super::{Code, OfferRefusal};
use crate::ids::{LineId, OfferId, VariantId};
use crate::money::Money;

/// A gift: the shopper chooses one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gift {
    /// What there is to choose from.
    pub variants: Vec<VariantId>,
    /// What it is worth, in the shopper's currency. Not part of what is saved.
    pub worth: Money,
}

/// An offer that is given, and what it takes, in the shopper's currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    /// The offer.
    pub offer: OfferId,
    /// The code it is behind.
    pub code: Option<Code>,
    /// How much off which line, in the cart's order; lines it takes nothing off are not here.
    pub lines: Vec<(LineId, Money)>,
    /// How much off delivery; zero for an offer of delivery, as long as none is chosen.
    pub delivery: Money,
    /// What comes along.
    pub gift: Option<Gift>,
}

/// An offer that is not given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The offer; none for a code that is unknown.
    pub offer: Option<OfferId>,
    /// The code it is behind.
    pub code: Option<Code>,
    /// Why.
    pub why: OfferRefusal,
}

/// The best that offers can do for a shopper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Best {
    /// What is given, offers without a code first.
    pub applied: Vec<Applied>,
    /// What is not. Offers without a code that are for somebody else are not here.
    pub left_out: Vec<LeftOut>,
    /// How much is off each line of the cart, in its order: never more than the line costs, and zero where nothing is.
    pub lines: Vec<(LineId, Money)>,
    /// How much is off the goods: the sum of the lines.
    pub goods: Money,
    /// How much is off delivery: never more than it costs.
    pub delivery: Money,
}

impl Applied {
    /// All it takes.
    pub fn saved(&self) -> Money {
        let lines: i64 = self.lines.iter().map(|(_, off)| off.minor).sum();
        Money::new(lines + self.delivery.minor, self.delivery.currency)
    }
}

impl Best {
    /// All that is off.
    pub fn saved(&self) -> Money {
        Money::new(self.goods.minor + self.delivery.minor, self.goods.currency)
    }

    /// Why a typed code gives nothing; none if it gives something, or was not typed.
    pub fn why_not(&self, code: &Code) -> Option<&OfferRefusal> {
        if self.applied.iter().any(|applied| applied.code.as_ref() == Some(code)) {
            return None;
        }
        self.left_out.iter().find(|left| left.code.as_ref() == Some(code)).map(|left| &left.why)
    }
}
