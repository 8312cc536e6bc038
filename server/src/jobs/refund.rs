//! Sends money back: what came for an order that could not be kept, came twice, or was refunded.

use domain::ids::PaymentId;

use super::{Obstacle, Outcome, Tools};

/// How long until the provider is asked again whether the money is on its way.
const LOOK_SECONDS: i64 = 60;

pub(super) async fn refund(tools: &Tools, id: PaymentId) -> Result<Outcome, Obstacle> {
    match tools.desk.give_back(id).await? {
        0 => Ok(Outcome::Done),
        _ => Ok(Outcome::Again(tools.shop.now().plus_seconds(LOOK_SECONDS))),
    }
}
