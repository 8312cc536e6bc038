//! What goes into which parcel, and what the packer tells.

use domain::Never;
use domain::delivery::{Packet, Thing};
use domain::ids::OrderId;
use domain::orders::OrderState;
use domain::staff::Staff;
use domain::tracking::{
    Brand, BroughtRefusal, Carton, PackersNote, ParcelState, Piece, Share, SplitRefusal, Weighed, number_typed, pack, page_of,
    split as parted,
};

use super::{NewLabel, made, of_order};
use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::orders;
use crate::outbox::Job;
use crate::rows::Columns;

/// What is in a piece of an order.
pub(crate) fn shares(conn: &Conn, order: OrderId, piece: u32) -> Result<Vec<Share>> {
    const OF: &str = "SELECT position, quantity FROM piece_lines WHERE order_id = $1 AND piece = $2 ORDER BY position";
    conn.all(OF, &[&order.0, &piece], |row| Ok(Share { line: row.get("position")?, quantity: row.get("quantity")? }))
}

/// A piece of an order, packed.
pub fn packet(conn: &Conn, order: OrderId, piece: u32) -> Result<Packet> {
    const OF: &str = "SELECT s.quantity, v.grams, v.length_mm, v.width_mm, v.height_mm FROM piece_lines s
        JOIN order_lines l ON l.order_id = s.order_id AND l.position = s.position JOIN variants v ON v.id = l.variant_id
        WHERE s.order_id = $1 AND s.piece = $2";
    let things = conn.all(OF, &[&order.0, &piece], |row| {
        Ok((Thing { grams: row.get("grams")?, measures: row.measures()? }, row.get::<_, u32>("quantity")?))
    })?;
    Ok(Packet::of(things))
}

/// Lays an order into pieces as its carrier takes them, unless that was done; the pieces it has then. `by_hand`: staff bring them
/// to a carrier.
pub fn plan(tx: &Tx<'_>, order: OrderId, most: Carton, by_hand: bool) -> Answer<Vec<Piece>, Never> {
    const THINGS: &str = "SELECT l.position, l.quantity, v.grams, v.length_mm, v.width_mm, v.height_mm FROM order_lines l
        JOIN variants v ON v.id = l.variant_id WHERE l.order_id = $1 AND l.gift_card = 0 ORDER BY l.position";
    let before = of_order(tx, order)?;
    if !before.is_empty() {
        return Ok(before);
    }
    let things = tx.all(THINGS, &[&order.0], |row| {
        let share = Share { line: row.get("position")?, quantity: row.get("quantity")? };
        Ok(Weighed { share, thing: Thing { grams: row.get("grams")?, measures: row.measures()? } })
    })?;
    for (piece, shares) in (1..).zip(pack(&things, most)) {
        write(tx, order, (piece, by_hand, false), &shares)?;
    }
    tx.emit(Event::Order(order));
    Ok(of_order(tx, order)?)
}

fn write(tx: &Tx<'_>, order: OrderId, (piece, by_hand, by_choice): (u32, bool, bool), shares: &[Share]) -> Result<()> {
    const PIECE: &str = "INSERT INTO pieces (order_id, piece, by_hand, by_choice) VALUES ($1, $2, $3, $4)
        ON CONFLICT (order_id, piece) DO NOTHING";
    const SHARE: &str = "INSERT INTO piece_lines (order_id, piece, position, quantity) VALUES ($1, $2, $3, $4)";
    tx.run(PIECE, &[&order.0, &piece, &by_hand, &by_choice])?;
    for share in shares {
        tx.run(SHARE, &[&order.0, &piece, &share.line, &share.quantity])?;
    }
    Ok(())
}

/// Takes so many of its lines out of a piece that has not left into one of their own, which gets a label of its own. Gives its
/// number.
pub fn split(tx: &Tx<'_>, order: OrderId, piece: u32, out: &[Share]) -> Answer<u32, SplitRefusal> {
    const EMPTY: &str = "DELETE FROM piece_lines WHERE order_id = $1 AND piece = $2";
    let pieces = of_order(tx, order)?;
    let stands = orders::state(tx, order)? == OrderState::Paid;
    let Some(found) = pieces.iter().find(|other| other.number == piece) else {
        return Err(Error::Refused(SplitRefusal::Nothing));
    };
    let left = found.parcel.as_ref().is_some_and(|parcel| parcel.state != ParcelState::LabelCreated);
    if left || !stands {
        return Err(Error::Refused(SplitRefusal::Left));
    }
    let (stays, goes) = parted(&found.shares, out).map_err(Error::Refused)?;
    let new = pieces.iter().map(|piece| piece.number).max().unwrap_or(0) + 1;
    tx.run(EMPTY, &[&order.0, &piece])?;
    write(tx, order, (piece, found.by_hand, found.by_choice), &stays)?;
    write(tx, order, (new, found.by_hand, found.by_choice), &goes)?;
    if !found.by_hand {
        tx.later(Job::MakeParcel, order.0, tx.now())?;
    }
    tx.emit(Event::Order(order));
    Ok(new)
}

/// Who tells of a parcel that staff brought to a carrier: whoever follows that carrier.
pub const HAND: &str = "hand";

/// Staff have brought a piece to a carrier, which gave it a number.
pub fn brought(tx: &Tx<'_>, order: OrderId, piece: u32, (brand, typed): (Brand, &str)) -> Answer<(), BroughtRefusal> {
    const BY_HAND: &str = "UPDATE pieces SET by_hand = 1 WHERE order_id = $1 AND piece = $2
        AND NOT EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = $1 AND p.piece = $2)
        AND NOT EXISTS (SELECT 1 FROM parcels p WHERE p.carrier = $3 AND p.number = $4)";
    let number = number_typed(typed).map_err(Error::Refused)?;
    if orders::state(tx, order)? != OrderState::Paid || tx.run(BY_HAND, &[&order.0, &piece, &HAND, &number])? == 0 {
        return Err(Error::Refused(BroughtRefusal::Taken));
    }
    let page = page_of(brand.code(), &number).unwrap_or_default();
    let label = NewLabel { brand: brand.name().to_owned(), page, ..NewLabel::of(HAND, &number, None) };
    made(tx, order, piece, &label).map_err(|error| Fault::from(error).into())
}

/// Leaves a note for the shopper in place of the one before; none takes it away.
pub fn leave_note(tx: &Tx<'_>, order: OrderId, note: Option<&PackersNote>, staff: &Staff) -> Answer<(), Never> {
    const LEAVE: &str = "INSERT INTO packers_notes (order_id, note, staff_id, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (order_id) DO UPDATE SET note = excluded.note, staff_id = excluded.staff_id, at = excluded.at";
    match note {
        Some(note) => tx.run(LEAVE, &[&order.0, &note.as_str(), &staff.id.0, &tx.now().0])?,
        None => tx.run("DELETE FROM packers_notes WHERE order_id = $1", &[&order.0])?,
    };
    tx.emit(Event::Order(order));
    Ok(())
}

/// What the packer tells the shopper of an order.
pub fn note(conn: &Conn, order: OrderId) -> Result<Option<PackersNote>> {
    let kept = conn.one("SELECT note FROM packers_notes WHERE order_id = $1", &[&order.0], |row| row.get::<_, String>("note"))?;
    Ok(kept.and_then(|note| PackersNote::parse(&note).ok().flatten()))
}
