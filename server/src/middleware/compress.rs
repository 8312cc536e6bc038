//! Compression on the way out, for what is made for one browser or from its parts: pages, data, the worker. Files come compressed from the build.

use http::header::CONTENT_TYPE;
use http::{Extensions, HeaderMap, StatusCode, Version};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, Predicate, SizeAbove};

/// What is asked of an answer before it is compressed.
type Test = fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool;

/// Below this a packet is sent either way.
const WORTH_IT: u64 = 860;

/// A layer that compresses text. Brotli's fourth level takes about the time of gzip's sixth and is smaller.
pub fn layer() -> CompressionLayer<And<SizeAbove, Test>> {
    let text: Test = is_text;
    CompressionLayer::new()
        .br(true)
        .gzip(true)
        .quality(CompressionLevel::Precise(4))
        .compress_when(SizeAbove::new(WORTH_IT).and(text))
}

/// A stream of events stays as it is: each must leave at once.
fn is_text(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    const TEXT: &[&str] = &[
        "text/html",
        "application/json",
        "application/manifest+json",
        "text/css",
        "text/javascript",
        "text/plain",
        "text/xml",
        "application/xml",
    ];
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    TEXT.iter().any(|text| kind.starts_with(text))
}
