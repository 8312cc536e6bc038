//! Asks the carrier about a parcel that should have moved by now: what its webhooks have lost is written down, and where it is
//! silent for longer than its way takes, the order's page says so before the shopper asks.

use db::tracking::{Followed, HAND};
use db::{Answer, Fault, Tx, tracking};
use domain::Never;
use domain::ids::ParcelId;
use domain::time::Timestamp;
use domain::tracking::Checkpoint;

use super::make_parcel::PATIENCE;
use super::{Obstacle, Outcome, Tools};
use crate::outside::Trouble;
use crate::outside::carriers::Known;

pub(super) async fn ask(tools: &Tools, id: ParcelId) -> Result<Outcome, Obstacle> {
    let Some(parcel) = tools.shop.read(|conn| tracking::followed(conn, id)).await? else { return Ok(Outcome::Done) };
    let by_hand = parcel.carrier == HAND;
    let follower = tools
        .followers
        .iter()
        .find(|follower| if by_hand { follower.follows(&parcel.brand) } else { follower.name() == parcel.carrier });
    let told = match follower {
        Some(follower) => {
            let known = Known { number: &parcel.number, shipment: &parcel.shipment, brand: &parcel.brand };
            let asked = tokio::time::timeout(PATIENCE, follower.ask(known)).await.unwrap_or(Err(Trouble::Unknown));
            match asked {
                Ok(told) => told,
                // Who says no, or has never heard of it, may hear of it later; an outage is waited for.
                Err(Trouble::Refused(why)) => {
                    tracing::warn!(parcel = parcel.number, why, "nobody tells of a parcel");
                    Vec::new()
                }
                Err(trouble) => return Err(trouble.into()),
            }
        }
        None => Vec::new(),
    };
    let again = tools.shop.write(move |tx| take(tx, &parcel, &told)).await.map_err(Fault::from)?;
    Ok(again.map_or(Outcome::Done, Outcome::Again))
}

fn take(tx: &Tx<'_>, parcel: &Followed, told: &[Checkpoint]) -> Answer<Option<Timestamp>, Never> {
    for checkpoint in told {
        tracking::record(tx, &parcel.carrier, (&parcel.number, &parcel.shipment), checkpoint)?;
    }
    Ok(tracking::asked(tx, parcel.id)?)
}
