//! `cancel`: a shopper takes an order back before anybody packs it; later that is asked for, in `orders/cancellations.rs`.
//!
//! There is one writer: of a cancellation and the carrier's word that the parcel has left, whichever is written first wins, and
//! the other finds that out. What the carrier tells of the parcel after a cancellation is written down and moves nothing.

use domain::ids::OrderId;
use domain::orders::{CancelRefusal, OrderEvent, OrderState, may_cancel};

use super::{items, packing, record_saying, state};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::outbox::Job;
use crate::{gift_cards, payments, stock, tracking};

/// Cancels an order: its goods are on the shelf again, its money goes back, to the gift cards that paid too, offers and limits do not count it any more, and those of its
/// parcels that have a label are stopped.
pub fn cancel(tx: &Tx<'_>, id: OrderId) -> Answer<(), CancelRefusal> {
    call_off(tx, id, packing::began(tx, id)?, "")
}

/// The same of an order that is being packed: staff have said yes to it, and `said` so.
pub(super) fn granted(tx: &Tx<'_>, id: OrderId, said: &str) -> Answer<(), CancelRefusal> {
    call_off(tx, id, false, said)
}

fn call_off(tx: &Tx<'_>, id: OrderId, packing: bool, said: &str) -> Answer<(), CancelRefusal> {
    let before = state(tx, id)?;
    let parcels = tracking::states_of(tx, id)?;
    may_cancel(before, packing, &parcels, &gift_cards::issued_of(tx, id)?).map_err(Error::Refused)?;
    items::end_waiting(tx, id)?;
    for item in payments::items(tx, id)? {
        let back = if before == OrderState::Placed { stock::release(tx, item, id)? } else { stock::put_back(tx, item, id)? };
        if !back {
            return Err(Fault::Books(format!("order {id} does not hold what it is to give back")).into());
        }
    }
    payments::call_off(tx, id)?;
    record_saying(tx, id, OrderEvent::CancelledByShopper, said)?;
    if parcels.iter().any(Option::is_some) {
        tx.later(Job::StopParcel, id.0, tx.now())?;
    }
    Ok(())
}

/// Whether its shopper has cancelled an order: it is not taken up again, whatever money comes for it.
pub(crate) fn is_cancelled_for_good(conn: &Conn, id: OrderId) -> Result<bool> {
    const SAID: &str = "SELECT 1 AS one FROM timeline WHERE order_id = $1 AND kind = $2";
    Ok(conn.one(SAID, &[&id.0, &OrderEvent::CancelledByShopper.code()], |_| Ok(()))?.is_some())
}
