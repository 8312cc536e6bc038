//! Has the parcels of a cancelled order stopped.

use db::tracking;
use domain::ids::OrderId;

use super::make_parcel::PATIENCE;
use super::{Obstacle, Outcome, Tools};
use crate::outside::Trouble;
use crate::outside::carriers::Known;

pub(super) async fn stop(tools: &Tools, id: OrderId) -> Result<Outcome, Obstacle> {
    let pieces = tools.shop.read(|conn| tracking::labels(conn, id)).await?;
    for parcel in pieces {
        // What staff have brought to a carrier themselves, they fetch themselves.
        let Some(carrier) = tools.carriers.iter().find(|carrier| carrier.name() == parcel.carrier) else {
            tracing::error!(order = id.0, parcel = parcel.number, "nobody can be told to stop the parcel of a cancelled order");
            continue;
        };
        let known = Known { number: &parcel.number, shipment: &parcel.shipment, brand: &parcel.brand };
        let stopped = tokio::time::timeout(PATIENCE, carrier.stop(known)).await.unwrap_or(Err(Trouble::Unknown))?;
        if !stopped {
            tracing::error!(order = id.0, parcel = parcel.number, "the carrier already has the parcel of a cancelled order");
        }
    }
    Ok(Outcome::Done)
}
