//! Changing what was ordered, until it is packed: fewer of a thing or none, more of it, or another variant of it.
//!
//! One rule for the money: **what stays costs what it cost, what comes costs what it costs today.** Each thing keeps its own share
//! of what offers took off its line, and takes that share along when it is taken out; offers are not weighed anew, in either
//! direction, so that a change of one thing never makes another dearer. What is added is without offers. Gifts stay. Delivery
//! stays as it was agreed, whatever it would cost today, as long as it takes what is added. What is charged and what goes back is
//! the one difference of both sums.
//!
//! How it is sent is changed by the same rule, in `orders/items/way.rs`: what is in it stays, and the way that comes costs what it
//! costs today. So is the country it goes to, in `orders/items/place.rs`. What is wished is read in `orders/items/wanted.rs`; a change's sums and the tax inside what it leaves are in
//! `orders/items/sums.rs`.

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::ids::VariantId;
use crate::money::Money;

mod place;
mod sums;
mod wanted;
mod way;

pub use place::{ChangedPlace, WantedPlace, prices_hold};
pub use sums::{Charged, part_of, taxed};
pub use wanted::{ChangeKind, NotWanted, WantedChange, WantedItems, WantedLine};
pub use way::{ChangedWay, SentBy, WantedWay};

codes! {
    /// The life of a change of what was ordered.
    ChangeState {
        /// Its difference is to be paid; what it adds is held until then.
        Asked = "asked",
        /// It is made.
        Made = "made",
        /// Nothing came of it: it was not paid, or not wanted any more.
        Over = "over",
    }
}

codes! {
    /// What happens to a change.
    ChangeEvent {
        /// Nothing is to be paid for it, or that is paid.
        Paid = "paid",
        /// The time to pay it is over, or its shopper, or somebody's cancelling, has put an end to it.
        LetGo = "let_go",
    }
}

impl ChangeState {
    /// The table: in which state what leads to which. The books hold to it too, by a trigger on `order_changes`.
    pub const STEPS: &[(Self, ChangeEvent, Self)] =
        &[(Self::Asked, ChangeEvent::Paid, Self::Made), (Self::Asked, ChangeEvent::LetGo, Self::Over)];

    /// What an event makes of it; none where it does not fit: whoever tells of it is late, and nothing is done.
    pub fn apply(self, event: ChangeEvent) -> Option<Self> {
        Self::STEPS.iter().find(|(from, upon, _)| (*from, *upon) == (self, event)).map(|(_, _, to)| *to)
    }

    /// Whether anything leads from here to there in one step.
    pub fn may_become(self, next: Self) -> bool {
        Self::STEPS.iter().any(|(from, _, to)| (*from, *to) == (self, next))
    }
}

/// Why what was ordered stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ItemsRefusal {
    /// Somebody packs it, or has packed it.
    #[error("it is packed")]
    Packing,
    /// It does not stand any more.
    #[error("it is cancelled")]
    Cancelled,
    /// It is not paid: it can be paid, or cancelled and placed anew.
    #[error("it is not paid")]
    Unpaid,
    /// Money of it has gone back, or its bank has fetched it: staff look at it.
    #[error("money of it went back")]
    Refunded,
    /// It has brought gift cards.
    #[error("it has brought gift cards")]
    Cards,
    /// What is wished is what there is.
    #[error("nothing changes")]
    Nothing,
    /// Nothing that was bought would be left: that is cancelling it.
    #[error("nothing would be left")]
    Everything,
    /// What is wished cannot be read, or is of no line of the order.
    #[error("no such line")]
    NoSuchLine,
    /// The order is another than on the page: it is to be read again.
    #[error("it is another by now")]
    Stale,
    /// A price is another than on the page: the difference is to be read again.
    #[error("it costs something else by now")]
    Price,
    /// A line's thing is not sold any more, so that it cannot become more of it or another.
    #[error("line {0} is not sold any more")]
    NotSold(u32),
    /// So many can be added to a line.
    #[error("only {left} left for line {line}")]
    OnlyLeft {
        /// The place of the line.
        line: u32,
        /// How many.
        left: u32,
    },
    /// The way it is sent does not take as much.
    #[error("it is too much for its delivery")]
    TooMuch,
    /// It cannot be sent so, or not to there.
    #[error("it cannot be sent so")]
    NotThere,
    /// It would go to where prices are others: without tax where they had it inside, or the other way round.
    #[error("prices are others there")]
    OtherPrices,
    /// There is no way to pay the difference at once.
    #[error("the difference cannot be paid")]
    NoWay,
}

impl ItemsRefusal {
    /// What its words are called by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Packing => "packing",
            Self::Cancelled => "cancelled",
            Self::Unpaid => "unpaid",
            Self::Refunded => "refunded",
            Self::Cards => "cards",
            Self::Nothing => "nothing",
            Self::Everything => "everything",
            Self::NoSuchLine => "no-line",
            Self::Stale => "stale",
            Self::Price => "price",
            Self::NotSold(_) => "not-sold",
            Self::OnlyLeft { .. } => "only-left",
            Self::TooMuch => "too-much",
            Self::NotThere => "not-there",
            Self::OtherPrices => "other-prices",
            Self::NoWay => "no-way",
        }
    }

    /// Whether the order cannot be changed at all, whatever is wished.
    pub const fn is_of_the_order(self) -> bool {
        matches!(self, Self::Packing | Self::Cancelled | Self::Unpaid | Self::Refunded | Self::Cards)
    }
}

