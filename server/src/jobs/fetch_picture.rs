//! Fetches a picture from its address, by whatever the shop was given to do so.

use std::sync::Arc;

use domain::ids::PictureId;

use super::{Obstacle, Outcome, Tools};
use crate::outside::Soon;

/// Fetches one picture; what went wrong, in words for the merchant.
pub type Fetch = Arc<dyn Fn(PictureId) -> Soon<'static, Result<(), String>> + Send + Sync>;

/// How long a picture waits when nobody can fetch it, in seconds.
const LATER: i64 = 3600;

pub(super) async fn fetch(tools: &Tools, id: PictureId) -> Result<Outcome, Obstacle> {
    let Some(fetch) = &tools.fetch else { return Ok(Outcome::Again(tools.shop.now().plus_seconds(LATER))) };
    Ok(match fetch(id).await {
        Ok(()) => Outcome::Done,
        Err(trouble) => Outcome::Failed(trouble),
    })
}
