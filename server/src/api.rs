//! The catalogue for other programs: read only, version 1, described by itself at `/api/v1/openapi.json` (OpenAPI 3.1).
//!
//! `shape` says what answers look like, `pen` draws them, `catalogue` gives them
//! to what is `asked`. What is wrong with a question is said as a problem
//! (RFC 9457). Anybody may read it from anywhere: there is nothing in it of anybody's.

use std::sync::Arc;

use app::request::Finder;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use utoipa::OpenApi;

use crate::middleware::headers::SHARED_WITH;
use crate::router::House;

mod asked;
mod catalogue;
mod pen;
mod shape;

use shape::Problem;

/// As long as a page is kept by others.
const FOR_A_MINUTE: HeaderValue = HeaderValue::from_static("public, max-age=60");

/// What there is to ask.
#[derive(OpenApi)]
#[openapi(
    info(title = "Cartwright catalogue", version = "1", description = "Goods, categories, prices and stock, read only."),
    paths(catalogue::categories, catalogue::products, catalogue::product, catalogue::search)
)]
struct Description;

/// `/api/v1/...`
pub fn routes(house: &Arc<House>, finder: &Arc<dyn Finder>) -> Router {
    Router::new()
        .route("/api/v1/categories", get(catalogue::categories))
        .route("/api/v1/products", get(catalogue::products))
        .route("/api/v1/products/{slug}", get(catalogue::product))
        .route("/api/v1/search", get(catalogue::search))
        .route("/api/v1/openapi.json", get(async || Json(Description::openapi())))
        .layer(Extension(Arc::clone(finder)))
        .layer(from_fn(open_to_all))
        .with_state(Arc::clone(house))
}

async fn open_to_all(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    let fine = answer.status().is_success();
    let headers = answer.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(SHARED_WITH, HeaderValue::from_static("cross-origin"));
    if fine {
        headers.insert(CACHE_CONTROL, FOR_A_MINUTE);
    }
    answer
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut answer = (status, Json(self)).into_response();
        answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        answer
    }
}
