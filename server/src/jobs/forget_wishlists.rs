//! Forgets what was taken out of wish lists, and lists that are nobody's any more.

use db::{Fault, wishlists};

use super::{Obstacle, Outcome, Tools};

pub(super) async fn forget(tools: &Tools) -> Result<Outcome, Obstacle> {
    Ok(Outcome::Again(tools.shop.write(wishlists::forget).await.map_err(Fault::from)?))
}
