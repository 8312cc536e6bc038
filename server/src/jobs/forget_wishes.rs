//! Forgets who has waited too long for a thing to come back.

use db::{Fault, restock};

use super::{Obstacle, Outcome, Tools};

pub(super) async fn forget(tools: &Tools) -> Result<Outcome, Obstacle> {
    Ok(Outcome::Again(tools.shop.write(restock::forget_old).await.map_err(Fault::from)?))
}
