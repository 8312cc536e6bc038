//! How far an order has come.

use super::OrderState;
use crate::codes;
use crate::delivery::Service;
use crate::tracking::ParcelState;

codes! {
    /// How far an order has come, in the shopper's words.
    Progress {
        /// Goods held, money awaited.
        AwaitingPayment = "awaiting_payment",
        /// Paid; being packed.
        Placed = "placed",
        /// Packed; the label is on.
        Packed = "packed",
        /// With the carrier.
        OnTheWay = "on_the_way",
        /// In the van.
        OutForDelivery = "out_for_delivery",
        /// Waiting at a pickup point.
        ReadyForPickup = "ready_for_pickup",
        /// At the door.
        Delivered = "delivered",
        /// The carrier could not go on.
        Problem = "problem",
        /// On its way back.
        Returning = "returning",
        /// Not to be delivered.
        Cancelled = "cancelled",
    }
}

impl Progress {
    /// The stations of the line that fills.
    pub const LINE: [Progress; 5] =
        [Progress::Placed, Progress::Packed, Progress::OnTheWay, Progress::OutForDelivery, Progress::Delivered];

    /// How many stations of [`Self::LINE`] are reached, 0 to 5.
    pub fn reached(self) -> usize {
        match self {
            Progress::AwaitingPayment | Progress::Cancelled => 0,
            Progress::Placed => 1,
            Progress::Packed => 2,
            Progress::OnTheWay | Progress::Problem | Progress::Returning => 3,
            Progress::OutForDelivery | Progress::ReadyForPickup => 4,
            Progress::Delivered => 5,
        }
    }

    /// Derived from the order's state and its parcel's; what comes without a parcel is there as soon as it is paid.
    pub fn of(state: OrderState, service: Service, parcel: Option<ParcelState>) -> Self {
        use ParcelState as P;
        match (state, parcel) {
            (OrderState::Placed, _) => Progress::AwaitingPayment,
            (OrderState::Cancelled, _) => Progress::Cancelled,
            (OrderState::Paid, None) if service == Service::Online => Progress::Delivered,
            (OrderState::Paid, None) => Progress::Placed,
            (OrderState::Paid, Some(P::LabelCreated)) => Progress::Packed,
            (OrderState::Paid, Some(P::InTransit)) => Progress::OnTheWay,
            (OrderState::Paid, Some(P::OutForDelivery)) => Progress::OutForDelivery,
            (OrderState::Paid, Some(P::PickupReady)) => Progress::ReadyForPickup,
            (OrderState::Paid, Some(P::AttemptFailed | P::Exception)) => Progress::Problem,
            (OrderState::Paid, Some(P::Delivered)) => Progress::Delivered,
            (OrderState::Paid, Some(P::Returning)) => Progress::Returning,
        }
    }
}
