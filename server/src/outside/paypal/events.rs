//! PayPal's webhooks. It signs them with a certificate of its own, and says whether a signature is its own when it is asked; until
//! then an event is a clue and no more.

use axum::http::HeaderMap;
use serde_json::{Value, json};

use crate::outside::payments::Heard;
use crate::outside::signature::Forged;

/// What is to be asked of PayPal, and where its headers say it.
const PARTS: &[(&str, &str)] = &[
    ("auth_algo", "paypal-auth-algo"),
    ("cert_url", "paypal-cert-url"),
    ("transmission_id", "paypal-transmission-id"),
    ("transmission_sig", "paypal-transmission-sig"),
    ("transmission_time", "paypal-transmission-time"),
];

/// Where an event has the shop's name for a payment: as an order, or as money of one.
pub(super) const KEYS: &[&str] = &["/webhook_event/resource/custom_id", "/webhook_event/resource/purchase_units/0/custom_id"];

/// Reads a webhook: the clue is the question whether it is PayPal's, with the event's own bytes in it, since those were signed.
pub(super) fn hear(webhook: &str, headers: &HeaderMap, body: &[u8]) -> Result<Heard, Forged> {
    let mut question = json!({ "webhook_id": webhook });
    for (part, header) in PARTS {
        let text = headers.get(*header).and_then(|value| value.to_str().ok()).ok_or(Forged::Unsigned)?;
        question[*part] = json!(text);
    }
    let event: Value = serde_json::from_slice(body).map_err(|_| Forged::Unreadable)?;
    let id = event["id"].as_str().ok_or(Forged::Unreadable)?.to_owned();
    let raw = std::str::from_utf8(body).map_err(|_| Forged::Unreadable)?;
    let question = question.to_string();
    let clue = format!("{},\"webhook_event\":{raw}}}", question.strip_suffix('}').unwrap_or_default());
    Ok(Heard { event: id, payment: None, clue: Some(clue) })
}
