//! What browsers report: something our content policy kept out. It is either an attack or a mistake of ours.

use bytes::Bytes;
use http::StatusCode;

/// Writes the report into the log, as text that cannot pretend to be log lines.
pub async fn receive(body: Bytes) -> StatusCode {
    let text: String = String::from_utf8_lossy(&body).chars().take(1000).collect();
    tracing::warn!(report = ?text, "a browser kept something out");
    StatusCode::NO_CONTENT
}
