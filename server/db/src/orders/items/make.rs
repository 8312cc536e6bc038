//! A change is made: what goes is on the shelf again, what comes leaves it, sums and taxes are those of what is in the order now,
//! its documents say so, and money that is not owed any more goes back the way it came.

use domain::documents::Credit;
use domain::ids::{ChangeId, OrderId, VariantId};
use domain::money::Money;
use domain::notifications::{Kind, Particulars};
use domain::orders::{ChangeEvent, ChangeState, ChangedPlace, OrderEvent, OrderState};

use super::sums::sum_up;
use super::way::{self, WayPlan};
use super::{Plan, Row, may, place, rows};
use crate::database::{Conn, Event, Tx};
use crate::error::{Error, Fault, Result};
use crate::orders::{by_id, note, packing};
use crate::rows::Columns;
use crate::stock::{self, Item};
use crate::{documents, notifications, payments};

/// A change as it is written down.
pub(super) struct Change {
    pub(super) order: OrderId,
    pub(super) state: ChangeState,
    pub(super) was: Money,
    pub(super) total: Money,
    pub(super) lines: Vec<Written>,
    pub(super) way: Option<WayPlan>,
    pub(super) place: Option<ChangedPlace>,
}

/// One of its lines.
pub(super) struct Written {
    pub(super) taken: bool,
    pub(super) position: i64,
    pub(super) variant: VariantId,
    slug: String,
    pub(super) name: String,
    pub(super) values: Vec<String>,
    picture: Option<String>,
    pub(super) unit: i64,
    pub(super) quantity: u32,
    pub(super) off: i64,
    percent: u32,
}

pub(super) fn load(conn: &Conn, id: ChangeId) -> Result<Change> {
    const OF: &str = "SELECT c.order_id, c.state, c.was_minor, c.total_minor, o.currency FROM order_changes c
        JOIN orders o ON o.id = c.order_id WHERE c.id = $1";
    const LINES: &str = "SELECT taken, position, variant_id, slug, name, value1, value2, value3, picture, unit_minor, quantity,
            off_minor, percent
        FROM order_change_lines WHERE change_id = $1 ORDER BY line";
    let change = conn.one(OF, &[&id.0], |row| {
        let sums = (row.money("was_minor", "currency")?, row.money("total_minor", "currency")?);
        Ok(Change {
            order: OrderId(row.get("order_id")?),
            state: row.code("state")?,
            was: sums.0,
            total: sums.1,
            lines: Vec::new(),
            way: None,
            place: None,
        })
    })?;
    let lines = conn.all(LINES, &[&id.0], |row| {
        Ok(Written {
            taken: row.get("taken")?,
            position: row.get("position")?,
            variant: VariantId(row.get("variant_id")?),
            slug: row.get("slug")?,
            name: row.get("name")?,
            values: row.values()?,
            picture: row.get("picture")?,
            unit: row.get("unit_minor")?,
            quantity: row.get("quantity")?,
            off: row.get("off_minor")?,
            percent: row.get("percent")?,
        })
    })?;
    let change = change.ok_or(Fault::NotFound("change"))?;
    Ok(Change { lines, way: way::load(conn, id, change.was.currency)?, place: place::load(conn, id)?, ..change })
}

/// Keeps what goes and what comes with a change.
pub(super) fn keep(tx: &Tx<'_>, id: ChangeId, plan: &Plan) -> Result<()> {
    let goes = plan.taken.iter().map(|taken| {
        let row = &plan.rows[taken.row];
        Written {
            taken: true,
            position: row.position,
            variant: row.variant,
            slug: row.line.slug.as_str().to_owned(),
            name: row.line.name.clone(),
            values: row.line.values.clone(),
            picture: None,
            unit: row.line.unit.minor,
            quantity: taken.count,
            off: taken.off,
            percent: row.line.percent.hundredths(),
        }
    });
    let comes = plan.added.iter().map(|(sold, line, count)| Written {
        taken: false,
        position: i64::from(*line),
        variant: sold.variant,
        slug: sold.slug.clone(),
        name: sold.name.clone(),
        values: sold.values.clone(),
        picture: sold.picture.clone(),
        unit: sold.unit.minor,
        quantity: *count,
        off: 0,
        percent: sold.percent.hundredths(),
    });
    goes.chain(comes).zip(0_i64..).try_for_each(|(line, at)| write(tx, id, at, &line))
}

