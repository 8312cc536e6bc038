//! Messages to shoppers: which there are, how they are carried, and when each is sent.
//!
//! Kinds are in `notifications/kind.rs`, the hours in which somebody may be disturbed in `notifications/hours.rs`, what is sent
//! together and what is dropped in `notifications/plan.rs`, what fits into a text message in `notifications/sms.rs`.

use serde::{Deserialize, Serialize};

use crate::ids::{CartId, ChangeId, ParcelId, VariantId, WishlistId};
use crate::money::Money;
use crate::time::{Day, Timestamp};
use crate::tracking::CheckpointKind;
use crate::wishlists::Fall;

mod hours;
mod kind;
mod plan;
mod sms;

pub use hours::{Hours, hours, open_from};
pub use kind::{Channel, Class, Kind};
pub use plan::{Noted, Plan, TOGETHER_SECONDS, plan};
pub use sms::{ONE_GSM, ONE_UCS, fitted, segments};

/// What a message says beside what its order says: kept with it, since it is true of the moment it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Particulars {
    /// A sum, such as what went back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sum: Option<Money>,
    /// A day: when a parcel comes now, or until when things can be sent back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// A moment: until when it can be paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// Why a parcel is late.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<CheckpointKind>,
    /// Where something is: a pickup point, a sorting centre.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// What staff say, in their own words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub said: String,
    /// The parcel it is about, where that is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parcel: Option<ParcelId>,
    /// The change of what was ordered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangeId>,
    /// Whether an order was given up because its money did not come.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unpaid: bool,
    /// The variant that is back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<VariantId>,
    /// The wish list it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<WishlistId>,
    /// What costs less in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fallen: Vec<Fall>,
    /// The cart that was left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cart: Option<CartId>,
    /// Of what the secret of the link in it is made.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub pass: String,
}
