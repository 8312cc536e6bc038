//! What a shopper pays: goods and delivery, tax included.

use serde::{Deserialize, Serialize};

use crate::cart::Cart;
use crate::delivery::DeliveryOption;
use crate::money::Money;

/// The sum of a cart, in its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// The goods.
    pub goods: Money,
    /// Delivery.
    pub delivery: Money,
    /// Both: what is charged.
    pub total: Money,
}

/// Adds up a cart and the delivery chosen for it.
pub fn totals(cart: &Cart, delivery: &DeliveryOption) -> Totals {
    let goods = cart.goods();
    // A cart and its delivery are of one currency, and far below what an i64 holds.
    let total = goods.plus(delivery.price).unwrap_or(goods);
    Totals { goods, delivery: delivery.price, total }
}
