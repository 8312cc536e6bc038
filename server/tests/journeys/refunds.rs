//! Refunds: a thing, delivery, a sum; to the way it was paid; never more than there is, and never twice.

use axum::http::StatusCode;

use crate::desk;
use crate::form::{between, value};
use crate::rig::Rig;
use crate::shopper::Shopper;
use crate::ways::{AMSTERDAM, at_payment, place_by};

/// Somebody who has paid for a pan and what it costs to send it; the order's page and number.
async fn paid<'a>(rig: &'a Rig) -> (Shopper<'a>, String, String) {
    let ben = at_payment(rig, AMSTERDAM, "EUR").await;
    let pay = place_by(&ben, "ideal").await;
    let done = ben.send(&format!("{pay}/agree"), &[("story", "pays")]).await;
    let page = ben.read(&done).await;
    assert!(page.contains("paid: iDEAL"), "{page}");
    let number = between(&done, "/en/orders/", "?").to_owned();
    (ben, done, number)
}

/// Sends the form of an order's page at the desk, with some fields filled in; says where it leads.
async fn refund(ada: &Shopper<'_>, number: &str, fields: &[(&str, &str)]) -> String {
    let page = ada.read(&format!("/desk/orders/{number}")).await;
    let mut all = vec![("number", number), ("refund[left]", value(&page, "refund[left]"))];
    all.extend(fields);
    ada.send("/api/desk/refund", &all).await
}

#[tokio::test]
async fn a_part_goes_back_the_way_it_was_paid_and_the_shopper_sees_it() {
    let rig = desk::rig().await;
    let (ben, order, number) = paid(&rig).await;
    let ada = desk::ada(&rig).await;
    assert!(ada.read("/desk/orders").await.contains(&number), "the order is in the list");
    assert!(!ada.read("/desk/orders?q=nobody@example.org").await.contains(&number));
    let to = refund(&ada, &number, &[("refund[more]", "10,50"), ("refund[reason]", "a scratch")]).await;
    assert_eq!(to, format!("/desk/orders/{number}?saved="));
    assert!(ben.read(&order).await.contains("€10.50 is on its way back to you."));
    rig.work().await;
    assert!(ben.read(&order).await.contains("€10.50 was given back."));
    assert_eq!(rig.count("SELECT sum(minor) FROM refunds WHERE reason = 'a scratch' AND staff = 'ada'").await, 1050);
    assert_eq!(rig.count("SELECT sum(minor) FROM money_ledger WHERE account = 'provider' AND cause = 'refund'").await, -1050);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_thing_and_its_delivery_are_refunded_once_and_no_more_than_was_paid() {
    let rig = desk::rig().await;
    let (_, _, number) = paid(&rig).await;
    let ada = desk::ada(&rig).await;
    let at = |told: &str| format!("/desk/orders/{number}?{told}");
    let page = ada.read(&at("")).await;
    let same = [("number", number.as_str()), ("refund[left]", value(&page, "refund[left]")), ("refund[lines][0]", "1")];
    assert_eq!(ada.send("/api/desk/refund", &same).await, at("saved="));
    assert_eq!(ada.send("/api/desk/refund", &same).await, at("refused=nothing"), "pressed twice it is refunded once");
    assert_eq!(refund(&ada, &number, &[("refund[lines][0]", "1")]).await, at("refused=too-many"));
    assert_eq!(refund(&ada, &number, &[("refund[more]", "999")]).await, at("refused=too-much"));
    for odd in ["-1", "1e3", "all", "0"] {
        assert_eq!(refund(&ada, &number, &[("refund[more]", odd)]).await, at("refused=nothing"), "{odd}");
    }
    assert_eq!(refund(&ada, &number, &[("refund[delivery]", "1")]).await, at("saved="));
    rig.work().await;
    assert!(!ada.read(&at("")).await.contains("/api/desk/refund"), "nothing is left");
    assert_eq!(rig.count("SELECT taken - returned FROM payments").await, 0);
    rig.books_are_right().await;
}

#[tokio::test]
async fn money_that_is_only_reserved_is_not_refunded_and_only_staff_refund() {
    let rig = desk::rig().await;
    let ben = rig.shopper();
    ben.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ben.buy().await;
    let number = between(&link, "/en/orders/", "?").to_owned();
    let ada = desk::ada(&rig).await;
    assert!(!ada.read(&format!("/desk/orders/{number}")).await.contains("/api/desk/refund"));
    let fields = [("number", number.as_str()), ("refund[left]", "0"), ("refund[more]", "1")];
    assert!(ada.send("/api/desk/refund", &fields).await.ends_with("?refused=not-taken"));
    assert_eq!(ben.post("/api/desk/refund", &fields).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(rig.count("SELECT count(*) FROM refunds").await, 0);
}
