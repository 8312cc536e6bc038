//! Stripe's webhooks, read at the shop's door.

use axum::http::HeaderMap;
use domain::time::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::outside::payments::{Heard, payment_of};
use crate::outside::signature::{Forged, Key, check_header};

const HEADER: &str = "stripe-signature";

/// The field of Stripe's metadata that holds the shop's name for a payment.
pub(super) const PAYMENT: &str = "/metadata/payment";

#[derive(Deserialize)]
struct Event {
    id: String,
    livemode: bool,
    /// Another account's name, where the news is of one that is joined to the shop's.
    account: Option<String>,
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    object: Value,
}

/// Reads a webhook, if it is really Stripe's. Events of trials in a shop that is in earnest, the other way round, or of another
/// account are noted and change nothing; so does what is none of the shop's payments.
pub(super) fn hear(secret: &Key, live: bool, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Heard, Forged> {
    let header = headers.get(HEADER).and_then(|value| value.to_str().ok()).ok_or(Forged::Unsigned)?;
    check_header(secret, header, body, now)?;
    let event: Event = serde_json::from_slice(body).map_err(|_| Forged::Unreadable)?;
    if event.livemode != live || event.account.is_some() {
        tracing::warn!(event = event.id, livemode = event.livemode, account = event.account, "an event of another account");
        return Ok(Heard { event: event.id, payment: None, clue: None });
    }
    let object = &event.data.object;
    let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
    let (payment, clue) = match text("/object") {
        Some("checkout.session") => (text("/client_reference_id").and_then(payment_of), None),
        Some("payment_intent" | "charge" | "refund") => (text(PAYMENT).and_then(payment_of), text("/payment_intent")),
        Some("dispute") => (None, text("/payment_intent")),
        _ => (None, None),
    };
    let clue = clue.filter(|_| payment.is_none()).map(str::to_owned);
    Ok(Heard { event: event.id, payment, clue })
}
