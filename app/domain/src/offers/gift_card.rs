//! Gift cards: money paid in beforehand, and the ledger that says where it went.
//!
//! A gift card is a means of payment, not an offer: it pays for a part of an order after all that is off, and the tax of the
//! goods stays what it is (a voucher for goods of several rates is taxed when it is spent: Directive (EU) 2016/1065).

use serde::{Deserialize, Serialize};

use super::{Now, When};
use crate::codes;
use crate::ids::{GiftCardId, OrderId};
use crate::money::Money;
use crate::time::Timestamp;

codes! {
    /// What happened to a gift card's money.
    Entry {
        /// It was paid in; always the first.
        Issued = "issued",
        /// An order was paid with it.
        Spent = "spent",
        /// That order, or a part of it, came to nothing.
        GivenBack = "given_back",
        /// The shop took it back: the card was paid for with money that was not there, or is over.
        Withdrawn = "withdrawn",
    }
}

/// A row of a gift card's ledger. Rows are added, never changed; what a card holds is their sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// The card.
    pub card: GiftCardId,
    /// When.
    pub at: Timestamp,
    /// What happened.
    pub entry: Entry,
    /// How much: above zero what goes in, below what goes out.
    pub amount: Money,
    /// The order it was spent on or comes back from, or with which the card was bought.
    pub order: Option<OrderId>,
}

/// A gift card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GiftCard {
    /// Id.
    pub id: GiftCardId,
    /// What it holds, in the currency it was bought in.
    pub balance: Money,
    /// The last day or moment it can be spent.
    pub until: Option<When>,
}

/// Why a gift card does not pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum CardRefusal {
    /// It holds nothing more.
    #[error("empty")]
    Empty,
    /// It was over after that day, or at that moment.
    #[error("over")]
    Over(When),
    /// It holds another currency than the order is in; this one.
    #[error("holds {}", .0.currency.code())]
    OtherCurrency(Money),
    /// There is nothing to pay, or to give back.
    #[error("nothing due")]
    NothingDue,
}

/// Rows that are no ledger of one card.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotALedger {
    /// There are none, or the first does not issue the card, or a later one does.
    #[error("a ledger begins with its card being issued")]
    NoBeginning,
    /// A row of another card or currency.
    #[error("row {0} is of another card or currency")]
    OtherCard(usize),
    /// What goes in is not above zero, or what goes out not below.
    #[error("row {0} goes the wrong way")]
    WrongWay(usize),
    /// More went out than was there, or the sum does not fit.
    #[error("row {0} takes more than there is")]
    TooMuch(usize),
    /// More came back from an order than had been spent on it.
    #[error("row {0} gives back more than was spent")]
    NotSpent(usize),
}

impl GiftCard {
    /// A new card. None for an amount that is not above zero.
    pub fn issue(
        id: GiftCardId,
        amount: Money,
        until: Option<When>,
        order: Option<OrderId>,
        now: Now,
    ) -> Option<(Self, LedgerRow)> {
        let card = Self { id, balance: Money::zero(amount.currency), until };
        (amount.minor > 0).then(|| card.book(Entry::Issued, amount, order, now))
    }

    /// Pays for a part of an order: what the shopper wants, but no more than is due and than the card holds.
    pub fn spend(self, wanted: Money, due: Money, order: OrderId, now: Now) -> Result<(Self, LedgerRow), CardRefusal> {
        if let Some(until) = self.until.filter(|until| until.is_over(now)) {
            return Err(CardRefusal::Over(until));
        }
        if [wanted, due].iter().any(|money| money.currency != self.balance.currency) {
            return Err(CardRefusal::OtherCurrency(self.balance));
        }
        if self.balance.minor <= 0 {
            return Err(CardRefusal::Empty);
        }
        let minor = wanted.minor.min(due.minor).min(self.balance.minor);
        if minor <= 0 {
            return Err(CardRefusal::NothingDue);
        }
        Ok(self.book(Entry::Spent, Money::new(-minor, self.balance.currency), Some(order), now))
    }

