//! Has the parcel of a cancelled order stopped.

use db::tracking;
use domain::ids::OrderId;

use super::make_parcel::PATIENCE;
use super::{Obstacle, Outcome, Tools};
use crate::outside::Trouble;

pub(super) async fn stop(tools: &Tools, id: OrderId) -> Result<Outcome, Obstacle> {
    let Some(parcel) = tools.shop.read(|conn| tracking::of_order(conn, id)).await? else { return Ok(Outcome::Done) };
    let carrier = tools.carriers.iter().find(|carrier| carrier.name() == parcel.carrier);
    let carrier = carrier.ok_or_else(|| Trouble::Refused(format!("no carrier is called {}", parcel.carrier)))?;
    let stopped = tokio::time::timeout(PATIENCE, carrier.stop(&parcel.number)).await.unwrap_or(Err(Trouble::Unknown))?;
    if !stopped {
        tracing::error!(order = id.0, parcel = parcel.number, "the carrier already has the parcel of a cancelled order");
    }
    Ok(Outcome::Done)
}
