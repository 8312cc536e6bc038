//! Links that show others a list, and nothing of whose it is but the name they gave it: made and taken back by whoever keeps it.
//!
//! There is one at a time, and only its hash is kept: it is told once, when it is made, and who has lost it makes another.

use domain::Never;
use domain::ids::WishlistId;
use domain::market::View;
use domain::wishlists::{Note, Wishlist};

use super::{by_id, own};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Result};
use crate::token::Token;

/// A list is shown to whoever has this link, and to nobody with the one before.
pub fn share(tx: &Tx<'_>, owner: &Token, list: WishlistId, link: &Token) -> Answer<(), Never> {
    const SHARE: &str = "INSERT INTO wishlist_shares (wishlist_id, token_hash, made_at) VALUES ($1, $2, $3)
        ON CONFLICT (wishlist_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at";
    let id = own(tx, owner, list)?;
    tx.run(SHARE, &[&id.0, &link.hash(), &tx.now().0])?;
    Ok(())
}

/// It is shown to nobody any more. Said again, it is the same.
pub fn unshare(tx: &Tx<'_>, owner: &Token, list: WishlistId) -> Answer<(), Never> {
    let id = own(tx, owner, list)?;
    tx.run("DELETE FROM wishlist_shares WHERE wishlist_id = $1", &[&id.0])?;
    Ok(())
}

/// Whether a list has a link that others have; `link`: whether this is it.
pub fn is_shared(conn: &Conn, list: WishlistId, link: Option<&Token>) -> Result<Option<bool>> {
    const SHARED: &str = "SELECT token_hash FROM wishlist_shares WHERE wishlist_id = $1";
    let kept = conn.one(SHARED, &[&list.0], |row| row.get::<_, String>("token_hash"))?;
    Ok(kept.map(|hash| link.is_some_and(|link| link.hash() == hash)))
}

/// What a link shows: the list, without what its keeper noted for themselves or what things cost when they were put in. Nothing
/// when it was taken back, or never was one.
pub fn shared(conn: &Conn, view: &View, link: &Token) -> Result<Option<Wishlist>> {
    let Some(id) = of_link(conn, link)? else { return Ok(None) };
    let mut list = by_id(conn, view, id)?;
    for item in &mut list.items {
        item.note = Note::default();
        item.unit_before = None;
    }
    Ok(Some(list))
}

/// The list a link shows.
pub(super) fn of_link(conn: &Conn, link: &Token) -> Result<Option<WishlistId>> {
    const FIND: &str = "SELECT w.id FROM wishlist_shares s JOIN wishlists w ON w.id = s.wishlist_id
        WHERE s.token_hash = $1 AND w.taken_at IS NULL";
    conn.one(FIND, &[&link.hash()], |row| Ok(WishlistId(row.get("id")?)))
}
