//! Letters with a link to an order, for who has neither its link nor the browser that placed it.
//!
//! [`ask`] writes the same row and says the same work whether what was typed belongs together or not, so that neither the answer
//! nor the time it takes tells. Whoever knows both, and no more, can have letters sent to the shopper: so many a day, not more.

use domain::Never;
use domain::contact::Email;
use domain::ids::OrderId;
use domain::lang::Lang;
use domain::orders::{LINK_DAYS, LookUp, OrderNumber};
use domain::time::Timestamp;
use rusqlite::Row;

use crate::database::Tx;
use crate::error::{Answer, Result};
use crate::outbox::Job;
use crate::rows::Columns;
use crate::token::Token;

/// So many letters about one order in a day.
const MOST_A_DAY: i64 = 5;
const DAY_SECONDS: i64 = 24 * 3600;

/// Asks for a letter about an order.
pub fn ask(tx: &Tx<'_>, asked: &LookUp, lang: Lang) -> Answer<(), Never> {
    const WRITE: &str = "INSERT INTO order_links (order_id, lang, asked_at, until) VALUES ($1, $2, $3, $4) RETURNING id";
    let order = found(tx, asked)?.map(|order| order.0);
    let until = tx.now().plus_seconds(LINK_DAYS * DAY_SECONDS);
    tx.run("DELETE FROM order_links WHERE until <= $1", &[&tx.now().0])?;
    let id = tx.one(WRITE, &[&order, &lang.code(), &tx.now().0, &until.0], |row| row.get::<_, i64>("id"))?;
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

/// A letter that was asked for, about whose order it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkLetter {
    /// Its order's number.
    pub number: OrderNumber,
    /// Where messages about that order go.
    pub email: Email,
    /// The language it was asked for in.
    pub lang: Lang,
    /// How long its link opens the order.
    pub until: Timestamp,
}

/// Makes `link` the secret of a letter, in place of any it had. None where it was asked for in vain.
pub fn seal(tx: &Tx<'_>, letter: i64, link: &Token) -> Answer<Option<LinkLetter>, Never> {
    const SEAL: &str = "UPDATE order_links SET token_hash = $1 WHERE id = $2 AND order_id IS NOT NULL";
    const OF: &str =
        "SELECT o.number, o.email, l.lang, l.until FROM order_links l JOIN orders o ON o.id = l.order_id WHERE l.id = $1";
    if tx.run(SEAL, &[&link.hash(), &letter])? == 0 {
        return Ok(None);
    }
    let read = |row: &Row<'_>| {
        let (number, email) = (row.text("number")?, row.text("email")?);
        Ok(LinkLetter { number, email, lang: row.code("lang")?, until: row.time("until")? })
    };
    Ok(tx.one(OF, &[&letter], read)?)
}
