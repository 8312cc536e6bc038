//! Bodies made smaller, as the browser can take them.

use std::io::Write;

use bytes::Bytes;
use http::HeaderValue;

/// Whether an `Accept-Encoding` takes this coding.
pub fn accepts(header: Option<&HeaderValue>, coding: &str) -> bool {
    let codings = header.and_then(|value| value.to_str().ok()).unwrap_or_default();
    codings.split(',').any(|one| {
        let (name, terms) = one.split_once(';').unwrap_or((one, ""));
        let never = matches!(terms.trim().replace(' ', "").as_str(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
        name.trim().eq_ignore_ascii_case(coding) && !never
    })
}

/// Brotli at a quality from 0 to 11.
pub fn brotli(plain: &[u8], quality: i32) -> Bytes {
    let params = brotli::enc::BrotliEncoderParams { quality, size_hint: plain.len(), ..Default::default() };
    let mut squeezed = Vec::with_capacity(plain.len() / 3);
    // Writing to a Vec does not fail.
    let _ = brotli::BrotliCompress(&mut &plain[..], &mut squeezed, &params);
    squeezed.into()
}

/// Gzip at its usual level.
pub fn gzip(plain: &[u8]) -> Bytes {
    let mut squeezed = flate2::write::GzEncoder::new(Vec::with_capacity(plain.len() / 3), flate2::Compression::default());
    // Writing to a Vec does not fail.
    let _ = squeezed.write_all(plain);
    squeezed.finish().unwrap_or_default().into()
}
