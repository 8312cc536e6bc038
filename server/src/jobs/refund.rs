//! Sends money back that came for an order that could not be kept.

use domain::ids::PaymentId;
use domain::payments::PaymentState;

use super::{Obstacle, Outcome, Tools};

/// How long until the provider is asked again whether the money is on its way.
const LOOK_SECONDS: i64 = 60;

pub(super) async fn refund(tools: &Tools, id: PaymentId) -> Result<Outcome, Obstacle> {
    match tools.desk.refund(id).await? {
        PaymentState::Refunding => Ok(Outcome::Again(tools.shop.now().plus_seconds(LOOK_SECONDS))),
        _ => Ok(Outcome::Done),
    }
}
