//! EasyPost as far as the shop knows it, on loopback: shipments under their names, labels that are bought once, refunds, trackers.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

pub const KEY: &str = "EZTK1";
pub const SHIPMENT: &str = include_str!("../../fixtures/easypost/shipment.json");
pub const TRACKER: &str = include_str!("../../fixtures/easypost/tracker.json");
const BOUGHT: &str = include_str!("../../fixtures/easypost/bought.json");

pub struct Books {
    /// The shipment there is; null before it is made.
    pub made: bool,
    pub shipment: Value,
    /// The rates that were bought.
    pub bought: Vec<String>,
    /// The next answers, whatever is asked; nothing is done then.
    pub next: VecDeque<(u16, String)>,
    /// Whether the next purchase is done, and its answer lost.
    pub loses_purchase: bool,
    /// Whether it does not answer at all.
    pub silent: bool,
    /// The pickup there is; null before it is made.
    pub pickup: Value,
    /// What carriers take for it: rates, and what they say.
    pub drivers: (Value, Value),
    /// How often drivers were ordered.
    pub ordered: Vec<String>,
    /// What was said of shipments, the last last.
    pub said: Vec<Value>,
    /// The names shipments were made under.
    pub references: Vec<String>,
    /// What carriers ask when they are asked anew; none when it is as before.
    pub rerated: Option<Value>,
    /// Whether the carrier has seen the parcel, so that its label is not taken back.
    pub seen: bool,
    /// The number of the next label, where it is not the first one's.
    pub number: Option<&'static str>,
}

impl Books {
    /// The shipment there was is left to itself; the next one gets a label of this number.
    pub fn begins_anew(&mut self, number: &'static str) {
        (self.made, self.number) = (false, Some(number));
        self.shipment = serde_json::from_str(SHIPMENT).unwrap();
        self.shipment["id"] = json!("shp_0002");
        self.bought.clear();
    }
}

pub struct FakeEasyPost {
    pub url: String,
    books: Arc<Mutex<Books>>,
    server: tokio::task::JoinHandle<()>,
}

impl Drop for FakeEasyPost {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl FakeEasyPost {
    pub async fn open() -> Self {
        let shipment = serde_json::from_str(SHIPMENT).unwrap();
        let (bought, next) = (Vec::new(), VecDeque::new());
        let rate =
            |carrier: &str, rate: &str| json!({ "carrier": carrier, "service": "NextDay", "rate": rate, "currency": "USD" });
        let drivers = (json!([{ "rate": 7 }, rate("UPS", "4.10"), rate("USPS", "0.00")]), json!([]));
        let books = Books {
            made: false,
            shipment,
            bought,
            next,
            loses_purchase: false,
            silent: false,
            pickup: Value::Null,
            drivers,
            ordered: Vec::new(),
            said: Vec::new(),
            references: Vec::new(),
            rerated: None,
            seen: false,
            number: None,
        };
        let books = Arc::new(Mutex::new(books));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let app = Router::new().fallback(answer).with_state(Arc::clone(&books));
        let server = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { url, books, server }
    }

