//! PayPal as far as the shop knows it, on loopback: tokens that end, orders that are approved, money reserved, taken and given back.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

type Told = (u16, Value);

#[derive(Default)]
pub struct Books {
    pub orders: Vec<Value>,
    /// How many tokens were given out; the last is good.
    pub tokens: u32,
    /// What approved wallets say when money is reserved.
    pub declines: bool,
    /// The status of the next answer to a call that has this in its path; the call is done all the same.
    pub lost: Option<&'static str>,
    pub last_body: String,
    answered: HashMap<String, Told>,
}

pub struct FakePayPal {
    pub url: String,
    books: Arc<Mutex<Books>>,
    server: tokio::task::JoinHandle<()>,
}

impl Drop for FakePayPal {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl FakePayPal {
    pub async fn open() -> Self {
        let books = Arc::<Mutex<Books>>::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let app = Router::new().fallback(answer).with_state(Arc::clone(&books));
        let server = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { url, books, server }
    }

    pub fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The shopper approves the first order on PayPal's page.
    pub fn approve(&self) {
        self.books().orders[0]["status"] = json!("APPROVED");
    }
}

async fn answer(State(books): State<Arc<Mutex<Books>>>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let mut books = books.lock().unwrap_or_else(PoisonError::into_inner);
    let (mut status, told) = hear(&mut books, &method, uri.path(), &headers, std::str::from_utf8(&body).unwrap());
    if books.lost.take_if(|path| uri.path().contains(*path)).is_some() {
        status = 502;
    }
    (StatusCode::from_u16(status).unwrap(), axum::Json(told)).into_response()
}

fn hear(books: &mut Books, method: &Method, path: &str, headers: &HeaderMap, body: &str) -> Told {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    if path == "/v1/oauth2/token" {
        // `ada:secret`, as basic authentication writes it.
        if header("authorization") != "Basic YWRhOnNlY3JldA==" || body != "grant_type=client_credentials" {
            return (401, json!({ "error": "invalid_client" }));
        }
        books.tokens += 1;
        return (200, json!({ "access_token": format!("token-{}", books.tokens), "expires_in": 32_400 }));
    }
    if header("authorization") != format!("Bearer token-{}", books.tokens) {
        return (401, json!({ "name": "AUTHENTICATION_FAILURE", "message": "over" }));
    }
    if method == Method::GET {
        let id = path.rsplit('/').next().unwrap();
        return books.orders.iter().find(|order| order["id"] == id).map_or((404, json!({})), |order| (200, order.clone()));
    }
    if path.ends_with("verify-webhook-signature") {
        books.last_body = body.to_owned();
        let said: Value = serde_json::from_str(body).unwrap();
        let good = said["transmission_sig"] == "signed" && said["webhook_id"] == "1JE";
        return (200, json!({ "verification_status": if good { "SUCCESS" } else { "FAILURE" } }));
    }
    let key = header("paypal-request-id");
    if let Some(told) = books.answered.get(&key) {
        return told.clone();
    }
    let told = order(books, path, &serde_json::from_str(body).unwrap());
    if !key.is_empty() {
        books.answered.insert(key, told.clone());
    }
    told
}

fn refused(issue: &str) -> Told {
    (422, json!({ "name": "UNPROCESSABLE_ENTITY", "message": "No.", "details": [{ "issue": issue }] }))
}

fn order(books: &mut Books, path: &str, said: &Value) -> Told {
    let parts: Vec<&str> = path.split('/').skip(2).collect();
    if parts[..] == ["checkout", "orders"] {
        let id = format!("O-{}", books.orders.len() + 1);
        let mut unit = said["purchase_units"][0].clone();
        unit["payments"] = json!({ "authorizations": [], "captures": [], "refunds": [] });
        let links = json!([{ "rel": "payer-action", "href": format!("https://www.paypal.com/checkoutnow?token={id}") }]);
        let order = json!({ "id": id, "status": "PAYER_ACTION_REQUIRED", "intent": said["intent"], "purchase_units": [unit], "links": links });
        books.orders.push(order);
        return (201, json!({ "id": id, "status": "PAYER_ACTION_REQUIRED", "links": links }));
    }
    let declines = books.declines;
    let Some(order) = books.orders.first_mut() else { return (404, json!({})) };
    let amount = order["purchase_units"][0]["amount"].clone();
    let authorized = order["purchase_units"][0]["payments"]["authorizations"][0]["status"].clone();
    match parts[..] {
        ["checkout", "orders", _, "authorize"] if order["status"] == "APPROVED" => {
            if declines {
                order["status"] = json!("PAYER_ACTION_REQUIRED");
                return refused("INSTRUMENT_DECLINED");
            }
            order["status"] = json!("COMPLETED");
            order["purchase_units"][0]["payments"]["authorizations"] =
                json!([{ "id": "A-1", "status": "CREATED", "amount": amount }]);
            (201, order.clone())
        }
        ["payments", "authorizations", "A-1", what] if authorized == "CREATED" => {
            let payments = &mut order["purchase_units"][0]["payments"];
            payments["authorizations"][0]["status"] = json!(if what == "void" { "VOIDED" } else { "CAPTURED" });
            if what == "void" {
                return (200, Value::Null);
            }
            payments["captures"] = json!([{ "id": "C-1", "status": "COMPLETED", "amount": amount }]);
            (201, json!({ "id": "C-1", "status": "COMPLETED" }))
        }
        ["payments", "captures", "C-1", "refund"] => {
            let refund = json!({ "id": "R-1", "status": "COMPLETED", "amount": said["amount"] });
            order["purchase_units"][0]["payments"]["captures"][0]["status"] = json!("PARTIALLY_REFUNDED");
            order["purchase_units"][0]["payments"]["refunds"].as_array_mut().unwrap().push(refund.clone());
            (201, refund)
        }
        _ => refused("NOT_SO"),
    }
}
