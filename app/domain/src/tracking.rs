//! Parcels on their way: what carriers report, in one language.
//!
//! Rooms: `packing` (what goes into which parcel), `after` (what a report makes of a parcel), `dialects` (carriers' codes),
//! `promises` (the days it was said to come on, and why they changed), `stalls` (when silence has lasted too long), `pages`
//! (carriers' own pages), `journey` (its way over the map), `wishes` (what a shopper wishes of one), `collections` (when a carrier
//! fetches it), `labels` (which one staff choose, and giving one back).

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::ids::{EventId, ParcelId};
use crate::time::{Day, Timestamp};

mod after;
mod collections;
mod dialects;
pub mod journey;
mod labels;
mod packing;
mod pages;
mod promises;
mod stalls;
mod wishes;

pub use after::state_after;
pub use collections::{Collection, CollectionRefusal, CollectionState, Window};
pub use dialects::{Dialect, understood};
pub use journey::Spot;
pub use labels::{ChoiceRefusal, ChoiceState, Chosen, Rate, VoidReason, VoidRefusal, VoidState};
pub use packing::{
    BroughtRefusal, Carton, NoteRefusal, PackersNote, Piece, Share, SplitRefusal, Weighed, number_typed, pack, split,
};
pub use pages::{Brand, page_of};
pub use promises::{Promise, promises, reason};
pub use stalls::{late_since, next_look, silent_since};
pub use wishes::{Instructions, Wish, WishKind, WishRefusal, WishState, Wished, later_days, may_wish};

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
        /// Something holds it up: damaged, lost, not let through.
        Exception = "exception",
        /// The carrier wrote something down that the shop has no word for. It moves nothing.
        Unknown = "unknown",
    }
}

impl CheckpointKind {
    /// The state a parcel is in after it; none for what moves nothing.
    pub fn state(self) -> Option<ParcelState> {
        Some(match self {
            CheckpointKind::Label => ParcelState::LabelCreated,
            CheckpointKind::PickedUp | CheckpointKind::Hub | CheckpointKind::Customs | CheckpointKind::Delay => {
                ParcelState::InTransit
            }
            CheckpointKind::OutForDelivery => ParcelState::OutForDelivery,
            CheckpointKind::AttemptFailed => ParcelState::AttemptFailed,
            CheckpointKind::PickupReady => ParcelState::PickupReady,
            CheckpointKind::Delivered => ParcelState::Delivered,
            CheckpointKind::Returning => ParcelState::Returning,
            CheckpointKind::Exception => ParcelState::Exception,
            CheckpointKind::Unknown => return None,
        })
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
    /// The carrier's own code and words, for staff; empty when the shop's say it all.
    pub said: String,
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
    /// Who tells of it, by the name of its webhook.
    pub carrier: String,
    /// Who brings it, as shoppers know them, where that is somebody else; empty when it is who tells.
    pub brand: String,
    /// Carrier's number.
    pub number: String,
    /// The carrier's own page about it; empty when it has none.
    pub page: String,
    /// How far it has come.
    pub state: ParcelState,
    /// When its label was made.
    pub made_at: Timestamp,
    /// When its carrier was last asked because nothing was heard.
    pub asked_at: Option<Timestamp>,
    /// The day it should come, by the last word of the carrier.
    pub expected: Option<Day>,
    /// The days it was said to come on, the oldest first; the last is the one that holds.
    pub promises: Vec<Promise>,
    /// Checkpoints, by the carrier's clock, the oldest first.
    pub checkpoints: Vec<Recorded>,
}

impl Parcel {
    /// When it last moved or was said to: its newest checkpoint, or its label.
    pub fn last_news(&self) -> Timestamp {
        let told = self.checkpoints.iter().map(|recorded| &recorded.checkpoint);
        let told = told.filter(|checkpoint| checkpoint.kind != CheckpointKind::Unknown).map(|checkpoint| checkpoint.at).max();
        told.map_or(self.made_at, |told| told.max(self.made_at))
    }
}
