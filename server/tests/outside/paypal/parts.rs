//! A part of what was reserved: what is not wanted any more is never taken, and what PayPal would refuse is refused.

use domain::payments::PaymentState;

use super::*;

/// 54.20 of Ada's are reserved, of which so much is not wanted any more.
async fn reserved(less: i64) -> (FakePayPal, PayPal, Payment) {
    let (fake, paypal) = paypal().await;
    let mut payment = begun(&paypal).await;
    fake.approve();
    assert_eq!(paypal.ask(&payment).await.unwrap().state, Reported::Promised);
    (payment.tally.state, payment.tally.less) = (PaymentState::Promised, less);
    (fake, paypal, payment)
}

#[tokio::test]
async fn what_an_order_has_become_smaller_by_is_never_taken() {
    let (fake, paypal, payment) = reserved(2000).await;
    fake.books().lost = Some("/capture");
    for _ in 0..3 {
        assert_eq!(sums(&paypal.take(&payment).await.unwrap()), (Reported::Captured, 3420, 0));
    }
    let payments = fake.payments(0);
    assert_eq!(
        (payments["authorizations"][0]["status"].as_str(), payments["captures"].as_array().unwrap().len()),
        (Some("PARTIALLY_CAPTURED"), 1)
    );
    assert_eq!(payments["captures"][0]["amount"]["value"], "34.20", "and the rest is free with the last capture");
    assert_eq!(sums(&paypal.give_back(&payment, 1000).await.unwrap()), (Reported::Captured, 3420, 1000));
    assert!(
        matches!(paypal.give_back(&payment, 3421).await, Err(Trouble::Refused(why)) if why.contains("REFUND_AMOUNT_EXCEEDED"))
    );
    assert_eq!(paypal.give_back(&payment, 3420).await.unwrap().returned, 3420);
}

#[tokio::test]
async fn what_was_refused_for_one_sum_is_asked_anew_for_another() {
    let (fake, paypal, mut payment) = reserved(0).await;
    fake.books().no = Some("TRANSACTION_REFUSED");
    assert!(matches!(paypal.take(&payment).await, Err(Trouble::Refused(why)) if why.contains("TRANSACTION_REFUSED")));
    fake.books().no = None;
    payment.tally.less = 2000;
    assert_eq!(
        sums(&paypal.take(&payment).await.unwrap()),
        (Reported::Captured, 3420, 0),
        "under a key of the first sum PayPal would have said no again"
    );
}

#[tokio::test]
async fn more_than_was_reserved_is_not_taken() {
    let (fake, paypal, mut payment) = reserved(100).await;
    payment.tally.due.minor = 9000;
    assert!(matches!(paypal.take(&payment).await, Err(Trouble::Refused(why)) if why.contains("MAX_CAPTURE_AMOUNT_EXCEEDED")));
    assert_eq!(fake.payments(0)["captures"], json!([]));
}

#[tokio::test]
async fn a_reservation_that_is_over_is_told_as_over_wherever_paypal_says_so() {
    // As the order has it, and where only whoever takes it is told.
    for (status, no) in [("EXPIRED", None), ("VOIDED", None), ("CREATED", Some("AUTHORIZATION_EXPIRED"))] {
        let (fake, paypal, payment) = reserved(2000).await;
        fake.reservation_is(status);
        fake.books().no = no;
        let report = paypal.take(&payment).await.unwrap();
        assert_eq!((sums(&report), report.decline), ((Reported::Failed, 0, 0), Some(Decline::Expired)), "{status} {no:?}");
    }
}

#[tokio::test]
async fn what_was_taken_in_part_is_not_let_go_any_more_and_what_was_let_go_is_not_taken() {
    let (_fake, paypal, payment) = reserved(2000).await;
    paypal.take(&payment).await.unwrap();
    assert_eq!(sums(&paypal.let_go(&payment).await.unwrap()), (Reported::Captured, 3420, 0));
    let (_fake, paypal, payment) = reserved(2000).await;
    for _ in 0..2 {
        assert_eq!(sums(&paypal.let_go(&payment).await.unwrap()), (Reported::Failed, 0, 0));
    }
    assert_eq!(sums(&paypal.take(&payment).await.unwrap()), (Reported::Failed, 0, 0));
}

#[tokio::test]
async fn what_is_left_to_be_given_back_is_another_wish_once_some_of_it_was_given_back_elsewhere() {
    let (fake, paypal, payment) = reserved(0).await;
    paypal.take(&payment).await.unwrap();
    fake.books().no = Some("REFUND_FAILED_INSUFFICIENT_FUNDS");
    assert!(matches!(paypal.give_back(&payment, 3000).await, Err(Trouble::Refused(_))));
    fake.books().no = None;
    fake.gives_back_elsewhere("10.00");
    assert_eq!(sums(&paypal.give_back(&payment, 3000).await.unwrap()), (Reported::Captured, 5420, 3000));
}
