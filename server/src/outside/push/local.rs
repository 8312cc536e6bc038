//! A push service in a box, for a shop to try out: it checks what the real ones check, and is the device as well, which opens what
//! comes. What came is seen at `/dev/push`; a browser without a push service of its own gets a device at `/dev/push/devices`.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::State;
use axum::response::Html;
use axum::routing::{get, post};
use axum::{Json, Router};
use db::notifications::Device;
use domain::time::Timestamp;
use http::{HeaderMap, StatusCode};
use p256::SecretKey;
use serde_json::{Value, json};

use super::sealed::{open, point, secret, text};
use super::vapid::{Unbelieved, check};

/// So many devices and notices are kept; the oldest go.
const MOST: usize = 500;
/// What a push service takes at most, in bytes (RFC 8030, 7.2).
const LARGEST: usize = 4096;

/// What a device was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Which device.
    pub endpoint: String,
    /// What it read.
    pub says: String,
    /// The topic.
    pub topic: String,
    /// How soon it was to wake.
    pub urgency: String,
    /// How long it would have been waited for, in seconds.
    pub seconds: i64,
}

/// The push service. Cheap to clone.
#[derive(Clone)]
pub struct Local(Arc<Inner>);

struct Inner {
    /// The shop's address, which is this push service's too.
    origin: String,
    /// The key it was given by the browser that asked for a device.
    key: String,
    devices: Mutex<HashMap<String, (SecretKey, [u8; 16])>>,
    heard: Mutex<Vec<Heard>>,
    /// What it answers on a bad day, and when to come again.
    ails: Mutex<Option<(StatusCode, Option<i64>)>>,
}

fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Local {
    /// One at this address, for devices that are told by whoever has this key.
    pub fn new(origin: &str, key: String) -> Self {
        let (devices, heard, ails) = (Mutex::default(), Mutex::default(), Mutex::default());
        Self(Arc::new(Inner { origin: origin.to_owned(), key, devices, heard, ails }))
    }

    /// A browser asks for a device; none without chance.
    pub fn device(&self) -> Option<Device> {
        let mut chance = || {
            let mut bytes = [0; 32];
            getrandom::fill(&mut bytes).ok().map(|()| bytes)
        };
        let (key, auth) = (secret(&mut chance)?, chance()?);
        let (id, auth): (String, [u8; 16]) = (db::token::hex(&chance()?[..16]), auth[..16].try_into().ok()?);
        let p256dh = text(&point(&key.public_key()));
        let mut all = locked(&self.0.devices);
        if all.len() >= MOST {
            all.clear();
        }
        all.insert(id.clone(), (key, auth));
        Some(Device { endpoint: format!("{}/dev/push/{id}", self.0.origin), p256dh, auth: text(&auth), all: false })
    }

    /// A browser gives its device up.
    pub fn forget(&self, endpoint: &str) {
        if let Some(id) = self.id_of(endpoint) {
            locked(&self.0.devices).remove(id);
        }
    }

    /// A bad day, until told otherwise: what is answered, and after how many seconds to come again.
    pub fn ails(&self, with: Option<(StatusCode, Option<i64>)>) {
        *locked(&self.0.ails) = with;
    }

    /// What devices were told, the oldest first.
    pub fn heard(&self) -> Vec<Heard> {
        locked(&self.0.heard).clone()
    }

    /// The name of a device of this push service, by its address.
    pub fn id_of<'a>(&self, endpoint: &'a str) -> Option<&'a str> {
        endpoint.strip_prefix(&self.0.origin)?.strip_prefix("/dev/push/").filter(|id| id.len() == 32)
    }

    /// Takes a notice as a push service does, and brings it at once: the status, and after how many seconds to come again.
    pub fn receive(&self, id: &str, headers: &HeaderMap, body: &[u8], now: Timestamp) -> (StatusCode, Option<i64>) {
        if let Some(ails) = *locked(&self.0.ails) {
            return ails;
        }
        let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        match check(said("authorization"), &self.0.key, &self.0.origin, now) {
            Ok(()) => {}
            Err(Unbelieved::Unreadable) => return (StatusCode::UNAUTHORIZED, None),
            Err(_) => return (StatusCode::FORBIDDEN, None),
        }
        let Some((key, auth)) = locked(&self.0.devices).get(id).cloned() else { return (StatusCode::GONE, None) };
        let (topic, urgency) = (said("topic").to_owned(), said("urgency").to_owned());
        let shaped = topic.len() <= 32 && topic.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        let known = ["very-low", "low", "normal", "high"].contains(&urgency.as_str());
        let seconds = said("ttl").parse().ok().filter(|seconds| *seconds >= 0);
        let Some(seconds) = seconds.filter(|_| shaped && known && said("content-encoding") == "aes128gcm") else {
            return (StatusCode::BAD_REQUEST, None);
        };
        if body.len() > LARGEST {
            return (StatusCode::PAYLOAD_TOO_LARGE, None);
        }
        // What a device cannot open it drops; its push service does not see that.
        if let Some(says) = open(body, &key, &auth).and_then(|says| String::from_utf8(says).ok()) {
            let mut all = locked(&self.0.heard);
            let endpoint = format!("{}/dev/push/{id}", self.0.origin);
            all.push(Heard { endpoint, says, topic, urgency, seconds });
            let many = all.len();
            all.drain(..many.saturating_sub(MOST));
        }
        (StatusCode::CREATED, None)
    }

    /// `/dev/push` and `/dev/push/devices`.
    pub fn routes(&self) -> Router {
        Router::new().route("/dev/push", get(list)).route("/dev/push/devices", post(subscribe)).with_state(self.clone())
    }
}

/// A device, as a browser's `PushSubscription` says it.
async fn subscribe(State(local): State<Local>) -> Result<Json<Value>, StatusCode> {
    let device = local.device().ok_or(StatusCode::SERVICE_UNAVAILABLE)?;
    Ok(Json(json!({ "endpoint": device.endpoint, "keys": { "p256dh": device.p256dh, "auth": device.auth } })))
}

async fn list(State(local): State<Local>) -> Html<String> {
    let rows = local.heard().iter().rev().fold(String::new(), |mut rows, heard| {
        let says = heard.says.replace('&', "&amp;").replace('<', "&lt;");
        let Heard { topic, urgency, seconds, .. } = heard;
        // Writing to a String does not fail.
        let _ = write!(rows, "<tr><td>{topic}</td><td>{urgency}</td><td>{seconds} s</td><td dir=\"auto\">{says}</td></tr>");
        rows
    });
    let empty = if rows.is_empty() { "<p>No device has been told anything yet.</p>" } else { "" };
    Html(format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Notices</title><h1>Notices</h1>{empty}<table>{rows}</table></html>"
    ))
}
