//! Another country for an order to go to, before it is packed (`domain::orders` has the rule): what was bought costs the same, with
//! that country's tax inside, and the way to there costs what it costs today. Invoices that are written already are credited, and
//! one of the whole is written anew: it says whose tax it is.

use domain::contact::Address;
use domain::ids::{ChangeId, OrderId};
use domain::market::View;
use domain::orders::{ChangedPlace, ItemsRefusal, Order, WantedPlace, prices_hold};
use domain::payments::{Asked, Flow, offered};
use domain::tax::TaxClass;
use domain::time::Timestamp;

use super::plan::{Plan, view_in};
use super::way::{self, Ways};
use super::{may, seen};
use crate::checkout::Moment;
use crate::database::{Conn, Tx};
use crate::error::{Fault, Result};
use crate::orders::by_id;
use crate::orders::change::{goes_to, typed_address};
use crate::rows::{Columns, written};
use crate::{documents, payments};

/// The ways in which an order can be sent to the other country its shopper has typed an address in, none where they have not; why
/// it stays as it is, where it cannot be changed.
pub fn ways_abroad(conn: &Conn, id: OrderId, moment: Moment) -> Result<std::result::Result<Option<Ways>, (ItemsRefusal, Order)>> {
    let order = by_id(conn, id)?;
    if let Err(refusal) = may(conn, &order)? {
        return Ok(Err((refusal, order)));
    }
    let Some((to, typed_at)) = typed(conn, &order)? else { return Ok(Ok(None)) };
    let view = match view_there(conn, &order, &to, moment.now)? {
        Ok(view) => view,
        Err(refusal) => return Ok(Err((refusal, order))),
    };
    let options = way::ways_to(conn, &order, (&to, &view), moment)?;
    Ok(Ok(Some(Ways { options, seen: seen(conn, id)?, to, typed_at: Some(typed_at), order })))
}

/// The address in another country that was typed for an order, and when.
fn typed(conn: &Conn, order: &Order) -> Result<Option<(Address, Timestamp)>> {
    let Some((typed, at)) = typed_address(conn, order.id)? else { return Ok(None) };
    let address = typed.parse().ok().map(|(_, address)| address).filter(|to| to.country != order.address.country);
    Ok(address.map(|address| (address, at)))
}

/// Today's prices where an order would go, if what was bought costs the same there and can be paid as it was agreed.
fn view_there(conn: &Conn, order: &Order, to: &Address, now: Timestamp) -> Result<std::result::Result<View, ItemsRefusal>> {
    let Some(view) = view_in(conn, order, to.country, now)? else { return Ok(Err(ItemsRefusal::NotThere)) };
    let way = payments::of_order(conn, order.id)?.way;
    let asked = Asked { country: to.country, sum: order.total, to_the_door: true };
    if way.flow() == Flow::Door && !offered(&asked, None).contains(&way) {
        return Ok(Err(ItemsRefusal::NotThere));
    }
    Ok(if prices_hold(order.treatment, view.list.treatment) { Ok(view) } else { Err(ItemsRefusal::OtherPrices) })
}

pub(super) fn plan(
    conn: &Conn,
    order: &Order,
    wanted: &WantedPlace,
    moment: Moment,
) -> Result<std::result::Result<Plan, ItemsRefusal>> {
    let to = typed(conn, order)?.filter(|(_, at)| *at == wanted.typed_at);
    let Some((to, _)) = to else { return Ok(Err(ItemsRefusal::Stale)) };
    let view = match view_there(conn, order, &to, moment.now)? {
        Ok(view) => view,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let way = way::plan_to(conn, order, (&to, &view), &wanted.way, moment)?;
    Ok(way.map(|way| Plan::sent(way, Some(ChangedPlace { was: order.address.clone(), then: to }))))
}

/// Keeps where an order goes with a change.
pub(super) fn keep(tx: &Tx<'_>, id: ChangeId, place: &ChangedPlace) -> Result<()> {
    const KEEP: &str =
        "INSERT INTO order_change_places (change_id, was_country, country, was, address) VALUES ($1, $2, $3, $4, $5)";
    let ChangedPlace { was, then } = place;
    tx.run(KEEP, &[&id.0, &was.country.code(), &then.country.code(), &written(was)?, &written(then)?])?;
    Ok(())
}

/// Where an order goes, as a change of it was asked for; none where it changes something else, or the order is nobody's any more.
pub(super) fn load(conn: &Conn, id: ChangeId) -> Result<Option<ChangedPlace>> {
    const OF: &str = "SELECT was, address FROM order_change_places WHERE change_id = $1 AND address <> ''";
    conn.one(OF, &[&id.0], |row| Ok(ChangedPlace { was: row.json("was")?, then: row.json("address")? }))
}

/// An order goes there from now on: all that is in it is taxed as it is there, and is on no invoice yet. Its sums follow.
pub(super) fn go(tx: &Tx<'_>, id: OrderId, place: &ChangedPlace) -> Result<()> {
    const TREAT: &str = "UPDATE orders SET treatment = $1 WHERE id = $2";
    const CLASSES: &str =
        "SELECT l.position, p.tax_class FROM order_lines l JOIN products p ON p.id = l.product_id WHERE l.order_id = $1";
    const TAX: &str = "UPDATE order_lines SET percent = $1, document_id = NULL, document_line = NULL
        WHERE order_id = $2 AND position = $3";
    let to = &place.then;
    let view = view_in(tx, &by_id(tx, id)?, to.country, tx.now())?;
    let list = view.ok_or_else(|| Fault::Books(format!("order {id} has no prices where it goes")))?.list;
    documents::credit_all(tx, id)?;
    goes_to(tx, id, to)?;
    tx.run(TREAT, &[&list.treatment.code(), &id.0])?;
    let classes = tx.all(CLASSES, &[&id.0], |row| Ok((row.get::<_, i64>("position")?, row.code::<TaxClass>("tax_class")?)))?;
    for (position, class) in classes {
        tx.run(TAX, &[&list.inside(class).unwrap_or_default().hundredths(), &id.0, &position])?;
    }
    Ok(())
}