fn write(tx: &Tx<'_>, id: ChangeId, at: i64, line: &Written) -> Result<()> {
    const WRITE: &str =
        "INSERT INTO order_change_lines (change_id, line, taken, position, variant_id, slug, name, value1, value2, value3,
            picture, unit_minor, quantity, off_minor, percent)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let (w, value) = (line, |at: usize| line.values.get(at).map_or("", String::as_str));
    let (variant, values) = (w.variant.0, [value(0), value(1), value(2)]);
    tx.run(
        WRITE,
        &[
            &id.0,
            &at,
            &w.taken,
            &w.position,
            &variant,
            &w.slug,
            &w.name,
            &values[0],
            &values[1],
            &values[2],
            &w.picture,
            &w.unit,
            &w.quantity,
            &w.off,
            &w.percent,
        ],
    )?;
    Ok(())
}

/// Takes a step of a change. False where it does not fit: nothing is changed then.
pub(super) fn step(tx: &Tx<'_>, id: ChangeId, event: ChangeEvent) -> Result<bool> {
    const STEP: &str = "UPDATE order_changes SET state = $1, ended_at = $2 WHERE id = $3";
    let Some(next) = load(tx, id)?.state.apply(event) else { return Ok(false) };
    tx.run(STEP, &[&next.code(), &tx.now().0, &id.0])?;
    Ok(true)
}

/// Whether money that comes for a change can be kept: it waits, and its order is as it was when it was asked for.
pub(crate) fn can_be_made(conn: &Conn, id: ChangeId) -> Result<bool> {
    let change = load(conn, id)?;
    let order = by_id(conn, change.order)?;
    let waits = change.state == ChangeState::Asked && order.state == OrderState::Paid && order.total == change.was;
    Ok(waits && may(conn, &order)?.is_ok())
}

/// A change is paid, or costs nothing more: it is made. Said again, nothing happens.
pub(crate) fn made(tx: &Tx<'_>, id: ChangeId) -> Result<()> {
    let change = load(tx, id)?;
    if !step(tx, id, ChangeEvent::Paid)? {
        return Ok(());
    }
    let order = change.order;
    let before = rows(tx, &by_id(tx, order)?)?;
    for gone in change.lines.iter().filter(|line| line.taken) {
        take_out(tx, order, &before, gone)?;
    }
    in_a_row(tx, order)?;
    for (come, at) in change.lines.iter().filter(|line| !line.taken).zip(count(tx, order)?..) {
        bring(tx, order, at, come)?;
    }
    if let Some(place) = &change.place {
        place::go(tx, order, place)?;
    }
    if let Some(way) = &change.way {
        if way.change.was.service != way.change.then.service {
            documents::credit_delivery(tx, order)?;
        }
        way::send(tx, order, way)?;
    }
    let less = (change.was.minor - change.total.minor).max(0);
    let onto_cards = payments::lessen(tx, order, less)?;
    sum_up(tx, order, onto_cards, change.way.as_ref())?;
    match (&change.place, &change.way) {
        // That it goes elsewhere is noted already.
        (Some(_), _) => {}
        (None, Some(_)) => note(tx, order, OrderEvent::WayChanged)?,
        (None, None) => note(tx, order, OrderEvent::ItemsChanged)?,
    }
    let about = Particulars { change: Some(id), ..Particulars::default() };
    notifications::say_of(tx, Kind::Changed, order, id, &about)?;
    documents::issue(tx, order)?;
    packing::goes_on(tx, order)?;
    tx.emit(Event::Order(order));
    Ok(())
}

