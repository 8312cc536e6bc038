//! One click in a mail program: no more letters of a kind. The secret in the address is all it takes, as RFC 8058 wants it:
//! whoever posts it is a machine without cookies, and it stops nothing but what nobody has to have.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::Redirect;
use axum::routing::post;
use db::database::Database;
use db::{Fault, notifications};
use domain::lang::Lang;
use domain::notifications::Kind;
use subtle::ConstantTimeEq;

use crate::letters::words::Sender;

#[derive(Clone)]
struct Letterbox {
    shop: Database,
    sender: Sender,
}

pub(super) fn router(shop: Database, sender: Sender) -> Router {
    Router::new()
        .route("/webhooks/messages/{token}/{kind}", post(stop).get(ask))
        .layer(DefaultBodyLimit::max(4096))
        .with_state(Arc::new(Letterbox { shop, sender }))
}

async fn stop(State(all): State<Arc<Letterbox>>, Path((token, kind)): Path<(String, String)>) -> StatusCode {
    let Some(kind) = Kind::from_code(&kind) else { return StatusCode::NOT_FOUND };
    let Some(seed) = seed(&all.sender, &token) else { return StatusCode::NOT_FOUND };
    let stopped = all.shop.write(move |tx| {
        let who = notifications::by_seed(tx, &seed)?;
        notifications::decline(tx, who.id, kind)
    });
    match stopped.await.map_err(Fault::from) {
        Ok(()) => StatusCode::OK,
        Err(Fault::NotFound(_)) => StatusCode::NOT_FOUND,
        Err(fault) => {
            tracing::error!(%fault, "a kind of letters could not be stopped");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

/// A reader who opens the address sees the page where it is asked: what fetches links to look at them stops nothing.
async fn ask(State(all): State<Arc<Letterbox>>, Path((token, kind)): Path<(String, String)>) -> Result<Redirect, StatusCode> {
    let kind = Kind::from_code(&kind).ok_or(StatusCode::NOT_FOUND)?;
    let seed = seed(&all.sender, &token).ok_or(StatusCode::NOT_FOUND)?;
    let token = (all.sender.preferences)(&seed).ok_or(StatusCode::NOT_FOUND)?;
    let who = all.shop.read(move |conn| notifications::by_seed(conn, &seed)).await;
    let lang = who.map_or(Lang::FIRST, |who| who.lang);
    Ok(Redirect::to(&app::routes::messages_stop(lang, &token, kind)))
}

/// The seed of a token that this shop has made.
fn seed(sender: &Sender, token: &str) -> Option<String> {
    let seed = token.get(..32)?;
    let made = (sender.preferences)(seed)?;
    bool::from(made.secret().as_bytes().ct_eq(token.as_bytes())).then(|| seed.to_owned())
}
