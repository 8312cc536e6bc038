//! Whether a shopper may still cancel an order: at once until somebody packs it, and by asking until its parcel has left.

use serde::{Deserialize, Serialize};

use super::OrderState;
use crate::gift_cards::IssuedCard;
use crate::tracking::ParcelState;

/// Why an order is not cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum CancelRefusal {
    /// Somebody packs it, or has packed it: whether it can be kept back is asked of them.
    #[error("it is being packed")]
    Packing,
    /// Nobody packs it yet, so nobody needs to be asked.
    #[error("it can be cancelled at once")]
    AtOnce,
    /// That was asked before.
    #[error("asked before")]
    Asked,
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

/// Decides whether a shopper may cancel an order at once, of which these gift cards were `issued`. `packing`: whether somebody
/// has begun to pack any of it. A parcel that only has a label is still on the packing bench; of several, none may have left.
pub fn may_cancel(
    state: OrderState,
    packing: bool,
    parcels: &[Option<ParcelState>],
    issued: &[IssuedCard],
) -> Result<(), CancelRefusal> {
    let on_the_bench = parcels.iter().all(|parcel| matches!(parcel, None | Some(ParcelState::LabelCreated)));
    match state {
        OrderState::Cancelled => Err(CancelRefusal::Cancelled),
        OrderState::Placed | OrderState::Paid if !on_the_bench => Err(CancelRefusal::Left),
        OrderState::Placed | OrderState::Paid if !issued.is_empty() => Err(CancelRefusal::CardsIssued),
        OrderState::Placed | OrderState::Paid if packing => Err(CancelRefusal::Packing),
        OrderState::Placed | OrderState::Paid => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_cancelled_until_it_is_packed_asked_for_until_it_leaves_and_once() {
        let label = Some(ParcelState::LabelCreated);
        for state in [OrderState::Placed, OrderState::Paid] {
            assert_eq!(may_cancel(state, false, &[], &[]), Ok(()));
            for parcels in [vec![], vec![None], vec![label], vec![label, None]] {
                assert_eq!(may_cancel(state, true, &parcels, &[]), Err(CancelRefusal::Packing));
            }
        }
        for parcel in ParcelState::ALL.iter().filter(|parcel| **parcel != ParcelState::LabelCreated) {
            for parcels in [vec![Some(*parcel)], vec![label, Some(*parcel)]] {
                assert_eq!(may_cancel(OrderState::Paid, true, &parcels, &[]), Err(CancelRefusal::Left), "{parcel:?}");
            }
        }
        assert_eq!(may_cancel(OrderState::Cancelled, false, &[], &[]), Err(CancelRefusal::Cancelled));
    }
}
