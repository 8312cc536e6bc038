//! EasyPost behind the port, against a stand-in shaped after recordings of it.

mod customs;
mod fake;
mod labels;
mod places;
mod recorded;

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use cartwright::outside::Trouble;
use cartwright::outside::carriers::{Carrier, Consignment, Follower, Known, Paper, Printed};
use cartwright::outside::easypost::{Account, EasyPost};
use cartwright::outside::line::Secret;
use cartwright::outside::signature::Key;
use db::checkout::Placed;
use db::tracking;
use domain::staff::{Staff, StaffName};
use domain::tracking::{CheckpointKind, Collection, CollectionState, Parcel, ParcelState, Window};
use serde_json::{Value, json};

use crate::rig::{PLAIN_CARD, Rig};
use fake::{FakeEasyPost, TRACKER};

const SECRET: &str = "a secret of ours";

fn easypost(fake: &FakeEasyPost) -> EasyPost {
    let (key, webhook_secret) = (Secret::new(fake::KEY), Key::of_text(SECRET));
    EasyPost::new(Account { key, webhook_secret, api: fake.url.clone(), from: "adr_1".to_owned() }).unwrap()
}

/// A shop whose parcels EasyPost's carriers bring, and an order that is paid.
async fn paid() -> (FakeEasyPost, Rig, Placed) {
    let fake = FakeEasyPost::open().await;
    let mut rig = Rig::with(1).await;
    rig.brought_by(Arc::new(easypost(&fake)));
    let placed = rig.order_to("LV").await;
    rig.pay(&placed, PLAIN_CARD).await;
    rig.world.desk.settle(placed.payment).await.unwrap();
    (fake, rig, placed)
}

async fn parcel(rig: &Rig, placed: &Placed) -> Option<Parcel> {
    let pieces = rig.shop.read(|conn| db::tracking::of_order(conn, placed.order)).await.unwrap();
    pieces.into_iter().find_map(|piece| piece.parcel)
}

/// EasyPost writes to the shop.
async fn writes(rig: &Rig, headers: &[(&str, String)], body: &str) -> StatusCode {
    let request =
        headers.iter().fold(Request::post("/webhooks/carriers/easypost"), |request, (name, text)| request.header(*name, text));
    rig.send(request.body(Body::from(body.to_owned())).unwrap()).await.status
}

fn sealed(pieces: &[&[u8]]) -> String {
    format!("hmac-sha256-hex={}", db::token::hex(&Key::of_text(SECRET).hash(pieces)))
}

fn event(tracker: &Value) -> String {
    json!({ "id": "evt_1", "object": "Event", "mode": "test", "description": "tracker.updated", "result": tracker }).to_string()
}

fn tracker() -> Value {
    serde_json::from_str(TRACKER).unwrap()
}

