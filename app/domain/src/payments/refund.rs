//! Refunds: how much goes back for lines, delivery, or a sum that was agreed on.

use serde::{Deserialize, Serialize};

use super::Tally;
use crate::money::Money;
use crate::orders::Order;

/// What is to be refunded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// How many of each line, in the order's own sequence.
    pub lines: Vec<u32>,
    /// Whether what delivery cost goes back too.
    pub delivery: bool,
    /// A sum beside them, in minor units of the order's currency.
    pub more: i64,
}

/// What of an order was refunded before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refunded {
    /// How many of each line.
    pub lines: Vec<u32>,
    /// Whether delivery was.
    pub delivery: bool,
}

/// Why nothing is refunded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum RefundRefusal {
    /// Nothing was asked for.
    #[error("nothing to refund")]
    Nothing,
    /// There is not so much left of what was paid: this is.
    #[error("more than is left")]
    TooMuch(Money),
    /// A line has fewer that were not refunded before.
    #[error("more than were bought")]
    TooMany(usize),
    /// The money is not taken yet.
    #[error("not paid yet")]
    NotTaken,
}

impl Wanted {
    /// The sum that goes back, if it can. Of a line's price each of its things has its share, to the minor unit: refunded one by
    /// one they are the line.
    pub fn sum(&self, order: &Order, before: &Refunded, tally: Tally) -> Result<Money, RefundRefusal> {
        if tally.refundable() == 0 {
            return Err(if tally.taken == 0 { RefundRefusal::NotTaken } else { RefundRefusal::TooMuch(self.money(order, 0)) });
        }
        let mut sum = self.more.max(0);
        for (at, line) in order.lines.iter().enumerate() {
            let count = self.lines.get(at).copied().unwrap_or(0);
            let gone = before.lines.get(at).copied().unwrap_or(0);
            if count > line.quantity.saturating_sub(gone) {
                return Err(RefundRefusal::TooMany(at));
            }
            sum += share(line.total.minor, gone + count, line.quantity) - share(line.total.minor, gone, line.quantity);
        }
        if self.delivery && !before.delivery {
            sum += order.delivery.minor;
        }
        match sum {
            0 => Err(RefundRefusal::Nothing),
            sum if sum > tally.refundable() => Err(RefundRefusal::TooMuch(self.money(order, tally.refundable()))),
            sum => Ok(self.money(order, sum)),
        }
    }

    fn money(&self, order: &Order, minor: i64) -> Money {
        Money::new(minor, order.total.currency)
    }
}

/// What so many of a line cost.
fn share(total: i64, count: u32, of: u32) -> i64 {
    total * i64::from(count) / i64::from(of.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_of_a_line_refunded_one_by_one_are_the_line() {
        let each: i64 = (0..3).map(|at| share(1000, at + 1, 3) - share(1000, at, 3)).sum();
        assert_eq!(each, 1000);
        assert_eq!(share(1000, 1, 3), 333);
    }
}
