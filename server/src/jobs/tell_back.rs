//! Tells who waits for a variant that it is back. The shop writes no mail yet, so this work waits for as long as somebody
//! is due to be told, and nobody is taken for told.

use db::restock;
use domain::ids::VariantId;

use super::{Obstacle, Outcome, Tools};

/// When to look whether somebody is still due, in seconds.
const NEXT_LOOK_SECONDS: i64 = 24 * 3600;

pub(super) async fn tell(tools: &Tools, id: VariantId) -> Result<Outcome, Obstacle> {
    match tools.shop.read(|conn| restock::due(conn, id)).await? {
        0 => Ok(Outcome::Done),
        _ => Ok(Outcome::Again(tools.shop.now().plus_seconds(NEXT_LOOK_SECONDS))),
    }
}
