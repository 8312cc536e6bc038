//! Gives up an order nobody paid: its goods are free again, but only once the provider has said that there is no money.

use db::{Fault, orders, payments};
use domain::ids::{ChangeId, OrderId};
use domain::orders::OrderState;

use super::{Obstacle, Outcome, Tools};

pub(super) async fn expire(tools: &Tools, id: OrderId) -> Result<Outcome, Obstacle> {
    if tools.shop.read(|conn| orders::state(conn, id)).await? != OrderState::Placed {
        return Ok(Outcome::Done);
    }
    let payment = tools.shop.read(|conn| payments::of_order(conn, id)).await?;
    // No answer is no reason to let go of goods that may be paid: the trouble passes, the hold stays.
    tools.desk.settle(payment.id).await?;
    // Nothing happens to an order that has just turned out to be paid.
    tools.shop.write(move |tx| payments::expire(tx, id)).await.map_err(Fault::from)?;
    Ok(Outcome::Done)
}

/// The same of a change of an order that nobody paid.
pub(super) async fn expire_change(tools: &Tools, id: ChangeId) -> Result<Outcome, Obstacle> {
    let Some(payment) = tools.shop.read(|conn| orders::payment_of_change(conn, id)).await? else { return Ok(Outcome::Done) };
    tools.desk.settle(payment.id).await?;
    tools.shop.write(move |tx| orders::expire_change(tx, id)).await.map_err(Fault::from)?;
    Ok(Outcome::Done)
}
