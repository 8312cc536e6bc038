//! A whole shop with Stripe at its till: orders, parcels and books.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use cartwright::outside::payments::key;
use cartwright::outside::signature::{Key, seal};
use db::checkout::Placed;
use domain::orders::OrderState;
use domain::payments::{PaymentState, Way};
use serde_json::{Value, json};

use super::fake::FakeStripe;
use super::{WEBHOOK_SECRET, stripe};
use crate::rig::Rig;

const SESSION: &str = "cs_test_1";

async fn shop(teapots: i64) -> (Rig, FakeStripe) {
    let mut rig = Rig::with(teapots).await;
    let (fake, stripe) = stripe().await;
    rig.takes_real_money(Arc::new(stripe));
    (rig, fake)
}

impl Rig {
    async fn stripe_says(&self, secret: &str, kind: &str, object: Value) -> StatusCode {
        let at = self.shop.now().0 / 1000;
        let event = json!({ "id": "evt_1", "type": kind, "livemode": false, "data": { "object": object } }).to_string();
        let signature = format!("t={at},v1={}", seal(&Key::of_text(secret), at, event.as_bytes()));
        let request = Request::post("/webhooks/payments/stripe").header("stripe-signature", signature);
        self.send(request.body(Body::from(event)).unwrap()).await.status
    }

    /// The session of this order is done with.
    async fn session_completed(&self, secret: &str, placed: &Placed) -> StatusCode {
        let payment = self.shop.read(|conn| db::payments::by_id(conn, placed.payment)).await.unwrap();
        let session = json!({ "object": "checkout.session", "client_reference_id": key(&payment) });
        self.stripe_says(secret, "checkout.session.completed", session).await
    }
}

#[tokio::test]
async fn a_card_is_reserved_at_stripe_and_charged_when_the_parcel_leaves() {
    let (rig, fake) = shop(1).await;
    let placed = rig.order().await;
    let url = rig.world.desk.begin(placed.payment, &rig.back(&placed)).await.unwrap();
    assert_eq!(url, "https://checkout.stripe.com/c/pay/cs_test_1");
    fake.pay(SESSION);
    assert_eq!(rig.session_completed("whsec_of_somebody_else", &placed).await, StatusCode::BAD_REQUEST);
    assert_eq!(rig.state(&placed).await, OrderState::Placed, "forged news pays nothing");
    for _ in 0..2 {
        assert_eq!(rig.session_completed(WEBHOOK_SECRET, &placed).await, StatusCode::OK);
        assert_eq!((rig.state(&placed).await, rig.payment(&placed).await), (OrderState::Paid, PaymentState::Promised));
    }
    // Five weeks are enough for any parcel to leave.
    for _ in 0..24 * 35 {
        rig.work().await;
        rig.deliver().await;
        rig.wait(3600);
    }
    assert_eq!((rig.tally(&placed).await.taken, fake.books().intents["pi_1"]["amount_received"].as_i64()), (4850, Some(4850)));
    rig.books_are_right().await;
}

#[tokio::test]
async fn news_of_money_that_never_came_pays_nothing() {
    let (rig, _fake) = shop(1).await;
    let placed = rig.order().await;
    rig.world.desk.begin(placed.payment, &rig.back(&placed)).await.unwrap();
    assert_eq!(rig.session_completed(WEBHOOK_SECRET, &placed).await, StatusCode::OK);
    assert_eq!((rig.state(&placed).await, rig.payment(&placed).await), (OrderState::Placed, PaymentState::Pending));
    assert_eq!(rig.post("/webhooks/payments/testpay", "").await.status, StatusCode::NOT_FOUND, "test cards are not heard of");
}

#[tokio::test]
async fn an_order_given_up_closes_stripes_page() {
    let (rig, fake) = shop(1).await;
    let placed = rig.order().await;
    rig.world.desk.begin(placed.payment, &rig.back(&placed)).await.unwrap();
    rig.wait(15 * 60);
    rig.work().await;
    assert_eq!((rig.state(&placed).await, fake.session(SESSION)["status"].as_str()), (OrderState::Cancelled, Some("expired")));
    rig.books_are_right().await;
}

#[tokio::test]
async fn money_that_comes_too_late_goes_back_by_itself() {
    let (rig, fake) = shop(1).await;
    let placed = rig.order_by(Way::PayByBank, "LV").await;
    rig.world.desk.begin(placed.payment, &rig.back(&placed)).await.unwrap();
    let order = placed.order;
    rig.shop.write(move |tx| db::payments::expire(tx, order)).await.unwrap();
    fake.pay(SESSION);
    rig.order().await;
    rig.work().await;
    let tally = rig.tally(&placed).await;
    assert_eq!((tally.state, tally.taken, tally.returned, tally.owed_back()), (PaymentState::Failed, 4850, 4850, 0));
    assert_eq!(fake.books().refunds.len(), 1);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_dispute_is_heard_of_though_it_names_stripes_payment_only() {
    let (rig, fake) = shop(1).await;
    let placed = rig.order_by(Way::PayByBank, "LV").await;
    rig.world.desk.begin(placed.payment, &rig.back(&placed)).await.unwrap();
    fake.pay(SESSION);
    rig.session_completed(WEBHOOK_SECRET, &placed).await;
    fake.disputes(SESSION, 4850, "needs_response");
    let dispute = json!({ "object": "dispute", "payment_intent": "pi_1" });
    assert_eq!(rig.stripe_says(WEBHOOK_SECRET, "charge.dispute.created", dispute).await, StatusCode::OK);
    let tally = rig.tally(&placed).await;
    assert_eq!((tally.state, tally.lost, tally.kept), (PaymentState::Captured, 4850, 0));
    rig.books_are_right().await;
}
