//! Parcels on their way: what carriers report, in one language.

pub use journey::Spot;
use serde::{Deserialize, Serialize};

use crate::codes;
use crate::ids::{EventId, ParcelId};
use crate::time::{Day, Timestamp};

pub mod journey;

codes! {
    /// How far a parcel has come.
    ParcelState {
        /// Packed, with a label.
        LabelCreated = "label_created",
        /// With the carrier.
        InTransit = "in_transit",
        /// In the van.
        OutForDelivery = "out_for_delivery",
        /// Waiting at a pickup point.
        PickupReady = "pickup_ready",
        /// Nobody was in, or the door was not found.
        AttemptFailed = "attempt_failed",
        /// Something holds it up.
        Exception = "exception",
        /// At the door.
        Delivered = "delivered",
        /// On its way back.
        Returning = "returning",
    }
}

codes! {
    /// What a checkpoint tells, finer than the state it leads to.
    CheckpointKind {
        /// The label was made.
        Label = "label",
        /// The carrier has it.
        PickedUp = "picked_up",
        /// It came to a sorting centre.
        Hub = "hub",
        /// It is with customs.
        Customs = "customs",
        /// It will be later than said.
        Delay = "delay",
        /// It is in the van.
        OutForDelivery = "out_for_delivery",
        /// Nobody was in.
        AttemptFailed = "attempt_failed",
        /// It waits at a pickup point.
        PickupReady = "pickup_ready",
        /// It is at the door.
        Delivered = "delivered",
        /// It goes back.
        Returning = "returning",
    }
}

impl CheckpointKind {
    /// The state a parcel is in after it.
    pub fn state(self) -> ParcelState {
        match self {
            CheckpointKind::Label => ParcelState::LabelCreated,
            CheckpointKind::PickedUp | CheckpointKind::Hub | CheckpointKind::Customs | CheckpointKind::Delay => {
                ParcelState::InTransit
            }
            CheckpointKind::OutForDelivery => ParcelState::OutForDelivery,
            CheckpointKind::AttemptFailed => ParcelState::AttemptFailed,
            CheckpointKind::PickupReady => ParcelState::PickupReady,
            CheckpointKind::Delivered => ParcelState::Delivered,
            CheckpointKind::Returning => ParcelState::Returning,
        }
    }
}

/// A carrier's report of a parcel, as its webhook or its answer told it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// The carrier's own id of the event: the same event may come twice.
    pub event: String,
    /// What happened.
    pub kind: CheckpointKind,
    /// When, by the carrier's clock.
    pub at: Timestamp,
    /// Where, such as `Leipzig, DE`; empty when not said.
    pub place: String,
    /// Minutes east of UTC at that place.
    pub offset_minutes: i16,
    /// The day it now should come, when the carrier says so.
    pub expected: Option<Day>,
}

/// A checkpoint with the shop's own number for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// Grows in the order the shop heard of them.
    pub id: EventId,
    /// The report.
    pub checkpoint: Checkpoint,
}

/// A parcel and its way so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    /// Id.
    pub id: ParcelId,
    /// Carrier's name.
    pub carrier: String,
    /// Carrier's number.
    pub number: String,
    /// How far it has come.
    pub state: ParcelState,
    /// The day it should come, by the last word of the carrier.
    pub expected: Option<Day>,
    /// Days it should have come, before they changed; the oldest first.
    pub expected_before: Vec<Day>,
    /// Checkpoints, by the carrier's clock, the oldest first.
    pub checkpoints: Vec<Recorded>,
}

/// The state after hearing of `kind` at `at`, when the newest checkpoint so far was at `latest`.
///
/// Reports come late and out of order: an older one never moves a parcel back, and only a return moves it
/// from delivered.
pub fn state_after(state: ParcelState, latest: Option<Timestamp>, kind: CheckpointKind, at: Timestamp) -> ParcelState {
    let stale = latest.is_some_and(|latest| at < latest);
    let done = state == ParcelState::Delivered && kind != CheckpointKind::Returning;
    if kind == CheckpointKind::Delivered && state != ParcelState::Returning {
        return ParcelState::Delivered;
    }
    if stale || done { state } else { kind.state() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CheckpointKind as K;
    use ParcelState as S;

    const fn minute(minute: i64) -> Timestamp {
        Timestamp(minute * 60_000)
    }

    #[test]
    fn a_late_report_does_not_move_a_parcel_back() {
        assert_eq!(state_after(S::OutForDelivery, Some(minute(90)), K::Hub, minute(30)), S::OutForDelivery);
        assert_eq!(state_after(S::InTransit, Some(minute(30)), K::OutForDelivery, minute(90)), S::OutForDelivery);
    }

    #[test]
    fn delivered_stays_delivered_but_for_a_return() {
        for kind in [K::Hub, K::OutForDelivery, K::AttemptFailed, K::Delay, K::Label] {
            assert_eq!(state_after(S::Delivered, Some(minute(90)), kind, minute(95)), S::Delivered);
        }
        assert_eq!(state_after(S::Delivered, Some(minute(90)), K::Returning, minute(200)), S::Returning);
    }

    #[test]
    fn delivered_counts_even_when_its_clock_is_behind() {
        assert_eq!(state_after(S::OutForDelivery, Some(minute(90)), K::Delivered, minute(80)), S::Delivered);
    }
}