#[tokio::test]
async fn the_cheapest_label_that_comes_in_time_is_bought_once_whatever_answers_are_lost() {
    let (fake, rig, placed) = paid().await;
    for answer in [(502, "<html>"), (429, "{}"), (200, "{\"id\": \"shp")] {
        fake.books().next.push_back((answer.0, answer.1.to_owned()));
        rig.work().await;
        assert!(parcel(&rig, &placed).await.is_none(), "{answer:?}");
        rig.wait(31);
    }
    fake.books().loses_purchase = true;
    for _ in 0..3 {
        rig.work().await;
        rig.wait(31);
    }
    let parcel = parcel(&rig, &placed).await.unwrap();
    assert_eq!(
        (parcel.carrier.as_str(), parcel.brand.as_str(), parcel.number.as_str()),
        ("easypost", "USPS", "9400100000000000000001")
    );
    assert_eq!(parcel.page, "https://track.easypost.com/ZGVtbw");
    assert_eq!(fake.books().bought, ["rate_ground"], "one label, and not the fast one");
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_label_nobody_sells_is_refused_and_left_to_a_person() {
    let (fake, rig, placed) = paid().await;
    fake.books().shipment["rates"] = json!([{ "id": "rate_1", "rate": "much", "currency": "USD" }, 7, null]);
    rig.work().await;
    assert!(parcel(&rig, &placed).await.is_none() && fake.books().bought.is_empty());
    rig.books_are_right().await;
}

#[tokio::test]
async fn rates_labels_and_voids_are_asked_for() {
    let (fake, rig, placed) = paid().await;
    rig.work().await;
    let (easypost, parcel) = (easypost(&fake), parcel(&rig, &placed).await.unwrap());
    let order = rig.shop.read(|conn| db::orders::by_id(conn, placed.order)).await.unwrap();
    let packet = rig.shop.read(|conn| db::tracking::packet(conn, placed.order, 1)).await.unwrap();
    fake.books().shipment = serde_json::from_str(fake::SHIPMENT).unwrap();
    let rates = easypost.rates(Consignment::of(&order, &order.pieces[0], packet)).await.unwrap();
    let named: Vec<_> = rates.iter().map(|rate| (rate.name.as_str(), rate.price.minor)).collect();
    assert_eq!(named, [("LibraryMail", 310), ("GroundAdvantage", 607), ("Express", 3415)]);
    let known = Known { number: &parcel.number, shipment: "shp_0001", brand: "USPS" };
    let zpl = easypost.label(known, Paper::Zpl).await.unwrap();
    assert_eq!(zpl, Printed::At("https://labels.example/1.zpl".to_owned()));
    for _ in 0..2 {
        assert_eq!(easypost.stop(known).await, Ok(true));
    }
    assert!(matches!(easypost.stop(Known::by("1")).await, Err(Trouble::Refused(_))), "it made no such label");
}

/// Staff of this name ask for the parcel to be fetched, two days from now.
async fn wants_a_driver(rig: &Rig, placed: &Placed, name: &'static str) {
    let from = rig.shop.now().day().plus(2).start().plus_seconds(7 * 3600);
    let (order, window) = (placed.order, Window { from, until: from.plus_seconds(8 * 3600) });
    let name = StaffName::parse(name).unwrap();
    let known = name.clone();
    let id = rig.shop.write(move |tx| db::staff::add(tx, &known, "")).await.unwrap();
    rig.shop.write(move |tx| tracking::collect(tx, order, 1, window, &Staff { id, name })).await.unwrap();
}

async fn collection(rig: &Rig, placed: &Placed) -> Collection {
    let order = placed.order;
    rig.shop.read(move |conn| tracking::collections(conn, order)).await.unwrap().remove(0).1
}

#[tokio::test]
async fn the_cheapest_driver_is_ordered_once_whatever_answers_are_lost() {
    let (fake, rig, placed) = paid().await;
    rig.work().await;
    wants_a_driver(&rig, &placed, "ada").await;
    for answer in [(502, "<html>"), (429, "{}"), (200, "{\"id\": \"pick"), (200, "{\"id\": \"../rates\"}")] {
        fake.books().next.push_back((answer.0, answer.1.to_owned()));
        rig.work().await;
        assert_eq!(collection(&rig, &placed).await.state, CollectionState::Asked, "{answer:?}");
        rig.wait(31);
    }
    fake.books().loses_purchase = true;
    for _ in 0..3 {
        rig.work().await;
        rig.wait(31);
    }
    let known = collection(&rig, &placed).await;
    assert_eq!((known.state, known.confirmation.as_str()), (CollectionState::Booked, "WTC65024896"));
    assert_eq!(known.price.as_ref().map(|price| (price.minor, price.currency.code())), Some((0, "USD")));
    assert_eq!(fake.books().ordered, ["USPS NextDay"], "one driver, and the one who costs nothing");
}

#[tokio::test]
async fn where_no_driver_comes_it_is_said_why_and_asked_anew() {
    let (fake, rig, placed) = paid().await;
    rig.work().await;
    let drivers = std::mem::replace(&mut fake.books().drivers, (json!([]), json!([{ "message": "Closed on that day." }])));
    wants_a_driver(&rig, &placed, "ada").await;
    rig.work().await;
    let known = collection(&rig, &placed).await;
    assert_eq!((known.state, known.said.as_str()), (CollectionState::Refused, "Closed on that day."));
    fake.books().drivers = drivers;
    wants_a_driver(&rig, &placed, "ben").await;
    rig.work().await;
    assert_eq!(collection(&rig, &placed).await.state, CollectionState::Booked);
}

#[tokio::test]
async fn a_signed_letter_moves_the_parcel_and_a_forged_one_does_not() {
    let (_fake, rig, placed) = paid().await;
    rig.work().await;
    let body = event(&tracker());
    let plain = [("x-hmac-signature", sealed(&[body.as_bytes()]))];
    let forged = [("x-hmac-signature", sealed(&[b"another"]))];
    assert_eq!(writes(&rig, &forged, &body).await, StatusCode::BAD_REQUEST);
    assert_eq!(writes(&rig, &[], &body).await, StatusCode::BAD_REQUEST);
    assert_eq!(parcel(&rig, &placed).await.unwrap().state, ParcelState::LabelCreated);
    for _ in 0..2 {
        assert_eq!(writes(&rig, &plain, &body).await, StatusCode::OK);
    }
    let parcel = parcel(&rig, &placed).await.unwrap();
    let kinds: Vec<_> = parcel.checkpoints.iter().map(|told| told.checkpoint.kind).collect();
    use CheckpointKind as K;
    assert_eq!(kinds, [K::Label, K::Hub, K::OutForDelivery, K::Delivered, K::Unknown], "the last tells the day");
    assert_eq!((parcel.state, parcel.checkpoints[3].checkpoint.place.as_str()), (ParcelState::Delivered, "CHARLESTON, SC, US"));
}

#[tokio::test]
async fn the_newer_signature_counts_where_it_stands_and_ends_after_five_minutes() {
    let (_fake, rig, _) = paid().await;
    rig.work().await;
    let (body, path) = (event(&tracker()), "/webhooks/carriers/easypost");
    let now = rig.shop.now().0 / 1000;
    let signed = |at: i64| {
        let seal = sealed(&[at.to_string().as_bytes(), b"POST", path.as_bytes(), body.as_bytes()]);
        [("x-timestamp", at.to_string()), ("x-path", path.to_owned()), ("x-hmac-signature-v2", seal)]
    };
    assert_eq!(writes(&rig, &signed(now), &body).await, StatusCode::OK);
    assert_eq!(writes(&rig, &signed(now - 301), &body).await, StatusCode::BAD_REQUEST);
    let mut both = signed(now).to_vec();
    both[2].1 = sealed(&[b"x"]);
    both.push(("x-hmac-signature", sealed(&[body.as_bytes()])));
    assert_eq!(writes(&rig, &both, &body).await, StatusCode::BAD_REQUEST, "the older one does not mend the newer");
}

#[tokio::test]
async fn a_number_that_is_used_again_is_not_this_parcel() {
    let (_fake, rig, placed) = paid().await;
    rig.work().await;
    let mut other = tracker();
    other["shipment_id"] = json!("shp_other");
    let body = event(&other);
    let told = writes(&rig, &[("x-hmac-signature", sealed(&[body.as_bytes()]))], &body).await;
    assert_eq!(told, StatusCode::SERVICE_UNAVAILABLE, "nobody knows that shipment");
    assert_eq!(parcel(&rig, &placed).await.unwrap().state, ParcelState::LabelCreated);
}

/// A tracker without one of its parts, with another in place of one, or cut off: each as it could come.
fn mangled() -> Vec<String> {
    let whole = tracker();
    let mut all = Vec::new();
    let names: Vec<String> = whole.as_object().unwrap().keys().cloned().collect();
    for name in &names {
        for other in [Value::Null, json!(7), json!("x"), json!([]), json!({}), json!([null, 7, "x", {}])] {
            let mut one = whole.clone();
            one[name.as_str()] = other;
            all.push(event(&one));
        }
    }
    for name in ["status", "status_detail", "datetime", "message", "tracking_location"] {
        for other in [Value::Null, json!(-1), json!("２０２５"), json!({ "city": 7 }), json!("9999-99-99T99:99:99Z")] {
            let mut one = whole.clone();
            one["tracking_details"].as_array_mut().unwrap().iter_mut().for_each(|detail| detail[name] = other.clone());
            one["status"] = json!("in_transit");
            all.push(event(&one));
        }
    }
    let text = event(&whole);
    all.extend((0..text.len()).step_by(97).filter(|at| text.is_char_boundary(*at)).map(|at| text[..at].to_owned()));
    all.extend(["null", "[]", "7", "\"x\"", "<html><body>Service Unavailable</body></html>", ""].map(str::to_owned));
    all
}

#[tokio::test]
async fn however_a_letter_is_mangled_nothing_breaks_and_no_parcel_stands_where_it_is_not() {
    let (_fake, rig, placed) = paid().await;
    rig.work().await;
    for body in mangled() {
        let status = writes(&rig, &[("x-hmac-signature", sealed(&[body.as_bytes()]))], &body).await;
        let known = [StatusCode::OK, StatusCode::BAD_REQUEST, StatusCode::SERVICE_UNAVAILABLE].contains(&status);
        assert!(known, "{status} for {body}");
    }
    let parcel = parcel(&rig, &placed).await.unwrap();
    let returned = parcel.checkpoints.iter().any(|told| told.checkpoint.kind == CheckpointKind::Returning);
    assert!(
        parcel.state == ParcelState::Delivered && !returned,
        "most of these say that it was delivered, and none that it went back"
    );
    rig.books_are_right().await;
}

#[tokio::test]
async fn an_answer_that_is_none_is_waited_for_and_asked_for_again() {
    let (fake, rig, placed) = paid().await;
    rig.work().await;
    fake.books().shipment["tracker"] = tracker();
    rig.wait(6 * 3600);
    for answer in [(500, "{}"), (200, "<html>"), (429, ""), (200, "")] {
        fake.books().next.push_back((answer.0, answer.1.to_owned()));
        rig.work().await;
        assert_eq!(parcel(&rig, &placed).await.unwrap().state, ParcelState::LabelCreated, "{answer:?}");
        rig.wait(31);
    }
    fake.books().silent = true;
    rig.work().await;
    fake.books().silent = false;
    rig.wait(31);
    rig.work().await;
    assert_eq!(parcel(&rig, &placed).await.unwrap().state, ParcelState::Delivered);
}

#[tokio::test]
async fn a_carriers_answer_without_sense_tells_nothing() {
    let fake = FakeEasyPost::open().await;
    let easypost = easypost(&fake);
    let known = Known { number: "9400100000000000000001", shipment: "shp_0001", brand: "USPS" };
    for body in ["null", "[]", "{\"tracker\": 7}", "{\"tracker\": {\"tracking_details\": [1, null, {\"status\": 3}]}}"] {
        fake.books().next.push_back((200, body.to_owned()));
        assert_eq!(easypost.ask(known).await, Ok(vec![]), "{body}");
    }
}
