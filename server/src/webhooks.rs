//! What other companies tell the shop. A message is believed when it is signed, over its raw bytes, a moment ago;
//! even then it is only a hint about money, and only a report about parcels.

mod carriers;
mod messages;
mod payments;

use axum::Router;
use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use db::database::Database;

use crate::letters::words::Sender;
use crate::outside::signature::Forged;
use crate::outside::{Followers, World, desk::Desk};

/// More than this nobody has to say.
const MOST_BYTES: usize = 512 * 1024;

#[derive(Clone)]
struct Ears {
    shop: Database,
    desk: Desk,
    followers: Followers,
}

/// `POST /webhooks/payments/{provider}` and `POST /webhooks/carriers/{carrier}`.
pub fn router(shop: Database, world: &World) -> Router {
    let ears = Ears { shop, desk: world.desk.clone(), followers: world.followers.clone() };
    Router::new()
        .route("/webhooks/payments/{provider}", post(payments::hear))
        .route("/webhooks/carriers/{carrier}", post(carriers::hear))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .with_state(ears)
}

/// `POST /webhooks/messages/{token}/{kind}`: a mail program stops a kind of letters for its owner (RFC 8058).
pub fn messages(shop: Database, sender: Sender) -> Router {
    messages::router(shop, sender)
}

/// Nothing was written. Who sent it learns no more than that.
fn refuse(from: &str, forged: Forged, body: &Bytes) -> Response {
    tracing::warn!(from, %forged, bytes = body.len(), "a webhook was refused");
    StatusCode::BAD_REQUEST.into_response()
}

/// Not now: the sender is to tell again.
fn later() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")]).into_response()
}
