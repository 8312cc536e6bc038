//! Forgets addresses that were remembered for a browser and that nobody has used for too long.

use db::{Fault, checkout};

use super::{Obstacle, Outcome, Tools};

pub(super) async fn forget(tools: &Tools) -> Result<Outcome, Obstacle> {
    Ok(Outcome::Again(tools.shop.write(checkout::forget_unused).await.map_err(Fault::from)?))
}
