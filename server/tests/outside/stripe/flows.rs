//! Money's way: begun, promised, taken, let go, given back, fetched back; with answers that are lost on it.

use cartwright::outside::Trouble;
use cartwright::outside::payments::{Provider, key};
use cartwright::outside::stripe::Stripe;
use domain::payments::{Report, Reported, Way};

use super::fake::{FakeStripe, Mishap};
use super::{account, begun, stripe};
use crate::owed::{back, owed};

/// Taken, given back and fetched back.
fn sums(report: &Report) -> (Reported, i64, i64, i64) {
    (report.state, report.taken, report.returned, report.lost)
}

#[tokio::test]
async fn a_payment_begun_twice_is_one_session() {
    let (fake, stripe) = stripe().await;
    let payment = owed(Way::Card, 5420, "EUR");
    let first = stripe.begin(&payment, &back()).await.unwrap();
    assert_eq!(stripe.begin(&payment, &back()).await.unwrap(), first);
    let known = begun(&stripe, payment).await;
    assert_eq!(stripe.begin(&known, &back()).await.unwrap(), first, "and so it is when the shop knows its name");
    assert_eq!(first.url.as_deref(), Some("https://checkout.stripe.com/c/pay/cs_test_1"));
    assert_eq!(fake.books().sessions.len(), 1);
}

#[tokio::test]
async fn a_session_asks_for_the_orders_sum_by_the_orders_way() {
    let (fake, stripe) = stripe().await;
    let payment = owed(Way::Ideal, 5420, "EUR");
    let id = begun(&stripe, payment.clone()).await.reference.unwrap();
    let word = |name: &str| fake.word(&id, name).unwrap_or_default();
    assert_eq!(word("line_items[0][price_data][unit_amount]"), "5420");
    assert_eq!(word("line_items[0][price_data][currency]"), "eur");
    assert_eq!(
        (word("payment_method_types[0]"), word("locale"), word("customer_email")),
        ("ideal".into(), "lv".into(), "ada@home.lv".into())
    );
    assert_eq!((word("client_reference_id"), word("payment_intent_data[metadata][payment]")), (key(&payment), key(&payment)));
    assert_eq!((word("success_url"), word("cancel_url")), (back().done, back().cancelled));
    assert_eq!(word("payment_intent_data[capture_method]"), "", "iDEAL is taken at once");
    assert_eq!(word("expires_at"), (payment.made_at.0 / 1000 + 3600).to_string());
}

#[tokio::test]
async fn every_way_that_is_offered_can_be_begun() {
    for &way in Way::ALL {
        let (fake, stripe) = stripe().await;
        if !stripe.takes(way) {
            assert!(matches!(way, Way::Wero | Way::CashOnDelivery | Way::Nothing), "{}", way.code());
            continue;
        }
        let currency = way.terms().sums.first().map_or("EUR", |due| due.0);
        let reference = begun(&stripe, owed(way, 50_000, currency)).await.reference.unwrap();
        let promised = fake.word(&reference, "payment_intent_data[capture_method]").as_deref() == Some("manual");
        assert_eq!(promised, way.can_promise(), "{}", way.code());
    }
}

#[tokio::test]
async fn only_ways_the_account_has_are_offered() {
    let fake = FakeStripe::open(0).await;
    let stripe =
        Stripe::new(cartwright::outside::stripe::Account { ways: vec![Way::Card, Way::Wero], ..account(&fake.url) }).unwrap();
    let taken: Vec<Way> = Way::ALL.iter().copied().filter(|way| stripe.takes(*way)).collect();
    assert_eq!(taken, [Way::Card]);
}

#[tokio::test]
async fn a_lost_answer_leads_to_the_same_session() {
    let (fake, stripe) = stripe().await;
    let payment = owed(Way::Card, 5420, "EUR");
    fake.next_meets("/sessions", Mishap::AnswerLost);
    assert_eq!(stripe.begin(&payment, &back()).await, Err(Trouble::Unknown));
    assert_eq!(stripe.ask(&payment).await.unwrap().state, Reported::Open, "nobody can pay on a page nobody was shown");
    let session = stripe.begin(&payment, &back()).await.unwrap();
    assert_eq!((session.reference.as_str(), fake.books().sessions.len()), ("cs_test_1", 1));
}

