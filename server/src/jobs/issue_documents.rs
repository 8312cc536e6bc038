//! Writes the documents of an order from before there were any.

use db::Fault;
use db::documents;
use domain::Never;
use domain::ids::OrderId;

use super::{Obstacle, Outcome, Tools};

pub(super) async fn issue(tools: &Tools, id: OrderId) -> Result<Outcome, Obstacle> {
    tools.shop.write::<(), Never>(move |tx| Ok(documents::issue(tx, id)?)).await.map_err(Fault::from)?;
    Ok(Outcome::Done)
}
