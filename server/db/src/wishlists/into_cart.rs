//! A whole list into the cart: as if its things had lain there since they were put in the list, so that the cart says at each line
//! what has become dearer or cheaper, and nothing is bought before that is read. What cannot be had stays where it is.

use domain::Never;
use domain::cart::Cart;
use domain::catalogue::Stock;
use domain::ids::{VariantId, WishlistId};

use super::own;
use super::shares::of_link;
use crate::cart;
use crate::catalogue::stock;
use crate::database::Tx;
use crate::error::{Answer, Fault};
use crate::token::Token;

/// How a list was come to.
#[derive(Clone, Debug)]
pub enum Reached {
    /// By its keeper, whose secret this is.
    Own(Token, WishlistId),
    /// By whoever has its link.
    ByLink(Token),
}

/// Puts what can be had of a list in a cart, as many lines of it as it holds; how many things were left out. What is in the cart
/// already is there in the number that is wanted, at least: pressed twice, it is not there twice. Whoever has a list's link and is
/// not its keeper is told nothing of what things cost before: `from` says how it was come to.
pub fn into_cart(tx: &Tx<'_>, token: &Token, from: &Reached) -> Answer<usize, Never> {
    const ITEMS: &str = "SELECT l.variant_id, l.quantity, CASE WHEN $1 THEN v.price_minor ELSE l.seen_minor END AS seen_minor,
            v.selling, v.on_hand, v.held,
            v.retired = 1 OR p.shown <> 'live' AS gone
        FROM wishlist_items l JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
        WHERE l.wishlist_id = $2 AND l.taken_at IS NULL ORDER BY l.id";
    const COUNT: &str = "SELECT count(*) AS n FROM cart_lines WHERE cart_id = $1";
    const PUT: &str = "INSERT INTO cart_lines (cart_id, variant_id, quantity, seen_minor) VALUES ($1, $2, $3, $4)
        ON CONFLICT (cart_id, variant_id, saved) DO UPDATE SET quantity = max(cart_lines.quantity, excluded.quantity)";
    let (list, shared) = match from {
        Reached::Own(owner, id) => (own(tx, owner, *id)?, false),
        Reached::ByLink(link) => (of_link(tx, link)?.ok_or(Fault::NotFound("wish list"))?, true),
    };
    let all = tx.all(ITEMS, &[&shared, &list.0], |row| {
        let left = match stock(row)? {
            _ if row.get("gone")? => 0,
            Stock::Unlimited => u32::MAX,
            Stock::Left(left) => left,
        };
        let wanted = row.get::<_, u32>("quantity")?.min(left);
        Ok((VariantId(row.get("variant_id")?), wanted, row.get::<_, i64>("seen_minor")?))
    })?;
    let id = match cart::id_of(tx, token)? {
        Some(id) => id,
        None => cart::open(tx, token)?,
    };
    let lines: i64 = tx.one(COUNT, &[&id.0], |row| row.get("n"))?.unwrap_or(0);
    let room = Cart::MOST_LINES.saturating_sub(usize::try_from(lines).unwrap_or(usize::MAX));
    let mut put = 0;
    for (variant, wanted, seen) in all.iter().filter(|(_, wanted, _)| *wanted > 0).take(room) {
        tx.run(PUT, &[&id.0, &variant.0, wanted, seen])?;
        put += 1;
    }
    cart::changed(tx, id)?;
    Ok(all.len() - put)
}
