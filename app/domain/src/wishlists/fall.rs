//! Being told when a thing in a list costs less.

use serde::{Deserialize, Serialize};

use crate::ids::VariantId;
use crate::money::Currency;

/// For so many days whoever asked for it is told of the things in a list; then they are asked anew.
pub const WATCHED_DAYS: i64 = 365;

/// A price that fell, in minor units of the shop's own books, or of the currency the merchant has set it in by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fall {
    /// Of what.
    pub variant: VariantId,
    /// What its keeper knew it cost.
    pub from: i64,
    /// What it cost when the letter was written.
    pub to: i64,
    /// The currency it is set in by hand; none for that of the books.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Currency>,
}

impl Fall {
    /// The same thing fell once more: from where it was first, to where it is now. Prices of two currencies are not compared.
    #[must_use]
    pub fn then(self, later: Self) -> Self {
        if self.own == later.own { Self { to: later.to, ..self } } else { later }
    }

    /// Whether it is as cheap still, at what it costs now in the currency it is set in.
    pub fn holds(self, (own, price): (Option<Currency>, i64)) -> bool {
        own == self.own && price <= self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_that_fell_twice_fell_all_the_way_and_one_that_rose_is_no_news() {
        let fall = |from, to| Fall { variant: VariantId(1), from, to, own: None };
        assert_eq!(fall(2100, 1900).then(fall(1900, 1500)), fall(2100, 1500));
        let holds = |price| fall(2100, 1900).holds((None, price));
        assert!(holds(1900) && holds(1800) && !holds(1950));
    }

    #[test]
    fn a_price_in_crowns_is_not_compared_with_one_in_euros() {
        let crowns = Currency::parse("SEK").ok();
        let (euros, by_hand) = (
            Fall { variant: VariantId(1), from: 2100, to: 1900, own: None },
            Fall { variant: VariantId(1), from: 24_000, to: 20_000, own: crowns },
        );
        assert_eq!(euros.then(by_hand), by_hand);
        assert!(!by_hand.holds((None, 1900)) && by_hand.holds((crowns, 19_000)));
    }
}
