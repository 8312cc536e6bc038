//! Changing an order before it is packed; from when on it is, is in `orders/packing.rs`.

use domain::Never;
use domain::checkout::TypedAddress;
use domain::contact::Address;
use domain::ids::OrderId;
use domain::orders::{ChangeRefusal, OrderEvent, may_change, may_go_to};
use domain::time::Timestamp;

use super::{address, note, packing, state};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Fault, Result};

/// Whether an order can be changed as it stands; until when, where that is known: from then on it may be packed at any moment.
pub fn changeable(conn: &Conn, id: OrderId) -> Result<std::result::Result<Option<Timestamp>, ChangeRefusal>> {
    let times = packing::times(conn, id)?;
    Ok(may_change(state(conn, id)?, packing::began(conn, id)?).map(|()| times.from))
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
