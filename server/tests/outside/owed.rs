//! A payment to talk about to a provider.

use cartwright::outside::payments::Back;
use db::payments::Payment;
use domain::ids::{OrderId, PaymentId};
use domain::money::{Currency, Money};
use domain::orders::OrderNumber;
use domain::payments::{Tally, Way};

pub use db::testing::FRIDAY_MORNING;

/// Ada owes this much, and has just placed her order.
pub fn owed(way: Way, minor: i64, currency: &str) -> Payment {
    Payment {
        id: PaymentId(7),
        order: OrderId(3),
        number: OrderNumber::of(42),
        way,
        provider: "real".to_owned(),
        reference: None,
        tally: Tally::new(Money::new(minor, Currency::parse(currency).unwrap())),
        waiting: None,
        decline: None,
        lang: "lv".to_owned(),
        email: "ada@home.lv".to_owned(),
        name: "Ada Lovelace".to_owned(),
        made_at: FRIDAY_MORNING,
        change: None,
        purse: None,
    }
}

pub fn back() -> Back {
    Back { done: "https://shop.example/lv/orders/42?paid".to_owned(), cancelled: "https://shop.example/lv/orders/42".to_owned() }
}
