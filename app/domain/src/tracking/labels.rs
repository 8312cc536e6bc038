//! Labels as staff choose them, and as they are given back to their carrier.

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::money::Money;
use crate::time::Day;

/// A way a carrier would bring a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    /// The carrier's own name for it, such as `Priority`.
    pub name: String,
    /// Who would bring it, such as `USPS`; empty when it is who was asked.
    pub brand: String,
    /// What it costs the merchant.
    pub price: Money,
    /// The first and the last day it may come, when that is said.
    pub days: Option<(Day, Day)>,
}

impl Rate {
    /// The rate of these that comes by a day for the least; the fastest where none does, and the cheapest where no days are said.
    /// Its place among them.
    pub fn best(rates: &[Self], by: Day) -> Option<usize> {
        let mut all: Vec<(usize, &Self)> = rates.iter().enumerate().collect();
        all.sort_by_key(|(_, rate)| rate.price.minor);
        let last = |rate: &Self| rate.days.map(|days| days.1);
        let in_time = all.iter().find(|(_, rate)| last(rate).is_some_and(|day| day <= by));
        let fastest = || all.iter().filter(|(_, rate)| rate.days.is_some()).min_by_key(|(_, rate)| last(rate));
        in_time.or_else(fastest).or(all.first()).map(|(at, _)| *at)
    }
}

/// What staff have chosen for a parcel, as it was offered to them: a rate of another price is another rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// The carrier's own name for it.
    pub name: String,
    /// Who brings it; empty when it is who was asked.
    pub brand: String,
    /// What it costs the merchant.
    pub price: Money,
}

impl Chosen {
    /// Whether this is what was chosen.
    pub fn is(&self, rate: &Rate) -> bool {
        (&self.name, &self.brand, self.price) == (&rate.name, &rate.brand, rate.price)
    }

    /// As it is written in the log: `USPS Priority, 7.42 USD`.
    pub fn plain(&self) -> String {
        let named = format!("{} {}", self.brand, self.name);
        format!("{}, {} {}", named.trim(), self.price.plain(), self.price.currency.code())
    }
}

codes! {
    /// What became of a rate that staff have chosen.
    ChoiceState {
        /// Its label is being bought.
        Asked = "asked",
        /// It was bought.
        Bought = "bought",
        /// The carrier does not offer it any more.
        Gone = "gone",
    }
}

codes! {
    /// Why a rate is not taken.
    ChoiceRefusal {
        /// No rate was chosen, or what was sent is none.
        Nothing = "nothing",
        /// The parcel has a label, or somebody brings it to a carrier; or the order is not to be packed.
        Taken = "taken",
        /// Another one is being bought at this moment.
        Again = "again",
    }
}

codes! {
    /// How far giving a label back has come.
    VoidState {
        /// The carrier is being asked.
        Asked = "asked",
        /// The carrier takes it back: the label is void, its money is on its way.
        Requested = "requested",
        /// The money is back, or was never taken.
        Done = "done",
        /// The carrier does not take it back: the label stands.
        Refused = "refused",
        /// The label is void, and the carrier keeps the money.
        Kept = "kept",
    }
}

impl VoidState {
    /// Whether it can become that. A refused one can be asked for anew.
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Asked, Self::Requested | Self::Done | Self::Refused)
                | (Self::Requested, Self::Done | Self::Kept)
                | (Self::Refused, Self::Asked)
        )
    }
}

codes! {
    /// Why a label is not given back.
    VoidRefusal {
        /// Nobody said why.
        Reason = "reason",
        /// There is no label, or somebody brought the parcel to a carrier; or the order does not stand.
        Nothing = "nothing",
        /// The carrier has the parcel.
        Gone = "gone",
        /// It was asked for already.
        Again = "again",
    }
}

/// Why a label is given back, as staff say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoidReason(String);

impl VoidReason {
    /// So many characters it has at most; what is longer is cut, since nobody is told it.
    pub const MOST: usize = 200;

    /// A reason as typed.
    pub fn parse(typed: &str) -> Result<Self, VoidRefusal> {
        let text: String = typed.trim().chars().take(Self::MOST).collect();
        if text.is_empty() { Err(VoidRefusal::Reason) } else { Ok(Self(text)) }
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    fn rate(name: &str, minor: i64, days: Option<i64>) -> Rate {
        let days = days.map(|day| (Day(day), Day(day)));
        Rate { name: name.to_owned(), brand: "USPS".to_owned(), price: Money::new(minor, Currency::EUR), days }
    }

    #[test]
    fn the_cheapest_that_comes_in_time_is_the_best_else_the_fastest_else_the_cheapest() {
        let all =
            [rate("Express", 3415, Some(1)), rate("Slow", 310, Some(60)), rate("Ground", 607, Some(3)), rate("?", 100, None)];
        let best = |by| Rate::best(&all, Day(by)).map(|at| all[at].name.as_str());
        assert_eq!((best(3), best(2), best(0), best(90)), (Some("Ground"), Some("Express"), Some("Express"), Some("Slow")));
        assert_eq!(Rate::best(&all[3..], Day(0)), Some(0));
        assert_eq!(Rate::best(&[], Day(0)), None);
    }

    #[test]
    fn a_rate_that_costs_more_by_now_was_not_chosen() {
        let ground = rate("Ground", 607, Some(3));
        let chosen = Chosen { name: "Ground".to_owned(), brand: "USPS".to_owned(), price: ground.price };
        assert!(chosen.is(&ground) && !chosen.is(&rate("Ground", 608, Some(3))) && !chosen.is(&rate("Express", 607, None)));
        assert_eq!(chosen.plain(), "USPS Ground, 6.07 EUR");
    }

    #[test]
    fn a_void_label_is_never_one_that_stands_again() {
        use VoidState as S;
        for &before in S::ALL {
            assert!(!before.may_become(before));
        }
        assert!(
            [S::Requested, S::Done, S::Kept].iter().all(|state| !state.may_become(S::Refused) && !state.may_become(S::Asked))
        );
        assert_eq!(VoidState::from_code("kept"), Some(S::Kept));
    }

    #[test]
    fn whoever_gives_a_label_back_says_why() {
        assert_eq!(VoidReason::parse(" \n"), Err(VoidRefusal::Reason));
        assert_eq!(VoidReason::parse(" Wrong box ").unwrap().as_str(), "Wrong box");
        assert_eq!(VoidReason::parse(&"x".repeat(300)).unwrap().as_str().len(), 200);
    }
}
