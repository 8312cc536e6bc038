//! What a device knows no more once somebody has signed out on it.

use axum::http::StatusCode;
use db::notifications::Device;

use crate::account::{ADA, bought, signed_in};
use crate::rig::Rig;
use crate::shopper::Shopper;

const DEVICES: &str = "SELECT count(*) FROM devices";

async fn told(rig: &Rig, who: &Shopper<'_>, number: &str) -> Device {
    let device = rig.company.push.local().unwrap().device().unwrap();
    let fields = [
        ("number", number),
        ("device[endpoint]", &device.endpoint),
        ("device[p256dh]", &device.p256dh),
        ("device[auth]", &device.auth),
    ];
    assert_eq!(who.ask("/api/messages/device", &fields).await, serde_json::Value::Bool(true));
    device
}

async fn sign_out(who: &Shopper<'_>) {
    assert_eq!(who.send("/api/account/sign-out", &[("lang", "en")]).await, "/en/account/sign-in");
}

#[tokio::test]
async fn a_device_is_told_of_adas_orders_for_as_long_as_she_is_signed_in_on_it() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    let number = bought(&rig, &ada).await;
    rig.work().await;
    told(&rig, &ada, &number).await;
    let phone = signed_in(&rig, rig.shopper(), ADA).await;
    told(&rig, &phone, &number).await;
    assert_eq!(rig.count(DEVICES).await, 2);
    sign_out(&ada).await;
    assert_eq!(rig.count(DEVICES).await, 1, "her telephone is told still");
    rig.carrier_tells("a1", "picked_up", 0, None).await;
    rig.work().await;
    assert_eq!(rig.company.push.local().unwrap().heard().len(), 1);
    phone.send("/api/account/sign-out", &[("lang", "en"), ("everywhere", "true")]).await;
    assert_eq!(rig.count(DEVICES).await, 0);
}

#[tokio::test]
async fn what_a_guest_had_a_device_told_of_ends_with_the_account_it_came_to() {
    let rig = Rig::new().await;
    let (ada, bob) = (rig.shopper(), rig.shopper());
    let (number, other) = (bought(&rig, &ada).await, bought(&rig, &bob).await);
    rig.work().await;
    told(&rig, &ada, &number).await;
    told(&rig, &bob, &other).await;
    let ada = signed_in(&rig, ada, ADA).await;
    sign_out(&ada).await;
    assert_eq!(rig.count(DEVICES).await, 1, "another browser's is another's");
}

#[tokio::test]
async fn an_order_that_came_from_another_device_is_not_left_on_that_device_either() {
    let rig = Rig::new().await;
    let (tablet, phone) = (rig.shopper(), rig.shopper());
    let number = bought(&rig, &tablet).await;
    let page = format!("/en/orders/{number}");
    let phone = signed_in(&rig, phone, ADA).await;
    assert!(phone.read("/en/account").await.contains(&number));
    assert_eq!(tablet.open(&page).await.status, StatusCode::OK, "nobody has signed in there");
    let tablet = signed_in(&rig, tablet, ADA).await;
    assert!(tablet.read("/en/account").await.contains(&number));
    sign_out(&tablet).await;
    assert_eq!(tablet.open(&page).await.status, StatusCode::NOT_FOUND);
    assert!(!tablet.read("/en/orders").await.contains(&number));
    let tablet = signed_in(&rig, tablet, ADA).await;
    let join = crate::form::value(&phone.read("/en/account").await, "join").to_owned();
    tablet.send("/api/account/undo", &[("lang", "en"), ("join", &join)]).await;
    sign_out(&tablet).await;
    assert_eq!(tablet.open(&page).await.status, StatusCode::OK, "what is sent back is where it was");
}
