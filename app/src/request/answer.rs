//! What is said beside an answer: its status, who may keep it, and where to go instead.

use http::header::{CACHE_CONTROL, LOCATION, REFERRER_POLICY};
use http::{HeaderName, HeaderValue, StatusCode};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use crate::failure::Failure;

/// The answer's status.
pub fn status(code: u16) {
    if let (Some(options), Ok(code)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(code)) {
        options.set_status(code);
    }
}

/// The page shows nothing of anybody's, so it may be kept and given to others.
pub fn anyones() {
    // The front door decides for how long.
    let _ = header(CACHE_CONTROL, "public");
}

/// The page's address is a secret: no other page and no search engine is told of it.
pub fn secretly() {
    let _ = header(REFERRER_POLICY, "no-referrer");
    let _ = header(HeaderName::from_static("x-robots-tag"), "noindex, nofollow");
}

/// What a browser is to forget when nobody is signed in any more: what it has cached, and what scripts keep.
pub const FORGET: &str = "\"cache\", \"storage\"";

/// Tells the browser to forget the pages it keeps, and all that scripts have kept in it.
pub fn forget_pages() -> Result<(), Failure> {
    header(HeaderName::from_static("clear-site-data"), FORGET)
}

fn header(name: HeaderName, value: &str) -> Result<(), Failure> {
    let options = use_context::<ResponseOptions>().ok_or(Failure::Broken)?;
    options.insert_header(name, HeaderValue::from_str(value).map_err(|_| Failure::Broken)?);
    Ok(())
}

/// Sends the browser to a page of this shop. (`leptos_axum::redirect` follows any text and panics on bad bytes.)
pub fn go(path: &str) {
    let local = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    redirect(if local { path } else { "/" });
}

/// Sends the browser to where this page now is, for good.
pub fn moved(path: &str) {
    go(path);
    status(301);
}

/// Sends the browser to where the provider told us to send it.
pub fn go_outside(url: &str) {
    redirect(url);
}

fn redirect(to: &str) {
    status(303);
    if header(LOCATION, to).is_err() {
        tracing::warn!("an address that cannot be a header was not followed");
        status(404);
    }
}
