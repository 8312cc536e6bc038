//! Paying in parts: how much when.

use super::Way;
use crate::money::Money;
use crate::tax::shares;
use crate::time::Day;

/// One part of a sum that is paid later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// When.
    pub on: Day,
    /// How much.
    pub sum: Money,
}

impl Way {
    /// In how many parts the shopper pays, and how many days lie between them: Klarna's "Pay in 3" is paid monthly, Afterpay
    /// in four every two weeks, both the first at once and without interest.
    pub const fn parts(self) -> Option<(u32, i64)> {
        match self {
            Way::Klarna => Some((3, 30)),
            Way::Afterpay => Some((4, 14)),
            _ => None,
        }
    }
}

/// The parts in which a sum is paid, the first today; nothing for a way that is paid at once. They add up to the sum.
pub fn parts(way: Way, sum: Money, today: Day) -> Vec<Part> {
    let Some((count, days)) = way.parts() else { return Vec::new() };
    let equal = vec![1; count as usize];
    let part = |(at, sum)| Part { on: today.plus(days * at), sum };
    (0..).zip(shares(sum, &equal)).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    #[test]
    fn three_parts_of_ten_euros_are_ten_euros() {
        let parts = parts(Way::Klarna, Money::new(1000, Currency::EUR), Day(20_000));
        let told: Vec<_> = parts.iter().map(|part| (part.on.0, part.sum.minor)).collect();
        assert_eq!(told, [(20_000, 334), (20_030, 333), (20_060, 333)]);
        assert_eq!(super::parts(Way::Card, Money::new(1000, Currency::EUR), Day(20_000)), []);
    }
}
