//! From when on delivery costs nothing.

use serde::{Deserialize, Serialize};

use super::Zone;
use crate::contact::Country;
use crate::exchange::Exchange;
use crate::money::Money;

/// How far goods are from free delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Free {
    /// The worth of goods in the shop's books from which everything but express is free.
    pub from: Money,
    /// What is missing; zero when nothing is.
    pub missing: Money,
}

impl Free {
    /// How much of the way is done, 0 to 100.
    pub fn percent(&self) -> u32 {
        let done = self.from.minor - self.missing.minor;
        u32::try_from((done * 100 / self.from.minor.max(1)).clamp(0, 100)).unwrap_or(0)
    }
}

/// How far goods of this worth in the shop's books are from free delivery between these countries; none where it is never
/// free. `exchange` leads from the tariff's currency to that of the books; goods of another currency cannot be compared.
pub fn free(goods: Money, from: Country, to: Country, exchange: &Exchange) -> Option<Free> {
    let from = exchange.price(Zone::between(from, to)?.free_from()?);
    let missing = Money::new(from.minor.saturating_sub(goods.minor).max(0), from.currency);
    (goods.currency == from.currency).then_some(Free { from, missing })
}
