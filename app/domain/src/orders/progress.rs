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
        /// Confirmed; not packed yet.
        Placed = "placed",
        /// Packed; the label is on.
        Packed = "packed",
        /// With the carrier.
        OnTheWay = "on_the_way",
        /// Some of its parcels are with the carrier, the others are not yet.
        PartlyOnTheWay = "partly_on_the_way",
        /// In the van.
        OutForDelivery = "out_for_delivery",
        /// Waiting at a pickup point.
        ReadyForPickup = "ready_for_pickup",
        /// Some of its parcels are at the door, the others are not yet.
        PartlyDelivered = "partly_delivered",
        /// At the door.
        Delivered = "delivered",
        /// Nobody was in, or the door was not found: the carrier tries again.
        Missed = "missed",
        /// It is damaged, lost or held up, as the carrier says.
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
            Progress::OnTheWay | Progress::PartlyOnTheWay | Progress::Missed | Progress::Problem | Progress::Returning => 3,
            Progress::OutForDelivery | Progress::ReadyForPickup | Progress::PartlyDelivered => 4,
            Progress::Delivered => 5,
        }
    }

    /// Derived from the order's state and its parcels'; none stands for a piece without a label. What comes without a parcel is
    /// there as soon as it is paid.
    pub fn of(state: OrderState, service: Service, parcels: &[Option<ParcelState>]) -> Self {
        match state {
            OrderState::Placed => Progress::AwaitingPayment,
            OrderState::Cancelled => Progress::Cancelled,
            OrderState::Paid if parcels.is_empty() && service == Service::Online => Progress::Delivered,
            OrderState::Paid => Self::of_all(parcels),
        }
    }

    /// How far a piece has come.
    pub fn of_one(parcel: Option<ParcelState>) -> Self {
        use ParcelState as P;
        match parcel {
            None => Progress::Placed,
            Some(P::LabelCreated) => Progress::Packed,
            Some(P::InTransit) => Progress::OnTheWay,
            Some(P::OutForDelivery) => Progress::OutForDelivery,
            Some(P::PickupReady) => Progress::ReadyForPickup,
            Some(P::AttemptFailed) => Progress::Missed,
            Some(P::Exception) => Progress::Problem,
            Some(P::Delivered) => Progress::Delivered,
            Some(P::Returning) => Progress::Returning,
        }
    }

    /// Whether it needs a word of what is wrong.
    pub const fn is_trouble(self) -> bool {
        matches!(self, Progress::Missed | Progress::Problem | Progress::Returning)
    }

    /// All pieces as one: what needs the shopper first, then what is true of every one of them. Where some are further than
    /// others, that is said; nothing is in the van that is not.
    fn of_all(parcels: &[Option<ParcelState>]) -> Self {
        let each: Vec<Self> = parcels.iter().map(|parcel| Self::of_one(*parcel)).collect();
        let Some(least) = each.iter().copied().min_by_key(|progress| progress.reached()) else { return Progress::Placed };
        let any = |progress| each.contains(&progress);
        let worst = [Progress::Problem, Progress::Returning, Progress::Missed].into_iter().find(|worst| any(*worst));
        if let Some(worst) = worst {
            worst
        } else if each.iter().all(|progress| *progress == least) {
            least
        } else if any(Progress::Delivered) {
            Progress::PartlyDelivered
        } else if least.reached() < Progress::OnTheWay.reached()
            && each.iter().any(|one| one.reached() > Progress::Packed.reached())
        {
            Progress::PartlyOnTheWay
        } else {
            least
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ParcelState as P;
    use proptest::prelude::*;

    fn paid(parcels: &[Option<P>]) -> Progress {
        Progress::of(OrderState::Paid, Service::Standard, parcels)
    }

    #[test]
    fn an_order_is_as_far_as_its_parcels() {
        const L: Option<P> = Some(P::LabelCreated);
        const T: Option<P> = Some(P::InTransit);
        const O: Option<P> = Some(P::OutForDelivery);
        const R: Option<P> = Some(P::PickupReady);
        const D: Option<P> = Some(P::Delivered);
        const X: Option<P> = Some(P::Exception);
        const B: Option<P> = Some(P::Returning);
        let table: &[(&[Option<P>], Progress)] = &[
            (&[], Progress::Placed),
            (&[None], Progress::Placed),
            (&[None, L], Progress::Placed),
            (&[L], Progress::Packed),
            (&[L, L], Progress::Packed),
            (&[T], Progress::OnTheWay),
            (&[T, L], Progress::PartlyOnTheWay),
            (&[T, None], Progress::PartlyOnTheWay),
            (&[T, T], Progress::OnTheWay),
            (&[O, T], Progress::OnTheWay),
            (&[O, O], Progress::OutForDelivery),
            (&[O, L], Progress::PartlyOnTheWay),
            (&[R], Progress::ReadyForPickup),
            (&[R, O], Progress::ReadyForPickup),
            (&[D], Progress::Delivered),
            (&[D, D], Progress::Delivered),
            (&[D, T], Progress::PartlyDelivered),
            (&[D, None], Progress::PartlyDelivered),
            (&[X, D], Progress::Problem),
            (&[Some(P::AttemptFailed), T], Progress::Missed),
            (&[Some(P::AttemptFailed), X], Progress::Problem),
            (&[Some(P::AttemptFailed), B], Progress::Returning),
            (&[B], Progress::Returning),
            (&[B, D], Progress::Returning),
        ];
        for (parcels, progress) in table {
            assert_eq!(paid(parcels), *progress, "{parcels:?}");
        }
    }

    #[test]
    fn gift_cards_need_no_parcel() {
        assert_eq!(Progress::of(OrderState::Paid, Service::Online, &[]), Progress::Delivered);
        assert_eq!(Progress::of(OrderState::Placed, Service::Online, &[]), Progress::AwaitingPayment);
        assert_eq!(Progress::of(OrderState::Cancelled, Service::Standard, &[Some(P::InTransit)]), Progress::Cancelled);
    }

    proptest! {
        #[test]
        fn an_order_is_delivered_when_all_of_it_is(parcels in proptest::collection::vec(proptest::option::of(
            proptest::sample::select(P::ALL)), 1..5)) {
            let all = parcels.iter().all(|parcel| *parcel == Some(P::Delivered));
            prop_assert_eq!(paid(&parcels) == Progress::Delivered, all);
            let mut turned = parcels.clone();
            turned.reverse();
            prop_assert_eq!(paid(&parcels).reached(), paid(&turned).reached(), "whichever is called the first");
        }
    }
}
