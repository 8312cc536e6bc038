//! Word from a carrier: reports are written on the order's timeline, each once, in whatever order they come.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use db::tracking::HAND;
use db::{Answer, Fault, Tx, tracking};
use domain::Never;

use super::{Ears, later, refuse};
use crate::outside::carriers::Told;

pub(super) async fn hear(State(ears): State<Ears>, Path(name): Path<String>, headers: HeaderMap, body: Bytes) -> Response {
    let Some(carrier) = ears.followers.iter().find(|follower| follower.name() == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let told = match carrier.hear(&headers, &body, ears.shop.now()) {
        Ok(told) => told,
        Err(forged) => return refuse(carrier.name(), forged, &body),
    };
    let name = carrier.name();
    match ears.shop.write(move |tx| record(tx, name, &told)).await.map_err(Fault::from) {
        Ok(true) => StatusCode::OK.into_response(),
        // The carrier can be faster than the shop is at writing the parcel down.
        Ok(false) => later(),
        Err(fault) => {
            tracing::error!(%fault, carrier = name, "a carrier's report could not be written down");
            later()
        }
    }
}

/// False when one of the parcels is not known; the others are written down all the same.
fn record(tx: &Tx<'_>, carrier: &str, told: &[Told]) -> Answer<bool, Never> {
    let mut known = true;
    for Told { number, shipment, checkpoint } in told {
        let parcel = (number.as_str(), shipment.as_str());
        // What staff brought to a carrier is known by its number alone.
        known &= tracking::record(tx, carrier, parcel, checkpoint)? || tracking::record(tx, HAND, (number, ""), checkpoint)?;
    }
    Ok(known)
}
