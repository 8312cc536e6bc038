//! What machines ask: alive, ready.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;

use super::House;

/// With less room than this on the disk, no more orders are invited.
const ROOM: u64 = 256 * 1024 * 1024;

/// The process answers.
pub async fn health() -> &'static str {
    "alive\n"
}

/// Shoppers may be sent here: the database answers, the disk has room, nobody said to stop.
pub async fn ready(State(house): State<Arc<House>>) -> (StatusCode, String) {
    match trouble(&house).await {
        None => (StatusCode::OK, "ready\n".to_owned()),
        Some(why) => (StatusCode::SERVICE_UNAVAILABLE, format!("not ready: {why}\n")),
    }
}

async fn trouble(house: &House) -> Option<&'static str> {
    if !house.life.is_open() {
        return Some("the shop is closing");
    }
    if let Err(fault) = house.db.read(db::catalogue::is_empty).await {
        tracing::error!(%fault, "not ready");
        return Some("the database does not answer");
    }
    match rustix::fs::statvfs(&house.config.data) {
        Ok(disk) if disk.f_bavail.saturating_mul(disk.f_frsize) < ROOM => Some("the disk is nearly full"),
        Ok(_) => None,
        Err(_) => Some("the data folder is gone"),
    }
}
