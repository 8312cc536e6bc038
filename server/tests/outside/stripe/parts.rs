//! A part of what was reserved: what is not wanted any more is never taken, and what Stripe would refuse is refused.

use cartwright::outside::Trouble;
use cartwright::outside::payments::Provider;
use db::payments::Payment;
use domain::payments::{Decline, PaymentState, Report, Reported, Way};

use super::fake::{FakeStripe, Mishap};
use super::{begun, stripe};
use crate::owed::owed;

const SESSION: &str = "cs_test_1";

/// 54.20 of Ada's are reserved, of which so much is not wanted any more.
async fn reserved(less: i64) -> (FakeStripe, impl Provider, Payment) {
    let (fake, stripe) = stripe().await;
    let mut payment = begun(&stripe, owed(Way::Card, 5420, "EUR")).await;
    fake.pay(SESSION);
    (payment.tally.state, payment.tally.less) = (PaymentState::Promised, less);
    (fake, stripe, payment)
}

fn sums(report: &Report) -> (Reported, i64, i64) {
    (report.state, report.taken, report.returned)
}

#[tokio::test]
async fn what_an_order_has_become_smaller_by_is_never_taken() {
    let (fake, stripe, payment) = reserved(2000).await;
    fake.next_meets("/capture", Mishap::Says(503, "api_error"));
    assert_eq!(stripe.take(&payment).await, Err(Trouble::Unknown));
    fake.next_meets("/capture", Mishap::AnswerLost);
    for _ in 0..3 {
        assert_eq!(sums(&stripe.take(&payment).await.unwrap()), (Reported::Captured, 3420, 0), "let go, not given back");
    }
    assert_eq!(fake.books().intents["pi_1"]["amount_received"], 3420);
    assert_eq!(sums(&stripe.give_back(&payment, 1000).await.unwrap()), (Reported::Captured, 3420, 1000));
    assert!(matches!(stripe.give_back(&payment, 3421).await, Err(Trouble::Refused(_))), "no more goes back than was taken");
    assert_eq!(stripe.give_back(&payment, 3420).await.unwrap().returned, 3420);
}

#[tokio::test]
async fn more_than_was_reserved_is_not_taken() {
    let (fake, stripe, mut payment) = reserved(100).await;
    payment.tally.due.minor = 9000;
    let Err(Trouble::Refused(why)) = stripe.take(&payment).await else { panic!("more is taken than was reserved") };
    assert!(why.contains("more than the remaining"), "{why}");
    assert_eq!(fake.books().intents["pi_1"]["amount_received"], 0);
}

#[tokio::test]
async fn a_reservation_that_is_over_is_told_as_over() {
    for less in [0, 2000] {
        let (fake, stripe, payment) = reserved(less).await;
        fake.expires(SESSION);
        let report = stripe.take(&payment).await.unwrap();
        assert_eq!((sums(&report), report.decline), ((Reported::Failed, 0, 0), Some(Decline::Expired)));
    }
}

#[tokio::test]
async fn what_a_bank_refuses_when_it_is_taken_is_said() {
    let (fake, stripe, payment) = reserved(2000).await;
    fake.next_meets("/capture", Mishap::Says(402, "card_error"));
    assert_eq!(stripe.take(&payment).await, Err(Trouble::Refused("402 card_error a mishap".to_owned())));
    assert_eq!(sums(&stripe.ask(&payment).await.unwrap()), (Reported::Promised, 0, 0), "it is still reserved");
}

#[tokio::test]
async fn what_was_taken_in_part_is_not_let_go_any_more() {
    let (_fake, stripe, payment) = reserved(2000).await;
    stripe.take(&payment).await.unwrap();
    assert_eq!(sums(&stripe.let_go(&payment).await.unwrap()), (Reported::Captured, 3420, 0));
}

#[tokio::test]
async fn yen_and_other_sums_without_cents_are_taken_in_part_too() {
    let (fake, stripe) = stripe().await;
    let mut payment = begun(&stripe, owed(Way::Card, 800, "ISK")).await;
    fake.pay(SESSION);
    (payment.tally.state, payment.tally.less) = (PaymentState::Promised, 300);
    assert_eq!(sums(&stripe.take(&payment).await.unwrap()), (Reported::Captured, 500, 0));
    assert_eq!(fake.books().intents["pi_1"]["amount_received"], 50_000);
}
