//! Notices on devices: the port, behind which a browser's push service is told (RFC 8030).
//!
//! [`services`] tells the real ones, which each browser has of its maker; [`local`] stands in for one in a shop to try out: it
//! checks what they check, and is the device too. [`vapid`] says who sends (RFC 8292), [`sealed`] lets only the device read
//! (RFC 8291).
//!
//! The crates for Web Push were looked at: `web-push` and `ece` want OpenSSL, `web-push-native` brings a library of JWT along
//! for one signature. What is needed is two pages on RustCrypto, held against the example of RFC 8291.

use db::notifications::Device;

use super::Soon;

pub mod local;
pub mod sealed;
pub mod services;
pub mod vapid;

pub use services::Services;

/// How soon a device is to wake for it (RFC 8030, 5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// When it is awake anyway.
    Normal,
    /// At once.
    High,
}

impl Urgency {
    /// As the header says it.
    pub const fn code(self) -> &'static str {
        match self {
            Urgency::Normal => "normal",
            Urgency::High => "high",
        }
    }
}

/// What a device is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it reads.
    pub says: Vec<u8>,
    /// A newer notice of the same topic takes the place of one that was not brought yet: 32 letters at most.
    pub topic: String,
    /// How soon.
    pub urgency: Urgency,
    /// How long a device that cannot be reached is waited for, in seconds.
    pub seconds: i64,
}

/// Why a device was not told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unheard {
    /// There is no such device any more.
    #[error("the device is gone: {0}")]
    Gone(String),
    /// It is not taken, however often it is tried.
    #[error("it is refused: {0}")]
    Refused(String),
    /// Not now; in so many seconds, where that was said.
    #[error("not now: {0}")]
    Later(String, Option<i64>),
}

/// Whoever tells devices.
pub trait Push: Send + Sync {
    /// Tells one. Where no answer comes it may have been told: the notice is then sent again, and the device knows it again.
    fn push<'a>(&'a self, device: &'a Device, notice: &'a Notice) -> Soon<'a, Result<String, Unheard>>;
}
