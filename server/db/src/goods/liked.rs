//! How well goods are liked: what the merchant says of them, or what was bought lately, whichever is more.

use domain::ids::ProductId;
use domain::orders::OrderState;
use domain::time::Timestamp;

use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Result};
use crate::{catalogue, search};
use domain::Never;

/// Days that are looked back on: a season, so that what was liked last winter makes room.
const DAYS: i64 = 90;
/// So many of the latest orders are looked at: enough to tell, and as quick for a large shop as for a small one.
const LATEST: u32 = 20_000;
/// What was bought most has this.
const MOST: f64 = 100.0;
/// In so many orders something must be to have [`MOST`]: the first orders of a young shop do not decide everything.
const ENOUGH: u32 = 10;

/// A product, and how well it is liked from now on, 0 to 100.
pub type Liked = (ProductId, i64);

/// Goods that are liked otherwise than it is written of them.
pub fn counted(conn: &Conn, now: Timestamp) -> Result<Vec<Liked>> {
    const COUNT: &str =
        "WITH latest AS (SELECT id FROM orders WHERE state = $1 AND placed_at >= $2 ORDER BY placed_at DESC LIMIT $3),
            bought AS (SELECT l.product_id AS product, count(DISTINCT l.order_id) AS orders
                FROM latest CROSS JOIN order_lines l WHERE l.order_id = latest.id GROUP BY l.product_id)
        SELECT p.id, p.popularity, p.popularity_given, coalesce(b.orders, 0) AS orders
        FROM products p LEFT JOIN bought b ON b.product = p.id
        WHERE b.orders IS NOT NULL OR p.popularity <> p.popularity_given ORDER BY p.id";
    let since = now.plus_seconds(-DAYS * 86_400).0;
    let rows = conn.all(COUNT, &[&OrderState::Paid.code(), &since, &LATEST], |row| {
        let (id, orders) = (ProductId(row.get("id")?), row.get::<_, u32>("orders")?);
        Ok((id, row.get::<_, i64>("popularity")?, row.get::<_, i64>("popularity_given")?, orders))
    })?;
    let most = rows.iter().map(|(.., orders)| *orders).max().unwrap_or(0).max(ENOUGH);
    let anew = rows.into_iter().map(|(id, known, given, orders)| (id, known, given.max(standing(orders, most))));
    Ok(anew.filter(|(_, known, now)| known != now).map(|(id, _, now)| (id, now)).collect())
}

/// Of how many orders out of the most: twice as many orders are a step more, whether of ten or of ten thousand.
fn standing(orders: u32, most: u32) -> i64 {
    (MOST * f64::from(orders).ln_1p() / f64::from(most).ln_1p()).round() as i64
}

/// Writes how well goods are liked; lists and searches know it from then on.
pub fn like(tx: &Tx<'_>, all: &[Liked]) -> Answer<(), Never> {
    for (id, liked) in all {
        tx.run("UPDATE products SET popularity = $1 WHERE id = $2", &[liked, &id.0])?;
        search::put(tx, *id)?;
        catalogue::changed(tx, *id)?;
    }
    if !all.is_empty() {
        tx.emit(Event::Catalogue);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twice_as_many_orders_are_a_step_more_and_a_first_order_does_not_decide() {
        let all: Vec<i64> = [0, 1, 3, 10].into_iter().map(|orders| standing(orders, 10)).collect();
        assert_eq!(all, [0, 29, 58, 100]);
        assert_eq!((standing(100, 10_000), standing(10_000, 10_000)), (50, 100));
    }
}
