//! Server functions that have no answer.
//!
//! `server_fn` 0.8 gives every one of them a 500, and sends a form back to where it came from with the error in the
//! address, where no page looks for it. Here each gets the status of its failure, and a person gets words.

use app::failure::Failure;
use axum::body::to_bytes;
use axum::response::Response;

use super::notice::Notice;

/// `server_fn`'s mark on what failed.
const FAILED: &str = "serverfnerror";
/// A failure is one word.
const LARGEST: usize = 1024;

/// The answer, unless it is a server function's failure.
pub async fn check(answer: Response) -> Result<Response, Notice> {
    if !answer.headers().contains_key(FAILED) {
        return Ok(answer);
    }
    let told = to_bytes(answer.into_body(), LARGEST).await.ok();
    let failure = told.and_then(|told| serde_json::from_slice(&told).ok()).unwrap_or(Failure::Broken);
    Err(match failure {
        Failure::NotFound => Notice::Missing,
        Failure::SignedOut => Notice::SignedOut,
        Failure::Busy => Notice::Busy,
        Failure::Broken => Notice::Broken,
    })
}
