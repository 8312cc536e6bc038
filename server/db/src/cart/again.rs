//! Buying again what was bought: in the cart as if it had lain there since, so that the cart says at each line what has become
//! dearer or cheaper, short or gone, and nothing is bought before that is read.

use domain::Never;
use domain::cart::Cart;
use domain::ids::{OrderId, VariantId};

use super::{changed, id_of, open};
use crate::database::Tx;
use crate::error::Answer;
use crate::token::Token;

/// Puts the things of an order into a cart, as many lines of them as it holds. What was given with the order is not bought again.
pub fn again(tx: &Tx<'_>, token: &Token, order: OrderId) -> Answer<(), Never> {
    // What a thing cost on the day of the order, as the books have it.
    const BOUGHT: &str = "SELECT l.variant_id, l.quantity, coalesce((SELECT h.price_minor FROM price_history h
                WHERE h.variant_id = l.variant_id AND h.day <= o.placed_at / 86400000 ORDER BY h.day DESC LIMIT 1), v.price_minor) AS seen
        FROM order_lines l JOIN orders o ON o.id = l.order_id JOIN variants v ON v.id = l.variant_id
        WHERE l.order_id = $1 AND l.unit_minor > 0 ORDER BY l.position";
    const COUNT: &str = "SELECT count(*) AS n FROM cart_lines WHERE cart_id = $1";
    const PUT: &str = "INSERT INTO cart_lines (cart_id, variant_id, quantity, seen_minor) VALUES ($1, $2, $3, $4)
        ON CONFLICT (cart_id, variant_id, saved) DO UPDATE SET quantity = min(999, cart_lines.quantity + excluded.quantity)";
    let bought = tx.all(BOUGHT, &[&order.0], |row| {
        Ok((VariantId(row.get("variant_id")?), row.get::<_, u32>("quantity")?, row.get::<_, i64>("seen")?))
    })?;
    let id = match id_of(tx, token)? {
        Some(id) => id,
        None => open(tx, token)?,
    };
    let lines: i64 = tx.one(COUNT, &[&id.0], |row| row.get("n"))?.unwrap_or(0);
    let room = Cart::MOST_LINES.saturating_sub(usize::try_from(lines).unwrap_or(usize::MAX));
    for (variant, quantity, seen) in bought.into_iter().take(room) {
        tx.run(PUT, &[&id.0, &variant.0, &quantity, &seen])?;
    }
    Ok(changed(tx, id)?)
}
