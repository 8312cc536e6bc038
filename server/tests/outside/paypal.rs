//! PayPal behind the same port: another company's ways, the same promises.

pub mod fake;
mod parts;

use axum::http::{HeaderMap, HeaderName};
use cartwright::outside::Trouble;
use cartwright::outside::line::Secret;
use cartwright::outside::payments::{Provider, key};
use cartwright::outside::paypal::{Account, PayPal};
use cartwright::outside::signature::Forged;
use db::payments::Payment;
use domain::ids::PaymentId;
use domain::payments::{Decline, Report, Reported, Way};
use serde_json::json;

use crate::owed::{FRIDAY_MORNING, back, owed};
use fake::FakePayPal;

async fn paypal() -> (FakePayPal, PayPal) {
    let fake = FakePayPal::open().await;
    let account = Account { client: "ada".into(), secret: Secret::new("secret"), webhook: "1JE".into(), api: fake.url.clone() };
    (fake, PayPal::new(account).unwrap())
}

async fn begun(paypal: &PayPal) -> Payment {
    let payment = owed(Way::Paypal, 5420, "EUR");
    let session = paypal.begin(&payment, &back()).await.unwrap();
    Payment { reference: Some(session.reference), ..payment }
}

fn sums(report: &Report) -> (Reported, i64, i64) {
    (report.state, report.taken, report.returned)
}

#[tokio::test]
async fn an_order_begun_twice_is_one_also_when_an_answer_is_lost() {
    let (fake, paypal) = paypal().await;
    let payment = owed(Way::Paypal, 5420, "EUR");
    fake.books().lost = Some("/orders");
    assert_eq!(paypal.begin(&payment, &back()).await, Err(Trouble::Unknown));
    let session = paypal.begin(&payment, &back()).await.unwrap();
    assert_eq!(session.url.as_deref(), Some("https://www.paypal.com/checkoutnow?token=O-1"));
    let known = begun(&paypal).await;
    assert_eq!(paypal.begin(&known, &back()).await.unwrap(), session);
    let unit = fake.books().orders[0]["purchase_units"][0].clone();
    assert_eq!((fake.books().orders.len(), unit["amount"]["value"].as_str()), (1, Some("54.20")));
    assert_eq!(unit["custom_id"], key(&payment));
}

#[tokio::test]
async fn what_is_approved_is_reserved_taken_once_and_given_back_in_parts() {
    let (fake, paypal) = paypal().await;
    let payment = begun(&paypal).await;
    assert_eq!(sums(&paypal.ask(&payment).await.unwrap()), (Reported::Open, 0, 0));
    fake.approve();
    assert_eq!(sums(&paypal.ask(&payment).await.unwrap()), (Reported::Promised, 0, 0));
    fake.books().lost = Some("/capture");
    assert_eq!(
        sums(&paypal.take(&payment).await.unwrap()),
        (Reported::Captured, 5420, 0),
        "the answer is lost, and seen to be done"
    );
    assert_eq!(sums(&paypal.take(&payment).await.unwrap()), (Reported::Captured, 5420, 0));
    for _ in 0..2 {
        assert_eq!(sums(&paypal.give_back(&payment, 2000).await.unwrap()), (Reported::Captured, 5420, 2000));
    }
    assert_eq!(paypal.give_back(&payment, 5420).await.unwrap().returned, 5420);
    let refunds = fake.books().orders[0]["purchase_units"][0]["payments"]["refunds"].clone();
    assert_eq!((refunds[0]["amount"]["value"].as_str(), refunds[1]["amount"]["value"].as_str()), (Some("20.00"), Some("34.20")));
}

#[tokio::test]
async fn what_nobody_waits_for_is_let_go_or_never_reserved() {
    let (fake, paypal) = paypal().await;
    let mut payment = begun(&paypal).await;
    fake.approve();
    let given_up = Payment { tally: payment.tally.give_up(), ..payment.clone() };
    assert_eq!(sums(&paypal.ask(&given_up).await.unwrap()), (Reported::Open, 0, 0), "an approval alone brings nothing");
    assert_eq!(sums(&paypal.ask(&payment).await.unwrap()), (Reported::Promised, 0, 0));
    for _ in 0..2 {
        assert_eq!(sums(&paypal.let_go(&payment).await.unwrap()), (Reported::Failed, 0, 0));
    }
    payment.id = PaymentId(8);
    assert!(matches!(paypal.ask(&payment).await, Err(Trouble::Refused(why)) if why.contains("another payment")));
}

#[tokio::test]
async fn an_empty_wallet_can_be_tried_again_and_a_token_that_is_over_is_renewed() {
    let (fake, paypal) = paypal().await;
    let payment = begun(&paypal).await;
    fake.approve();
    fake.books().declines = true;
    let report = paypal.ask(&payment).await.unwrap();
    assert_eq!((report.state, report.decline), (Reported::Open, Some(Decline::Refused)));
    fake.books().tokens += 1;
    fake.books().declines = false;
    fake.approve();
    assert_eq!(paypal.ask(&payment).await.unwrap().state, Reported::Promised);
}

#[tokio::test]
async fn an_event_is_believed_when_paypal_says_it_is_its_own() {
    let (fake, paypal) = paypal().await;
    let resource = json!({ "custom_id": key(&owed(Way::Paypal, 5420, "EUR")) });
    let body = format!(r#"{{"id":"WH-1",  "event_type":"PAYMENT.CAPTURE.REFUNDED","resource":{resource}}}"#);
    let headers = |signature: &str| {
        let parts = [("auth-algo", "SHA256withRSA"), ("cert-url", "https://api.paypal.com/v1/notifications/certs/C")];
        let parts = parts.into_iter().chain([
            ("transmission-id", "69cd"),
            ("transmission-time", "2026-11-20T09:00:00Z"),
            ("transmission-sig", signature),
        ]);
        let header =
            |(name, text): (&str, &str)| (format!("paypal-{name}").parse::<HeaderName>().unwrap(), text.parse().unwrap());
        HeaderMap::from_iter(parts.map(header))
    };
    let hear = |headers: &HeaderMap, body: &str| paypal.hear(headers, body.as_bytes(), FRIDAY_MORNING);
    assert_eq!(hear(&HeaderMap::new(), &body), Err(Forged::Unsigned));
    assert_eq!(hear(&headers("signed"), "paid"), Err(Forged::Unreadable));
    let heard = hear(&headers("signed"), &body).unwrap();
    assert_eq!(paypal.whose(&heard).await, Ok(Some(PaymentId(7))));
    assert!(fake.books().last_body.contains(&body), "the event's own bytes are shown, for they were signed");
    let forged = hear(&headers("forged"), &body).unwrap();
    assert_eq!(paypal.whose(&forged).await, Ok(None));
}
