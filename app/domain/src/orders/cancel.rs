//! Whether a shopper may still cancel an order: for as long as its parcel has not left.

use serde::{Deserialize, Serialize};

use super::OrderState;
use crate::gift_cards::IssuedCard;
use crate::tracking::ParcelState;

/// Why an order is not cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum CancelRefusal {
    /// The carrier has its parcel: it can only be sent back.
    #[error("the parcel has left")]
    Left,
    /// Gift cards are worth something because of it, which their owners may have been promised: staff decide about it.
    #[error("it has brought gift cards")]
    CardsIssued,
    /// It does not stand any more.
    #[error("cancelled before")]
    Cancelled,
}

/// Decides whether a shopper may cancel an order, of which these gift cards were `issued`. A parcel that only has a label is
/// still on the packing bench.
pub fn may_cancel(state: OrderState, parcel: Option<ParcelState>, issued: &[IssuedCard]) -> Result<(), CancelRefusal> {
    match (state, parcel) {
        (OrderState::Cancelled, _) => Err(CancelRefusal::Cancelled),
        (OrderState::Placed | OrderState::Paid, None | Some(ParcelState::LabelCreated)) if issued.is_empty() => Ok(()),
        (OrderState::Placed | OrderState::Paid, None | Some(ParcelState::LabelCreated)) => Err(CancelRefusal::CardsIssued),
        (OrderState::Placed | OrderState::Paid, Some(_)) => Err(CancelRefusal::Left),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_cancelled_until_its_parcel_leaves_and_once() {
        for state in [OrderState::Placed, OrderState::Paid] {
            assert_eq!(may_cancel(state, None, &[]), Ok(()));
            assert_eq!(may_cancel(state, Some(ParcelState::LabelCreated), &[]), Ok(()));
        }
        for parcel in ParcelState::ALL.iter().filter(|parcel| **parcel != ParcelState::LabelCreated) {
            assert_eq!(may_cancel(OrderState::Paid, Some(*parcel), &[]), Err(CancelRefusal::Left), "{parcel:?}");
        }
        assert_eq!(may_cancel(OrderState::Cancelled, None, &[]), Err(CancelRefusal::Cancelled));
    }
}
