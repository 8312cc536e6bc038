//! Changing an order before it is packed; from when on it is, is in `orders/packing.rs`.

use domain::Never;
use domain::checkout::TypedAddress;
use domain::contact::Address;
use domain::ids::OrderId;
use domain::orders::{ChangeRefusal, OrderEvent, may_change, may_go_to};
use domain::time::Timestamp;

use super::{address, note, packing, state};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Result};
use crate::rows::{Columns, written};

/// Whether an order can be changed as it stands; until when, where that is known: from then on it may be packed at any moment.
pub fn changeable(conn: &Conn, id: OrderId) -> Result<std::result::Result<Option<Timestamp>, ChangeRefusal>> {
    let times = packing::times(conn, id)?;
    Ok(may_change(state(conn, id)?, packing::began(conn, id)?).map(|()| times.from))
}

/// The order goes elsewhere in its country. Messages go where they went. To another country it goes by `orders/items/place.rs`.
///
/// An invoice that is written already keeps the address it was written to: it says who bought, not where the parcel goes.
pub fn change_address(tx: &Tx<'_>, id: OrderId, to: &Address) -> Answer<(), ChangeRefusal> {
    changeable(tx, id)?.map_err(Error::Refused)?;
    let before = address(tx, id)?;
    may_go_to(before.country, to.country).map_err(Error::Refused)?;
    if before == *to {
        return Ok(forget_typed_address(tx, id)?);
    }
    Ok(goes_to(tx, id, to)?)
}

/// An order goes to this address from now on, and its timeline says so.
pub(super) fn goes_to(tx: &Tx<'_>, id: OrderId, to: &Address) -> Result<()> {
    const MOVE: &str = "UPDATE orders SET name = $1, line1 = $2, line2 = $3, city = $4, district = $5, region = $6,
        postcode = $7, country = $8, phone = $9 WHERE id = $10";
    let (name, country) = (to.name.as_str(), to.country.code());
    tx.run(MOVE, &[&name, &to.line1, &to.line2, &to.city, &to.district, &to.region, &to.postcode, &country, &to.phone, &id.0])?;
    forget_typed_address(tx, id)?;
    note(tx, id, OrderEvent::AddressChanged)
}

fn forget_typed_address(tx: &Tx<'_>, id: OrderId) -> Result<()> {
    tx.run("DELETE FROM typed_addresses WHERE order_id = $1", &[&id.0]).map(drop)
}

/// Keeps what was typed for an order and could not be taken as it is: something is wrong with it, or it is in another country.
pub fn keep_typed_address(tx: &Tx<'_>, id: OrderId, typed: &TypedAddress) -> Answer<(), Never> {
    const KEEP: &str = "INSERT INTO typed_addresses (order_id, typed, typed_at) VALUES ($1, $2, $3)
        ON CONFLICT (order_id) DO UPDATE SET typed = excluded.typed, typed_at = excluded.typed_at";
    tx.run(KEEP, &[&id.0, &written(typed)?, &tx.now().0])?;
    Ok(())
}

/// What was typed last for an order and could not be taken, and when.
pub fn typed_address(conn: &Conn, id: OrderId) -> Result<Option<(TypedAddress, Timestamp)>> {
    const TYPED: &str = "SELECT typed, typed_at FROM typed_addresses WHERE order_id = $1";
    conn.one(TYPED, &[&id.0], |row| Ok((row.json("typed")?, row.time("typed_at")?)))
}
