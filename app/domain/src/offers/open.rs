//! Whether an offer is for this shopper, here and now, and if not, why.

use serde::{Deserialize, Serialize};

use super::basket::Reached;
use super::{Basket, Convert, Limits, Now, Standing, When};
use crate::codes;
use crate::contact::{Country, Email};
use crate::ids::OfferId;
use crate::money::Money;

/// Why an offer is not given. Money is in the shopper's currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum OfferRefusal {
    /// There is no such code, or it is somebody else's: the answer is the same, so that nobody can find out.
    #[error("no such code")]
    Unknown,
    /// It begins then.
    #[error("not yet")]
    NotYet(When),
    /// It was over after that day, or at that moment.
    #[error("over")]
    Over(When),
    /// Others have had all there were, or the gifts are gone.
    #[error("used up")]
    UsedUp,
    /// You have had it as often as one can.
    #[error("used by you")]
    UsedByYou,
    /// You have given it to your friends.
    #[error("for friends")]
    ForFriends,
    /// It is for somebody's first order.
    #[error("only for a first order")]
    FirstOrderOnly,
    /// It is not for goods that go there.
    #[error("not to {}", .0.code())]
    NotTo(Country),
    /// What it is for is not in the cart.
    #[error("nothing of it in the cart")]
    NothingOfIt,
    /// So much more of the goods it is for.
    #[error("{} missing", .missing.plain())]
    TooLittle {
        /// What is missing.
        missing: Money,
    },
    /// So many more things: to buy or, where enough are bought, to have for less.
    #[error("{missing} things missing")]
    TooFew {
        /// How many are missing.
        missing: u32,
    },
    /// It saves no less than these, which are applied, and does not go with them.
    #[error("not with what is applied")]
    NotWith(Vec<OfferId>),
    /// It does not go with these, which save more.
    #[error("another saves {} more", .more.plain())]
    Outdone {
        /// Those that are better.
        by: Vec<OfferId>,
        /// How much more is saved than is with this one and all that goes with it.
        more: Money,
    },
    /// What it is for costs nothing: these have taken it all or, where there are none, it costs nothing anyway.
    #[error("nothing to take")]
    NothingToTake(Vec<OfferId>),
}

/// Whether it is for this shopper and these goods. What it is worth is another question.
pub(super) fn open(
    standing: &Standing,
    basket: &Basket,
    reached: &Reached,
    now: Now,
    convert: Convert,
) -> Result<(), OfferRefusal> {
    let limits = &standing.offer.limits;
    if !limits.is_for(basket.email.as_ref()) {
        return Err(OfferRefusal::Unknown);
    }
    if let Some(from) = limits.from.filter(|from| from.is_ahead(now)) {
        return Err(OfferRefusal::NotYet(from));
    }
    if let Some(until) = limits.until.filter(|until| until.is_over(now)) {
        return Err(OfferRefusal::Over(until));
    }
    let all_had = |limit: Option<u32>, had: u32| limit.is_some_and(|limit| had >= limit);
    if standing.used.by_giver {
        return Err(OfferRefusal::ForFriends);
    }
    // Who has had their own is told so: it is the nearer reason.
    if all_had(limits.per_person, standing.used.by_you) {
        return Err(OfferRefusal::UsedByYou);
    }
    if all_had(limits.in_all, standing.used.in_all) {
        return Err(OfferRefusal::UsedUp);
    }
    if limits.first_order && basket.ordered_before {
        return Err(OfferRefusal::FirstOrderOnly);
    }
    if limits.countries.as_ref().is_some_and(|countries| !countries.contains(&basket.to)) {
        return Err(OfferRefusal::NotTo(basket.to));
    }
    if !reached.has.contains(&true) {
        return Err(OfferRefusal::NothingOfIt);
    }
    let least = limits.least.map_or(0, |least| convert(least).minor);
    match least.saturating_sub(reached.goods) {
        missing if missing > 0 => Err(OfferRefusal::TooLittle { missing: basket.money(missing) }),
        _ => Ok(()),
    }
}

codes! {
    /// Whether an offer can be had by its dates.
    Span {
        /// Not yet.
        Waiting = "waiting",
        /// Now.
        Running = "running",
        /// No longer.
        Ended = "ended",
    }
}

impl Limits {
    /// Whether it can be had by its dates.
    pub fn stands(&self, now: Now) -> Span {
        match (self.from, self.until) {
            (_, Some(until)) if until.is_over(now) => Span::Ended,
            (Some(from), _) if from.is_ahead(now) => Span::Waiting,
            _ => Span::Running,
        }
    }

    fn is_for(&self, email: Option<&Email>) -> bool {
        let is = |one: &Email, other: &Email| one.person() == other.person();
        self.customers.as_ref().is_none_or(|customers| email.is_some_and(|email| customers.iter().any(|one| is(one, email))))
    }
}

impl When {
    /// Whether it has not begun.
    fn is_ahead(self, now: Now) -> bool {
        match self {
            Self::On(day) => now.day < day,
            Self::At(moment) => now.at < moment,
        }
    }

    /// Whether it has passed: a day with its last moment, a moment at once.
    pub(super) fn is_over(self, now: Now) -> bool {
        match self {
            Self::On(day) => now.day > day,
            Self::At(moment) => now.at >= moment,
        }
    }
}
