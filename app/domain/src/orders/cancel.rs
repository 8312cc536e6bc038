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
/// still on the packing bench; of several, none may have left.
pub fn may_cancel(state: OrderState, parcels: &[Option<ParcelState>], issued: &[IssuedCard]) -> Result<(), CancelRefusal> {
    let on_the_bench = parcels.iter().all(|parcel| matches!(parcel, None | Some(ParcelState::LabelCreated)));
    match state {
        OrderState::Cancelled => Err(CancelRefusal::Cancelled),
        OrderState::Placed | OrderState::Paid if !on_the_bench => Err(CancelRefusal::Left),
        OrderState::Placed | OrderState::Paid if issued.is_empty() => Ok(()),
        OrderState::Placed | OrderState::Paid => Err(CancelRefusal::CardsIssued),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_cancelled_until_its_first_parcel_leaves_and_once() {
        let label = Some(ParcelState::LabelCreated);
        for state in [OrderState::Placed, OrderState::Paid] {
            for parcels in [vec![], vec![None], vec![label], vec![label, None]] {
                assert_eq!(may_cancel(state, &parcels, &[]), Ok(()));
            }
        }
        for parcel in ParcelState::ALL.iter().filter(|parcel| **parcel != ParcelState::LabelCreated) {
            assert_eq!(may_cancel(OrderState::Paid, &[Some(*parcel)], &[]), Err(CancelRefusal::Left), "{parcel:?}");
            assert_eq!(may_cancel(OrderState::Paid, &[label, Some(*parcel)], &[]), Err(CancelRefusal::Left), "{parcel:?}");
        }
        assert_eq!(may_cancel(OrderState::Cancelled, &[], &[]), Err(CancelRefusal::Cancelled));
    }
}
