//! Changing lists: made by name, or by putting something in; what is taken away can come back for a day.

use domain::Never;
use domain::cart::Quantity;
use domain::ids::{LineId, VariantId, WishlistId, WishlistItemId};
use domain::wishlists::{Note, Wishlist, WishlistName, WishlistRefusal};

use super::own;
use crate::cart;
use crate::database::Tx;
use crate::error::{Answer, Error, Fault, Result};
use crate::outbox::Job;
use crate::token::Token;

/// Where something was put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Put {
    /// The list.
    pub list: WishlistId,
    /// Whether it was in there already.
    pub known: bool,
}

/// What is changed of a thing in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// How many are wanted.
    pub wanted: Quantity,
    /// What is noted beside it.
    pub note: Note,
    /// The list it is moved to; its own where it stays.
    pub to: WishlistId,
}

/// Makes a list.
pub fn make(tx: &Tx<'_>, owner: &Token, name: &WishlistName) -> Answer<WishlistId, WishlistRefusal> {
    const COUNT: &str = "SELECT count(*) AS n FROM wishlists WHERE owner_hash = $1 AND taken_at IS NULL";
    let count: i64 = tx.one(COUNT, &[&owner.hash()], |row| row.get("n"))?.unwrap_or(0);
    if count >= Wishlist::MOST_LISTS as i64 {
        return Err(Error::Refused(WishlistRefusal::TooMany));
    }
    Ok(begin(tx, owner, name.as_str())?)
}

fn begin(tx: &Tx<'_>, owner: &Token, name: &str) -> Result<WishlistId> {
    const MAKE: &str = "INSERT INTO wishlists (owner_hash, name, made_at, touched_at) VALUES ($1, $2, $3, $3) RETURNING id";
    let id = tx.one(MAKE, &[&owner.hash(), &name, &tx.now().0], |row| Ok(WishlistId(row.get("id")?)))?;
    tx.later(Job::ForgetWishlists, 0, tx.now().plus_seconds(24 * 3600))?;
    id.ok_or_else(|| Fault::Books("a wish list has no id".to_owned()))
}

/// Calls a list something else.
pub fn rename(tx: &Tx<'_>, owner: &Token, list: WishlistId, name: &WishlistName) -> Answer<(), WishlistRefusal> {
    let id = own(tx, owner, list)?;
    tx.run("UPDATE wishlists SET name = $1 WHERE id = $2", &[&name.as_str(), &id.0])?;
    Ok(touched(tx, id)?)
}

/// Puts so many of a thing in a list; in the one that was changed last, or a first one, where none is named. It can be sold out;
/// and put in twice it is there once.
pub fn put(
    tx: &Tx<'_>,
    owner: &Token,
    list: Option<WishlistId>,
    (variant, wanted): (VariantId, Quantity),
) -> Answer<Put, WishlistRefusal> {
    const LAST: &str = "SELECT id FROM wishlists WHERE owner_hash = $1 AND taken_at IS NULL
        ORDER BY touched_at DESC, id DESC LIMIT 1";
    const SOLD: &str = "SELECT v.price_minor FROM variants v JOIN products p ON p.id = v.product_id
        WHERE v.id = $1 AND v.retired = 0 AND p.shown = 'live'";
    const KNOWN: &str = "SELECT id FROM wishlist_items WHERE wishlist_id = $1 AND variant_id = $2 AND taken_at IS NULL";
    const PUT: &str = "INSERT INTO wishlist_items (wishlist_id, variant_id, quantity, seen_minor) VALUES ($1, $2, $3, $4)";
    let price: Option<i64> = tx.one(SOLD, &[&variant.0], |row| row.get("price_minor"))?;
    let price = price.ok_or(Error::Refused(WishlistRefusal::NotSold))?;
    let found = match list {
        Some(list) => Some(own(tx, owner, list)?),
        None => tx.one(LAST, &[&owner.hash()], |row| Ok(WishlistId(row.get("id")?)))?,
    };
    let list = match found {
        Some(list) => list,
        None => begin(tx, owner, "")?,
    };
    let known = tx.one(KNOWN, &[&list.0, &variant.0], |row| row.get::<_, i64>("id"))?.is_some();
    if !known {
        room(tx, list)?;
        clear_taken(tx, list, variant)?;
        tx.run(PUT, &[&list.0, &variant.0, &wanted.count(), &price])?;
    }
    touched(tx, list)?;
    Ok(Put { list, known })
}

/// Whether a list holds one thing more.
fn room(tx: &Tx<'_>, list: WishlistId) -> Answer<(), WishlistRefusal> {
    const COUNT: &str = "SELECT count(*) AS n FROM wishlist_items WHERE wishlist_id = $1 AND taken_at IS NULL";
    let count: i64 = tx.one(COUNT, &[&list.0], |row| row.get("n"))?.unwrap_or(0);
    if count >= Wishlist::MOST_ITEMS as i64 { Err(Error::Refused(WishlistRefusal::Full)) } else { Ok(()) }
}

/// What was taken out of a list does not come back beside itself.
fn clear_taken(tx: &Tx<'_>, list: WishlistId, variant: VariantId) -> Result<()> {
    const CLEAR: &str = "DELETE FROM wishlist_items WHERE wishlist_id = $1 AND variant_id = $2 AND taken_at IS NOT NULL";
    tx.run(CLEAR, &[&list.0, &variant.0]).map(drop)
}

