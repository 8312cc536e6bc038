//! Has the letter written that leads to an order, where whoever asked for it knows the order.

use db::Fault;
use db::orders::links;

use super::{Obstacle, Outcome, Tools};

pub(super) async fn send(tools: &Tools, id: i64) -> Result<Outcome, Obstacle> {
    tools.shop.write(move |tx| links::send(tx, id)).await.map_err(Fault::from)?;
    Ok(Outcome::Done)
}
