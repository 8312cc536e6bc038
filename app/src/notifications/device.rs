//! A device as its browser names it.

use serde::{Deserialize, Serialize};

/// What a browser's push service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedDevice {
    /// Where it is told.
    pub endpoint: String,
    /// Its public key, in base64url.
    pub p256dh: String,
    /// What it shares with the shop, in base64url.
    pub auth: String,
}
