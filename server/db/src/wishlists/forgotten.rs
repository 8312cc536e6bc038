//! What is forgotten of lists: what was taken away, after a day; and lists of no account that nobody touched for so long
//! that the browser that kept their secret has lost it.

use domain::Never;
use domain::time::Timestamp;
use domain::wishlists::Wishlist;

use super::watches::forget_old;
use crate::database::Tx;
use crate::error::Answer;

const DAY_SECONDS: i64 = 24 * 3600;

/// Forgets them; says when to look again.
pub fn forget(tx: &Tx<'_>) -> Answer<Timestamp, Never> {
    const ITEMS: &str = "DELETE FROM wishlist_items WHERE taken_at <= $1";
    const LISTS: &str = "DELETE FROM wishlists WHERE taken_at <= $1";
    const OLD: &str = "DELETE FROM wishlists WHERE touched_at <= $1 AND owner_hash NOT IN (SELECT owner_hash FROM accounts)";
    let day_ago = tx.now().plus_seconds(-DAY_SECONDS).0;
    forget_old(tx)?;
    tx.run(ITEMS, &[&day_ago])?;
    tx.run(LISTS, &[&day_ago])?;
    tx.run(OLD, &[&tx.now().plus_seconds(-Wishlist::KEPT_DAYS * DAY_SECONDS).0])?;
    Ok(tx.now().plus_seconds(DAY_SECONDS))
}
