//! The shop in the pocket: its worker, and what systems are told that keep it on their home screens.

use std::sync::Arc;

use app::i18n::{Lang, negotiated};
use app::offline::pages::manifest;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};

use super::House;
use super::files::ASK_AGAIN;

/// The file the build leaves for the worker. A merchant who takes it away, or empties it, calls every worker back: each asks for
/// its own file from time to time, and goes where there is none.
pub const WORKER: &str = "sw.js";
/// Where the name of the package stands in the worker, so that each build has another.
const PACKAGE: &str = "{package}";
const MANIFEST: HeaderValue = HeaderValue::from_static("application/manifest+json");
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// `/sw.js`, `/manifest.webmanifest` and `/{lang}/manifest.webmanifest`.
pub fn routes(house: &Arc<House>) -> Router {
    Router::new()
        .route("/sw.js", get(worker))
        .route("/manifest.webmanifest", get(negotiate))
        .route("/{lang}/manifest.webmanifest", get(of_language))
        .with_state(Arc::clone(house))
}

async fn worker(State(house): State<Arc<House>>) -> Response {
    let Ok(text) = tokio::fs::read_to_string(house.site.root.join(WORKER)).await else {
        return (StatusCode::NOT_FOUND, [(CACHE_CONTROL, ASK_AGAIN)]).into_response();
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8")),
        (CACHE_CONTROL, ASK_AGAIN),
        (http::HeaderName::from_static("service-worker-allowed"), HeaderValue::from_static("/")),
    ];
    (headers, text.replace(PACKAGE, house.site.package())).into_response()
}

async fn of_language(Path(lang): Path<String>) -> Response {
    Lang::from_code(&lang).map_or_else(|| StatusCode::NOT_FOUND.into_response(), |lang| told(lang).into_response())
}

async fn negotiate(State(house): State<Arc<House>>, headers: HeaderMap) -> Response {
    let follows = HeaderValue::from_static("Accept-Language, Cookie");
    ([(VARY, follows)], told(negotiated(house.cookies, &headers))).into_response()
}

fn told(lang: Lang) -> impl IntoResponse + use<> {
    ([(CONTENT_TYPE, MANIFEST), (CACHE_CONTROL, FOR_AN_HOUR)], manifest(lang).to_string())
}
