//! What carriers report, as far as it is told.

use domain::ids::{OrderId, ParcelId};
use domain::local_rules::RETURN_DAYS;
use domain::notifications::{Kind, Particulars};
use domain::time::Day;
use domain::tracking::{Checkpoint, CheckpointKind, ParcelState, reason};

use super::said::{say, say_of};
use crate::database::Tx;
use crate::error::Result;
use crate::tracking::checkpoints;

/// A parcel of an order was `before`, is `now`, and was to come on a day; a carrier has just reported a checkpoint that is not
/// stale. `parcel` is its name among all parcels: what happens once to each is told once of each.
pub(crate) fn parcel_moved(
    tx: &Tx<'_>,
    order: OrderId,
    parcel: i64,
    (before, now): (ParcelState, ParcelState),
    due: Day,
    told: &Checkpoint,
) -> Result<()> {
    let about =
        Particulars { place: told.place.clone(), day: told.expected, parcel: Some(ParcelId(parcel)), ..Particulars::default() };
    // The day of what goes back is the day it is here again.
    if !matches!(now, ParcelState::Delivered | ParcelState::Returning) {
        late(tx, (order, parcel), due, told, &about)?;
    }
    if now == before {
        return Ok(());
    }
    match now {
        ParcelState::InTransit if before == ParcelState::LabelCreated => say_of(tx, Kind::Shipped, order, parcel, &about),
        ParcelState::OutForDelivery => say_of(tx, Kind::OutForDelivery, order, format!("{parcel}:{}", told.event), &about),
        ParcelState::PickupReady => say_of(tx, Kind::PickupReady, order, parcel, &about),
        ParcelState::AttemptFailed => say_of(tx, Kind::AttemptFailed, order, format!("{parcel}:{}", told.event), &about),
        ParcelState::Delivered => {
            say_of(tx, Kind::Delivered, order, parcel, &about)?;
            let last = told.at.day().plus(i64::from(RETURN_DAYS));
            let return_it = Particulars { day: Some(last), parcel: about.parcel, ..Particulars::default() };
            say_of(tx, Kind::HowToReturn, order, parcel, &return_it)?;
            say(tx, Kind::HowWasIt, order)
        }
        _ => Ok(()),
    }
}

/// A parcel that is to come on a day comes later: on which day and why, or that its carrier has named no day yet; that once a day.
fn late(tx: &Tx<'_>, (order, parcel): (OrderId, i64), due: Day, told: &Checkpoint, about: &Particulars) -> Result<()> {
    let (which, why) = match told.expected {
        Some(day) if day > due => (day.0.to_string(), reason(&checkpoints(tx, ParcelId(parcel))?, told)),
        None if told.kind == CheckpointKind::Delay => (format!("undated:{}", told.at.day().0), Some(told.kind)),
        _ => return Ok(()),
    };
    say_of(tx, Kind::Delayed, order, format!("{parcel}:{which}"), &Particulars { why, ..about.clone() })
}
