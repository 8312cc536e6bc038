//! Whether a shopper may still change an order: until it is packed.

use super::OrderState;
use crate::codes;
use crate::contact::Country;

codes! {
    /// Why an order stays as it is.
    ChangeRefusal {
        /// Somebody packs it, or has packed it: what it says on the parcel is said.
        Packing = "packing",
        /// It does not stand any more.
        Cancelled = "cancelled",
        /// It would go to another country, where delivery and taxes are others than were agreed.
        Country = "country",
    }
}

/// Decides whether an order can be changed: the one place that says what "until it is packed" means. `packing`: whether
/// somebody has begun to pack any of it.
pub fn may_change(state: OrderState, packing: bool) -> Result<(), ChangeRefusal> {
    match state {
        OrderState::Cancelled => Err(ChangeRefusal::Cancelled),
        OrderState::Placed | OrderState::Paid if packing => Err(ChangeRefusal::Packing),
        OrderState::Placed | OrderState::Paid => Ok(()),
    }
}

/// Decides whether what was agreed for one country holds for another. The tariff, the taxes and the duties all follow the
/// country and nothing smaller, so within one a new address costs what the old one did, to the cent. To another country it goes
/// by a change of its own (`orders/items/place.rs`), whose difference is looked at first.
pub fn may_go_to(agreed: Country, wanted: Country) -> Result<(), ChangeRefusal> {
    if agreed == wanted { Ok(()) } else { Err(ChangeRefusal::Country) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_changed_until_it_is_packed() {
        for state in [OrderState::Placed, OrderState::Paid] {
            assert_eq!(may_change(state, false), Ok(()));
            assert_eq!(may_change(state, true), Err(ChangeRefusal::Packing));
        }
        assert_eq!(may_change(OrderState::Cancelled, false), Err(ChangeRefusal::Cancelled));
    }

    #[test]
    fn another_country_is_another_bargain() {
        let estonia = Country::parse("EE").unwrap();
        assert_eq!(may_go_to(Country::LATVIA, Country::LATVIA), Ok(()));
        assert_eq!(may_go_to(Country::LATVIA, estonia), Err(ChangeRefusal::Country));
    }
}
