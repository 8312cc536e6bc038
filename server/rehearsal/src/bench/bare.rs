//! A bare axum handler that sends the bytes and headers a page of the shop had.

use std::net::SocketAddr;
use std::path::Path;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;
use bytes::Bytes;

use crate::trouble::Outcome;

/// Serves one answer at every address, until it is killed.
pub async fn serve(addr: SocketAddr, head: &Path, body: &Path) -> Outcome<()> {
    let headers = headers(&std::fs::read_to_string(head)?)?;
    let body = Bytes::from(std::fs::read(body)?);
    let answer = move || {
        let mut response = Response::new(Body::from(body.clone()));
        *response.headers_mut() = headers.clone();
        async { response }
    };
    let listener = tokio::net::TcpListener::bind(addr).await?;
    Ok(axum::serve(listener, Router::new().fallback(answer)).await?)
}

/// All but what hyper writes by itself.
fn headers(head: &str) -> Outcome<HeaderMap> {
    let mut headers = HeaderMap::new();
    for (name, value) in head.lines().filter_map(|line| line.split_once(':')) {
        if !["date", "content-length", "transfer-encoding", "connection"].contains(&name.trim()) {
            headers.append(HeaderName::try_from(name.trim())?, HeaderValue::from_str(value.trim())?);
        }
    }
    Ok(headers)
}
