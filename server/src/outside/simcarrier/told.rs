//! SimCarrier's webhooks: written, signed, and read again at the shop's side.

use axum::http::HeaderMap;
use domain::time::{Day, Timestamp};
use domain::tracking::{Checkpoint, CheckpointKind};
use serde::{Deserialize, Serialize};

use crate::outside::carriers::Told;
use crate::outside::signature::{Forged, Key, check, seal};

/// The header with the moment of sending, Unix seconds.
pub const SENT: &str = "simcarrier-sent";
/// The header with the seal of that moment and the raw body.
pub const SEAL: &str = "simcarrier-seal";

/// A report as it is sent: one parcel, one event.
#[derive(Serialize, Deserialize)]
struct Report {
    event: String,
    parcel: String,
    status: String,
    /// Milliseconds since 1970, by the carrier's clock.
    time: i64,
    place: String,
    utc_offset_minutes: i16,
    /// The day it should come, counted from 1970-01-01.
    expected_day: Option<i64>,
}

/// The body that tells a checkpoint.
pub fn write(number: &str, checkpoint: &Checkpoint) -> String {
    let report = Report {
        event: checkpoint.event.clone(),
        parcel: number.to_owned(),
        status: checkpoint.kind.code().to_owned(),
        time: checkpoint.at.0,
        place: checkpoint.place.clone(),
        utc_offset_minutes: checkpoint.offset_minutes,
        expected_day: checkpoint.expected.map(|day| day.0),
    };
    serde_json::to_string(&report).unwrap_or_default()
}

/// What a body tells; none when it is no report. A status the shop has no word for is told as such.
pub fn read(body: &[u8]) -> Option<Vec<Told>> {
    let report: Report = serde_json::from_slice(body).ok()?;
    let kind = CheckpointKind::from_code(&report.status).unwrap_or(CheckpointKind::Unknown);
    let said = if kind == CheckpointKind::Unknown { report.status } else { String::new() };
    let checkpoint = Checkpoint {
        event: report.event,
        kind,
        at: Timestamp(report.time),
        place: report.place,
        offset_minutes: report.utc_offset_minutes,
        expected: report.expected_day.map(Day),
        said,
    };
    Some(vec![Told { number: report.parcel, shipment: String::new(), checkpoint }])
}

/// The signature of a body, as the headers to send.
pub fn sign(key: &Key, at: i64, body: &str) -> Vec<(&'static str, String)> {
    vec![(SENT, at.to_string()), (SEAL, seal(key, at, body.as_bytes()))]
}

/// Reads a webhook, if it is really SimCarrier's.
pub fn hear(key: &Key, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Result<Vec<Told>, Forged> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).ok_or(Forged::Unsigned);
    let at = text(SENT)?.parse().map_err(|_| Forged::Unsigned)?;
    check(key, at, body, std::iter::once(text(SEAL)?), now)?;
    read(body).ok_or(Forged::Unreadable)
}
