//! What a question says behind its address.

use axum::extract::{FromRequestParts, Query};
use http::request::Parts;
use serde::de::DeserializeOwned;

use super::shape::Problem;

/// The parameters of a question. What cannot be read is said as a problem, like everything that is wrong with one.
pub struct Asked<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let unread = |_| {
            let detail = "A parameter is not of its kind, or stands there twice; see /api/v1/openapi.json.";
            Problem { status: 400, title: "Unreadable question".to_owned(), detail: detail.to_owned() }
        };
        Query::try_from_uri(&parts.uri).map(|Query(said)| Self(said)).map_err(unread)
    }
}
