//! The pages and the server functions.

use std::sync::Arc;

use axum::Router;
use axum::response::Html;
use axum::routing::get;

use super::House;

/// Every page.
pub fn routes(_house: &Arc<House>) -> Router {
    Router::new()
        .route("/", get(async || Html("<!DOCTYPE html><html lang=\"en\"><title>Cartwright</title><h1>Cartwright</h1></html>")))
}
