//! TestPay's webhooks: written, signed, and read again at the shop's side.

use axum::http::HeaderMap;
use db::outside::deliveries::Letter;
use db::outside::testpay::Session;
use domain::codes;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};

use crate::outside::payments::{Heard, payment_of};
use crate::outside::signature::{Forged, Key, check_header, seal};

/// The header with the signature, in Stripe's form: `t=1700000000,v1=5257a8..`.
pub const HEADER: &str = "testpay-signature";

codes! {
    /// What an event tells.
    Kind {
        /// The money is reserved.
        Promised = "payment.promised",
        /// Money was taken.
        Captured = "payment.captured",
        /// Money was given back.
        Refunded = "payment.refunded",
        /// It came back, because it could not be delivered.
        Bounced = "payment.refund_failed",
        /// A bank fetched it back.
        Disputed = "payment.disputed",
        /// It gave that again.
        Won = "payment.dispute_won",
    }
}

/// An event as it is sent.
#[derive(Serialize, Deserialize)]
struct Event {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    created: i64,
    data: Data,
}

/// What it is about.
#[derive(Serialize, Deserialize)]
struct Data {
    session: String,
    merchant_key: String,
    amount: i64,
    currency: String,
}

/// What is to be told of a session, `total` being all that was so far. The same thing told twice has one id.
pub fn letter(session: &Session, kind: Kind, total: i64, at: Timestamp) -> Letter {
    let event = Event {
        id: format!("evt_{}_{}_{total}", session.reference, kind.code()),
        kind: kind.code().to_owned(),
        created: at.0.div_euclid(1000),
        data: Data {
            session: session.reference.clone(),
            merchant_key: session.key.clone(),
            amount: total,
            currency: session.amount.currency.code().to_owned(),
        },
    };
    let body = serde_json::to_string(&event).unwrap_or_default();
    Letter { subject: session.reference.clone(), body, at }
}

/// The signature of a body, as the header to send.
pub fn sign(key: &Key, at: i64, body: &str) -> Vec<(&'static str, String)> {
    vec![(HEADER, format!("t={at},v1={}", seal(key, at, body.as_bytes())))]
}

/// Reads a webhook, if it is really TestPay's.
pub fn hear(key: &Key, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Heard, Forged> {
    let header = headers.get(HEADER).and_then(|value| value.to_str().ok()).ok_or(Forged::Unsigned)?;
    check_header(key, header, body, now)?;
    let event: serde_json::Value = serde_json::from_slice(body).map_err(|_| Forged::Unreadable)?;
    let text = |pointer: &str| event.pointer(pointer).and_then(|value| value.as_str());
    let known = text("/type").and_then(Kind::from_code).is_some();
    let payment = text("/data/merchant_key").and_then(payment_of).filter(|_| known);
    Ok(Heard { event: text("/id").ok_or(Forged::Unreadable)?.to_owned(), payment, clue: None })
}
