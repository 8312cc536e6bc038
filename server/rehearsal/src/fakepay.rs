//! A provider of the rehearsal's own that speaks Stripe's API, keeps its own books and goes wrong as real ones do.
//!
//! Its books are what counts: what it took is taken, whatever it answered.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;

mod ledger;

use ledger::{Books, Mishap, Paid, error};

use crate::chance::Chance;
use crate::trouble::Outcome;

/// The merchant's key.
pub const KEY: &str = "sk_test_rehearsal";
/// The secret of its webhooks.
pub const SECRET: &str = "whsec_rehearsal";
/// Longer than the shop waits for an answer.
const STALL: Duration = Duration::from_millis(4_500);

/// How it is at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// It answers.
    Well,
    /// One call in three goes wrong, in one way or another.
    Moody,
    /// Nothing gets through.
    Down,
}

/// The provider. Dropped, it is gone.
pub struct FakePay {
    /// Where it listens.
    pub url: String,
    books: Arc<Mutex<Books>>,
    server: tokio::task::JoinHandle<()>,
}

impl Drop for FakePay {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl FakePay {
    /// Opens it, in a good mood.
    pub async fn open(chance: Chance) -> Outcome<Self> {
        let books = Arc::new(Mutex::new(Books::new(chance)));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let app = Router::new().fallback(answer).with_state(Arc::clone(&books));
        let server = tokio::spawn(async move {
            // It ends with the rehearsal; nobody asks how.
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self { url, books, server })
    }

    /// How it is from now on.
    pub fn be(&self, mood: Mood) {
        lock(&self.books).mood = mood;
    }

    /// Every payment it knows.
    pub fn paid(&self) -> Vec<Paid> {
        lock(&self.books).paid.clone()
    }

    /// How often it was called, and how often that went wrong.
    pub fn calls(&self) -> (u32, u32) {
        let books = lock(&self.books);
        (books.calls, books.mishaps)
    }

    /// The shopper pays on its page, or the bank says no; where to go back to, and the webhook that tells of it.
    pub fn pay(&self, page: &str, declined: bool) -> Option<(String, String)> {
        let mut books = lock(&self.books);
        let at: usize = page.rsplit('_').next()?.parse().ok()?;
        let paid = books.paid.get_mut(at).filter(|paid| paid.open)?;
        if declined {
            paid.status = "requires_payment_method";
            return Some((paid.done.clone(), String::new()));
        }
        (paid.open, paid.status) = (false, "requires_capture");
        let event = json!({
            "id": format!("evt_{at}"), "object": "event", "type": "payment_intent.amount_capturable_updated", "livemode": false,
            "data": { "object": { "id": format!("pi_{at}"), "object": "payment_intent", "metadata": { "payment": paid.key } } },
        });
        Some((paid.done.clone(), event.to_string()))
    }
}

fn lock(books: &Mutex<Books>) -> MutexGuard<'_, Books> {
    books.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn answer(State(books): State<Arc<Mutex<Books>>>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let (told, mishap) = {
        let mut books = lock(&books);
        let mishap = books.next_mishap();
        books.calls += 1;
        books.mishaps += u32::from(mishap.is_some());
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let told = match mishap {
            Some(Mishap::Says(status)) => (status, error("a mishap")),
            _ if header("authorization") != format!("Bearer {KEY}") => (401, error("another key")),
            _ => books.hear(&method, uri.path(), &header("idempotency-key"), &String::from_utf8_lossy(&body)),
        };
        (told, mishap)
    };
    let (status, body) = told;
    match mishap {
        Some(Mishap::DoneAndSays(status)) => shown(status, error("a mishap")),
        Some(Mishap::AnswerLost) => {
            let broken = futures_util::stream::once(async { Err::<Bytes, _>(std::io::Error::other("gone")) });
            Response::new(Body::from_stream(broken))
        }
        Some(Mishap::Stalls) => {
            tokio::time::sleep(STALL).await;
            shown(status, body)
        }
        Some(Mishap::Says(_)) | None => shown(status, body),
    }
}

fn shown(status: u16, body: Value) -> Response {
    (StatusCode::from_u16(status).unwrap_or(StatusCode::OK), axum::Json(body)).into_response()
}