/// Something goes: it is credited where there is an invoice, and is on the shelf again.
fn take_out(tx: &Tx<'_>, order: OrderId, before: &[Row], gone: &Written) -> Result<()> {
    const LESS: &str = "UPDATE order_lines SET quantity = quantity - $1, off_minor = off_minor - $2
        WHERE order_id = $3 AND position = $4 AND quantity > $1";
    const NONE: &str = "DELETE FROM order_lines WHERE order_id = $1 AND position = $2 AND quantity = $3";
    let wrong = || Fault::Books(format!("order {order} does not have what a change takes out"));
    let row = before.iter().find(|row| row.position == gone.position).ok_or_else(wrong)?;
    if let Some((invoice, line)) = row.billed {
        let credit = Credit::Lines(vec![(line, gone.quantity)]);
        let note = documents::credit_change(tx, order, invoice, &credit).map_err(|error| match error {
            Error::Fault(fault) => fault,
            Error::Refused(refusal) => Fault::Books(refusal.to_string()),
        })?;
        if note.total.gross.minor != gone.unit * i64::from(gone.quantity) - gone.off {
            return Err(wrong());
        }
    }
    let changed = tx.run(LESS, &[&gone.quantity, &gone.off, &order.0, &gone.position])?;
    if changed == 0 && tx.run(NONE, &[&order.0, &gone.position, &gone.quantity])? == 0 {
        return Err(wrong());
    }
    match stock::put_back(tx, Item { variant: gone.variant, count: gone.quantity }, order)? {
        true => Ok(()),
        false => Err(wrong()),
    }
}

/// The lines of an order stand one after the other, without a gap.
fn in_a_row(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    const PLACES: &str = "SELECT position FROM order_lines WHERE order_id = $1 ORDER BY position";
    const MOVE: &str = "UPDATE order_lines SET position = $1 WHERE order_id = $2 AND position = $3";
    let places: Vec<i64> = tx.all(PLACES, &[&order.0], |row| row.get("position"))?;
    for (place, at) in places.into_iter().zip(0_i64..).filter(|(place, at)| place != at) {
        tx.run(MOVE, &[&at, &order.0, &place])?;
    }
    Ok(())
}

fn count(conn: &Conn, order: OrderId) -> Result<i64> {
    const COUNT: &str = "SELECT count(*) AS n FROM order_lines WHERE order_id = $1";
    Ok(conn.one(COUNT, &[&order.0], |row| row.get("n"))?.unwrap_or(0))
}

/// Something comes: what was held for it leaves the shelf.
fn bring(tx: &Tx<'_>, order: OrderId, at: i64, come: &Written) -> Result<()> {
    const BRING: &str =
        "INSERT INTO order_lines (order_id, position, variant_id, product_id, slug, name, value1, value2, value3, sku,
            picture, unit_minor, quantity, off_minor, percent, gift_card)
        SELECT $1, $2, v.id, v.product_id, $3, $4, $5, $6, $7, v.sku, $8, $9, $10, 0, $11, 0 FROM variants v WHERE v.id = $12";
    let (c, value) = (come, |at: usize| come.values.get(at).map_or("", String::as_str));
    let (values, variant) = ([value(0), value(1), value(2)], c.variant.0);
    tx.run(
        BRING,
        &[
            &order.0,
            &at,
            &c.slug,
            &c.name,
            &values[0],
            &values[1],
            &values[2],
            &c.picture,
            &c.unit,
            &c.quantity,
            &c.percent,
            &variant,
        ],
    )?;
    match stock::sell(tx, Item { variant: c.variant, count: c.quantity }, order)? {
        true => Ok(()),
        false => Err(Fault::Books(format!("order {order} does not hold what a change adds"))),
    }
}
