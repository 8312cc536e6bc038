//! Tells whose lists have a variant in them that it costs less: writes the letters, some at a time.

use db::{Fault, wishlists};
use domain::ids::VariantId;

use super::{Obstacle, Outcome, Tools};

/// So many in one commit.
const AT_ONCE: u32 = 100;

pub(super) async fn tell(tools: &Tools, id: VariantId) -> Result<Outcome, Obstacle> {
    match tools.shop.write(move |tx| wishlists::tell_fallen(tx, id, AT_ONCE)).await.map_err(Fault::from)? {
        false => Ok(Outcome::Done),
        true => Ok(Outcome::Again(tools.shop.now())),
    }
}