/// Moves a line of a cart to the list that was changed last: as many are wanted as were to be bought.
pub fn from_cart(tx: &Tx<'_>, owner: &Token, token: &Token, line: LineId) -> Answer<Put, WishlistRefusal> {
    const LINE: &str = "SELECT variant_id, quantity FROM cart_lines WHERE id = $1 AND cart_id = $2";
    const OUT: &str = "DELETE FROM cart_lines WHERE id = $1";
    let cart = cart::id_of(tx, token)?.ok_or(Error::Refused(WishlistRefusal::NotSold))?;
    let found =
        tx.one(LINE, &[&line.0, &cart.0], |row| Ok((VariantId(row.get("variant_id")?), row.get::<_, u32>("quantity")?)))?;
    let (variant, quantity) = found.ok_or(Error::Refused(WishlistRefusal::NotSold))?;
    let put = put(tx, owner, None, (variant, Quantity::new(quantity).unwrap_or(Quantity::ONE)))?;
    tx.run(OUT, &[&line.0])?;
    cart::changed(tx, cart)?;
    Ok(put)
}

/// Changes how many of a thing are wanted and what is noted beside it, and moves it where that is said. What the other list has
/// already stays there once, with what was said last.
pub fn change(
    tx: &Tx<'_>,
    owner: &Token,
    (list, item): (WishlistId, WishlistItemId),
    changed: &Changed,
) -> Answer<(), WishlistRefusal> {
    const TWIN: &str = "DELETE FROM wishlist_items WHERE wishlist_id = $1 AND variant_id = $2";
    // Who is told of the other list may read of it in another currency.
    const SET: &str = "UPDATE wishlist_items SET quantity = $1, note = $2, wishlist_id = $3,
        told_own_minor = CASE WHEN wishlist_id = $3 THEN told_own_minor END WHERE id = $4";
    let (list, variant) = item_of(tx, owner, (list, item))?;
    let to = own(tx, owner, changed.to)?;
    if to != list {
        clear_taken(tx, to, variant)?;
        if tx.run(TWIN, &[&to.0, &variant.0])? == 0 {
            room(tx, to)?;
        }
        touched(tx, list)?;
    }
    tx.run(SET, &[&changed.wanted.count(), &changed.note.as_str(), &to.0, &item.0])?;
    Ok(touched(tx, to)?)
}

/// Takes a thing out.
pub fn remove(tx: &Tx<'_>, owner: &Token, item: (WishlistId, WishlistItemId)) -> Answer<(), WishlistRefusal> {
    let (list, _) = item_of(tx, owner, item)?;
    tx.run("UPDATE wishlist_items SET taken_at = $1 WHERE id = $2", &[&tx.now().0, &item.1.0])?;
    Ok(touched(tx, list)?)
}

/// The list and the variant of a thing that was not taken out, if both are this one's.
fn item_of(
    tx: &Tx<'_>,
    owner: &Token,
    (list, item): (WishlistId, WishlistItemId),
) -> Answer<(WishlistId, VariantId), WishlistRefusal> {
    const ITEM: &str = "SELECT variant_id FROM wishlist_items WHERE id = $1 AND wishlist_id = $2 AND taken_at IS NULL";
    let list = own(tx, owner, list)?;
    let variant = tx.one(ITEM, &[&item.0, &list.0], |row| Ok(VariantId(row.get("variant_id")?)))?;
    Ok((list, variant.ok_or(Error::Refused(WishlistRefusal::NotSold))?))
}

/// Puts back what was taken out, as it was. Said twice it is said once.
pub fn give_back(tx: &Tx<'_>, owner: &Token, (list, item): (WishlistId, WishlistItemId)) -> Answer<(), WishlistRefusal> {
    const BACK: &str = "UPDATE wishlist_items SET taken_at = NULL WHERE id = $1 AND wishlist_id = $2";
    let list = own(tx, owner, list)?;
    room(tx, list)?;
    tx.run(BACK, &[&item.0, &list.0])?;
    Ok(touched(tx, list)?)
}

/// Takes a whole list away; its link shows nothing from then on.
pub fn remove_list(tx: &Tx<'_>, owner: &Token, list: WishlistId) -> Answer<(), Never> {
    let id = own(tx, owner, list)?;
    tx.run("UPDATE wishlists SET taken_at = $1 WHERE id = $2", &[&tx.now().0, &id.0])?;
    Ok(())
}

/// Brings a list back that was taken away. Said twice it is said once.
pub fn give_back_list(tx: &Tx<'_>, owner: &Token, list: WishlistId) -> Answer<(), Never> {
    const BACK: &str = "UPDATE wishlists SET taken_at = NULL WHERE id = $1 AND owner_hash = $2";
    match tx.run(BACK, &[&list.0, &owner.hash()])? {
        0 => Err(Error::Fault(Fault::NotFound("wish list"))),
        _ => Ok(()),
    }
}

/// Somebody was there.
fn touched(tx: &Tx<'_>, list: WishlistId) -> Result<()> {
    tx.run("UPDATE wishlists SET touched_at = $1 WHERE id = $2", &[&tx.now().0, &list.0]).map(drop)
}
