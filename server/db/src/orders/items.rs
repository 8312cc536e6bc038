//! Changing what was ordered and how it is sent, before it is packed: what can be changed, and what it would cost (`domain::orders` has the rule).
//!
//! What a wish would change is worked out in `orders/items/plan.rs`, for another way to be sent in `orders/items/way.rs`, for another
//! country in `orders/items/place.rs`. A change is
//! asked for in `orders/items/ask.rs`, made in `orders/items/make.rs` and summed up in `orders/items/sums.rs`; what is sold instead,
//! or beside, is looked up in `orders/items/sold.rs`. Asking, paying, packing and cancelling are verbs of the one writer: whichever is written first wins, and
//! the others find that out.

use domain::ids::{ChangeId, OrderId, PaymentId, ProductId, VariantId};
use domain::money::Money;
use domain::orders::{Changeable, ChangedLine, ItemsChange, ItemsRefusal, Order, OrderLine, OrderState, WantedChange};
use domain::payments::PaymentState;
use domain::time::Timestamp;

use super::{by_id, changeable};
use crate::checkout::Moment;
use crate::database::Conn;
use crate::error::Result;
use crate::payments;
use crate::rows::Columns;

mod ask;
mod make;
mod place;
mod plan;
mod sold;
mod sums;
mod way;

pub use ask::{ItemsAnswer, ItemsAsked, change_items, expire_change, keep_items, payment_of_change};
pub(super) use ask::{end_waiting, packing_waits};
pub(crate) use make::{can_be_made, made};
pub use place::ways_abroad;
use plan::{Plan, plan, view_of};
pub use sold::Sold;
use sold::{sold, things};
pub use way::{Ways, ways};

/// An order with what can be changed of its lines.
#[derive(Clone, Debug)]
pub struct Items {
    /// The order.
    pub order: Order,
    /// The things each line can be of; none for a gift, and what is not sold any more.
    pub choices: Vec<Vec<Sold>>,
    /// What each line is.
    pub lines: Vec<Changeable>,
    /// The latest change there is; what is asked for on a page that does not know it is asked for too late.
    pub seen: ChangeId,
}

/// A change that waits to be paid.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// What it is.
    pub change: ItemsChange,
    /// The latest attempt to pay it.
    pub payment: PaymentId,
    /// Until when its things are held.
    pub until: Timestamp,
}

/// A line of an order, as a change finds it.
pub(super) struct Row {
    pub(super) position: i64,
    pub(super) variant: VariantId,
    pub(super) product: ProductId,
    pub(super) line: OrderLine,
    /// The invoice it is on, and which line of it.
    pub(super) billed: Option<(i64, usize)>,
}

impl Row {
    /// What is paid for it.
    pub(super) fn paid(&self) -> Money {
        Money::new(self.line.total.minor - self.line.off.minor, self.line.total.currency)
    }
}

pub(super) fn rows(conn: &Conn, order: &Order) -> Result<Vec<Row>> {
    const OF: &str = "SELECT l.position, l.variant_id, v.product_id, l.document_id, l.document_line FROM order_lines l
        JOIN variants v ON v.id = l.variant_id WHERE l.order_id = $1 ORDER BY l.position";
    let mut lines = order.lines.iter().cloned();
    let all = conn.all(OF, &[&order.id.0], |row| {
        let billed =
            row.get::<_, Option<i64>>("document_id")?.zip(row.get::<_, Option<u32>>("document_line")?.map(|line| line as usize));
        let (variant, product) = (VariantId(row.get("variant_id")?), ProductId(row.get("product_id")?));
        Ok((row.get("position")?, variant, product, billed))
    })?;
    let row = |(position, variant, product, billed)| Some(Row { position, variant, product, line: lines.next()?, billed });
    Ok(all.into_iter().filter_map(row).collect())
}

