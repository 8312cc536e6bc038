//! How often offers were had, and what they took off an order.

use domain::cart::Offering;
use domain::contact::Email;
use domain::ids::{OfferId, OrderId};
use domain::money::{Currency, Money};
use domain::offers::{Best, Code, Offer, Used};
use domain::orders::OrderOffer;
use domain::tax::shares;
use rusqlite::Row;

use super::offer;
use crate::careless::{self, Way};
use crate::database::{Conn, Tx};
use crate::error::Result;
use crate::rows::Columns;

/// How often an offer was had, which its row counts, and by one person, as far as its limits ask: nobody counts further than the
/// limit.
pub(super) fn used(conn: &Conn, offer: &Offer, in_all: u32, person: Option<&str>) -> Result<Used> {
    const BY_ONE: &str = "SELECT count(*) AS n FROM (SELECT 1 FROM order_offers f JOIN orders o ON o.id = f.order_id
        WHERE f.offer_id = $1 AND f.person = $2 AND o.state <> 'cancelled' LIMIT $3) AS counted";
    if careless::is(Way::Uncounted) {
        return Ok(Used::default());
    }
    let by_you = match (offer.limits.per_person, person) {
        (Some(limit), Some(person)) => conn.one(BY_ONE, &[&offer.id.0, &person, &limit], |row| row.get("n"))?.unwrap_or(0),
        _ => 0,
    };
    Ok(Used { in_all, by_you, by_giver: false })
}

/// How many orders have had an offer, or a copy of it.
pub fn times(conn: &Conn, offer: OfferId) -> Result<u32> {
    const TIMES: &str = "SELECT coalesce(sum(had), 0) AS n FROM offers WHERE id = $1 OR copy_of = $1";
    Ok(conn.one(TIMES, &[&offer.0], |row| row.get("n"))?.unwrap_or(0))
}

/// How many orders of one person have had an offer, of whoever has had it most.
pub(super) fn times_by_one(conn: &Conn, offer: OfferId) -> Result<u32> {
    const MOST: &str = "SELECT count(*) AS n FROM order_offers f JOIN orders o ON o.id = f.order_id
        WHERE f.offer_id = $1 AND o.state <> 'cancelled' GROUP BY f.person ORDER BY count(*) DESC LIMIT 1";
    Ok(conn.one(MOST, &[&offer.0], |row| row.get("n"))?.unwrap_or(0))
}

/// Whether somebody has an order that is not cancelled.
pub(super) fn ordered_before(conn: &Conn, person: &str) -> Result<bool> {
    const BEFORE: &str = "SELECT 1 AS one FROM orders WHERE person = $1 AND state <> 'cancelled' LIMIT 1";
    Ok(conn.one(BEFORE, &[&person], |_| Ok(()))?.is_some())
}

/// Writes down what offers took off an order, each as it is called now, in the order's language.
pub(crate) fn note(tx: &Tx<'_>, order: OrderId, offering: &Offering, best: &Best) -> Result<()> {
    const NOTE: &str = "INSERT INTO order_offers (order_id, position, offer_id, person, code, name, goods_minor, delivery_minor)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let person = offering.email.as_ref().map(Email::person).unwrap_or_default();
    for (applied, position) in best.applied.iter().zip(0_i64..) {
        let code = applied.code.as_ref().map(Code::as_str);
        let name = offering.name(applied.offer).map_or("", |name| &name.text);
        let goods: i64 = applied.lines.iter().map(|(_, off)| off.minor).sum();
        let delivery = applied.delivery.minor;
        tx.run(NOTE, &[&order.0, &position, &applied.offer.0, &person, &code, &name, &goods, &delivery])?;
    }
    Ok(())
}

/// What offers took off an order. What went with things that were taken out of it since is not told of each any more: of what is
/// left on its lines, each has its share.
pub(crate) fn of_order(conn: &Conn, order: OrderId, currency: Currency) -> Result<Vec<OrderOffer>> {
    const OF: &str =
        "SELECT f.name, f.code, f.goods_minor, f.delivery_minor, o.goods_off_minor, o.delivery_off_minor FROM order_offers f
        JOIN orders o ON o.id = f.order_id WHERE f.order_id = $1 ORDER BY f.position";
    let money = |minor| Money::new(minor, currency);
    let all = conn.all(OF, &[&order.0], |row| {
        let offer = OrderOffer {
            name: row.get("name")?,
            code: row.get::<_, Option<String>>("code")?.map(|_| row.text("code")).transpose()?,
            goods: money(row.get("goods_minor")?),
            delivery: money(row.get("delivery_minor")?),
        };
        Ok((offer, (row.get::<_, i64>("goods_off_minor")?, row.get::<_, i64>("delivery_off_minor")?)))
    })?;
    let left = all.first().map_or((0, 0), |(_, left)| *left);
    let weights = |of: fn(&OrderOffer) -> Money| all.iter().map(|(offer, _)| of(offer).minor).collect::<Vec<i64>>();
    let goods = shares(money(left.0), &weights(|offer| offer.goods));
    let delivery = shares(money(left.1), &weights(|offer| offer.delivery));
    let parts = goods.into_iter().zip(delivery);
    Ok(all.into_iter().zip(parts).map(|((offer, _), (goods, delivery))| OrderOffer { goods, delivery, ..offer }).collect())
}

/// Whether an order that was cancelled may have its offers again: others may have had the last of them meanwhile.
pub(crate) fn left_for(conn: &Conn, order: OrderId) -> Result<bool> {
    const OFFERS: &str = "SELECT o.id, o.code, o.gives, o.reach, o.limits, o.together, o.had, f.person
        FROM order_offers f JOIN offers o ON o.id = f.offer_id WHERE f.order_id = $1 ORDER BY f.position";
    let had = |row: &Row<'_>| Ok((offer(row)?, row.get("had")?, row.get::<_, String>("person")?));
    for (offer, had, person) in conn.all(OFFERS, &[&order.0], had)? {
        let used = used(conn, &offer, had, Some(&person))?;
        let is_over = |limit: Option<u32>, had: u32| limit.is_some_and(|limit| had >= limit);
        if is_over(offer.limits.in_all, used.in_all) || is_over(offer.limits.per_person, used.by_you) {
            return Ok(false);
        }
    }
    Ok(true)
}
