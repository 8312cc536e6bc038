//! Whether an order stands, and what changes that.

use crate::codes;

codes! {
    /// Whether an order stands. The parcel's life is another axis.
    OrderState {
        /// Written down, goods held, money awaited.
        Placed = "placed",
        /// Paid, or its money is certain.
        Paid = "paid",
        /// Will not be delivered; nothing is held, nothing is owed.
        Cancelled = "cancelled",
    }
}

codes! {
    /// What happened to an order.
    OrderEvent {
        /// It was written down.
        Placed = "placed",
        /// The money came.
        PaymentTaken = "payment_taken",
        /// The money is certain: it is reserved, or paid at the door.
        PaymentPromised = "payment_promised",
        /// A part of the money came.
        PaymentPart = "payment_part",
        /// Money came that was not waited for any more, or was there already; it goes back.
        PaymentUnwanted = "payment_unwanted",
        /// What was promised did not come.
        PaymentBroken = "payment_broken",
        /// Money that was given back came back; it is a gift card now.
        RefundBounced = "refund_bounced",
        /// The money did not come in time.
        PaymentExpired = "payment_expired",
        /// The shopper did not want it any more, and its parcel had not left.
        CancelledByShopper = "cancelled_by_shopper",
        /// The shopper asked to cancel it while it was packed.
        CancelAsked = "cancel_asked",
        /// Staff said that it cannot be cancelled any more.
        CancelDeclined = "cancel_declined",
        /// The shopper said that it goes elsewhere, before it was packed.
        AddressChanged = "address_changed",
        /// The shopper has changed what is in it, before it was packed.
        ItemsChanged = "items_changed",
        /// The shopper has changed how it is sent, before it was packed.
        WayChanged = "way_changed",
    }
}

/// An event that does not fit the state. Whoever sent it was late, early or wrong; the order stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an order that is {state:?} cannot take {event:?}")]
pub struct Unfit {
    /// The state.
    pub state: OrderState,
    /// The event.
    pub event: OrderEvent,
}

impl OrderState {
    /// The table: in which state what leads to which. The books hold to it too, by a trigger on `orders`.
    pub const STEPS: &[(Self, OrderEvent, Self)] = {
        use {OrderEvent as E, OrderState as S};
        &[
            (S::Placed, E::PaymentTaken, S::Paid),
            (S::Placed, E::PaymentPromised, S::Paid),
            (S::Placed, E::PaymentExpired, S::Cancelled),
            (S::Placed, E::CancelledByShopper, S::Cancelled),
            (S::Paid, E::CancelledByShopper, S::Cancelled),
            // An order that was given up for lack of money can be paid late when its goods could be held again.
            (S::Cancelled, E::PaymentTaken, S::Paid),
            (S::Cancelled, E::PaymentPromised, S::Paid),
        ]
    };

    /// What an event makes of it: the only way a state changes.
    pub fn apply(self, event: OrderEvent) -> Result<Self, Unfit> {
        let step = Self::STEPS.iter().find(|(from, upon, _)| (*from, *upon) == (self, event));
        step.map(|(_, _, to)| *to).ok_or(Unfit { state: self, event })
    }

    /// Whether anything leads from here to there in one step.
    pub fn may_become(self, next: Self) -> bool {
        Self::STEPS.iter().any(|(from, _, to)| (*from, *to) == (self, next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paid_order_is_never_cancelled_for_lack_of_money() {
        assert!(OrderState::Paid.apply(OrderEvent::PaymentExpired).is_err());
        assert_eq!(OrderState::Placed.apply(OrderEvent::PaymentExpired), Ok(OrderState::Cancelled));
        assert!(OrderState::Paid.apply(OrderEvent::PaymentTaken).is_err());
    }

    #[test]
    fn a_shopper_cancels_an_order_once() {
        assert_eq!(OrderState::Paid.apply(OrderEvent::CancelledByShopper), Ok(OrderState::Cancelled));
        assert!(OrderState::Cancelled.apply(OrderEvent::CancelledByShopper).is_err());
    }

    #[test]
    fn nothing_leads_to_two_places_or_nowhere() {
        for (at, (from, event, to)) in OrderState::STEPS.iter().enumerate() {
            assert_ne!(from, to, "{event:?} is no step");
            let again = OrderState::STEPS[..at].iter().any(|(other, upon, _)| (other, upon) == (from, event));
            assert!(!again, "{from:?} and {event:?} stand in the table twice");
        }
        assert!(OrderState::ALL.iter().all(|state| !state.may_become(OrderState::Placed)), "an order is placed once");
    }
}
