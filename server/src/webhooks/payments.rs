//! Word from a provider: whatever it says, the payment is asked for.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use db::Fault;

use super::{Ears, later, refuse};
use crate::outside::desk::{Desk, Stuck};
use crate::outside::payments::{Heard, Provider};

/// A provider that has to wait longer for its answer would rather tell again.
const PATIENCE: Duration = Duration::from_secs(4);

pub(super) async fn hear(State(ears): State<Ears>, Path(name): Path<String>, headers: HeaderMap, body: Bytes) -> Response {
    let Some(provider) = ears.desk.provider(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let heard = match provider.hear(&headers, &body, ears.shop.now()) {
        Ok(heard) => heard,
        Err(forged) => return refuse(provider.name(), forged, &body),
    };
    match tokio::time::timeout(PATIENCE, settle(&ears.desk, provider, &heard)).await {
        Ok(Ok(())) => StatusCode::OK.into_response(),
        // It is signed, so it is theirs, but of another shop's payment: telling again would not help.
        Ok(Err(Stuck::Shop(Fault::NotFound(_)))) => StatusCode::OK.into_response(),
        Ok(Err(stuck)) => {
            tracing::warn!(%stuck, payment = ?heard.payment, event = heard.event, "a payment could not be settled yet");
            later()
        }
        Err(_) => later(),
    }
}

async fn settle(desk: &Desk, provider: &dyn Provider, heard: &Heard) -> Result<(), Stuck> {
    match provider.whose(heard).await? {
        Some(payment) => desk.hear(payment).await.map(drop),
        None => Ok(()),
    }
}
