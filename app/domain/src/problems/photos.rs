//! Pictures of what is wrong with an order.

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::ids::PhotoId;

/// So many pictures go with a problem at most.
pub const MOST_PHOTOS: usize = 3;

/// So many characters of a refused picture's name are told.
const LONGEST_NAME: usize = 80;

/// A picture of a problem, as the darkroom made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Id.
    pub id: PhotoId,
    /// Width in pixels, where it is shown large.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

codes! {
    /// How large a picture of a problem is shown.
    PhotoSize {
        /// At a glance.
        Small = "small",
        /// So that a scratch can be seen.
        Large = "large",
    }
}

codes! {
    /// Why a picture is not taken.
    PhotoFlaw {
        /// It has more bytes than are taken.
        Large = "large",
        /// It is no JPEG, PNG, WebP or GIF.
        Kind = "kind",
        /// It is one, and cannot be opened.
        Broken = "broken",
        /// It has too many pixels, or none.
        Pixels = "pixels",
        /// Its name ends as another kind than it is.
        Misnamed = "misnamed",
        /// There are as many already as go with a problem.
        Many = "many",
        /// The shop could not keep it; it is as good as any.
        Ours = "ours",
    }
}

/// A picture that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedPhoto {
    /// What its file is called on the shopper's device.
    pub name: String,
    /// Why.
    pub why: PhotoFlaw,
}

impl RefusedPhoto {
    /// With as much of its name as is told; controls are no part of one.
    pub(super) fn cut(self) -> Self {
        Self { name: self.name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect(), why: self.why }
    }
}
