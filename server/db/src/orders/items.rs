//! Changing what was ordered, before it is packed: what can be changed, and what it would cost (`domain::orders` has the rule).
//!
//! A change is asked for in `orders/items/ask.rs`, made in `orders/items/make.rs`; what is sold instead, or beside, is looked up in
//! `orders/items/sold.rs`. Asking, paying, packing and cancelling are verbs of the one writer: whichever is written first wins, and
//! the others find that out.

use domain::delivery::{Packet, Sending, Service, options};
use domain::documents::Credit;
use domain::ids::{ChangeId, OrderId, PaymentId, ProductId, VariantId};
use domain::market::{Market, View};
use domain::money::Money;
use domain::orders::{
    Changeable, ChangedLine, Edit, ItemsChange, ItemsRefusal, Order, OrderLine, OrderState, WantedItems, edits, part_of,
};
use domain::payments::PaymentState;
use domain::tax::{Treatment, VatNumber};
use domain::time::Timestamp;

use super::{by_id, changeable};
use crate::database::Conn;
use crate::error::Result;
use crate::rows::Columns;
use crate::{documents, market, payments};

mod ask;
mod make;
mod sold;

pub use ask::{ItemsAnswer, ItemsAsked, change_items, expire_change, keep_items, payment_of_change};
pub(super) use ask::{end_waiting, packing_waits};
pub(crate) use make::{can_be_made, made};
pub use sold::Sold;
use sold::{sold, things};

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
    wanted: &WantedItems,
    now: Timestamp,
) -> Result<std::result::Result<ItemsChange, ItemsRefusal>> {
    let order = by_id(conn, id)?;
    Ok(plan(conn, &order, wanted, now)?.map(|plan| plan.change(&order)))
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
    Ok(ItemsChange { taken: all(true), added: all(false), was: change.was, total: change.total })
}

/// The latest change of an order; 0 where there is none.
fn seen(conn: &Conn, id: OrderId) -> Result<ChangeId> {
    const LATEST: &str = "SELECT coalesce(max(id), 0) AS id FROM order_changes WHERE order_id = $1";
    Ok(conn.one(LATEST, &[&id.0], |row| Ok(ChangeId(row.get("id")?)))?.unwrap_or(ChangeId(0)))
}

fn changeable_line(row: &Row) -> Changeable {
    Changeable { variant: row.variant, quantity: row.line.quantity, gift: row.line.unit.is_zero() }
}

/// Today's prices for an order; none where there is no rate for what it was paid in.
fn view_of(conn: &Conn, order: &Order, now: Timestamp) -> Result<Option<View>> {
    let market = Market { lang: order.lang, country: order.address.country, currency: order.total.currency };
    let business = (order.treatment == Treatment::ReverseCharge).then(|| VatNumber::parse(market.country, &order.vat).ok());
    let view = market::view(conn, market, business.flatten().as_ref(), now.day())?;
    Ok(Some(view).filter(|view| view.list.exchange.to == market.currency && view.list.treatment == order.treatment))
}

/// What goes out of a line, and what that is of its offers.
pub(super) struct Taken {
    pub(super) row: usize,
    pub(super) count: u32,
    pub(super) off: i64,
}

/// A change that could be made.
pub(super) struct Plan {
    pub(super) rows: Vec<Row>,
    pub(super) taken: Vec<Taken>,
    /// What comes, for which line, and how many.
    pub(super) added: Vec<(Sold, u32, u32)>,
}

impl Plan {
    /// What is paid for something that goes.
    fn gone(&self, taken: &Taken) -> Money {
        let unit = self.rows[taken.row].line.unit;
        Money::new(unit.minor * i64::from(taken.count) - taken.off, unit.currency)
    }