    /// Gives back what was spent on an order, as much as is wanted and has not come back yet, even to a card that is over: the
    /// money is the shopper's. `ledger` is the card's own.
    pub fn give_back(
        self,
        wanted: Money,
        ledger: &[LedgerRow],
        order: OrderId,
        now: Now,
    ) -> Result<(Self, LedgerRow), CardRefusal> {
        if wanted.currency != self.balance.currency {
            return Err(CardRefusal::OtherCurrency(self.balance));
        }
        let minor = wanted.minor.min(spent_on(order, ledger));
        if minor <= 0 {
            return Err(CardRefusal::NothingDue);
        }
        Ok(self.book(Entry::GivenBack, Money::new(minor, self.balance.currency), Some(order), now))
    }

    /// Takes all that is left out of it.
    pub fn withdraw(self, now: Now) -> Result<(Self, LedgerRow), CardRefusal> {
        if self.balance.minor <= 0 {
            return Err(CardRefusal::Empty);
        }
        Ok(self.book(Entry::Withdrawn, Money::new(-self.balance.minor, self.balance.currency), None, now))
    }

    fn book(self, entry: Entry, amount: Money, order: Option<OrderId>, now: Now) -> (Self, LedgerRow) {
        // No more goes in than was issued, and no more out than is there.
        let balance = Money::new(self.balance.minor.saturating_add(amount.minor), self.balance.currency);
        (Self { balance, ..self }, LedgerRow { card: self.id, at: now.at, entry, amount, order })
    }
}

/// What was spent on an order and has not come back, in minor units.
fn spent_on(order: OrderId, ledger: &[LedgerRow]) -> i64 {
    let is_its = |row: &&LedgerRow| row.order == Some(order) && matches!(row.entry, Entry::Spent | Entry::GivenBack);
    -ledger.iter().filter(is_its).map(|row| row.amount.minor).sum::<i64>()
}

