//! Being told when a thing in a list costs less.

use serde::{Deserialize, Serialize};

use crate::ids::VariantId;

/// For so many days whoever asked for it is told of the things in a list; then they are asked anew.
pub const WATCHED_DAYS: i64 = 365;

/// A price that fell, in minor units of the shop's own books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fall {
    /// Of what.
    pub variant: VariantId,
    /// What its keeper knew it cost.
    pub from: i64,
    /// What it cost when the letter was written.
    pub to: i64,
}

impl Fall {
    /// The same thing fell once more: from where it was first, to where it is now.
    #[must_use]
    pub const fn then(self, later: Self) -> Self {
        Self { to: later.to, ..self }
    }

    /// Whether it is as cheap still.
    pub const fn holds(self, price: i64) -> bool {
        price <= self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_that_fell_twice_fell_all_the_way_and_one_that_rose_is_no_news() {
        let fall = |from, to| Fall { variant: VariantId(1), from, to };
        assert_eq!(fall(2100, 1900).then(fall(1900, 1500)), fall(2100, 1500));
        assert!(fall(2100, 1900).holds(1900) && fall(2100, 1900).holds(1800) && !fall(2100, 1900).holds(1950));
    }
}
