//! Gives a label back to its carrier, and asks until its money is back, or will not be.

use db::{Fault, tracking};
use domain::ids::ParcelId;
use domain::tracking::VoidState;

use super::make_parcel::{MOST_SAID, PATIENCE};
use super::{Obstacle, Outcome, Tools};
use crate::outside::Trouble;
use crate::outside::carriers::{Carrier, GivenBack, Known};

/// How long until a carrier is asked again whether the money is back, in seconds.
const LOOK_SECONDS: i64 = 24 * 3600;
/// For so long it is asked: the slowest carriers say within thirty days.
const LONGEST: i64 = 60 * LOOK_SECONDS;

pub(super) async fn give_back(tools: &Tools, id: ParcelId) -> Result<Outcome, Obstacle> {
    let Some((parcel, state, since)) = tools.shop.read(|conn| tracking::to_void(conn, id)).await? else {
        return Ok(Outcome::Done);
    };
    let known = Known { number: &parcel.number, shipment: &parcel.shipment, brand: &parcel.brand };
    let (next, said) = match tools.carriers.iter().find(|carrier| carrier.name() == parcel.carrier) {
        None => (Some(VoidState::Refused), String::new()),
        Some(carrier) => match tokio::time::timeout(PATIENCE, asked(carrier.as_ref(), known, state)).await {
            Ok(Ok(next)) => (next, String::new()),
            Ok(Err(Trouble::Refused(why))) => {
                tracing::warn!(parcel = parcel.number, why, "a carrier does not take a label back");
                (Some(VoidState::Refused), why.chars().take(MOST_SAID).collect())
            }
            // An outage is waited for: asked again, it is the same.
            Ok(Err(trouble)) => return Err(trouble.into()),
            Err(_) => return Err(Trouble::Unknown.into()),
        },
    };
    if let Some(next) = next {
        tools.shop.write(move |tx| tracking::void_answered(tx, &parcel, next, &said)).await.map_err(Fault::from)?;
    }
    let now = tools.shop.now();
    let waits = matches!(next, None | Some(VoidState::Requested)) && now.since(since) < LONGEST * 1000;
    Ok(if waits { Outcome::Again(now.plus_seconds(LOOK_SECONDS)) } else { Outcome::Done })
}

/// What the label has come to; none where nothing is new.
async fn asked(carrier: &dyn Carrier, known: Known<'_>, state: VoidState) -> Result<Option<VoidState>, Trouble> {
    if state == VoidState::Asked && !carrier.stop(known).await? {
        return Ok(Some(VoidState::Refused));
    }
    Ok(match (carrier.money_of(known).await?, state) {
        (GivenBack::Yes, _) => Some(VoidState::Done),
        (GivenBack::No, VoidState::Requested) => Some(VoidState::Kept),
        (GivenBack::Later | GivenBack::No, VoidState::Asked) => Some(VoidState::Requested),
        (GivenBack::Later | GivenBack::No, _) => None,
    })
}
