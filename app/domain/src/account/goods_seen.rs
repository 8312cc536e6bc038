//! What somebody has looked at, kept with their account.

use crate::ids::ProductId;

/// What is kept of what somebody looked at, since they have asked for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoodsSeen {
    /// The goods shoppers still find, the one seen last first.
    pub goods: Vec<ProductId>,
    /// Which time something came from a browser was the last; 0 where nothing came yet.
    pub join: i64,
    /// How many things came then, if that is not long ago and they were not taken out again.
    pub came: i64,
}

impl GoodsSeen {
    /// So many are kept.
    pub const MOST: u32 = 50;
    /// Each for so many days after it was seen last.
    pub const DAYS: u32 = 180;
    /// So many a browser keeps.
    pub const IN_A_BROWSER: usize = 12;
}
