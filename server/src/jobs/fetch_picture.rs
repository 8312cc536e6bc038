//! Fetches a picture from its address.

use domain::ids::PictureId;

use super::{Obstacle, Outcome, Tools};
use crate::pictures::fetch_job;

pub(super) async fn fetch(tools: &Tools, id: PictureId) -> Result<Outcome, Obstacle> {
    let Some(pictures) = &tools.pictures else { return Ok(tools.without_pictures()) };
    let Some(fetcher) = &pictures.fetcher else { return Ok(tools.without_pictures()) };
    Ok(match fetch_job(&tools.shop, &pictures.media, fetcher, id).await {
        Ok(()) => Outcome::Done,
        Err(trouble) => Outcome::Failed(trouble.to_string()),
    })
}
