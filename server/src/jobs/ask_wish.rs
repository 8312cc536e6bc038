//! Asks a carrier for what a shopper wishes of a parcel that is on its way.

use db::{Fault, tracking};
use domain::tracking::WishState;

use super::make_parcel::PATIENCE;
use super::{Obstacle, Outcome, Tools};
use crate::outside::Trouble;
use crate::outside::carriers::{Granted, Known};

pub(super) async fn ask(tools: &Tools, id: i64) -> Result<Outcome, Obstacle> {
    let Some((parcel, wish)) = tools.shop.read(move |conn| tracking::asked_for(conn, id)).await? else {
        return Ok(Outcome::Done);
    };
    let granted = match tools.carriers.iter().find(|carrier| carrier.name() == parcel.carrier) {
        // What staff have brought to a carrier, nobody here can speak for.
        None => Granted::Cannot,
        Some(carrier) => {
            let known = Known { number: &parcel.number, shipment: &parcel.shipment, brand: &parcel.brand };
            match tokio::time::timeout(PATIENCE, carrier.wish(known, &wish)).await.unwrap_or(Err(Trouble::Unknown)) {
                Ok(granted) => granted,
                Err(Trouble::Refused(why)) => {
                    tracing::warn!(parcel = parcel.number, why, "a carrier refuses what was wished");
                    Granted::Cannot
                }
                // An outage is waited for; asked twice, it is the same.
                Err(trouble) => return Err(trouble.into()),
            }
        }
    };
    let state = match granted {
        Granted::Yes => WishState::Granted,
        Granted::TooLate => WishState::Late,
        Granted::Cannot => WishState::Cannot,
    };
    tools.shop.write(move |tx| tracking::answer(tx, id, (&parcel, &wish), state)).await.map_err(Fault::from)?;
    Ok(Outcome::Done)
}
