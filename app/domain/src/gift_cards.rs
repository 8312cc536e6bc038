//! Gift cards: money paid in beforehand, or given in place of money back, that pays for a part of an order.
//!
//! A gift card is a means of payment, not an offer: it pays after all that is off, and the tax of the goods stays what it is (a
//! voucher for goods of several rates is taxed when it is spent: Directive (EU) 2016/1065). It does not run out, and pays in the
//! currency it was bought in. It does not buy other gift cards: what was bought with a stolen card could not be taken back then.
//!
//! What is given in place of money back, store credit, is a gift card too, so that it is spent as one.

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::ids::GiftCardId;
use crate::money::{Currency, Money};
use crate::offers::Code;

codes! {
    /// What happened to a gift card's money.
    CardEntry {
        /// It was paid in; always the first.
        Issued = "issued",
        /// An order was paid with it.
        Spent = "spent",
        /// That order, or a part of it, came to nothing.
        GivenBack = "given_back",
        /// The shop took it back: what it was bought with was given back.
        Withdrawn = "withdrawn",
        /// The shop took it back: a bank fetched back what it was bought with.
        Disputed = "disputed",
        /// The bank gave that back.
        Won = "won",
    }
}

codes! {
    /// What a gift card was issued for.
    CardOrigin {
        /// It was bought.
        Bought = "bought",
        /// It was given in place of money back.
        Refund = "refund",
    }
}

/// A gift card that was laid down to pay with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GiftCard {
    /// Id.
    pub id: GiftCardId,
    /// The last four signs of its code, by which its owner knows it.
    pub tail: String,
    /// What it holds, in the currency it was bought in.
    pub balance: Money,
}

/// A gift card that an order has brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedCard {
    /// What it was issued for.
    pub origin: CardOrigin,
    /// What is typed to pay with it.
    pub code: Code,
    /// What was paid in.
    pub worth: Money,
    /// What it holds now.
    pub balance: Money,
}

/// A gift card, and what it pays of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardPart {
    /// The card.
    pub id: GiftCardId,
    /// The last four signs of its code.
    pub tail: String,
    /// What it pays.
    pub paid: Money,
}

/// Why a gift card does not pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum CardRefusal {
    /// It holds nothing more.
    #[error("empty")]
    Empty,
    /// It holds another currency than the order is in; this.
    #[error("holds {}", .0.currency.code())]
    OtherCurrency(Money),
}

impl GiftCard {
    /// Why it pays nothing of what is in that currency.
    pub fn why_not(&self, currency: Currency) -> Option<CardRefusal> {
        if self.balance.minor <= 0 {
            Some(CardRefusal::Empty)
        } else if self.balance.currency != currency {
            Some(CardRefusal::OtherCurrency(self.balance))
        } else {
            None
        }
    }
}

/// What cards pay of a sum: each as much as it holds, the first laid down first, until nothing is left to pay.
pub fn pay(cards: &[GiftCard], sum: Money) -> Vec<CardPart> {
    let mut left = sum.minor.max(0);
    let part = |card: &GiftCard| {
        let minor = card.balance.minor.min(left);
        left -= minor;
        (minor > 0).then(|| CardPart { id: card.id, tail: card.tail.clone(), paid: Money::new(minor, sum.currency) })
    };
    cards.iter().filter(|card| card.why_not(sum.currency).is_none()).filter_map(part).collect()
}

/// How much of what cards paid goes back to each, in minor units: to the one that paid last first. `spent` is what each paid
/// and has not got back.
pub fn give_back(spent: &[(GiftCardId, i64)], minor: i64) -> Vec<(GiftCardId, i64)> {
    let mut left = minor;
    let part = |&(id, spent): &(GiftCardId, i64)| {
        let back = spent.min(left);
        left -= back;
        (back > 0).then_some((id, back))
    };
    spent.iter().rev().filter_map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn card(id: i64, minor: i64) -> GiftCard {
        GiftCard { id: GiftCardId(id), tail: "R2FY".to_owned(), balance: eur(minor) }
    }

    fn paid(cards: &[GiftCard], sum: Money) -> Vec<(i64, i64)> {
        pay(cards, sum).iter().map(|part| (part.id.0, part.paid.minor)).collect()
    }

    #[test]
    fn a_card_of_fifty_pays_for_a_mug_and_keeps_the_rest() {
        assert_eq!(paid(&[card(1, 5000)], eur(2100)), [(1, 2100)]);
    }

    #[test]
    fn a_second_card_pays_what_the_first_has_left() {
        assert_eq!(paid(&[card(1, 500), card(2, 5000), card(3, 5000)], eur(2100)), [(1, 500), (2, 1600)]);
    }

    #[test]
    fn a_card_that_does_not_pay_says_why() {
        let dollars = Currency::parse("USD").unwrap();
        assert_eq!(card(1, 0).why_not(Currency::EUR), Some(CardRefusal::Empty));
        assert_eq!(card(1, 500).why_not(dollars), Some(CardRefusal::OtherCurrency(eur(500))));
        assert_eq!(paid(&[card(1, 500)], Money::new(100, dollars)), []);
    }

    #[test]
    fn what_goes_back_goes_to_the_card_that_paid_last_first() {
        let spent = [(GiftCardId(1), 500), (GiftCardId(2), 1600)];
        assert_eq!(give_back(&spent, 1700), [(GiftCardId(2), 1600), (GiftCardId(1), 100)]);
        assert_eq!(give_back(&spent, 0), []);
    }

    proptest! {
        #[test]
        fn cards_pay_no_more_than_they_hold_nor_than_is_due(
            balances in prop::collection::vec(0..Money::MOST, 0..6),
            sum in 0..Money::MOST,
            back in 0..Money::MOST,
        ) {
            let cards: Vec<GiftCard> = balances.iter().zip(1..).map(|(minor, id)| card(id, *minor)).collect();
            let parts = pay(&cards, eur(sum));
            let all: i64 = parts.iter().map(|part| part.paid.minor).sum();
            prop_assert_eq!(all, sum.min(balances.iter().sum()));
            prop_assert!(parts.iter().all(|part| part.paid.minor > 0 && cards.iter().any(|card| card.id == part.id && card.balance.minor >= part.paid.minor)));
            let spent: Vec<_> = parts.iter().map(|part| (part.id, part.paid.minor)).collect();
            let returned = give_back(&spent, back);
            prop_assert_eq!(returned.iter().map(|(_, minor)| minor).sum::<i64>(), back.min(all));
            prop_assert!(returned.iter().all(|(id, minor)| spent.iter().any(|(known, most)| known == id && minor <= most)));
        }
    }
}
