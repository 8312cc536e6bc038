//! Removes the files of pictures of problems whose rows are gone: from a form that was sent without them, or with their person.

use super::{Obstacle, Outcome, Tools};
use crate::pictures::album;

pub(super) async fn forget(tools: &Tools) -> Result<Outcome, Obstacle> {
    let Some(pictures) = &tools.pictures else { return Ok(tools.without_pictures()) };
    let more = album::forget_dropped(&tools.shop, &pictures.media.album()).await?;
    Ok(if more { Outcome::Again(tools.shop.now()) } else { Outcome::Done })
}
