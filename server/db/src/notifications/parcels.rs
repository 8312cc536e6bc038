//! What carriers report, as far as it is told.

use domain::ids::{OrderId, ParcelId};
use domain::local_rules::RETURN_DAYS;
use domain::notifications::{Kind, Particulars};
use domain::time::Day;
use domain::tracking::{Checkpoint, CheckpointKind, ParcelState};

use super::said::{say, say_of};
use crate::database::Tx;
use crate::error::Result;

/// A parcel of an order was `before`, is `now`, and was to come on a day; a carrier has just reported a checkpoint that is not
/// stale. `parcel` is its name among all parcels: what happens once to each is told once of each.
pub(crate) fn parcel_moved(
    tx: &Tx<'_>,
    order: OrderId,
    parcel: i64,
    (before, now): (ParcelState, ParcelState),
    due: Option<Day>,
    told: &Checkpoint,
) -> Result<()> {
    let about =
        Particulars { place: told.place.clone(), day: told.expected, parcel: Some(ParcelId(parcel)), ..Particulars::default() };
    let late = told.expected.filter(|day| due.is_some_and(|due| *day > due));
    if let Some(day) = late.filter(|_| now != ParcelState::Delivered) {
        let why = matches!(told.kind, CheckpointKind::Delay | CheckpointKind::Customs).then_some(told.kind);
        say_of(tx, Kind::Delayed, order, format!("{parcel}:{}", day.0), &Particulars { why, ..about.clone() })?;
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
