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
    /// What was said under each key, and what was answered.
    answered: HashMap<String, (String, Told)>,
    /// What PayPal says when money is taken that was reserved, or given back; nothing is done then.
    pub no: Option<&'static str>,
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
        self.approve_order(0);
    }

    /// The shopper approves one, by its place.
    pub fn approve_order(&self, at: usize) {
        self.books().orders[at]["status"] = json!("APPROVED");
    }

    /// What was reserved for the first order has come so far, at PayPal's end.
    pub fn reservation_is(&self, status: &str) {
        self.books().orders[0]["purchase_units"][0]["payments"]["authorizations"][0]["status"] = json!(status);
    }

    /// The merchant gives some of the first order's money back at PayPal itself.
    pub fn gives_back_elsewhere(&self, value: &str) {
        let amount = json!({ "currency_code": "EUR", "value": value });
        give_back(&mut self.books().orders[0]["purchase_units"][0]["payments"], &json!({ "amount": amount }));
    }

    /// The money of an order that has come, by its place: what was reserved, taken, given back.
    pub fn payments(&self, at: usize) -> Value {
        self.books().orders[at]["purchase_units"][0]["payments"].clone()
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
    let said = format!("{path} {body}");
    if let Some((before, told)) = books.answered.get(&key) {
        // A key is for one wish: with other words under it, PayPal does nothing.
        return if *before == said { told.clone() } else { refused("DUPLICATE_REQUEST_ID") };
    }
    let told = order(books, path, &serde_json::from_str(body).unwrap());
    if !key.is_empty() {
        books.answered.insert(key, (said, told.clone()));
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
    let (declines, no) = (books.declines, books.no);
    // Orders, what is reserved for them and what is taken are numbered alike: `O-1`, `A-1`, `C-1`.
    let at = parts.get(2).and_then(|id| id.get(2..)?.parse::<usize>().ok()?.checked_sub(1));
    let Some(order) = at.and_then(|at| books.orders.get_mut(at)) else { return (404, json!({})) };
    let nth = at.unwrap_or(0) + 1;
    let amount = order["purchase_units"][0]["amount"].clone();
    match parts[..] {
        ["checkout", "orders", _, "authorize"] if order["status"] == "APPROVED" => {
            if declines {
                order["status"] = json!("PAYER_ACTION_REQUIRED");
                return refused("INSTRUMENT_DECLINED");
            }
            order["status"] = json!("COMPLETED");
            order["purchase_units"][0]["payments"]["authorizations"] =
                json!([{ "id": format!("A-{nth}"), "status": "CREATED", "amount": amount }]);
            (201, order.clone())
        }
        ["payments", "authorizations", _, what @ ("void" | "capture")] => {
            let payments = &mut order["purchase_units"][0]["payments"];
            match payments["authorizations"][0]["status"].as_str() {
                Some("CREATED") => {}
                Some("VOIDED") => return refused(if what == "void" { "PREVIOUSLY_VOIDED" } else { "AUTHORIZATION_VOIDED" }),
                Some("EXPIRED") => return refused("AUTHORIZATION_EXPIRED"),
                _ => return refused(if what == "void" { "PREVIOUSLY_CAPTURED" } else { "AUTHORIZATION_ALREADY_CAPTURED" }),
            }
            if what == "void" {
                payments["authorizations"][0]["status"] = json!("VOIDED");
                return (200, Value::Null);
            }
            if let Some(issue) = no {
                return refused(issue);
            }
            capture(payments, nth, &amount, said)
        }
        ["payments", "captures", _, "refund"] if no.is_some() => refused(no.unwrap_or_default()),
        ["payments", "captures", _, "refund"] => give_back(&mut order["purchase_units"][0]["payments"], said),
        _ => refused("NOT_SO"),
    }
}

/// Hundredths of a sum, as PayPal writes it.
fn cents(amount: &Value) -> i64 {
    amount["value"].as_str().unwrap().replace('.', "").parse().unwrap()
}

/// Takes what is said of what is reserved, or all of it; after the last of it nothing more can be taken.
fn capture(payments: &mut Value, nth: usize, reserved: &Value, said: &Value) -> Told {
    let amount = if said["amount"].is_null() { reserved } else { &said["amount"] };
    if amount["currency_code"] != reserved["currency_code"] {
        return refused("AUTH_CAPTURE_CURRENCY_MISMATCH");
    }
    if cents(amount) > cents(reserved) {
        return refused("MAX_CAPTURE_AMOUNT_EXCEEDED");
    }
    let all = cents(amount) == cents(reserved);
    if all || said["final_capture"] == true {
        payments["authorizations"][0]["status"] = json!(if all { "CAPTURED" } else { "PARTIALLY_CAPTURED" });
    }
    let taken = json!({ "id": format!("C-{nth}"), "status": "COMPLETED", "amount": amount });
    payments["captures"].as_array_mut().unwrap().push(taken.clone());
    (201, taken)
}

/// Gives back what is said of what was taken; never more than that.
fn give_back(payments: &mut Value, said: &Value) -> Told {
    let sum = |pieces: &Value| pieces.as_array().unwrap().iter().map(|piece| cents(&piece["amount"])).sum::<i64>();
    let (taken, before) = (sum(&payments["captures"]), sum(&payments["refunds"]));
    let all = before + cents(&said["amount"]);
    if all > taken {
        return refused("REFUND_AMOUNT_EXCEEDED");
    }
    let refund = json!({ "id": "R-1", "status": "COMPLETED", "amount": said["amount"] });
    payments["captures"][0]["status"] = json!(if all == taken { "REFUNDED" } else { "PARTIALLY_REFUNDED" });
    payments["refunds"].as_array_mut().unwrap().push(refund.clone());
    (201, refund)
}
