//! Asks a carrier to come for a parcel: what it proposes is written down before it is booked, so that a lost answer orders nobody
//! twice.

use std::future::Future;

use db::{Fault, tracking};
use domain::ids::ParcelId;

use super::make_parcel::{MOST_SAID, PATIENCE};
use super::{Obstacle, Outcome, Tools};
use crate::outside::Trouble;
use crate::outside::carriers::Known;

pub(super) async fn ask(tools: &Tools, id: ParcelId) -> Result<Outcome, Obstacle> {
    let Some(wanted) = tools.shop.read(move |conn| tracking::wanted(conn, id)).await? else { return Ok(Outcome::Done) };
    let (parcel, window) = (wanted.parcel, wanted.window);
    let Some(carrier) = tools.carriers.iter().find(|carrier| carrier.name() == parcel.carrier) else {
        tools.shop.write(move |tx| tracking::refused(tx, &parcel, "")).await.map_err(Fault::from)?;
        return Ok(Outcome::Done);
    };
    let known = Known { number: &parcel.number, shipment: &parcel.shipment, brand: &parcel.brand };
    let told = async {
        let mut name = wanted.proposed;
        if name.is_empty() {
            name = in_time(carrier.propose(known, window)).await?;
            let proposed = name.clone();
            tools.shop.write(move |tx| tracking::proposed(tx, id, &proposed)).await.map_err(Fault::from)?;
        }
        Ok::<_, Obstacle>(in_time(carrier.collect(&name)).await?)
    };
    match told.await {
        Ok(collected) => {
            let booked = move |tx: &db::database::Tx<'_>| tracking::booked(tx, &parcel, &collected.confirmation, collected.price);
            tools.shop.write(booked).await.map_err(Fault::from)?;
        }
        Err(Obstacle::Trouble(Trouble::Refused(why))) => {
            tracing::warn!(parcel = parcel.number, why, "a carrier does not come for a parcel");
            let said: String = why.chars().take(MOST_SAID).collect();
            tools.shop.write(move |tx| tracking::refused(tx, &parcel, &said)).await.map_err(Fault::from)?;
        }
        // An outage is waited for.
        Err(obstacle) => return Err(obstacle),
    }
    Ok(Outcome::Done)
}

async fn in_time<T>(asked: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    tokio::time::timeout(PATIENCE, asked).await.unwrap_or(Err(Trouble::Unknown))
}
