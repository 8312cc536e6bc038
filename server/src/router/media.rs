//! Pictures of the goods, named after their content.

use std::path::Path as File;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue,
    IF_NONE_MATCH,
};
use http::{Request, StatusCode};
use moka::sync::Cache;
use tower::ServiceExt;
use tower_http::services::ServeFile;

use super::House;
use super::files::FOR_GOOD;
use super::page_cache::coding;

/// Drawings larger than this are sent as they are.
const LARGEST: u64 = 1024 * 1024;

/// A drawing is looked at, not run: no script, nothing fetched.
pub const LOCKED_IN: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'; style-src 'unsafe-inline'");

/// SVG files with their brotli twins, up to 32 MiB.
#[derive(Clone)]
pub struct Drawings(Cache<String, Arc<Drawing>>);

struct Drawing {
    plain: Bytes,
    brotli: Bytes,
}

impl Drawings {
    /// None yet.
    pub fn new() -> Self {
        let weigh =
            |_: &String, drawing: &Arc<Drawing>| u32::try_from(drawing.plain.len() + drawing.brotli.len()).unwrap_or(u32::MAX);
        Self(Cache::builder().max_capacity(32 * 1024 * 1024).weigher(weigh).build())
    }

    async fn get(&self, name: &str, path: &File) -> Option<Arc<Drawing>> {
        if let Some(drawing) = self.0.get(name) {
            return Some(drawing);
        }
        if tokio::fs::metadata(path).await.ok()?.len() > LARGEST {
            return None;
        }
        let plain = Bytes::from(tokio::fs::read(path).await.ok()?);
        let squeezed = plain.clone();
        let brotli = tokio::task::spawn_blocking(move || coding::brotli(&squeezed, 9)).await.ok()?;
        let drawing = Arc::new(Drawing { plain, brotli });
        self.0.insert(name.to_owned(), Arc::clone(&drawing));
        Some(drawing)
    }
}

impl Default for Drawings {
    fn default() -> Self {
        Self::new()
    }
}

/// A picture's file.
pub async fn serve(State(house): State<Arc<House>>, Path(name): Path<String>, request: Request<Body>) -> Response {
    if !is_picture(&name) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let etag = HeaderValue::try_from(format!("\"{name}\"")).unwrap_or(HeaderValue::from_static("\"\""));
    let known =
        |headers: &HeaderMap| headers.get(IF_NONE_MATCH).is_some_and(|tags| tags.as_bytes() == etag.as_bytes() || tags == "*");
    let path = house.config.data.join("media").join(&name);
    let mut response = if known(request.headers()) && tokio::fs::try_exists(&path).await.unwrap_or(false) {
        StatusCode::NOT_MODIFIED.into_response()
    } else if name.ends_with(".svg")
        && let Some(drawing) = house.drawings.get(&name, &path).await
    {
        drawn(&drawing, request.headers())
    } else {
        let Ok(response) = ServeFile::new(&path).oneshot(request).await;
        response.into_response()
    };
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, FOR_GOOD);
        headers.insert(ETAG, etag);
        headers.insert(CONTENT_SECURITY_POLICY, LOCKED_IN);
    }
    response
}

fn drawn(drawing: &Drawing, headers: &HeaderMap) -> Response {
    let kind = (CONTENT_TYPE, HeaderValue::from_static("image/svg+xml"));
    if coding::accepts(headers.get(ACCEPT_ENCODING), "br") {
        let encoding = (CONTENT_ENCODING, HeaderValue::from_static("br"));
        ([kind, encoding], drawing.brotli.clone()).into_response()
    } else {
        ([kind], drawing.plain.clone()).into_response()
    }
}

/// 32 hexadecimal digits, perhaps a width, and the ending of a picture; no path can be made of that.
fn is_picture(name: &str) -> bool {
    let Some((stem, ending)) = name.split_once('.') else { return false };
    let (hash, width) = stem.split_once('-').unwrap_or((stem, "1"));
    hash.len() == 32
        && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && (1..=4).contains(&width.len())
        && width.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(ending, "svg" | "jpg" | "png" | "webp" | "gif" | "avif")
}
