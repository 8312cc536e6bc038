//! Tells who waits for a variant that it is back: writes the letters, some at a time.

use db::{Fault, notifications};
use domain::ids::VariantId;

use super::{Obstacle, Outcome, Tools};

/// So many in one commit.
const AT_ONCE: u32 = 100;

pub(super) async fn tell(tools: &Tools, id: VariantId) -> Result<Outcome, Obstacle> {
    match tools.shop.write(move |tx| notifications::tell_back(tx, id, AT_ONCE)).await.map_err(Fault::from)? {
        0 => Ok(Outcome::Done),
        _ => Ok(Outcome::Again(tools.shop.now())),
    }
}
