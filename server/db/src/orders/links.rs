//! Letters with a link to an order, for who has neither its link nor the browser that placed it.
//!
//! [`ask`] writes the same row and says the same work whether what was typed belongs together or not, so that neither the answer
//! nor the time it takes tells. Whoever knows both, and no more, can have letters sent to the shopper: so many a day, not more.

use domain::Never;
use domain::contact::Email;
use domain::ids::OrderId;
use domain::notifications::{Kind, Particulars};
use domain::orders::LookUp;
use rusqlite::Row;

use crate::careless::{self, Way};
use crate::database::Tx;
use crate::error::{Answer, Result};
use crate::notifications;
use crate::outbox::Job;
use crate::rows::Columns;

/// So many letters about one order in a day.
const MOST_A_DAY: i64 = 5;
const DAY_SECONDS: i64 = 24 * 3600;

/// Asks for a letter about an order.
pub fn ask(tx: &Tx<'_>, asked: &LookUp) -> Answer<(), Never> {
    const WRITE: &str = "INSERT INTO order_links (order_id, asked_at) VALUES ($1, $2) RETURNING id";
    let order = found(tx, asked)?.map(|order| order.0);
    if careless::is(Way::Idle) && !is_there(tx, asked)? {
        return Ok(());
    }
    tx.run("DELETE FROM order_links WHERE asked_at <= $1", &[&tx.now().plus_seconds(-DAY_SECONDS).0])?;
    let id = tx.one(WRITE, &[&order, &tx.now().0], |row| row.get::<_, i64>("id"))?;
    if let Some(id) = id {
        tx.later(Job::SendOrderLink, id, tx.now())?;
    }
    Ok(())
}

/// The order that is meant, if what is known of it is true, and it was not asked for too often.
fn found(tx: &Tx<'_>, asked: &LookUp) -> Result<Option<OrderId>> {
    const FIND: &str = "SELECT o.id, o.email, o.postcode,
            (SELECT count(*) FROM order_links l WHERE l.order_id = o.id AND l.asked_at > $1) AS letters
        FROM orders o WHERE o.number = $2";
    let since = tx.now().plus_seconds(-DAY_SECONDS);
    let read = |row: &Row<'_>| {
        let fits = asked.fits(&row.text::<Email>("email")?, &row.get::<_, String>("postcode")?);
        let few = row.get::<_, i64>("letters")? < MOST_A_DAY;
        Ok((fits && few).then_some(OrderId(row.get("id")?)))
    };
    Ok(tx.one(FIND, &[&since.0, &asked.number.as_str()], read)?.flatten())
}

/// Whether there is an order of this number, which only a careless shop asks.
fn is_there(tx: &Tx<'_>, asked: &LookUp) -> Result<bool> {
    const THERE: &str = "SELECT 1 AS n FROM orders WHERE number = $1";
    Ok(tx.one(THERE, &[&asked.number.as_str()], |row| row.get::<_, i64>("n"))?.is_some())
}

/// Writes a letter that was asked for, unless it was asked for in vain.
pub fn send(tx: &Tx<'_>, asked: i64) -> Answer<(), Never> {
    const OF: &str = "SELECT order_id FROM order_links WHERE id = $1";
    let order = tx.one(OF, &[&asked], |row| row.get::<_, Option<i64>>("order_id"))?.flatten();
    if let Some(order) = order {
        notifications::say_of(tx, Kind::OrderLink, OrderId(order), asked, &Particulars::default())?;
    }
    Ok(())
}
