//! Changing an order before it is packed, and the moment from which it is.
//!
//! A carrier is asked for a label while no transaction is open. So whoever packs says so first, and takes the order as it is
//! then: of a change and the packing, whichever is written first wins.

use domain::Never;
use domain::checkout::TypedAddress;
use domain::contact::Address;
use domain::ids::OrderId;
use domain::orders::{ChangeRefusal, Order, OrderEvent, OrderState, may_change, may_go_to};

use super::{address, by_id, note, state};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::rows::Columns;
use crate::tracking;

/// Whether an order can be changed as it stands.
pub fn changeable(conn: &Conn, id: OrderId) -> Result<std::result::Result<(), ChangeRefusal>> {
    const PACKING: &str = "SELECT packing_at FROM orders WHERE id = $1 AND packing_at IS NOT NULL";
    let began = conn.one(PACKING, &[&id.0], |row| row.time("packing_at"))?.is_some();
    Ok(may_change(state(conn, id)?, began || !tracking::states_of(conn, id)?.is_empty()))
}

/// The order goes elsewhere in its country. Messages go where they went.
///
/// An invoice that is written already keeps the address it was written to: it says who bought, not where the parcel goes.
pub fn change_address(tx: &Tx<'_>, id: OrderId, to: &Address) -> Answer<(), ChangeRefusal> {
    const MOVE: &str = "UPDATE orders SET name = $1, line1 = $2, line2 = $3, city = $4, district = $5, region = $6,
        postcode = $7, phone = $8 WHERE id = $9";
    changeable(tx, id)?.map_err(Error::Refused)?;
    tx.run("DELETE FROM typed_addresses WHERE order_id = $1", &[&id.0])?;
    let before = address(tx, id)?;
    may_go_to(before.country, to.country).map_err(Error::Refused)?;
    if before == *to {
        return Ok(());
    }
    tx.run(MOVE, &[&to.name.as_str(), &to.line1, &to.line2, &to.city, &to.district, &to.region, &to.postcode, &to.phone, &id.0])?;
    Ok(note(tx, id, OrderEvent::AddressChanged)?)
}

/// Somebody packs a paid order, as it is now: from here on it stays so. None where there is nothing to pack. Said again, it is
/// the same.
pub fn begin_packing(tx: &Tx<'_>, id: OrderId) -> Answer<Option<Order>, Never> {
    const BEGIN: &str = "UPDATE orders SET packing_at = coalesce(packing_at, $1) WHERE id = $2";
    let order = by_id(tx, id)?;
    if order.state != OrderState::Paid {
        return Ok(None);
    }
    tx.run(BEGIN, &[&tx.now().0, &id.0])?;
    Ok(Some(order))
}

/// Keeps what was typed for an order and could not be taken.
pub fn keep_typed_address(tx: &Tx<'_>, id: OrderId, typed: &TypedAddress) -> Answer<(), Never> {
    const KEEP: &str = "INSERT INTO typed_addresses (order_id, typed) VALUES ($1, $2)
        ON CONFLICT (order_id) DO UPDATE SET typed = excluded.typed";
    let typed = serde_json::to_string(typed).map_err(|error| Fault::Books(format!("an address cannot be kept: {error}")))?;
    tx.run(KEEP, &[&id.0, &typed])?;
    Ok(())
}

/// What was typed last for an order and could not be taken.
pub fn typed_address(conn: &Conn, id: OrderId) -> Result<Option<TypedAddress>> {
    const TYPED: &str = "SELECT typed FROM typed_addresses WHERE order_id = $1";
    let typed = conn.one(TYPED, &[&id.0], |row| row.get::<_, String>("typed"))?;
    Ok(typed.and_then(|typed| serde_json::from_str(&typed).ok()))
}
