//! Takes money that was promised, or lets a payment go that nobody waits for.

use domain::ids::PaymentId;
use domain::payments::PaymentState;

use super::{Obstacle, Outcome, Tools};

/// How long until a provider that has not taken it yet is asked again.
const LOOK_SECONDS: i64 = 60;

pub(super) async fn take(tools: &Tools, id: PaymentId) -> Result<Outcome, Obstacle> {
    match tools.desk.take(id).await? {
        PaymentState::Promised => Ok(Outcome::Again(tools.shop.now().plus_seconds(LOOK_SECONDS))),
        _ => Ok(Outcome::Done),
    }
}

pub(super) async fn let_go(tools: &Tools, id: PaymentId) -> Result<Outcome, Obstacle> {
    tools.desk.let_go(id).await?;
    Ok(Outcome::Done)
}