#[tokio::test]
async fn what_was_not_done_is_told_from_what_may_have_been() {
    let (fake, stripe) = stripe().await;
    let payment = owed(Way::Card, 5420, "EUR");
    for (mishap, trouble) in [
        (Mishap::Says(429, "invalid_request_error"), Trouble::Unreachable),
        (Mishap::Says(409, "idempotency_error"), Trouble::Unknown),
        (Mishap::Says(503, "api_error"), Trouble::Unknown),
        (Mishap::Says(403, "invalid_request_error"), Trouble::Refused("403 invalid_request_error a mishap".to_owned())),
    ] {
        fake.next_meets("/sessions", mishap);
        assert_eq!(stripe.begin(&payment, &back()).await, Err(trouble));
    }
    let nobody = Stripe::new(account("http://127.0.0.1:1")).unwrap();
    assert_eq!(nobody.begin(&payment, &back()).await, Err(Trouble::Unreachable));
    let stranger = Stripe::new(cartwright::outside::stripe::Account {
        key: cartwright::outside::line::Secret::new("sk_test_of_somebody_else"),
        ..account(&fake.url)
    });
    let Err(Trouble::Refused(why)) = stranger.unwrap().begin(&payment, &back()).await else {
        panic!("a stranger's key is taken")
    };
    assert!(why.contains("Invalid API Key") && !why.contains("sk_test_of_somebody_else"), "{why}");
}

#[tokio::test]
async fn a_card_is_promised_first_and_taken_once() {
    let (fake, stripe) = stripe().await;
    let payment = begun(&stripe, owed(Way::Card, 5420, "EUR")).await;
    assert_eq!(sums(&stripe.ask(&payment).await.unwrap()), (Reported::Open, 0, 0, 0));
    fake.pay("cs_test_1");
    let promised = stripe.ask(&payment).await.unwrap();
    assert_eq!((sums(&promised), promised.due), ((Reported::Promised, 0, 0, 0), payment.due()));
    fake.next_meets("/capture", Mishap::Says(503, "api_error"));
    assert_eq!(stripe.take(&payment).await, Err(Trouble::Unknown), "it was not done, and nobody could know");
    fake.next_meets("/capture", Mishap::AnswerLost);
    assert_eq!(
        sums(&stripe.take(&payment).await.unwrap()),
        (Reported::Captured, 5420, 0, 0),
        "the answer is lost, and seen to be done"
    );
    assert_eq!(
        sums(&stripe.take(&payment).await.unwrap()),
        (Reported::Captured, 5420, 0, 0),
        "a second time it is there already"
    );
}

#[tokio::test]
async fn a_way_without_promises_is_taken_at_once() {
    let (fake, stripe) = stripe().await;
    let payment = begun(&stripe, owed(Way::Ideal, 5420, "EUR")).await;
    fake.pay("cs_test_1");
    assert_eq!(sums(&stripe.ask(&payment).await.unwrap()), (Reported::Captured, 5420, 0, 0));
}

#[tokio::test]
async fn what_nobody_waits_for_takes_no_money_any_more() {
    let (fake, stripe) = stripe().await;
    let page = begun(&stripe, owed(Way::Card, 5420, "EUR")).await;
    assert_eq!(sums(&stripe.let_go(&page).await.unwrap()), (Reported::Failed, 0, 0, 0));
    assert_eq!(fake.session("cs_test_1")["status"], "expired");
    assert_eq!(sums(&stripe.let_go(&page).await.unwrap()), (Reported::Failed, 0, 0, 0), "a second time it is gone already");

    let other = db::payments::Payment { id: domain::ids::PaymentId(8), ..owed(Way::Card, 5420, "EUR") };
    let promised = begun(&stripe, other).await;
    fake.pay("cs_test_2");
    assert_eq!(sums(&stripe.let_go(&promised).await.unwrap()), (Reported::Failed, 0, 0, 0), "a reservation let go is no refund");
}

#[tokio::test]
async fn money_that_comes_too_late_is_reported_and_stays() {
    let (fake, stripe) = stripe().await;
    let payment = begun(&stripe, owed(Way::Ideal, 5420, "EUR")).await;
    fake.pay("cs_test_1");
    assert_eq!(sums(&stripe.let_go(&payment).await.unwrap()), (Reported::Captured, 5420, 0, 0));
    assert_eq!(sums(&stripe.give_back(&payment, 5420).await.unwrap()), (Reported::Captured, 5420, 5420, 0));
}

#[tokio::test]
async fn a_part_given_back_twice_goes_back_once() {
    let (fake, stripe) = stripe().await;
    let payment = begun(&stripe, owed(Way::Ideal, 5420, "EUR")).await;
    fake.pay("cs_test_1");
    assert_eq!(stripe.give_back(&payment, 2000).await.unwrap().returned, 2000);
    assert_eq!(stripe.give_back(&payment, 2000).await.unwrap().returned, 2000);
    fake.next_meets("/refunds", Mishap::AnswerLost);
    assert_eq!(stripe.give_back(&payment, 3000).await.unwrap().returned, 3000, "the answer is lost, and seen to be done");
    let (first, second) = tokio::join!(stripe.give_back(&payment, 3500), stripe.give_back(&payment, 3500));
    assert_eq!((first.unwrap().returned, second.unwrap().returned), (3500, 3500));
    let refunds: Vec<_> = fake.books().refunds.iter().map(|refund| refund["amount"].as_i64().unwrap()).collect();
    assert_eq!(refunds, [2000, 1000, 500]);
    let Err(Trouble::Refused(why)) = stripe.give_back(&payment, 5421).await else { panic!("more went back than came") };
    assert!(why.contains("greater than unrefunded"), "{why}");
}