    pub(super) fn change(&self, order: &Order) -> ItemsChange {
        let goes = |taken: &Taken| {
            let line = &self.rows[taken.row].line;
            ChangedLine { name: line.name.clone(), values: line.values.clone(), quantity: taken.count, sum: self.gone(taken) }
        };
        let comes = |(sold, _, count): &(Sold, u32, u32)| {
            let sum = Money::new(sold.unit.minor * i64::from(*count), sold.unit.currency);
            ChangedLine { name: sold.name.clone(), values: sold.values.clone(), quantity: *count, sum }
        };
        let (taken, added): (Vec<_>, Vec<_>) = (self.taken.iter().map(goes).collect(), self.added.iter().map(comes).collect());
        let sum = |lines: &[ChangedLine]| lines.iter().map(|line| line.sum.minor).sum::<i64>();
        let total = Money::new(order.total.minor - sum(&taken) + sum(&added), order.total.currency);
        ItemsChange { taken, added, was: order.total, total }
    }
}

pub(super) fn plan(
    conn: &Conn,
    order: &Order,
    wanted: &WantedItems,
    now: Timestamp,
) -> Result<std::result::Result<Plan, ItemsRefusal>> {
    if let Err(refusal) = may(conn, order)? {
        return Ok(Err(refusal));
    }
    let rows = rows(conn, order)?;
    let lines: Vec<Changeable> = rows.iter().map(changeable_line).collect();
    let steps = match edits(&lines, wanted) {
        Ok(steps) => steps,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let (view, mut taken, mut added) = (view_of(conn, order, now)?, Vec::new(), Vec::new());
    for step in steps {
        match step {
            Edit::Take { line, count } => taken.push(take(conn, order.id, &rows, line as usize, count)?),
            Edit::Add { line, variant, count } => {
                let Some(view) = &view else { return Ok(Err(ItemsRefusal::NotSold(line))) };
                let all = sold(conn, view, rows[line as usize].product)?;
                match all.into_iter().find(|sold| sold.variant == variant) {
                    None => return Ok(Err(ItemsRefusal::NotSold(line))),
                    Some(sold) if sold.left() == 0 => return Ok(Err(ItemsRefusal::OnlyLeft { line, left: 0 })),
                    Some(sold) if sold.left() < count => {
                        return Ok(Err(ItemsRefusal::OnlyLeft { line, left: sold.left() }));
                    }
                    Some(sold) => added.push((sold, line, count)),
                }
            }
        }
    }
    let plan = Plan { rows, taken, added };
    let fits = match &view {
        Some(view) if !plan.added.is_empty() => carried(conn, order, &plan, view, now)?,
        _ => true,
    };
    Ok(if fits { Ok(plan) } else { Err(ItemsRefusal::TooMuch) })
}

/// So many of a line go, as a credit note counts them where there is an invoice.
fn take(conn: &Conn, order: OrderId, rows: &[Row], at: usize, count: u32) -> Result<Taken> {
    let row = &rows[at];
    let paid = match row.billed {
        Some((invoice, line)) => documents::would_credit(conn, order, invoice, &Credit::Lines(vec![(line, count)]))?,
        None => part_of(row.paid(), count, row.line.quantity),
    };
    Ok(Taken { row: at, count, off: row.line.unit.minor * i64::from(count) - paid.minor })
}

/// Whether the way it is sent takes what it is then.
fn carried(conn: &Conn, order: &Order, plan: &Plan, view: &View, now: Timestamp) -> Result<bool> {
    if order.service == Service::Online {
        return Ok(false);
    }
    let gone = |at: usize| plan.taken.iter().filter(|taken| taken.row == at).map(|taken| taken.count).sum::<u32>();
    let stays = plan.rows.iter().enumerate().map(|(at, row)| (row.variant, row.line.quantity - gone(at)));
    let all: Vec<_> = stays.chain(plan.added.iter().map(|(sold, _, count)| (sold.variant, *count))).collect();
    let packet = Packet::of(things(conn, &all)?);
    let goods = Money::zero(view.list.exchange.from);
    let sending = Sending::by(&view.list, goods, Some(packet), now, 0);
    Ok(options(&sending).iter().any(|option| option.service == order.service))
}
