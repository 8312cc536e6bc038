//! Stripe as far as the shop knows it, on loopback: it keeps books, wants its headers and words right, answers a key it knows as it
//! did the first time, and tells no more of a payment than it is asked to.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::counter;

pub const KEY: &str = "sk_test_cartwright";

/// What goes wrong with the next call.
#[derive(Clone, Copy)]
pub enum Mishap {
    /// It is done, and the line breaks before the answer is there.
    AnswerLost,
    /// It is not done; this status and error type come back.
    Says(u16, &'static str),
}

pub type Words = HashMap<String, String>;
pub type Told = (u16, Value);

#[derive(Default)]
pub struct Books {
    pub sessions: Vec<Value>,
    pub intents: HashMap<String, Value>,
    pub refunds: Vec<Value>,
    pub disputes: Vec<Value>,
    pub customers: Vec<String>,
    /// What was paid with, by its name.
    pub methods: HashMap<String, Value>,
    /// For the next call to a path that has this in it.
    pub mishap: Option<(&'static str, Mishap)>,
    /// Unix seconds.
    pub now: i64,
    answered: HashMap<String, (String, Told)>,
}

pub struct FakeStripe {
    pub url: String,
    books: Arc<Mutex<Books>>,
    server: tokio::task::JoinHandle<()>,
}

impl Drop for FakeStripe {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl FakeStripe {
    pub async fn open(now: i64) -> Self {
        let books = Arc::new(Mutex::new(Books { now, ..Books::default() }));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let app = Router::new().fallback(answer).with_state(Arc::clone(&books));
        let server = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { url, books, server }
    }

    pub fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn next_meets(&self, path: &'static str, mishap: Mishap) {
        self.books().mishap = Some((path, mishap));
    }
}

async fn answer(State(books): State<Arc<Mutex<Books>>>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let mut books = books.lock().unwrap_or_else(PoisonError::into_inner);
    let mishap = books.mishap.take_if(|(path, _)| uri.path().contains(*path)).map(|(_, mishap)| mishap);
    if let Some(Mishap::Says(status, kind)) = mishap {
        return shown(error(status, kind, "a mishap"));
    }
    let told = hear(&mut books, &method, &uri, &headers, &body);
    match mishap {
        Some(_) => {
            Response::new(Body::from_stream(futures_util::stream::once(async { Err::<Bytes, _>(std::io::Error::other("gone")) })))
        }
        None => shown(told),
    }
}

fn shown((status, body): Told) -> Response {
    (StatusCode::from_u16(status).unwrap(), axum::Json(body)).into_response()
}

pub fn error(status: u16, kind: &str, message: &str) -> Told {
    (status, json!({ "error": { "type": kind, "message": message } }))
}

pub fn refused(message: &str) -> Told {
    error(400, "invalid_request_error", message)
}

fn hear(books: &mut Books, method: &Method, uri: &Uri, headers: &HeaderMap, body: &[u8]) -> Told {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if header("authorization") != format!("Bearer {KEY}") {
        return error(401, "invalid_request_error", &format!("Invalid API Key provided: {}", header("authorization")));
    }
    if !header("stripe-version").contains('.') {
        return refused("no version");
    }
    let text = std::str::from_utf8(body).unwrap();
    let asked = words(uri.query().unwrap_or_default());
    if method == Method::GET {
        return counter::get(books, uri.path(), &asked);
    }
    if method == Method::DELETE {
        return counter::delete(books, uri.path());
    }
    if !text.is_empty() && header("content-type") != "application/x-www-form-urlencoded" {
        return refused("not a form");
    }
    let key = header("idempotency-key");
    let said = format!("{} {text}", uri.path());
    if let Some((before, told)) = books.answered.get(key) {
        return if *before == said {
            told.clone()
        } else {
            error(400, "idempotency_error", "other parameters under the same key")
        };
    }
    let told = counter::post(books, uri.path(), &words(text));
    if !key.is_empty() {
        books.answered.insert(key.to_owned(), (said, told.clone()));
    }
    told
}

/// A form taken apart.
fn words(text: &str) -> Words {
    let url = reqwest::Url::parse(&format!("http://form.example/?{text}")).unwrap();
    url.query_pairs().into_owned().collect()
}
