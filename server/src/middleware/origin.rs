//! Whose page sent a form: only ours may.
//!
//! `SameSite=Lax` keeps cookies off most foreign forms, not off those of a sibling host and not off a browser that
//! does not know it. A browser says in `Sec-Fetch-Site`, or else in `Origin`, where a form comes from; what says
//! neither is no browser of a shopper.

use axum::extract::Request;
use http::header::{ORIGIN, UPGRADE};
use http::{HeaderMap, Method};

use super::class::Class;
use super::notice::Notice;
use crate::config::Origin;

/// Lets through what cannot change anything, what carries a signature instead, and our own forms.
pub fn check(request: &Request, class: Class, ours: &Origin) -> Result<(), Notice> {
    let harmless = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let upgrade = request.headers().contains_key(UPGRADE);
    if (harmless && !upgrade) || matches!(class, Class::Webhook | Class::Report) || is_ours(request.headers(), ours) {
        return Ok(());
    }
    tracing::warn!(path = request.uri().path(), "a form of another site was refused");
    Err(Notice::Foreign)
}

fn is_ours(headers: &HeaderMap, ours: &Origin) -> bool {
    let only = |name: &str| {
        let mut all = headers.get_all(name).iter();
        let first = all.next().map(|value| value.as_bytes());
        (first, all.next().is_some())
    };
    match (only("sec-fetch-site"), only(ORIGIN.as_str())) {
        ((_, true), _) | (_, (_, true)) => false,
        ((Some(site), _), _) => site == b"same-origin",
        ((None, _), (Some(origin), _)) => origin == ours.as_str().as_bytes(),
        ((None, _), (None, _)) => false,
    }
}