/// A line as its shopper may change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changeable {
    /// What it is.
    pub variant: VariantId,
    /// How many.
    pub quantity: u32,
    /// Whether it was given, and costs nothing.
    pub gift: bool,
}

/// One step of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// So many are taken out of a line.
    Take {
        /// Its place.
        line: u32,
        /// How many.
        count: u32,
    },
    /// So many of a thing come along, for the sake of a line.
    Add {
        /// Its place.
        line: u32,
        /// What.
        variant: VariantId,
        /// How many.
        count: u32,
    },
}

/// What has to be done so that an order becomes what is wished. Lines nobody speaks of stay.
pub fn edits(lines: &[Changeable], wanted: &WantedItems) -> Result<Vec<Edit>, ItemsRefusal> {
    let mut edits = Vec::new();
    for wish in wanted.lines() {
        let line = lines.get(wish.line as usize).filter(|line| !line.gift).ok_or(ItemsRefusal::NoSuchLine)?;
        let (at, variant) = (wish.line, wish.variant.unwrap_or(line.variant));
        let stays = if variant == line.variant { wish.quantity.min(line.quantity) } else { 0 };
        let (taken, added) = (line.quantity - stays, wish.quantity - stays);
        edits.extend((taken > 0).then_some(Edit::Take { line: at, count: taken }));
        edits.extend((added > 0).then_some(Edit::Add { line: at, variant, count: added }));
    }
    if edits.is_empty() {
        return Err(ItemsRefusal::Nothing);
    }
    let bought: u32 = lines.iter().filter(|line| !line.gift).map(|line| line.quantity).sum();
    let (mut taken, mut added) = (0, 0);
    for edit in &edits {
        match edit {
            Edit::Take { count, .. } => taken += count,
            Edit::Add { count, .. } => added += count,
        }
    }
    if taken == bought && added == 0 { Err(ItemsRefusal::Everything) } else { Ok(edits) }
}

/// Something that comes, or goes, with a change: kept with it, so that nothing that happens later changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedLine {
    /// Its product's name, in the order's language.
    pub name: String,
    /// The chosen values.
    pub values: Vec<String>,
    /// How many.
    pub quantity: u32,
    /// What all of them cost, offers taken off.
    pub sum: Money,
}

/// A change as it is looked at before it is made, and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemsChange {
    /// What goes.
    pub taken: Vec<ChangedLine>,
    /// What comes.
    pub added: Vec<ChangedLine>,
    /// How it is sent, where that changes.
    pub way: Option<ChangedWay>,
    /// Where it goes, where that is another country.
    pub place: Option<ChangedPlace>,
    /// What the order cost before.
    pub was: Money,
    /// What it costs then.
    pub total: Money,
}

impl ItemsChange {
    /// What is to be paid; below zero, what goes back.
    pub fn difference(&self) -> Money {
        Money::new(self.total.minor - self.was.minor, self.total.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: [Changeable; 3] = [
        Changeable { variant: VariantId(7), quantity: 3, gift: false },
        Changeable { variant: VariantId(8), quantity: 1, gift: false },
        Changeable { variant: VariantId(9), quantity: 1, gift: true },
    ];

    fn asked(text: &str) -> Result<Vec<Edit>, ItemsRefusal> {
        edits(&LINES, &text.parse().unwrap())
    }

    #[test]
    fn fewer_more_none_and_another_are_steps_of_a_change() {
        assert_eq!(asked("0:1"), Ok(vec![Edit::Take { line: 0, count: 2 }]));
        assert_eq!(asked("0:5 1:1"), Ok(vec![Edit::Add { line: 0, variant: VariantId(7), count: 2 }]));
        let other = [Edit::Take { line: 0, count: 3 }, Edit::Add { line: 0, variant: VariantId(8), count: 2 }];
        assert_eq!(asked("0:2:8 1:1:8"), Ok(other.to_vec()));
        assert_eq!(asked("0:3:7 1:1"), Err(ItemsRefusal::Nothing));
        assert_eq!(asked(""), Err(ItemsRefusal::Nothing));
    }

    #[test]
    fn taking_everything_out_is_cancelling_and_gifts_are_not_for_change() {
        assert_eq!(asked("0:0 1:0"), Err(ItemsRefusal::Everything));
        assert!(asked("0:0").is_ok());
        assert!(asked("0:0 1:1:12").is_ok(), "another one instead is a change");
        assert_eq!(asked("2:0"), Err(ItemsRefusal::NoSuchLine));
        assert_eq!(asked("3:1"), Err(ItemsRefusal::NoSuchLine));
    }

    #[test]
    fn a_change_is_made_once_or_not_at_all() {
        assert_eq!(ChangeState::Asked.apply(ChangeEvent::Paid), Some(ChangeState::Made));
        for state in [ChangeState::Made, ChangeState::Over] {
            assert!(ChangeEvent::ALL.iter().all(|event| state.apply(*event).is_none()), "{state:?}");
        }
    }
}
