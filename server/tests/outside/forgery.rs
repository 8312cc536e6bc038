//! Webhooks that are forged, stale, swapped or wrong change nothing.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use cartwright::outside::payments::key;
use cartwright::outside::signature::{Key, seal};
use db::checkout::Placed;
use domain::orders::OrderState;
use domain::payments::PaymentState;

use crate::rig::{FRIDAY_MORNING, PLAIN_CARD, Rig};

const NOW: i64 = FRIDAY_MORNING.0 / 1000;

impl Rig {
    async fn event(&self, placed: &Placed, kind: &str, amount: i64) -> String {
        let payment = self.shop.read(|conn| db::payments::by_id(conn, placed.payment)).await.unwrap();
        let reference = payment.reference.clone().unwrap_or_default();
        serde_json::json!({ "id": "evt_1", "type": kind, "created": NOW,
            "data": { "session": reference, "merchant_key": key(&payment), "amount": amount, "currency": "EUR" } })
        .to_string()
    }

    async fn hook(&self, signature: &str, body: impl Into<Body>) -> StatusCode {
        let request = Request::post("/webhooks/payments/testpay").header("testpay-signature", signature);
        self.send(request.body(body.into()).unwrap()).await.status
    }
}

fn signed(key: &Key, at: i64, body: &str) -> String {
    format!("t={at},v1={}", seal(key, at, body.as_bytes()))
}

/// Paid at the provider, and not yet known to the shop: whatever settles it is seen.
async fn paid_unknown() -> (Rig, Placed) {
    let rig = Rig::with(2).await;
    let placed = rig.order().await;
    rig.pay(&placed, PLAIN_CARD).await;
    (rig, placed)
}

#[tokio::test]
async fn forged_and_stale_news_is_refused_and_good_news_is_not() {
    let (rig, placed) = paid_unknown().await;
    let body = rig.event(&placed, "payment.captured", 4850).await;
    let (good, other) = (rig.secrets.testpay.clone(), rig.secrets.simcarrier.clone());
    let swapped = body.replace("EUR", "USD");
    for (why, signature, body) in [
        ("no signature", String::new(), &body),
        ("no seal", format!("t={NOW}"), &body),
        ("no time", signed(&good, NOW, &body).replace("t=", "x="), &body),
        ("another's key", signed(&other, NOW, &body), &body),
        ("another body", signed(&good, NOW, &body), &swapped),
        ("too old", signed(&good, NOW - 301, &body), &body),
        ("too early", signed(&good, NOW + 301, &body), &body),
        ("another time", signed(&good, NOW - 301, &body).replace(&(NOW - 301).to_string(), &NOW.to_string()), &body),
    ] {
        assert_eq!(rig.hook(&signature, body.clone()).await, StatusCode::BAD_REQUEST, "{why}");
        assert_eq!(rig.payment(&placed).await, PaymentState::Pending, "{why}");
    }
    assert_eq!(rig.hook(&signed(&good, NOW - 300, &body), body.clone()).await, StatusCode::OK);
    assert_eq!(rig.payment(&placed).await, PaymentState::Promised);
    assert_eq!(rig.hook(&signed(&good, NOW + 300, &body), body).await, StatusCode::OK);
    rig.books_are_right().await;
}

#[tokio::test]
async fn news_of_money_that_never_came_pays_nothing() {
    let (rig, paid) = paid_unknown().await;
    let unpaid = rig.order().await;
    rig.begin(&unpaid).await;
    let key = rig.secrets.testpay.clone();
    for amount in [4850, 1, 4_850_000] {
        let body = rig.event(&unpaid, "payment.captured", amount).await;
        assert_eq!(rig.hook(&signed(&key, NOW, &body), body).await, StatusCode::OK);
        assert_eq!((rig.payment(&unpaid).await, rig.payment(&paid).await), (PaymentState::Pending, PaymentState::Pending));
    }
    // The session of one payment under the name of another pays only what is really paid.
    let body = rig.event(&paid, "payment.captured", 1).await;
    assert_eq!(rig.hook(&signed(&key, NOW, &body), body).await, StatusCode::OK);
    assert_eq!((rig.state(&paid).await, rig.state(&unpaid).await), (OrderState::Paid, OrderState::Placed));
    rig.books_are_right().await;
}

#[tokio::test]
async fn news_the_shop_has_no_use_for_is_taken_and_nonsense_is_not() {
    let (rig, placed) = paid_unknown().await;
    let key = rig.secrets.testpay.clone();
    let other = rig.event(&placed, "customer.created", 4850).await;
    assert_eq!(rig.hook(&signed(&key, NOW, &other), other).await, StatusCode::OK);
    let stranger =
        rig.event(&placed, "payment.captured", 4850).await.replace(placed.number.as_str(), "X").replace("X-1", "X-999");
    assert_eq!(rig.hook(&signed(&key, NOW, &stranger), stranger).await, StatusCode::OK);
    assert_eq!(rig.hook(&signed(&key, NOW, "paid"), "paid").await, StatusCode::BAD_REQUEST);
    let odd = [0xff_u8, 0xfe].repeat(8);
    let signature = format!("t={NOW},v1={}", seal(&key, NOW, &odd));
    assert_eq!(rig.hook(&signature, odd).await, StatusCode::BAD_REQUEST);
    assert_eq!(rig.hook("t=1,v1=00", vec![b'x'; 1024 * 1024]).await, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(rig.post("/webhooks/payments/nobody", "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(rig.post("/webhooks/carriers/nobody", "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(rig.payment(&placed).await, PaymentState::Pending);
}