/// Whether what was ordered can be changed at all, as the order stands.
pub(super) fn may(conn: &Conn, order: &Order) -> Result<std::result::Result<(), ItemsRefusal>> {
    const REFUNDED: &str = "SELECT 1 AS one FROM refunds WHERE order_id = $1 AND staff <> '' LIMIT 1";
    match order.state {
        OrderState::Cancelled => return Ok(Err(ItemsRefusal::Cancelled)),
        OrderState::Placed => return Ok(Err(ItemsRefusal::Unpaid)),
        OrderState::Paid => {}
    }
    if changeable(conn, order.id)?.is_err() {
        return Ok(Err(ItemsRefusal::Packing));
    }
    if !order.issued.is_empty() || order.lines.iter().any(|line| line.gift_card) {
        return Ok(Err(ItemsRefusal::Cards));
    }
    let kept = payments::kept_of(conn, order.id)?;
    if kept.iter().all(|payment| payment.change.is_some()) {
        return Ok(Err(ItemsRefusal::Unpaid));
    }
    let whole = |tally: &domain::payments::Tally| tally.state != PaymentState::Captured || tally.kept == tally.wanted().minor;
    let refunded = conn.one(REFUNDED, &[&order.id.0], |_| Ok(()))?.is_some();
    if refunded || !kept.iter().all(|payment| whole(&payment.tally)) {
        return Ok(Err(ItemsRefusal::Refunded));
    }
    Ok(Ok(()))
}

/// An order whose shopper would change what is in it; why not, where it cannot be.
pub fn items(conn: &Conn, id: OrderId, now: Timestamp) -> Result<std::result::Result<Items, (ItemsRefusal, Order)>> {
    let order = by_id(conn, id)?;
    if let Err(refusal) = may(conn, &order)? {
        return Ok(Err((refusal, order)));
    }
    let (rows, view) = (rows(conn, &order)?, view_of(conn, &order, now)?);
    let mut choices = Vec::new();
    for row in &rows {
        choices.push(match &view {
            Some(view) if !row.line.unit.is_zero() => sold(conn, view, row.product)?,
            _ => Vec::new(),
        });
    }
    Ok(Ok(Items { choices, lines: rows.iter().map(changeable_line).collect(), seen: seen(conn, id)?, order }))
}

/// What a wish would change, and what it would cost.
pub fn quote(
    conn: &Conn,
    id: OrderId,
    wanted: &WantedChange,
    moment: Moment,
) -> Result<std::result::Result<ItemsChange, ItemsRefusal>> {
    let order = by_id(conn, id)?;
    Ok(plan(conn, &order, wanted, moment)?.map(|plan| plan.change(&order)))
}

/// The change that waits to be paid.
pub fn waiting(conn: &Conn, id: OrderId) -> Result<Option<Waiting>> {
    const WAITS: &str = "SELECT c.id, c.until, (SELECT max(p.id) FROM payments p WHERE p.change_id = c.id) AS payment
        FROM order_changes c WHERE c.order_id = $1 AND c.state = 'asked'";
    let found = conn.one(WAITS, &[&id.0], |row| {
        Ok((ChangeId(row.get("id")?), row.time("until")?, row.get::<_, Option<i64>>("payment")?.map(PaymentId)))
    })?;
    let Some((change, until, Some(payment))) = found else { return Ok(None) };
    Ok(Some(Waiting { change: change_of(conn, change)?, payment, until }))
}

/// A change, as it was asked for.
pub fn change_of(conn: &Conn, id: ChangeId) -> Result<ItemsChange> {
    let change = make::load(conn, id)?;
    let line = |written: &make::Written| ChangedLine {
        name: written.name.clone(),
        values: written.values.clone(),
        quantity: written.quantity,
        sum: Money::new(written.unit * i64::from(written.quantity) - written.off, change.was.currency),
    };
    let all = |taken| change.lines.iter().filter(|written| written.taken == taken).map(line).collect();
    let way = change.way.as_ref().map(|plan| plan.change.clone());
    let (taken, added) = (all(true), all(false));
    Ok(ItemsChange { taken, added, way, place: change.place.clone(), was: change.was, total: change.total })
}

/// The latest change of an order; 0 where there is none.
fn seen(conn: &Conn, id: OrderId) -> Result<ChangeId> {
    const LATEST: &str = "SELECT coalesce(max(id), 0) AS id FROM order_changes WHERE order_id = $1";
    Ok(conn.one(LATEST, &[&id.0], |row| Ok(ChangeId(row.get("id")?)))?.unwrap_or(ChangeId(0)))
}

pub(super) fn changeable_line(row: &Row) -> Changeable {
    Changeable { variant: row.variant, quantity: row.line.quantity, gift: row.line.unit.is_zero() }
}
