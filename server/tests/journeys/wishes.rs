//! A parcel on its way: another place, another day, a word to the courier; and what the carrier makes of each.

use axum::http::StatusCode;
use cartwright::outside::mishaps::Mishap;

use crate::form::{between, in_order};
use crate::rig::{GOODS, Rig};
use crate::shopper::Shopper;

/// Somebody who has bought a pan that has left, the address of the order's page and of its parcel's.
async fn on_its_way(rig: &Rig) -> (Shopper<'_>, String, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    rig.work().await;
    rig.carrier_tells("e1", "picked_up", 0, None).await;
    let parcel = link.replace("?key=", "/parcels/1?key=");
    (ada, link, parcel)
}

async fn wish(who: &Shopper<'_>, link: &str, kind: &str, said: &str) -> String {
    let (number, key) = (between(link, "/en/orders/", "?"), link.split("key=").nth(1).unwrap());
    let fields = [("lang", "en"), ("number", number), ("key", key), ("piece", "1"), ("kind", kind), ("said", said)];
    who.send("/api/orders/wish", &fields).await
}

/// The first thing a list on a page offers.
fn first(page: &str, list: &str) -> String {
    let options = between(page, &format!("id=\"{list}\""), "</select>").to_owned();
    between(&options, "value=\"", "\"").to_owned()
}

const WISHES: &str = "SELECT count(*) FROM wishes";

