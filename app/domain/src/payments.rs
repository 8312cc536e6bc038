//! Payments: what the provider says, and what the shop makes of it.

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::money::Money;

codes! {
    /// The life of one attempt to pay.
    PaymentState {
        /// Begun; the shopper is, or will be, at the provider.
        Pending = "pending",
        /// The money is taken.
        Captured = "captured",
        /// It will not come: given up or expired.
        Failed = "failed",
        /// Taken, and being sent back because the order could no longer be kept.
        Refunding = "refunding",
        /// Taken and sent back.
        Refunded = "refunded",
    }
}

codes! {
    /// What a provider says of a payment when asked.
    Reported {
        /// Nothing final yet.
        Open = "open",
        /// The money was taken.
        Captured = "captured",
        /// It will never come.
        Failed = "failed",
        /// It was taken and sent back.
        Refunded = "refunded",
    }
}

/// A payment as the provider tells it. The order is found by the shop's own payment id, never by what a shopper sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What became of it.
    pub state: Reported,
    /// How much, in which currency.
    pub amount: Money,
    /// The provider's name for it.
    pub reference: String,
}

/// What the shop does upon a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing: it is known already, or says nothing new.
    Nothing,
    /// The order is paid: stock leaves, the parcel is made.
    Settle,
    /// The money came for an order that cannot be kept: send it back.
    SendBack,
    /// Sending back is confirmed.
    SentBack,
    /// No money will come from this attempt.
    GiveUp,
    /// Amount or currency is not the order's: touch nothing, tell the merchant.
    Mismatch,
}

/// Decides what a report means. Late, repeated and reordered reports change nothing twice.
///
/// `keepable`: the order waits for money and its goods are held, or can be held again.
pub fn apply(state: PaymentState, due: Money, report: &Report, keepable: bool) -> Step {
    use PaymentState as S;
    use Reported as R;
    match (state, report.state) {
        (S::Pending | S::Failed, R::Captured | R::Refunded) if report.amount != due => Step::Mismatch,
        (S::Pending | S::Failed, R::Captured) if keepable => Step::Settle,
        (S::Pending | S::Failed, R::Captured) => Step::SendBack,
        (S::Pending, R::Failed) => Step::GiveUp,
        (S::Refunding, R::Refunded) => Step::SentBack,
        (S::Pending | S::Captured | S::Failed | S::Refunding | S::Refunded, _) => Step::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use proptest::prelude::*;

    fn report(state: Reported, minor: i64) -> Report {
        Report { state, amount: Money::new(minor, Currency::EUR), reference: "tp_1".into() }
    }

    const DUE: Money = Money::new(5420, Currency::EUR);

    #[test]
    fn another_amount_pays_nothing() {
        assert_eq!(apply(PaymentState::Pending, DUE, &report(Reported::Captured, 5419), true), Step::Mismatch);
        let dollars = Report { amount: Money::new(5420, Currency::parse("USD").unwrap()), ..report(Reported::Captured, 0) };
        assert_eq!(apply(PaymentState::Pending, DUE, &dollars, true), Step::Mismatch);
    }

    #[test]
    fn money_for_goods_that_are_gone_goes_back() {
        assert_eq!(apply(PaymentState::Pending, DUE, &report(Reported::Captured, 5420), false), Step::SendBack);
    }

    #[test]
    fn money_that_comes_after_giving_up_still_counts() {
        assert_eq!(apply(PaymentState::Failed, DUE, &report(Reported::Captured, 5420), true), Step::Settle);
    }

    fn after(state: PaymentState, step: Step) -> PaymentState {
        match step {
            Step::Nothing | Step::Mismatch => state,
            Step::Settle => PaymentState::Captured,
            Step::SendBack => PaymentState::Refunding,
            Step::SentBack => PaymentState::Refunded,
            Step::GiveUp => PaymentState::Failed,
        }
    }

    proptest! {
        #[test]
        fn in_any_order_of_reports_money_is_taken_at_most_once(
            reports in prop::collection::vec((0..Reported::ALL.len(), any::<bool>()), 1..40),
        ) {
            let mut state = PaymentState::Pending;
            let mut settled = 0;
            for (at, keepable) in reports {
                let step = apply(state, DUE, &report(Reported::ALL[at], 5420), keepable);
                settled += u32::from(step == Step::Settle);
                state = after(state, step);
            }
            prop_assert!(settled <= 1);
        }
    }
}