#[tokio::test]
async fn a_refund_that_fails_later_was_given_back_and_came_back() {
    let (fake, stripe) = stripe().await;
    let mut payment = begun(&stripe, owed(Way::Ideal, 5420, "EUR")).await;
    fake.pay("cs_test_1");
    payment.tally.returned = stripe.give_back(&payment, 2000).await.unwrap().returned;
    fake.bounces("cs_test_1");
    let report = stripe.ask(&payment).await.unwrap();
    assert_eq!((report.taken, report.returned, report.bounced), (5420, 2000, 2000));
    let report = stripe.give_back(&payment, 3000).await.unwrap();
    assert_eq!((report.returned, report.bounced), (3000, 2000), "what is refunded next does not make it good");
}

#[tokio::test]
async fn what_cannot_go_back_the_way_it_came_is_asked_after_by_mail() {
    for (way, currency, asked) in [(Way::PromptPay, "THB", Some("ada@home.lv")), (Way::Ideal, "EUR", None)] {
        let (fake, stripe) = stripe().await;
        let payment = begun(&stripe, owed(way, 5420, currency)).await;
        fake.pay("cs_test_1");
        stripe.give_back(&payment, 5420).await.unwrap();
        assert_eq!(fake.books().refunds[0]["words"]["instructions_email"].as_str(), asked, "{}", way.code());
    }
}

#[tokio::test]
async fn what_a_bank_fetches_back_is_lost_and_an_inquiry_is_not() {
    let (fake, stripe) = stripe().await;
    let payment = begun(&stripe, owed(Way::Ideal, 5420, "EUR")).await;
    fake.pay("cs_test_1");
    for (status, amount, lost) in [
        ("warning_needs_response", 5420, 0),
        ("needs_response", 2000, 2000),
        ("under_review", 5420, 5420),
        ("lost", 5420, 5420),
        ("lost", 6000, 5420),
        ("won", 5420, 5420),
    ] {
        fake.disputes("cs_test_1", amount, status);
        let report = stripe.ask(&payment).await.unwrap();
        assert_eq!((report.lost, report.won), (lost, if status == "won" { lost } else { 0 }), "{status}");
    }
    assert!(matches!(stripe.give_back(&payment, 5420).await, Err(Trouble::Refused(_))), "it would be paid twice");
}

#[tokio::test]
async fn a_session_of_another_payment_is_never_believed() {
    let (fake, stripe) = stripe().await;
    let payment = begun(&stripe, owed(Way::Ideal, 5420, "EUR")).await;
    fake.pay("cs_test_1");
    let swapped = db::payments::Payment { id: domain::ids::PaymentId(8), ..payment };
    assert!(matches!(stripe.ask(&swapped).await, Err(Trouble::Refused(why)) if why.contains("another payment")));
}

#[tokio::test]
async fn a_sum_stripe_cannot_take_is_refused_before_it_is_asked() {
    let (fake, stripe) = stripe().await;
    let why = |answer| match answer {
        Err(Trouble::Refused(why)) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(why(stripe.begin(&owed(Way::Card, 5124, "KWD"), &back()).await), "Stripe does not take 5.124 KWD");
    assert_eq!(why(stripe.begin(&owed(Way::Wero, 5420, "EUR"), &back()).await), "Stripe does not take wero");
    assert_eq!(
        why(stripe.begin(&owed(Way::BankTransfer, 5420, "SEK"), &back()).await),
        "Stripe has no account to transfer SEK to"
    );
    assert_eq!(fake.books().sessions.len(), 0);
}

#[tokio::test]
async fn sums_come_back_in_the_shops_units() {
    let (fake, stripe) = stripe().await;
    let payment = begun(&stripe, owed(Way::Card, 800, "ISK")).await;
    assert_eq!(fake.word("cs_test_1", "line_items[0][price_data][unit_amount]").as_deref(), Some("80000"));
    fake.pay("cs_test_1");
    stripe.take(&payment).await.unwrap();
    let back = stripe.give_back(&payment, 300).await.unwrap();
    assert_eq!((back.due, back.taken, back.returned), (payment.due(), 800, 300));
    assert_eq!(fake.books().refunds[0]["amount"], 30_000);
}