#[tokio::test]
async fn a_parcel_is_sent_to_a_locker_on_its_way_and_its_carrier_brings_it_there() {
    let rig = Rig::with("carrier_story = 'plain'", GOODS).await;
    let (ada, link, parcel) = on_its_way(&rig).await;
    assert!(ada.read(&link).await.contains("Change this delivery"));
    let page = ada.read(&parcel).await;
    in_order(&page, &["Send it to a pickup point", "Have it on another day", "Tell the courier something"]);
    let point = first(&page, "point");
    let name = between(&page, &format!("value=\"{point}\">"), "</option>").to_owned();
    let to = wish(&ada, &link, "redirect", &point).await;
    assert!(to.contains("?wished"), "{to}");
    in_order(&ada.read(&to).await, &["Your wish is on its way.", &name, "We are asking SimCarrier."]);
    rig.company.world.simcarrier.mishaps.add(Mishap::AnswerLost);
    rig.work().await;
    assert!(ada.read(&link).await.contains("We are asking SimCarrier."), "nobody knows yet");
    rig.wait(60);
    rig.work().await;
    in_order(&ada.read(&link).await, &[&name, "SimCarrier does so."]);
    assert!(wish(&ada, &link, "redirect", &point).await.contains("?wished"));
    assert_eq!(rig.count(WISHES).await, 1, "the same, said again, is said once");
    // Two weeks later all of it has happened: its carrier kept it at the locker.
    rig.wait(14 * 86_400);
    rig.work().await;
    let kinds = "SELECT count(*) FROM timeline WHERE kind = 'pickup_ready'";
    assert_eq!(rig.count(kinds).await, 1);
    assert!(ada.read(&link).await.contains("Delivered"));
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_parcel_comes_on_the_day_that_was_chosen_and_nobody_calls_it_late() {
    let rig = Rig::with("carrier_story = 'plain'", GOODS).await;
    let (ada, link, parcel) = on_its_way(&rig).await;
    let day = first(&ada.read(&parcel).await, "day");
    let to = wish(&ada, &link, "reschedule", "2031-01-01").await;
    assert!(to.contains("unwished=nowhere"), "{to}");
    assert!(ada.read(&to).await.contains("Choose one of those that are offered."));
    wish(&ada, &link, "reschedule", &day).await;
    rig.work().await;
    assert!(ada.read(&link).await.contains("SimCarrier does so."));
    let chosen = domain::time::Day::parse(&day).unwrap().0;
    assert_eq!(rig.count("SELECT expected FROM parcels").await, chosen);
    rig.wait(14 * 86_400);
    rig.work().await;
    let came = "SELECT (at + offset_minutes * 60000) / 86400000 FROM timeline WHERE kind = 'delivered'";
    assert_eq!(rig.count(came).await, chosen, "it came on that day");
    assert_eq!(rig.count("SELECT count(*) FROM notifications WHERE kind = 'delayed'").await, 0);
}

#[tokio::test]
async fn a_word_to_the_courier_saves_a_second_try() {
    let rig = Rig::with("carrier_story = 'failed_attempt'", GOODS).await;
    let (ada, link, parcel) = on_its_way(&rig).await;
    let long = "very <long> ".repeat(30);
    let to = wish(&ada, &link, "instruct", &long).await;
    let page = ada.read(&to).await;
    in_order(&page, &["role=\"alert\"", "more than 200 characters", "very &lt;long&gt;"]);
    assert!(wish(&ada, &link, "instruct", " ").await.contains("unwished=empty"));
    wish(&ada, &link, "instruct", "Leave it with <Ilze>").await;
    rig.work().await;
    in_order(&ada.read(&link).await, &["Leave it with &lt;Ilze&gt;", "SimCarrier does so."]);
    rig.wait(14 * 86_400);
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM timeline WHERE kind = 'attempt_failed'").await, 0);
    assert_eq!(rig.count("SELECT count(*) FROM timeline WHERE kind = 'delivered'").await, 1);
    drop(parcel);
}

#[tokio::test]
async fn what_comes_too_late_is_refused_kindly_and_others_wish_nothing() {
    let rig = Rig::with("carrier_story = 'plain'", GOODS).await;
    let (ada, link, parcel) = on_its_way(&rig).await;
    let point = first(&ada.read(&parcel).await, "point");
    let (number, eve) = (between(&link, "/en/orders/", "?").to_owned(), rig.shopper());
    let fields = [("lang", "en"), ("number", number.as_str()), ("piece", "1"), ("kind", "instruct"), ("said", "Mine")];
    assert_eq!(eve.post("/api/orders/wish", &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(eve.open(parcel.split('?').next().unwrap()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(ada.open(&parcel.replace("/parcels/1", "/parcels/7")).await.status, StatusCode::NOT_FOUND);
    rig.carrier_tells("e2", "out_for_delivery", 1, None).await;
    assert!(!ada.read(&link).await.contains("Change this delivery"));
    let to = wish(&ada, &link, "redirect", &point).await;
    assert!(to.contains("unwished=out"), "{to}");
    in_order(&ada.read(&to).await, &["This delivery stays as it is", "It is out for delivery already."]);
    assert_eq!(rig.count(WISHES).await, 0);
}

#[tokio::test]
async fn what_its_carrier_finds_too_late_or_refuses_is_told() {
    let rig = Rig::with("carrier_story = 'plain'", GOODS).await;
    let (ada, link, _) = on_its_way(&rig).await;
    wish(&ada, &link, "instruct", "Ring twice").await;
    rig.company.world.simcarrier.mishaps.add(Mishap::Refused("not today".to_owned()));
    rig.work().await;
    in_order(&ada.read(&link).await, &["Ring twice", "SimCarrier cannot do that."]);
    // It may be said once more; by then the van has it, though its carrier has not told so.
    rig.wait(13 * 86_400);
    wish(&ada, &link, "instruct", "Ring twice").await;
    rig.work().await;
    assert!(ada.read(&link).await.contains("It was too late for that."));
}

#[tokio::test]
async fn a_word_to_the_courier_from_the_checkout_is_passed_on_with_the_label() {
    let rig = Rig::with("carrier_story = 'failed_attempt'", GOODS).await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.live_at(&[]).await;
    let long = "very <long> ".repeat(30);
    let delivery = |words| [("lang", "en"), ("service", "standard"), ("instructions", words)];
    let to = ada.send("/api/checkout/delivery", &delivery(&long)).await;
    assert_eq!(to, "/en/checkout/delivery?errors");
    in_order(&ada.read(&to).await, &["instructions-error", "more than 200 characters", "very &lt;long&gt;"]);
    assert!(ada.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await.contains("/en/checkout/"));
    assert_eq!(ada.open("/en/checkout/review").await.header("location"), "/en/checkout/delivery?errors");
    ada.send("/api/checkout/delivery", &delivery("Leave it with\n<Ilze>")).await;
    let total = crate::form::value(&ada.read("/en/checkout/review").await, "total").to_owned();
    let pay = ada.place(&total).await;
    let back = ada.pay(&pay, crate::shopper::GOOD_CARD).await;
    let thanks = back.header("location").to_owned();
    assert!(ada.read(&thanks).await.contains("Thank you"), "{thanks}");
    let link = thanks.strip_suffix("&paid").unwrap().to_owned();
    rig.work().await;
    in_order(&ada.read(&link).await, &["Leave it with &lt;Ilze&gt;", "SimCarrier does so."]);
    rig.wait(14 * 86_400);
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM timeline WHERE kind = 'attempt_failed'").await, 0);
    rig.books_are_right().await;
}
