//! Stripe's webhooks: signed, of this account, and only ever a hint.

use std::sync::LazyLock;

use axum::http::HeaderMap;
use cartwright::outside::payments::{Heard, Provider, key};
use cartwright::outside::signature::{Forged, Key, seal};
use cartwright::outside::stripe::Stripe;
use domain::ids::PaymentId;
use domain::payments::Way;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{WEBHOOK_SECRET, account, begun, stripe};
use crate::owed::{FRIDAY_MORNING, owed};

/// Who hears, and asks nobody.
static EAR: LazyLock<Stripe> = LazyLock::new(|| Stripe::new(account("http://127.0.0.1:1")).unwrap());

const NOW: i64 = FRIDAY_MORNING.0 / 1000;

fn event(kind: &str, object: &Value) -> Value {
    json!({ "id": "evt_1", "object": "event", "type": kind, "livemode": false, "data": { "object": object } })
}

fn headers(signature: &str) -> HeaderMap {
    HeaderMap::from_iter([("stripe-signature".parse().unwrap(), signature.parse().unwrap())])
}

fn signed(secret: &str, at: i64, body: &str) -> String {
    format!("t={at},v1={}", seal(&Key::of_text(secret), at, body.as_bytes()))
}

fn hear(body: &str, signature: &str) -> Result<Heard, Forged> {
    EAR.hear(&headers(signature), body.as_bytes(), FRIDAY_MORNING)
}

fn heard(event: &Value) -> Heard {
    let body = event.to_string();
    hear(&body, &signed(WEBHOOK_SECRET, NOW, &body)).unwrap()
}

#[test]
fn forged_stale_and_unsigned_news_is_refused() {
    let body = event("payment_intent.succeeded", &json!({})).to_string();
    assert_eq!(hear(&body, &signed("whsec_other", NOW, &body)), Err(Forged::Wrong));
    assert_eq!(hear(&body, &signed(WEBHOOK_SECRET, NOW, "{}")), Err(Forged::Wrong));
    assert_eq!(hear(&body, &signed(WEBHOOK_SECRET, NOW - 301, &body)), Err(Forged::Stale));
    assert_eq!(hear(&body, &signed(WEBHOOK_SECRET, NOW + 301, &body)), Err(Forged::Stale));
    assert_eq!(hear(&body, "v1=00"), Err(Forged::Unsigned));
    assert_eq!(hear(&body, &signed(WEBHOOK_SECRET, NOW, &body).replace("v1", "v0")), Err(Forged::Wrong));
    assert_eq!(hear("paid", &signed(WEBHOOK_SECRET, NOW, "paid")), Err(Forged::Unreadable));
    let changing =
        format!("{},v1={}", signed("whsec_old", NOW, &body), seal(&Key::of_text(WEBHOOK_SECRET), NOW, body.as_bytes()));
    assert!(hear(&body, &changing).is_ok(), "while the secret is changed, both sign");
}

proptest! {
    #[test]
    fn nothing_that_is_sent_breaks_the_ear(header in "[ -~]{0,80}", body in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(EAR.hear(&headers(&header), &body, FRIDAY_MORNING).is_err());
        let signature = format!("t={NOW},v1={}", seal(&Key::of_text(WEBHOOK_SECRET), NOW, &body));
        let signed = EAR.hear(&headers(&signature), &body, FRIDAY_MORNING);
        prop_assert!(matches!(signed, Err(Forged::Unreadable)), "{signed:?}");
    }
}

#[test]
fn news_names_the_shops_own_payment() {
    let key = key(&owed(Way::Card, 5420, "EUR"));
    let ours = json!({ "payment": key });
    for (kind, object) in [
        ("checkout.session.completed", json!({ "object": "checkout.session", "client_reference_id": key })),
        ("checkout.session.async_payment_failed", json!({ "object": "checkout.session", "client_reference_id": key })),
        ("payment_intent.amount_capturable_updated", json!({ "object": "payment_intent", "metadata": ours })),
        ("charge.refunded", json!({ "object": "charge", "metadata": ours })),
        ("refund.failed", json!({ "object": "refund", "metadata": ours })),
    ] {
        assert_eq!(heard(&event(kind, &object)).payment, Some(PaymentId(7)), "{kind}");
    }
}

#[test]
fn news_of_other_things_other_shops_and_other_accounts_changes_nothing() {
    let ours = json!({ "object": "payment_intent", "metadata": { "payment": key(&owed(Way::Card, 5420, "EUR")) } });
    let nothing = Heard { event: "evt_1".to_owned(), payment: None, clue: None };
    assert_eq!(heard(&event("customer.created", &json!({ "object": "customer", "metadata": { "payment": "X-7" } }))), nothing);
    assert_eq!(heard(&event("payment_intent.succeeded", &json!({ "object": "payment_intent", "metadata": {} }))), nothing);
    let mut live = event("payment_intent.succeeded", &ours);
    live["livemode"] = json!(true);
    assert_eq!(heard(&live), nothing, "a shop that is tried out has no real money");
    let mut joined = event("payment_intent.succeeded", &ours);
    joined["account"] = json!("acct_other");
    assert_eq!(heard(&joined), nothing);
}

#[tokio::test]
async fn a_dispute_names_stripes_payment_and_is_found_all_the_same() {
    let (fake, stripe) = stripe().await;
    begun(&stripe, owed(Way::Ideal, 5420, "EUR")).await;
    fake.pay("cs_test_1");
    let dispute =
        heard(&event("charge.dispute.created", &json!({ "object": "dispute", "payment_intent": "pi_1", "metadata": {} })));
    assert_eq!((dispute.payment, dispute.clue.as_deref()), (None, Some("pi_1")));
    assert_eq!(stripe.whose(&dispute).await, Ok(Some(PaymentId(7))));
    let plain = Heard { event: "evt_2".to_owned(), payment: Some(PaymentId(7)), clue: None };
    assert_eq!(stripe.whose(&plain).await, Ok(Some(PaymentId(7))), "nobody is asked where the event says it");
}
