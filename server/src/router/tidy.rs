//! One address for one page: a slash at the end leads to the address without it.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::LOCATION;
use http::{HeaderValue, Method, StatusCode};

use crate::middleware::location::is_local;

/// Redirects addresses with a slash too many.
pub async fn paths(request: Request, next: Next) -> Response {
    match without_slash(&request) {
        Some(to) => (StatusCode::PERMANENT_REDIRECT, [(LOCATION, to)]).into_response(),
        None => next.run(request).await,
    }
}

/// The first page of a language keeps its slash: `/en/`.
fn without_slash(request: &Request) -> Option<HeaderValue> {
    let path = request.uri().path();
    let trimmed = path.strip_suffix('/')?;
    let rooms = trimmed.matches('/').count();
    if !matches!(*request.method(), Method::GET | Method::HEAD) || rooms < 2 || !is_local(trimmed) {
        return None;
    }
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    HeaderValue::from_str(&format!("{trimmed}{query}")).ok()
}
