//! The orders, as the desk finds them.

use domain::ids::OrderId;
use domain::money::Money;
use domain::orders::{OrderNumber, Progress};
use domain::time::Timestamp;

use super::PAGE;
use crate::database::Conn;
use crate::error::{Fault, Result};
use crate::rows::Columns;
use crate::tracking;

/// An order in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRow {
    /// Its number.
    pub number: OrderNumber,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// Whose it is.
    pub name: String,
    /// What is charged.
    pub total: Money,
    /// How far it has come.
    pub progress: Progress,
}

/// Orders, the latest first: all of them, or those of a number or an e-mail as typed. `page` counts from 1.
pub fn orders(conn: &Conn, typed: &str, page: u32) -> Result<Vec<OrderRow>> {
    const LIST: &str = "SELECT o.number, o.placed_at, o.name, o.total_minor, o.currency, o.state, o.service, o.id
        FROM orders o
        WHERE $1 = '' OR o.number = $2 OR o.email = $1
        ORDER BY o.id DESC LIMIT $3 OFFSET $4";
    let typed = typed.trim().to_lowercase();
    let number = OrderNumber::parse(&typed).map(|number| number.as_str().to_owned()).unwrap_or_default();
    let from = page.saturating_sub(1).saturating_mul(PAGE);
    let rows = conn.all(LIST, &[&typed, &number, &(PAGE + 1), &from], |row| {
        let order = OrderRow {
            number: row.text("number")?,
            placed_at: row.time("placed_at")?,
            name: row.get("name")?,
            total: row.money("total_minor", "currency")?,
            progress: Progress::of(row.code("state")?, row.code("service")?, &[]),
        };
        Ok((OrderId(row.get("id")?), (row.code("state")?, row.code("service")?), order))
    })?;
    let far = |(id, (state, service), order): (OrderId, _, OrderRow)| {
        Ok(OrderRow { progress: Progress::of(state, service, &tracking::states_of(conn, id)?), ..order })
    };
    rows.into_iter().map(far).collect()
}

/// The order of this number.
pub fn order(conn: &Conn, number: &OrderNumber) -> Result<OrderId> {
    let found = conn.one("SELECT id FROM orders WHERE number = $1", &[&number.as_str()], |row| Ok(OrderId(row.get("id")?)))?;
    found.ok_or(Fault::NotFound("order"))
}