    pub fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn answer(State(books): State<Arc<Mutex<Books>>>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let silent = books.lock().unwrap_or_else(PoisonError::into_inner).silent;
    if silent {
        return std::future::pending().await;
    }
    let mut books = books.lock().unwrap_or_else(PoisonError::into_inner);
    // `EZTK1:`, as basic authentication writes it.
    let known = headers.get("authorization").is_some_and(|value| value == "Basic RVpUSzE6");
    let (status, told) = match books.next.pop_front() {
        Some(next) => next,
        None if !known => (401, json!({ "error": { "message": "no such key" } }).to_string()),
        None => {
            let (status, told) = hear(&mut books, &method, uri.path(), &serde_json::from_slice(&body).unwrap_or_default());
            (status, told.to_string())
        }
    };
    (StatusCode::from_u16(status).unwrap(), told).into_response()
}

fn hear(books: &mut Books, method: &Method, path: &str, said: &Value) -> (u16, Value) {
    let refused = |message: &str| (422, json!({ "error": { "message": message } }));
    let parts: Vec<&str> = path.split('/').skip(2).collect();
    match (method.as_str(), &parts[..]) {
        ("GET", ["shipments", _, "label"]) => {
            let bought: Value = serde_json::from_str(BOUGHT).unwrap();
            (200, bought)
        }
        ("GET", ["shipments", _]) if !books.made => (404, json!({ "error": { "message": "not found" } })),
        ("GET", ["shipments", _]) => (200, books.shipment.clone()),
        ("POST", ["shipments"]) => {
            let weight = said["shipment"]["parcel"]["weight"].as_f64();
            if said["shipment"]["from_address"]["id"] != "adr_1" || weight.is_none_or(|weight| weight <= 0.0) {
                return refused("where from, and how heavy?");
            }
            // Out of the Union nothing goes of which customs are not told what it is and where it is from.
            let (to, info) = (&said["shipment"]["to_address"]["country"], &said["shipment"]["customs_info"]);
            let told = |item: &Value| ["hs_tariff_number", "origin_country"].iter().all(|part| item[part].is_string());
            let items = info["customs_items"].as_array();
            let whole =
                items.is_some_and(|items| !items.is_empty() && items.iter().all(told)) && info["customs_signer"].is_string();
            if ["US", "CH"].iter().any(|country| to == country) && !whole {
                return refused("what is in it?");
            }
            books.said.push(said["shipment"].clone());
            // One without a name is looked at, and never found again.
            if let Some(name) = said["shipment"]["reference"].as_str() {
                books.references.push(name.to_owned());
                books.made = true;
            }
            (201, books.shipment.clone())
        }
        ("POST", ["shipments", _, "rerate"]) => {
            if let Some(rates) = books.rerated.clone() {
                books.shipment["rates"] = rates;
            }
            (200, books.shipment.clone())
        }
        ("POST", ["shipments", _, "buy"]) => {
            let rate = &said["rate"]["id"];
            if !books.shipment["rates"].as_array().is_some_and(|all| all.iter().any(|known| known["id"] == *rate)) {
                return refused("no such rate");
            }
            if !books.bought.is_empty() {
                return refused("bought before");
            }
            books.bought.push(said["rate"]["id"].as_str().unwrap().to_owned());
            books.shipment = serde_json::from_str(BOUGHT).unwrap();
            if let Some(number) = books.number {
                (books.shipment["id"], books.shipment["tracking_code"]) = (json!("shp_0002"), json!(number));
            }
            if std::mem::take(&mut books.loses_purchase) { (502, json!({})) } else { (200, books.shipment.clone()) }
        }
        ("POST", ["shipments", _, "refund"]) => {
            if books.seen || books.shipment["refund_status"] == "submitted" {
                return refused("asked before, or seen by the carrier");
            }
            books.shipment["refund_status"] = json!("submitted");
            (200, books.shipment.clone())
        }
        ("POST", ["pickups"]) => {
            let pickup = &said["pickup"];
            let whole = pickup["shipment"]["id"] == "shp_0001" && pickup["address"]["id"] == "adr_1";
            let moments =
                ["min_datetime", "max_datetime"].map(|key| pickup[key].as_str().is_some_and(|at| at.ends_with(":00:00Z")));
            if !whole || moments != [true, true] {
                return refused("what, where and when?");
            }
            let (rates, messages) = books.drivers.clone();
            books.pickup = json!({ "id": "pickup_1", "status": "unknown", "pickup_rates": rates, "messages": messages });
            (200, books.pickup.clone())
        }
        ("GET", ["pickups", "pickup_1"]) if !books.pickup.is_null() => (200, books.pickup.clone()),
        ("POST", ["pickups", "pickup_1", "buy"]) => {
            if books.pickup["status"] == "scheduled" {
                return refused("ordered before");
            }
            books.ordered.push(format!("{} {}", said["carrier"].as_str().unwrap(), said["service"].as_str().unwrap()));
            books.pickup["status"] = json!("scheduled");
            books.pickup["confirmation"] = json!("WTC65024896");
            if std::mem::take(&mut books.loses_purchase) { (502, json!({})) } else { (200, books.pickup.clone()) }
        }
        ("POST", ["trackers"]) => (201, serde_json::from_str(TRACKER).unwrap()),
        _ => (404, json!({ "error": { "message": "not found" } })),
    }
}
