//! Wishing to be told when a thing that is sold out is back.

use serde::{Deserialize, Serialize};

/// A wish is kept for so many days; a thing that takes longer is not waited for.
pub const KEPT_DAYS: i64 = 365;

/// Why nobody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum WishRefusal {
    /// There is nothing to wait for.
    #[error("it can be bought now")]
    InStock,
}
