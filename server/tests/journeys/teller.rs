//! A company that tells of parcels, as far as the shop knows it: EasyPost, AfterShip or DHL, each in its own words.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::extract::State;
use axum::http::{Request, StatusCode};
use axum::{Json, Router};
use cartwright::outside::signature::Key;
use domain::tracking::Dialect;
use serde_json::{Value, json};

use crate::rig::Rig;

/// What staff write down of the parcel.
pub const NUMBER: &str = "JD014600003889";

/// What is told: the kind of news, when, and where.
pub type Scan = (&'static str, &'static str, (&'static str, &'static str));

/// The company: whatever it is asked, it says what it knows of the one parcel.
pub struct Teller {
    dialect: Dialect,
    url: String,
    says: Arc<Mutex<Option<Value>>>,
    server: tokio::task::JoinHandle<()>,
}

impl Drop for Teller {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Teller {
    pub async fn open(dialect: Dialect) -> Self {
        let says = Arc::new(Mutex::new(None));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let app = Router::new().fallback(answer).with_state(Arc::clone(&says));
        let server = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        let teller = Self { dialect, url, says, server };
        teller.knows(&[], None);
        teller
    }

    /// The settings of a shop whose staff bring parcels to a carrier, which this company tells of.
    pub fn settings(&self) -> String {
        let url = &self.url;
        let own = match self.dialect {
            Dialect::EasyPost => format!(
                "easypost_key = 'key-1'\neasypost_webhook_secret = 'hook'\neasypost_from = 'adr_1'\neasypost_api = '{url}'"
            ),
            Dialect::AfterShip => {
                format!("aftership_key = 'key-1'\naftership_webhook_secret = 'hook'\naftership_api = '{url}'")
            }
            Dialect::Dhl => format!("dhl_key = 'key-1'\ndhl_api = '{url}'"),
        };
        format!("parcels = 'by_hand'\n{own}\n")
    }

    /// From now on it tells of these, the oldest first, and that the parcel comes on a day.
    pub fn knows(&self, scans: &[Scan], expected: Option<&str>) {
        let said = match self.dialect {
            Dialect::EasyPost => easypost(scans, expected),
            Dialect::AfterShip => aftership(scans, expected),
            Dialect::Dhl => dhl(scans, expected),
        };
        *self.says.lock().unwrap_or_else(PoisonError::into_inner) = Some(said);
    }

    /// Writes all it knows to the shop, signed as EasyPost signs.
    pub async fn writes(&self, rig: &Rig) {
        let known = self.says.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let body = json!({ "id": "evt_1", "object": "Event", "description": "tracker.updated", "result": known }).to_string();
        let seal = format!("hmac-sha256-hex={}", db::token::hex(&Key::of_text("hook").hash(&[body.as_bytes()])));
        let request = Request::post("/webhooks/carriers/easypost").header("x-hmac-signature", seal);
        assert_eq!(rig.shop.ask(request.body(Body::from(body)).unwrap()).await.status, StatusCode::OK);
    }
}

async fn answer(State(says): State<Arc<Mutex<Option<Value>>>>) -> (StatusCode, Json<Value>) {
    let said = says.lock().unwrap_or_else(PoisonError::into_inner).clone();
    (StatusCode::OK, Json(said.unwrap_or_default()))
}

fn newest(scans: &[Scan]) -> &'static str {
    scans.last().map_or("2026-11-20T10:00:00Z", |scan| scan.1)
}

fn easypost(scans: &[Scan], expected: Option<&str>) -> Value {
    let code = |kind: &str| match kind {
        "customs" => ("in_transit", "customs_hold"),
        "delay" => ("in_transit", "delayed"),
        "attempt" => ("failure", "delivery_attempted"),
        "damaged" => ("failure", "damaged"),
        "van" => ("out_for_delivery", "out_for_delivery"),
        _ => ("in_transit", "arrived_at_facility"),
    };
    let detail = |(kind, when, (city, country)): &Scan| {
        json!({ "object": "TrackingDetail", "message": kind, "description": "", "status": code(kind).0, "status_detail": code(kind).1,
            "datetime": when, "source": "DHL", "carrier_code": null,
            "tracking_location": { "object": "TrackingLocation", "city": city, "state": null, "country": country, "zip": null } })
    };
    json!({ "id": "trk_1", "object": "Tracker", "mode": "test", "tracking_code": NUMBER, "status": "in_transit",
        "status_detail": "unknown", "updated_at": newest(scans), "shipment_id": null, "carrier": "DHL", "signed_by": null,
        "est_delivery_date": expected.map(|day| format!("{day}T00:00:00Z")), "carrier_detail": null, "fees": [],
        "tracking_details": scans.iter().map(detail).collect::<Vec<_>>() })
}

fn aftership(scans: &[Scan], expected: Option<&str>) -> Value {
    let code = |kind: &str| match kind {
        "customs" => ("InTransit", "InTransit_005"),
        "delay" => ("Exception", "Exception_005"),
        "attempt" => ("AttemptFail", "AttemptFail_002"),
        "damaged" => ("Exception", "Exception_013"),
        "van" => ("OutForDelivery", "OutForDelivery_001"),
        _ => ("InTransit", "InTransit_003"),
    };
    let three = |country: &str| if country == "LV" { "LVA" } else { "DEU" };
    let checkpoint = |(kind, when, (city, country)): &Scan| {
        json!({ "slug": "dhl", "tag": code(kind).0, "subtag": code(kind).1, "message": kind, "checkpoint_time": when,
            "city": city, "state": null, "country_region": three(country) })
    };
    json!({ "meta": { "code": 200 }, "data": { "trackings": [{ "id": "1", "tracking_number": NUMBER, "slug": "dhl",
        "tag": "InTransit", "updated_at": newest(scans), "courier_estimated_delivery_date": null, "expected_delivery": expected,
        "checkpoints": scans.iter().map(checkpoint).collect::<Vec<_>>() }] } })
}

fn dhl(scans: &[Scan], expected: Option<&str>) -> Value {
    let code = |kind: &str| match kind {
        "customs" => ("transit", "Held at customs"),
        "delay" => ("transit", "There is a delay on the way"),
        "attempt" => ("failure", "The delivery attempt was not successful"),
        "damaged" => ("failure", "The parcel was damaged"),
        "van" => ("transit", "The shipment is out for delivery"),
        _ => ("transit", "Processed at the parcel centre"),
    };
    let event = |(kind, when, (city, country)): &Scan| {
        json!({ "timestamp": when, "statusCode": code(kind).0, "status": code(kind).0, "description": code(kind).1,
            "location": { "address": { "addressLocality": city, "countryCode": country } } })
    };
    let events: Vec<Value> = scans.iter().rev().map(event).collect();
    json!({ "shipments": [{ "id": NUMBER, "service": "parcel-de", "status": events.first(), "events": events,
        "estimatedTimeOfDelivery": expected.map(|day| format!("{day}T00:00:00")) }] })
}
