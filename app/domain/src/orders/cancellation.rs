//! Asking to cancel an order that is being packed: whoever packs it says whether its parcel can still be kept back.

use serde::{Deserialize, Serialize};

use super::OrderNumber;
use crate::codes;
use crate::problems::plain;
use crate::time::Timestamp;

codes! {
    /// The life of a wish to cancel what is being packed. An order has one at most.
    CancellationState {
        /// Its shopper waits for an answer.
        Asked = "asked",
        /// The order is cancelled.
        Granted = "granted",
        /// The order comes as it is.
        Declined = "declined",
        /// A parcel of it left before anybody answered.
        Overtaken = "overtaken",
    }
}

codes! {
    /// What happens to such a wish.
    CancellationEvent {
        /// Staff say yes.
        Granted = "granted",
        /// Staff say no.
        Declined = "declined",
        /// The carrier has a parcel of the order.
        ParcelLeft = "parcel_left",
    }
}

impl CancellationState {
    /// The table: in which state what leads to which. The books hold to it too, by a trigger on `cancellations`.
    pub const STEPS: &[(Self, CancellationEvent, Self)] = &[
        (Self::Asked, CancellationEvent::Granted, Self::Granted),
        (Self::Asked, CancellationEvent::Declined, Self::Declined),
        (Self::Asked, CancellationEvent::ParcelLeft, Self::Overtaken),
    ];

    /// What an event makes of it; none where it does not fit: somebody else, or the parcel, was faster.
    pub fn apply(self, event: CancellationEvent) -> Option<Self> {
        Self::STEPS.iter().find(|(from, upon, _)| (*from, *upon) == (self, event)).map(|(_, _, to)| *to)
    }

    /// Whether anything leads from here to there in one step.
    pub fn may_become(self, next: Self) -> bool {
        Self::STEPS.iter().any(|(from, _, to)| (*from, *to) == (self, next))
    }
}

/// So many characters say why at most.
pub const MOST_WHY: usize = 500;

/// So many characters are answered at most.
pub const MOST_ANSWERED: usize = 1000;

/// A wish to cancel an order that is being packed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancellation {
    /// How far it has come.
    pub state: CancellationState,
    /// Why, in the shopper's words; empty where nothing was said.
    pub said: String,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// What staff answered; empty where a yes says it all, and while nobody has.
    pub answer: String,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

/// Such a wish as the desk sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancellationRow {
    /// The order.
    pub order: OrderNumber,
    /// It.
    pub cancellation: Cancellation,
}

codes! {
    /// Why a wish to cancel is not answered so.
    AnswerRefusal {
        /// Somebody else has answered it.
        Answered = "answered",
        /// The parcel was faster.
        Left = "left",
        /// The order has brought gift cards meanwhile, which others may hold: its money goes back by hand.
        Cards = "cards",
        /// A no says nothing, or more is said than is read.
        Unsaid = "unsaid",
    }
}

/// Reads why somebody would cancel. None where it says more than is read.
pub fn why_typed(typed: &str) -> Option<String> {
    Some(plain(typed)).filter(|said| said.chars().count() <= MOST_WHY)
}

/// Reads what staff answer: a no says why, a yes may.
pub fn cancellation_answer(yes: bool, typed: &str) -> Result<String, AnswerRefusal> {
    let said = plain(typed);
    let silent = said.is_empty() && !yes;
    if silent || said.chars().count() > MOST_ANSWERED { Err(AnswerRefusal::Unsaid) } else { Ok(said) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_to_cancel_ends_once() {
        for (event, ended) in [
            (CancellationEvent::Granted, CancellationState::Granted),
            (CancellationEvent::Declined, CancellationState::Declined),
            (CancellationEvent::ParcelLeft, CancellationState::Overtaken),
        ] {
            assert_eq!(CancellationState::Asked.apply(event), Some(ended));
            assert!(CancellationEvent::ALL.iter().all(|event| ended.apply(*event).is_none()), "{ended:?}");
        }
    }

    #[test]
    fn a_no_says_why_and_a_yes_may() {
        assert_eq!(cancellation_answer(true, " \r\n"), Ok(String::new()));
        assert_eq!(cancellation_answer(false, " \r\n"), Err(AnswerRefusal::Unsaid));
        assert_eq!(cancellation_answer(false, " It is in\r\nthe van. "), Ok("It is in\nthe van.".to_owned()));
        assert_eq!(cancellation_answer(true, &"x".repeat(MOST_ANSWERED + 1)), Err(AnswerRefusal::Unsaid));
    }

    #[test]
    fn why_is_read_to_its_end_or_not_taken() {
        assert_eq!(why_typed(""), Some(String::new()));
        assert_eq!(why_typed(&"x".repeat(MOST_WHY + 1)), None);
    }
}
