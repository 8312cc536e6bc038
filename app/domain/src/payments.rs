//! Payments: the ways to pay, what a provider says of one, and what the shop makes of it.
//!
//! `payments/way.rs` has the ways, `payments/terms.rs` where and for how much each is to be had, `payments/offered.rs` in which
//! order, `payments/waiting.rs` what a shopper is shown until the money is there, and `payments/tally.rs` how reports become
//! money in the books.

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::money::Money;

mod kept;
mod offered;
mod parts;
mod refund;
mod tally;
mod terms;
mod waiting;
mod way;

pub use kept::KeptCard;
pub use offered::{Asked, express, offered};
pub use parts::{Part, parts};
pub use refund::{RefundRefusal, Wanted};
pub use tally::{Mismatch, Step, Tally, apply};
pub use terms::Terms;
pub use waiting::{Account, Shown, Waiting};
pub use way::{Flow, Way};

codes! {
    /// The life of one attempt to pay. What was given back is told by its [`Tally`], not by its state.
    PaymentState {
        /// Begun; the money is still to come.
        Pending = "pending",
        /// The money is certain, and taken later: when the parcel leaves, or at the door.
        Promised = "promised",
        /// The money is taken, and the order's.
        Captured = "captured",
        /// Not the order's: given up, expired, come too late, or of an order that was cancelled. What came all the same goes
        /// back.
        Failed = "failed",
    }
}

impl PaymentState {
    /// From which state a payment may come to which; how is in [`apply`] and [`Tally`]. The books hold to it too, by a trigger
    /// on `payments`.
    pub const STEPS: &[(Self, Self)] = &[
        (Self::Pending, Self::Promised),
        (Self::Pending, Self::Captured),
        (Self::Pending, Self::Failed),
        (Self::Promised, Self::Captured),
        (Self::Promised, Self::Failed),
        // Its order was cancelled.
        (Self::Captured, Self::Failed),
        // The money came late, and its order could still be had.
        (Self::Failed, Self::Promised),
        (Self::Failed, Self::Captured),
    ];

    /// Whether it may come from here to there in one step.
    pub fn may_become(self, next: Self) -> bool {
        Self::STEPS.contains(&(self, next))
    }
}

codes! {
    /// What a provider says of a payment when asked.
    Reported {
        /// Nothing final yet.
        Open = "open",
        /// The money is reserved, and will be taken when the shop asks.
        Promised = "promised",
        /// The money was taken.
        Captured = "captured",
        /// No money will come, or no more.
        Failed = "failed",
    }
}

codes! {
    /// Why no money came, as far as the provider says.
    Decline {
        /// The bank does not say why.
        Refused = "refused",
        /// There is not enough money.
        NoMoney = "no_money",
        /// The owner did not agree.
        ByOwner = "by_owner",
        /// The time to pay is over.
        Expired = "expired",
    }
}

/// A payment as the provider tells it. The payment is found by the shop's own name for it, never by what a shopper sent. Sums
/// grow and never shrink: what was taken and given back since is the difference to what is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What became of it.
    pub state: Reported,
    /// What the provider was asked to bring.
    pub due: Money,
    /// What it has taken so far, in minor units; more than was asked for when somebody paid twice.
    pub taken: i64,
    /// What it has given back of that.
    pub returned: i64,
    /// What of that came back, because it could not be delivered.
    pub bounced: i64,
    /// What it had to give up of what was taken to the shopper's bank.
    pub lost: i64,
    /// What of that came back, because the bank was wrong.
    pub won: i64,
    /// The provider's name for it.
    pub reference: String,
    /// Why there is no money.
    pub decline: Option<Decline>,
    /// What the shopper needs to pay, where that is not on the provider's own page.
    pub waiting: Option<Waiting>,
    /// The card it was paid with, where that was to be kept and the provider keeps it.
    pub keeps: Option<KeptCard>,
}

impl Report {
    /// Nothing is known yet but what was asked for.
    pub fn open(due: Money, reference: impl Into<String>) -> Self {
        let (state, reference) = (Reported::Open, reference.into());
        let (taken, returned, bounced, lost, won) = (0, 0, 0, 0, 0);
        Self { state, due, taken, returned, bounced, lost, won, reference, decline: None, waiting: None, keeps: None }
    }
}
