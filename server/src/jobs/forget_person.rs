//! Takes somebody who was deleted out of what had to stay for a while: an order under way, the books.

use db::{Fault, personal};
use domain::ids::OrderId;
use domain::time::Timestamp;

use super::{Obstacle, Outcome, Tools};

pub(super) async fn order(tools: &Tools, order: OrderId) -> Result<Outcome, Obstacle> {
    let again = tools.shop.write(move |tx| personal::forget_order(tx, order)).await.map_err(Fault::from)?;
    Ok(looked(again))
}

pub(super) async fn books(tools: &Tools, order: OrderId) -> Result<Outcome, Obstacle> {
    let again = tools.shop.write(move |tx| personal::forget_books(tx, order)).await.map_err(Fault::from)?;
    Ok(looked(again))
}

fn looked(again: Option<Timestamp>) -> Outcome {
    again.map_or(Outcome::Done, Outcome::Again)
}
