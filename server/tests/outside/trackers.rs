//! Those who only tell of parcels: what staff bring to a carrier is followed by whoever knows that carrier.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cartwright::outside::aftership::{self, AfterShip};
use cartwright::outside::dhl::{self, Dhl};
use cartwright::outside::line::Secret;
use cartwright::outside::signature::Key;
use db::checkout::Placed;
use domain::time::Day;
use domain::tracking::{Brand, BroughtRefusal, CheckpointKind, Parcel, ParcelState};
use serde_json::{Value, json};

use crate::rig::{PLAIN_CARD, Rig};

const AFTERSHIP: &str = include_str!("../fixtures/trackers/aftership.json");
const DHL: &str = include_str!("../fixtures/trackers/dhl.json");
const NUMBER: &str = "JD014600003889";

/// What it says next: a status, and what is in it.
type Answers = Arc<Mutex<VecDeque<(u16, String)>>>;

/// A company that gives these answers, one after the other, and nothing after them.
struct Company {
    url: String,
    answers: Answers,
    server: tokio::task::JoinHandle<()>,
}

impl Drop for Company {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Company {
    async fn that_says(answers: &[(u16, String)]) -> Self {
        let answers = Arc::new(Mutex::new(answers.iter().cloned().collect::<VecDeque<_>>()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let app = Router::new().fallback(answer).with_state(Arc::clone(&answers));
        let server = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { url, answers, server }
    }

    fn left(&self) -> usize {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

async fn answer(State(answers): State<Answers>, _: Method, headers: HeaderMap) -> Response {
    let keyed = ["as-api-key", "dhl-api-key"].iter().any(|name| headers.get(*name).is_some_and(|key| key == "key-1"));
    let next = answers.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    let (status, body) = next.filter(|_| keyed).unwrap_or((503, String::new()));
    (StatusCode::from_u16(status).unwrap(), body).into_response()
}

/// A shop whose staff bring parcels to DHL, and an order whose parcel they have brought there.
async fn brought(mut rig: Rig) -> (Rig, Placed) {
    rig.by_hand();
    let placed = rig.order_to("LV").await;
    rig.pay(&placed, PLAIN_CARD).await;
    rig.world.desk.settle(placed.payment).await.unwrap();
    rig.work().await;
    assert!(parcel(&rig, &placed).await.is_none(), "nobody makes a label for it");
    rig.books_are_right().await;
    let order = placed.order;
    let brings = |typed: &'static str| rig.shop.write(move |tx| db::tracking::brought(tx, order, 1, (Brand::Dhl, typed)));
    assert!(matches!(brings("no number!").await, Err(db::Error::Refused(BroughtRefusal::NoNumber))));
    brings(" JD01 4600 003889 ").await.unwrap();
    assert!(matches!(brings("JD014600003880").await, Err(db::Error::Refused(BroughtRefusal::Taken))));
    (rig, placed)
}

async fn parcel(rig: &Rig, placed: &Placed) -> Option<Parcel> {
    let pieces = rig.shop.read(|conn| db::tracking::of_order(conn, placed.order)).await.unwrap();
    pieces.into_iter().find_map(|piece| piece.parcel)
}

fn kinds(parcel: &Parcel) -> Vec<CheckpointKind> {
    parcel.checkpoints.iter().map(|told| told.checkpoint.kind).collect()
}

#[tokio::test]
async fn dhl_tells_of_what_was_brought_there_after_it_was_out_of_order() {
    let answers = [(503, String::new()), (429, "{}".to_owned()), (200, "<html>".to_owned()), (200, DHL.to_owned())];
    let company = Company::that_says(&answers).await;
    let mut rig = Rig::with(1).await;
    rig.followed_by(Arc::new(Dhl::new(dhl::Account { key: Secret::new("key-1"), api: company.url.clone() }).unwrap()));
    let (rig, placed) = brought(rig).await;
    rig.wait(3 * 24 * 3600);
    for left in (0..4).rev() {
        rig.work().await;
        assert_eq!(company.left(), left);
        rig.wait(31);
    }
    let parcel = parcel(&rig, &placed).await.unwrap();
    assert_eq!((parcel.number.as_str(), parcel.brand.as_str(), parcel.state), (NUMBER, "DHL", ParcelState::OutForDelivery));
    assert!(parcel.page.starts_with("https://www.dhl.com/") && parcel.page.ends_with(NUMBER));
    use CheckpointKind as K;
    assert_eq!(kinds(&parcel), [K::Label, K::Hub, K::OutForDelivery, K::Unknown]);
    assert_eq!(parcel.expected, Day::parse("2026-11-24"));
    rig.books_are_right().await;
}

#[tokio::test]
async fn aftership_is_told_the_number_and_writes_from_then_on() {
    let none = json!({ "meta": { "code": 200 }, "data": { "trackings": [] } }).to_string();
    let begun = json!({ "meta": { "code": 201 }, "data": { "tracking_number": NUMBER, "tag": "Pending", "checkpoints": [] } })
        .to_string();
    let company = Company::that_says(&[(200, none), (201, begun)]).await;
    let account =
        aftership::Account { key: Secret::new("key-1"), webhook_secret: Key::of_text("hook"), api: company.url.clone() };
    let mut rig = Rig::with(1).await;
    rig.followed_by(Arc::new(AfterShip::new(account).unwrap()));
    let (rig, placed) = brought(rig).await;
    rig.wait(6 * 3600);
    rig.work().await;
    assert_eq!((company.left(), parcel(&rig, &placed).await.unwrap().state), (0, ParcelState::LabelCreated));
    let tracking: Value = serde_json::from_str(AFTERSHIP).unwrap();
    let body = json!({ "event": "tracking_update", "msg": tracking }).to_string();
    let writes = async |seal: String, body: &str| {
        let request = Request::post("/webhooks/carriers/aftership").header("aftership-hmac-sha256", seal);
        rig.send(request.body(Body::from(body.to_owned())).unwrap()).await.status
    };
    let seal = |body: &str| STANDARD.encode(Key::of_text("hook").hash(&[body.as_bytes()]));
    assert_eq!(writes(seal("other"), &body).await, StatusCode::BAD_REQUEST);
    assert_eq!(writes("~".to_owned(), &body).await, StatusCode::BAD_REQUEST);
    for odd in ["{}", "null", "{\"msg\": 7}", "<html>"] {
        assert_eq!(writes(seal(odd), odd).await, StatusCode::BAD_REQUEST, "{odd}");
    }
    for _ in 0..2 {
        assert_eq!(writes(seal(&body), &body).await, StatusCode::OK);
    }
    let parcel = parcel(&rig, &placed).await.unwrap();
    use CheckpointKind as K;
    assert_eq!(kinds(&parcel), [K::Label, K::Hub, K::OutForDelivery, K::Unknown]);
    assert_eq!((parcel.state, parcel.expected), (ParcelState::OutForDelivery, Day::parse("2026-11-24")));
}
