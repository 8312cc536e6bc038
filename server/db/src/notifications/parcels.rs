//! What carriers report, as far as it is told.

use domain::ids::{OrderId, ParcelId};
use domain::local_rules::RETURN_DAYS;
use domain::notifications::{Kind, Particulars};
use domain::orders::OrderState;
use domain::time::Day;
use domain::tracking::{Checkpoint, CheckpointKind, ParcelState, reason};

use super::said::{say, say_of};
use crate::database::{Conn, Tx};
use crate::error::Result;
use crate::rows::Columns;
use crate::{orders, tracking};

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
    if (now, told.kind) == (ParcelState::Returning, CheckpointKind::Delivered) {
        return say_of(tx, Kind::CameBack, order, parcel, &about);
    }
    if now == before {
        return Ok(());
    }
    match now {
        ParcelState::InTransit if before == ParcelState::LabelCreated => say_of(tx, Kind::Shipped, order, parcel, &about),
        ParcelState::OutForDelivery => say_of(tx, Kind::OutForDelivery, order, format!("{parcel}:{}", told.event), &about),
        ParcelState::PickupReady => {
            say_of(tx, Kind::PickupReady, order, parcel, &about)?;
            say_of(tx, Kind::PickupWaits, order, parcel, &about)
        }
        ParcelState::AttemptFailed => say_of(tx, Kind::AttemptFailed, order, format!("{parcel}:{}", told.event), &about),
        ParcelState::Exception => say_of(tx, Kind::Trouble, order, format!("{parcel}:{}", told.event), &about),
        ParcelState::Returning => say_of(tx, Kind::Returning, order, parcel, &about),
        ParcelState::Delivered => {
            say_of(tx, Kind::Delivered, order, parcel, &about)?;
            // By the clock where it went; where its carrier does not say which that is, no day is taken away.
            let there = told.at.day_at(told.offset_minutes).max(told.at.day());
            let last = there.plus(i64::from(RETURN_DAYS));
            let return_it = Particulars { day: Some(last), parcel: about.parcel, ..Particulars::default() };
            say_of(tx, Kind::HowToReturn, order, parcel, &return_it)?;
            // Nobody is asked how things are that are still to come.
            if all_delivered(tx, order)? { say(tx, Kind::HowWasIt, order) } else { Ok(()) }
        }
        ParcelState::LabelCreated | ParcelState::InTransit => Ok(()),
    }
}

/// A parcel that is to come on a day comes later: on which day and why, or that its carrier has named no day yet; that once a day.
fn late(tx: &Tx<'_>, (order, parcel): (OrderId, i64), due: Day, told: &Checkpoint, about: &Particulars) -> Result<()> {
    let (which, why) = match told.expected {
        Some(day) if day > due => (day.0.to_string(), reason(&tracking::checkpoints(tx, ParcelId(parcel))?, told)),
        None if told.kind == CheckpointKind::Delay => (format!("undated:{}", told.at.day().0), Some(told.kind)),
        _ => return Ok(()),
    };
    say_of(tx, Kind::Delayed, order, format!("{parcel}:{which}"), &Particulars { why, ..about.clone() })
}

/// A parcel of an order was made. Once there is one for each piece, all of it is packed.
pub(crate) fn parcel_made(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    let packed = tracking::states_of(tx, order)?.iter().all(Option::is_some);
    if packed { say(tx, Kind::Packed, order) } else { Ok(()) }
}

/// A parcel has not come on its day, and nobody says when it does: told once.
pub(crate) fn parcel_is_late(tx: &Tx<'_>, order: OrderId, parcel: ParcelId, day: Day) -> Result<()> {
    let about = Particulars { day: Some(day), parcel: Some(parcel), ..Particulars::default() };
    say_of(tx, Kind::Late, order, parcel, &about)
}

/// Whether a parcel waits to be fetched.
pub(super) fn waits_to_be_fetched(conn: &Conn, parcel: ParcelId) -> Result<bool> {
    const STATE: &str = "SELECT state FROM parcels WHERE id = $1";
    let state = conn.one(STATE, &[&parcel.0], |row| row.code::<ParcelState>("state"))?;
    Ok(state == Some(ParcelState::PickupReady))
}

/// Whether all of an order is with its shopper.
fn all_delivered(conn: &Conn, order: OrderId) -> Result<bool> {
    Ok(tracking::states_of(conn, order)?.iter().all(|parcel| *parcel == Some(ParcelState::Delivered)))
}

/// Whether somebody may be asked how it was: all of it is with them and stays there, and nothing they told to be wrong waits for an
/// answer.
pub(super) fn may_be_asked(conn: &Conn, order: OrderId) -> Result<bool> {
    const OPEN: &str = "SELECT 1 AS one FROM problems WHERE order_id = $1 AND state = 'open' LIMIT 1";
    let open = conn.one(OPEN, &[&order.0], |_| Ok(()))?.is_some();
    Ok(!open && orders::state(conn, order)? == OrderState::Paid && all_delivered(conn, order)?)
}
