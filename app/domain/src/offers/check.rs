//! Whether an offer can be meant: asked where somebody writes one.

use serde::{Deserialize, Serialize};

use super::{Gives, Offer, Reach, When};
use crate::tax::Percent;

/// What cannot be meant of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum OfferFlaw {
    /// It gives nothing: an amount, part, number or list of gifts that is none.
    #[error("gives nothing")]
    GivesNothing,
    /// More than 100 %.
    #[error("more than all")]
    MoreThanAll,
    /// It is for no goods, customers or countries at all, or for no order.
    #[error("for nobody")]
    ForNobody,
    /// It is over before it begins.
    #[error("over before it begins")]
    OverBefore,
}

impl Offer {
    /// The first thing that cannot be meant of it. A day and a moment are not compared.
    pub fn flaw(&self) -> Option<OfferFlaw> {
        let percent = match &self.gives {
            Gives::Percent(percent) => Some(*percent),
            Gives::BuyGet(deal) => Some(deal.percent),
            Gives::Amount(_) | Gives::Delivery(_) | Gives::Gift(_) => None,
        };
        let is_more_than_all = percent.is_some_and(|percent| i128::from(percent.hundredths()) > Percent::WHOLE);
        let flaws = [
            (self.gives.is_nothing(), OfferFlaw::GivesNothing),
            (is_more_than_all, OfferFlaw::MoreThanAll),
            (self.is_for_nobody(), OfferFlaw::ForNobody),
            (self.is_over_before(), OfferFlaw::OverBefore),
        ];
        flaws.into_iter().find(|(is_there, _)| *is_there).map(|(_, flaw)| flaw)
    }

    fn is_for_nobody(&self) -> bool {
        let limits = &self.limits;
        let of = if let Gives::BuyGet(deal) = &self.gives { deal.of.as_ref() } else { None };
        self.reach.is_nothing()
            || of.is_some_and(Reach::is_nothing)
            || limits.customers.as_ref().is_some_and(Vec::is_empty)
            || limits.countries.as_ref().is_some_and(|countries| countries.is_empty())
            || [limits.in_all, limits.per_person].contains(&Some(0))
    }

    fn is_over_before(&self) -> bool {
        match (self.limits.from, self.limits.until) {
            (Some(When::On(from)), Some(When::On(until))) => until < from,
            (Some(When::At(from)), Some(When::At(until))) => until <= from,
            _ => false,
        }
    }
}

impl Gives {
    fn is_nothing(&self) -> bool {
        match self {
            Self::Amount(amount) => amount.minor <= 0,
            Self::Percent(percent) => percent.is_zero(),
            Self::BuyGet(deal) => deal.get == 0 || deal.percent.is_zero() || deal.times == Some(0),
            Self::Delivery(most) => most.is_some_and(|most| most.minor <= 0),
            Self::Gift(tiers) => tiers.iter().all(|tier| tier.variants.is_empty()),
        }
    }
}

impl Reach {
    fn is_nothing(&self) -> bool {
        match self {
            Self::Everything => false,
            Self::Products(products) => products.is_empty(),
            Self::Categories(categories) => categories.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::OfferId;
    use crate::money::{Currency, Money};
    use crate::offers::{BuyGet, Limits, Together};
    use crate::time::{Day, Timestamp};

    fn offer(gives: Gives) -> Offer {
        let (reach, limits) = (Reach::Everything, Limits::default());
        Offer { id: OfferId(1), code: None, gives, reach, limits, together: Together::All }
    }

    fn percent(text: &str) -> Gives {
        Gives::Percent(Percent::parse(text).unwrap())
    }

    #[test]
    fn an_offer_gives_something_and_not_more_than_all() {
        let deal = |get, times| BuyGet { buy: 2, get, of: None, percent: Percent::from_hundredths(5000), times };
        for gives in [
            Gives::Amount(Money::zero(Currency::EUR)),
            percent("0"),
            Gives::BuyGet(deal(0, None)),
            Gives::BuyGet(deal(1, Some(0))),
            Gives::Delivery(Some(Money::zero(Currency::EUR))),
            Gives::Gift(Vec::new()),
        ] {
            assert_eq!(offer(gives.clone()).flaw(), Some(OfferFlaw::GivesNothing), "{gives:?}");
        }
        assert_eq!(offer(percent("100.01")).flaw(), Some(OfferFlaw::MoreThanAll));
        assert_eq!(offer(percent("100")).flaw(), None);
        assert_eq!(offer(Gives::BuyGet(deal(1, None))).flaw(), None);
    }

    #[test]
    fn an_offer_is_for_somebody_at_some_time() {
        let with = |limits| Offer { limits, ..offer(percent("10")) }.flaw();
        let span = |from, until| with(Limits { from: Some(from), until: Some(until), ..Limits::default() });
        assert_eq!(with(Limits { in_all: Some(0), ..Limits::default() }), Some(OfferFlaw::ForNobody));
        assert_eq!(with(Limits { customers: Some(Vec::new()), ..Limits::default() }), Some(OfferFlaw::ForNobody));
        assert_eq!(Offer { reach: Reach::Products([].into()), ..offer(percent("10")) }.flaw(), Some(OfferFlaw::ForNobody));
        assert_eq!(span(When::On(Day(1)), When::On(Day(1))), None);
        assert_eq!(span(When::On(Day(2)), When::On(Day(1))), Some(OfferFlaw::OverBefore));
        assert_eq!(span(When::At(Timestamp(1)), When::At(Timestamp(1))), Some(OfferFlaw::OverBefore));
    }
}
