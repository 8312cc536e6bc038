//! Makes a photo in every width and type.

use domain::ids::PictureId;

use super::{Obstacle, Outcome, Tools};
use crate::pictures::finish::{NotReduced, reduce};

pub(super) async fn make(tools: &Tools, id: PictureId) -> Result<Outcome, Obstacle> {
    let Some(pictures) = &tools.pictures else { return Ok(tools.without_pictures()) };
    match reduce(&tools.shop, &pictures.media, id).await {
        Ok(()) => Ok(Outcome::Done),
        Err(NotReduced::Shop(fault)) => Err(fault.into()),
        Err(NotReduced::NotKept(trouble)) => Ok(Outcome::Failed(trouble.to_string())),
    }
}
