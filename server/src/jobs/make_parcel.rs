//! Has a parcel made for a paid order.

use std::time::Duration;

use db::{Fault, orders, tracking};
use domain::ids::OrderId;

use super::{Obstacle, Outcome, Tools};
use crate::outside::Trouble;

/// How long a carrier may take to answer.
pub(super) const PATIENCE: Duration = Duration::from_secs(8);

pub(super) async fn make(tools: &Tools, id: OrderId) -> Result<Outcome, Obstacle> {
    // What is written on the label is what the order says at this moment; it is not changed after.
    let packed = tools.shop.write(move |tx| orders::begin_packing(tx, id)).await.map_err(Fault::from)?;
    let Some(order) = packed else { return Ok(Outcome::Done) };
    let carrier = tools.carriers.first().ok_or_else(|| Trouble::Refused("there is no carrier".to_owned()))?;
    let asked = carrier.make_parcel(&order, order.number.as_str());
    let label = tokio::time::timeout(PATIENCE, asked).await.unwrap_or(Err(Trouble::Unknown))?;
    let name = carrier.name();
    let made = tools.shop.write(move |tx| tracking::made(tx, id, name, &label.number, label.expected));
    made.await.map_err(Fault::from)?;
    Ok(Outcome::Done)
}
