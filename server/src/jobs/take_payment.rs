//! Takes money that was promised, or lets a payment go that nobody waits for.

use db::{Fault, payments};
use domain::ids::PaymentId;
use domain::payments::PaymentState;

use super::{Obstacle, Outcome, Tools};
use crate::outside::Trouble;
use crate::outside::desk::Stuck;

/// How long until a provider that has not taken it yet is asked again.
const LOOK_SECONDS: i64 = 60;

pub(super) async fn take(tools: &Tools, id: PaymentId) -> Result<Outcome, Obstacle> {
    let taken = tools.desk.take(id).await;
    if let Err(Stuck::Provider(Trouble::Refused(_))) = &taken {
        // Told at the desk; it is tried again all the same, ever later: banks change their minds.
        tools.shop.write(move |tx| payments::refused(tx, id)).await.map_err(Fault::from)?;
    }
    match taken? {
        PaymentState::Promised => Ok(Outcome::Again(tools.shop.now().plus_seconds(LOOK_SECONDS))),
        _ => Ok(Outcome::Done),
    }
}

pub(super) async fn let_go(tools: &Tools, id: PaymentId) -> Result<Outcome, Obstacle> {
    tools.desk.let_go(id).await?;
    Ok(Outcome::Done)
}
