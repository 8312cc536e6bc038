//! One address for one page: a slash at the end leads to the address without it, `/en` to `/en/`.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::LOCATION;
use http::{HeaderValue, Method, StatusCode};

use crate::middleware::location::is_local;

/// Redirects addresses with a slash too many or too few.
pub async fn paths(request: Request, next: Next) -> Response {
    match tidied(&request) {
        Some(to) => (StatusCode::PERMANENT_REDIRECT, [(LOCATION, to)]).into_response(),
        None => next.run(request).await,
    }
}

fn tidied(request: &Request) -> Option<HeaderValue> {
    let path = request.uri().path();
    let tidy = if is_language(path) { format!("{path}/") } else { path.strip_suffix('/')?.to_owned() };
    let moves = tidy.len() > path.len() || tidy.matches('/').count() >= 2;
    if !moves || !matches!(*request.method(), Method::GET | Method::HEAD) || !is_local(&tidy) {
        return None;
    }
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    HeaderValue::from_str(&format!("{tidy}{query}")).ok()
}

/// The first page of a language without its slash.
fn is_language(path: &str) -> bool {
    path.strip_prefix('/').is_some_and(|code| app::i18n::Lang::from_code(code).is_some())
}
