//! Stock: what is on the shelf, and what of it is promised. Every change leaves a row in the ledger.

use domain::codes;
use domain::ids::{OrderId, VariantId};

use crate::careless::{self, Way};
use crate::database::Tx;
use crate::error::Result;
use crate::restock;
use crate::wishlists;

codes! {
    /// Why stock changed.
    Cause {
        /// It was counted, or imported.
        Count = "count",
        /// Promised to an order.
        Hold = "hold",
        /// The promise was taken back.
        Release = "release",
        /// It left.
        Sale = "sale",
        /// It is on the shelf again: its order was cancelled.
        Back = "back",
    }
}

/// A change of what is on the shelf and what is held.
#[derive(Clone, Copy)]
struct Change {
    on_hand: i64,
    held: i64,
    cause: Cause,
}

/// One thing of an order and how many of it.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// What.
    pub variant: VariantId,
    /// How many.
    pub count: u32,
}

/// Promises an item to an order. False when there is not enough: nothing is changed then.
pub fn hold(tx: &Tx<'_>, item: Item, order: OrderId) -> Result<bool> {
    let count = i64::from(item.count);
    change(tx, item.variant, Change { on_hand: 0, held: count, cause: Cause::Hold }, Some(order))
}

/// Takes the promise back.
pub fn release(tx: &Tx<'_>, item: Item, order: OrderId) -> Result<bool> {
    let count = i64::from(item.count);
    change(tx, item.variant, Change { on_hand: 0, held: -count, cause: Cause::Release }, Some(order))
}

/// What was promised leaves.
pub fn sell(tx: &Tx<'_>, item: Item, order: OrderId) -> Result<bool> {
    let count = i64::from(item.count);
    change(tx, item.variant, Change { on_hand: -count, held: -count, cause: Cause::Sale }, Some(order))
}

/// What had left the shelf for an order that is cancelled is on it again.
pub fn put_back(tx: &Tx<'_>, item: Item, order: OrderId) -> Result<bool> {
    let count = i64::from(item.count);
    change(tx, item.variant, Change { on_hand: count, held: 0, cause: Cause::Back }, Some(order))
}

/// A new variant's row says what is on the shelf; the ledger begins with it. Nobody can have been promised any of it, or wait
/// for it.
pub(crate) fn begin(tx: &Tx<'_>, variant: VariantId, on_hand: i64) -> Result<()> {
    if on_hand == 0 { Ok(()) } else { note(tx, variant, Change { on_hand, held: 0, cause: Cause::Count }, None) }
}

/// Sets what is on the shelf to what was counted. False when more is promised than that.
pub fn count(tx: &Tx<'_>, variant: VariantId, counted: i64) -> Result<bool> {
    const ON_HAND: &str = "SELECT on_hand FROM variants WHERE id = $1";
    let before: i64 = tx.one(ON_HAND, &[&variant.0], |row| row.get("on_hand"))?.unwrap_or(0);
    if before == counted {
        return Ok(true);
    }
    change(tx, variant, Change { on_hand: counted - before, held: 0, cause: Cause::Count }, None)
}

/// The only statement that moves stock: the condition and the change are one, so two buyers cannot both pass it.
fn change(tx: &Tx<'_>, variant: VariantId, change: Change, order: Option<OrderId>) -> Result<bool> {
    const MOVE: &str = "UPDATE variants SET on_hand = on_hand + $1, held = held + $2
        WHERE id = $3 AND held + $2 >= 0 AND (selling = 'always' OR on_hand + $1 >= held + $2)";
    let movement = if careless::is(Way::Oversell) { careless::MOVE } else { MOVE };
    if tx.run(movement, &[&change.on_hand, &change.held, &variant.0])? == 0 {
        return Ok(false);
    }
    note(tx, variant, change, order)?;
    if change.on_hand > change.held {
        restock::back(tx, variant)?;
        wishlists::back(tx, variant, change.on_hand - change.held)?;
    }
    Ok(true)
}

fn note(tx: &Tx<'_>, variant: VariantId, change: Change, order: Option<OrderId>) -> Result<()> {
    const NOTE: &str =
        "INSERT INTO stock_ledger (at, variant_id, on_hand, held, cause, order_id) VALUES ($1, $2, $3, $4, $5, $6)";
    let order = order.map(|order| order.0);
    tx.run(NOTE, &[&tx.now().0, &variant.0, &change.on_hand, &change.held, &change.cause.code(), &order])?;
    Ok(())
}
