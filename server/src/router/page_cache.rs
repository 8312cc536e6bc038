//! Pages that are the same for everyone are made once and given to many.
//!
//! Such a page is made without the shopper's cookies, but for where things go, what is paid in and whether data is
//! to be saved, which many have set alike; so nothing of theirs can be in it. It is kept only if the
//! page itself says that it is anyone's (`Cache-Control: public`), is a 200, and sets no cookie. How long, and
//! that all who ask wait for the same one, is in [`Kept`].
//!
//! Every page, kept or not, is made in a task of its own and to its end: leptos 0.8 leaks what a page holds when
//! the browser goes away in the middle.

use std::sync::{Arc, OnceLock};

use app::request::SignedIn;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, ETAG, HeaderMap, HeaderValue,
    IF_NONE_MATCH, SET_COOKIE, VARY,
};
use http::response::Parts;
use http::{Method, StatusCode};
use sha2::{Digest, Sha256};

use super::House;
use crate::kept::Kept;

pub mod coding;
mod key;
mod leftovers;

use coding::{accepts, brotli, gzip};
use key::Key;

/// Pages kept at most: with 60 KB each, 60 MB.
pub const MOST: u64 = 1000;
/// No page is larger.
const LARGEST: usize = 8 * 1024 * 1024;
const EVERYONES: HeaderValue = HeaderValue::from_static("public, max-age=0, s-maxage=60, stale-while-revalidate=300");
/// A page that is everyone's still follows the country and the currency, set or guessed, and whether data is to be saved.
const FOLLOWS: HeaderValue = HeaderValue::from_static("Cookie, Accept-Language, Save-Data");
const ONES_OWN: HeaderValue = HeaderValue::from_static("private, no-store");

/// The pages kept. None: it is not for everyone.
pub type Pages = Kept<Key, Option<Arc<Page>>>;

/// A page that is the same for everyone, in the forms it travels in.
pub struct Page {
    headers: HeaderMap,
    plain: Bytes,
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

/// Gives the page everyone gets, or makes one for this shopper.
pub async fn serve(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    if let Some(key) = Key::of(&request, house.cookies) {
        let fresh = || {
            let nobodys = nobodys(&key, &request);
            let next = next.clone();
            make(nobodys, next)
        };
        let coming = house.pages.get(key.clone(), fresh);
        if let Some(page) = coming.await {
            return page.answer(request.method(), request.headers());
        }
    }
    one(request, next).await
}

/// The request as anybody would send it who has set the same.
fn nobodys(key: &Key, request: &Request) -> Request {
    let mut copy = Request::new(Body::empty());
    *copy.uri_mut() = key.uri().unwrap_or_else(|| request.uri().clone());
    *copy.headers_mut() = request.headers().clone();
    *copy.extensions_mut() = request.extensions().clone();
    copy.headers_mut().remove(COOKIE);
    copy.extensions_mut().remove::<SignedIn>();
    if let Some(cookie) = key.cookie() {
        copy.headers_mut().insert(COOKIE, cookie.clone());
    }
    copy
}

async fn make(request: Request, next: Next) -> Option<Arc<Page>> {
    let nonce = request.extensions().get::<leptos::nonce::Nonce>().map(|nonce| nonce.as_inner().to_string());
    let (parts, plain) = whole(request, next).await.ok()?;
    let says = parts.headers.get(CACHE_CONTROL).is_some_and(|says| says.as_bytes().starts_with(b"public"));
    if !says || parts.status != StatusCode::OK || parts.headers.contains_key(SET_COOKIE) {
        return None;
    }
    let text = std::str::from_utf8(&plain).unwrap_or_default();
    if nonce.is_some_and(|nonce| text.contains(&nonce)) {
        tracing::warn!("a page that is everyone's holds a nonce, which is one answer's; it is not kept");
        return None;
    }
    let mut headers = parts.headers;
    headers.insert(CACHE_CONTROL, EVERYONES);
    headers.insert(VARY, FOLLOWS);
    let tag = db::token::hex(&Sha256::digest(&plain)[..12]);
    headers.insert(ETAG, HeaderValue::try_from(format!("W/\"{tag}\"")).ok()?);
    headers.remove(CONTENT_LENGTH);
    Some(Arc::new(Page { headers, plain, brotli: OnceLock::new(), gzip: OnceLock::new() }))
}

impl Page {
    fn answer(&self, method: &Method, asked: &HeaderMap) -> Response {
        let mut response = Response::new(Body::empty());
        *response.headers_mut() = self.headers.clone();
        if knows(asked, self.headers.get(ETAG)) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response.headers_mut().remove(CONTENT_TYPE);
            return response;
        }
        let (encoding, bytes) = self.encoded(asked.get(ACCEPT_ENCODING));
        if let Some(encoding) = encoding {
            response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(bytes.len()));
        if method != Method::HEAD {
            *response.body_mut() = Body::from(bytes);
        }
        response
    }

    /// Each form is made when it is first asked for: about 1 ms for a page, once in its five seconds.
    fn encoded(&self, accept: Option<&HeaderValue>) -> (Option<&'static str>, Bytes) {
        if accepts(accept, "br") {
            (Some("br"), self.brotli.get_or_init(|| brotli(&self.plain, 5)).clone())
        } else if accepts(accept, "gzip") {
            (Some("gzip"), self.gzip.get_or_init(|| gzip(&self.plain)).clone())
        } else {
            (None, self.plain.clone())
        }
    }
}

/// This shopper's page.
async fn one(mut request: Request, next: Next) -> Response {
    let method = std::mem::replace(request.method_mut(), Method::GET);
    if method != Method::HEAD {
        *request.method_mut() = method.clone();
    }
    let (mut parts, body) = match whole(request, next).await {
        Ok(made) => made,
        Err(error) => {
            tracing::error!(%error, "a page could not be finished");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    if is_page(&parts.headers) || !parts.headers.contains_key(CACHE_CONTROL) {
        parts.headers.insert(CACHE_CONTROL, ONES_OWN);
    }
    if method != Method::HEAD {
        return Response::from_parts(parts, Body::from(body));
    }
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
    Response::from_parts(parts, Body::empty())
}

/// Runs the route in a task of its own, to the last byte.
async fn whole(request: Request, next: Next) -> Result<(Parts, Bytes), axum::Error> {
    let made = tokio::spawn(async move {
        let (parts, body) = next.run(request).await.into_parts();
        let bytes = to_bytes(body, LARGEST).await?;
        let bytes = if is_page(&parts.headers) { leftovers::without(bytes) } else { bytes };
        Ok((parts, bytes))
    });
    match made.await {
        Ok(made) => made,
        Err(stopped) => match stopped.try_into_panic() {
            // The front door turns it into an answer.
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(stopped) => Err(axum::Error::new(stopped)),
        },
    }
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn knows(asked: &HeaderMap, tag: Option<&HeaderValue>) -> bool {
    let (Some(known), Some(tag)) = (asked.get(IF_NONE_MATCH), tag) else { return false };
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let (Ok(known), Ok(tag)) = (known.to_str(), tag.to_str()) else { return false };
    known.split(',').any(|one| one.trim() == "*" || bare(one) == bare(tag))
}
