//! What is to be refunded, and why it is not. How much that is, the credit note says (`documents/credit.rs`).

use serde::{Deserialize, Serialize};

use crate::money::Money;

/// What is to be refunded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// How many of each line, in the order's own sequence.
    pub lines: Vec<u32>,
    /// Whether what delivery cost goes back too.
    pub delivery: bool,
    /// A sum beside them, in minor units of the order's currency.
    pub more: i64,
    /// Whether it is given as a gift card, in place of money.
    pub onto_card: bool,
}

/// Why nothing is refunded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum RefundRefusal {
    /// Nothing was asked for.
    #[error("nothing to refund")]
    Nothing,
    /// There is not so much left of what was paid: this is.
    #[error("more than is left")]
    TooMuch(Money),
    /// A line has fewer that were not refunded before.
    #[error("more than were bought")]
    TooMany,
    /// A gift card that was to be given back is not whole any more.
    #[error("spent already")]
    CardSpent,
    /// The money is not taken yet.
    #[error("not paid yet")]
    NotTaken,
}