/// What a card holds by its ledger, whose rows are in the order they were written; what is wrong with it, if it is none.
pub fn balance(ledger: &[LedgerRow]) -> Result<Money, NotALedger> {
    let first = ledger.first().filter(|row| row.entry == Entry::Issued).ok_or(NotALedger::NoBeginning)?;
    let mut sum = 0_i64;
    for (at, row) in ledger.iter().enumerate() {
        if (row.card, row.amount.currency) != (first.card, first.amount.currency) {
            return Err(NotALedger::OtherCard(at));
        }
        let goes_in = match row.entry {
            Entry::Issued if at > 0 => return Err(NotALedger::NoBeginning),
            Entry::Issued | Entry::GivenBack => true,
            Entry::Spent | Entry::Withdrawn => false,
        };
        if row.amount.minor == 0 || (row.amount.minor > 0) != goes_in {
            return Err(NotALedger::WrongWay(at));
        }
        if row.order.is_some_and(|order| spent_on(order, &ledger[..=at]) < 0)
            || (row.entry == Entry::GivenBack && row.order.is_none())
        {
            return Err(NotALedger::NotSpent(at));
        }
        sum = sum.checked_add(row.amount.minor).filter(|sum| *sum >= 0).ok_or(NotALedger::TooMuch(at))?;
    }
    Ok(Money::new(sum, first.amount.currency))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use crate::time::Day;
    use proptest::prelude::*;

    /// Noon of 2026-11-20.
    const NOW: Now = Now { at: Timestamp(20_777 * 86_400_000 + 43_200_000), day: Day(20_777) };
    const ORDER: OrderId = OrderId(7);

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn card(minor: i64) -> (GiftCard, LedgerRow) {
        GiftCard::issue(GiftCardId(1), eur(minor), Some(When::On(NOW.day)), None, NOW).unwrap()
    }

    #[test]
    fn a_card_of_fifty_pays_for_a_mug_and_keeps_the_rest() {
        let (card, issued) = card(5000);
        let (card, spent) = card.spend(eur(5000), eur(2100), ORDER, NOW).unwrap();
        assert_eq!((card.balance, spent.amount), (eur(2900), eur(-2100)));
        let (card, more) = card.spend(eur(1000), eur(9900), OrderId(8), NOW).unwrap();
        assert_eq!((card.balance, more.amount), (eur(1900), eur(-1000)));
        assert_eq!(balance(&[issued, spent, more]), Ok(card.balance));
    }

    #[test]
    fn a_card_that_does_not_pay_says_why() {
        let tomorrow = Now { at: NOW.at.plus_seconds(86_400), day: NOW.day.plus(1) };
        let spend = |card: GiftCard, due, now| card.spend(due, due, ORDER, now).map(|_| ());
        let (card, _) = card(5000);
        let dollars = Money::new(100, Currency::parse("USD").unwrap());
        assert_eq!(spend(card, eur(100), tomorrow), Err(CardRefusal::Over(When::On(NOW.day))));
        assert_eq!(spend(card, dollars, NOW), Err(CardRefusal::OtherCurrency(eur(5000))));
        assert_eq!(spend(card, eur(0), NOW), Err(CardRefusal::NothingDue));
        assert_eq!(spend(GiftCard { balance: eur(0), ..card }, eur(100), NOW), Err(CardRefusal::Empty));
        assert_eq!(GiftCard::issue(GiftCardId(1), eur(0), None, None, NOW), None);
    }

    #[test]
    fn what_was_spent_comes_back_once() {
        let (card, issued) = card(5000);
        let (card, spent) = card.spend(eur(2100), eur(2100), ORDER, NOW).unwrap();
        let mut ledger = vec![issued, spent];
        let (card, back) = card.give_back(eur(9900), &ledger, ORDER, NOW).unwrap();
        ledger.push(back.clone());
        assert_eq!(card.balance, eur(5000));
        assert_eq!(card.give_back(eur(100), &ledger, ORDER, NOW), Err(CardRefusal::NothingDue));
        ledger.push(back);
        assert_eq!(balance(&ledger), Err(NotALedger::NotSpent(3)));
    }

    #[test]
    fn a_withdrawn_card_is_empty() {
        let (card, issued) = card(5000);
        let (card, withdrawn) = card.withdraw(NOW).unwrap();
        assert_eq!(balance(&[issued, withdrawn]), Ok(eur(0)));
        assert_eq!(card.withdraw(NOW), Err(CardRefusal::Empty));
    }

    #[test]
    fn the_books_notice_a_row_that_cannot_be() {
        let (_, issued) = card(5000);
        let row = |entry, minor| LedgerRow { entry, amount: eur(minor), order: Some(ORDER), ..issued.clone() };
        let with = |row: LedgerRow| balance(&[issued.clone(), row]);
        assert_eq!(balance(&[]), Err(NotALedger::NoBeginning));
        assert_eq!(with(issued.clone()), Err(NotALedger::NoBeginning));
        assert_eq!(with(row(Entry::Spent, -5001)), Err(NotALedger::TooMuch(1)));
        assert_eq!(with(row(Entry::Withdrawn, 100)), Err(NotALedger::WrongWay(1)));
        assert_eq!(with(row(Entry::GivenBack, 100)), Err(NotALedger::NotSpent(1)));
        assert_eq!(with(LedgerRow { card: GiftCardId(2), ..row(Entry::Spent, -1) }), Err(NotALedger::OtherCard(1)));
    }

    proptest! {
        #[test]
        fn whatever_is_done_the_ledger_is_the_balance(
            issued in 1..Money::MOST,
            steps in prop::collection::vec((0_u8..3, 0..Money::MOST, 0..Money::MOST, 0_i64..3), 0..20),
        ) {
            let (mut card, first) = card(issued);
            let mut ledger = vec![first];
            for (step, wanted, due, order) in steps {
                let done = match step {
                    0 => card.spend(eur(wanted), eur(due), OrderId(order), NOW),
                    1 => card.give_back(eur(wanted), &ledger, OrderId(order), NOW),
                    _ => card.withdraw(NOW),
                };
                if let Ok((after, row)) = done {
                    prop_assert!(-row.amount.minor <= due || row.entry == Entry::Withdrawn);
                    card = after;
                    ledger.push(row);
                }
                prop_assert!(card.balance.minor >= 0 && card.balance.minor <= issued);
                prop_assert_eq!(balance(&ledger), Ok(card.balance));
            }
        }
    }
}
