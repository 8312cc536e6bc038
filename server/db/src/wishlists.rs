//! Wish lists, found by the hash of the secret of whoever keeps them: a browser's, or an account's.
//!
//! They are changed in `wishlists/changes.rs`, put in the cart in `wishlists/into_cart.rs`, shown to others in
//! `wishlists/shares.rs`, watched for lower prices in `wishlists/watches.rs`, and forgotten in `wishlists/forgotten.rs`.

use domain::cart::Quantity;
use domain::catalogue::Picture;
use domain::ids::{VariantId, WishlistId, WishlistItemId};
use domain::market::{Shelf, View};
use domain::money::Money;
use domain::wishlists::{Wishlist, WishlistCard, WishlistItem, WishlistName};
use rusqlite::Row;

use crate::catalogue::{as_picture, prices, said, stock, term};
use crate::database::Conn;
use crate::error::{Fault, Result};
use crate::rows::Columns;
use crate::token::Token;

mod changes;
mod forgotten;
mod into_cart;
mod shares;
mod watches;

pub use changes::{Changed, Put, change, from_cart, give_back, give_back_list, make, put, remove, remove_list, rename};
pub use forgotten::forget;
pub use into_cart::{Reached, into_cart};
pub use shares::{is_shared, share, shared, unshare};
pub use watches::{Fallen, Watch, WatchIsOver, confirm, fallen, is_open, secret, tell_fallen, unwatch, watch, watch_of};
pub(crate) use watches::{back, fell, is_news, own_changed, product_back, tell_back};

/// The list of this number, if it is this one's. Another's and none are the same answer.
pub fn of_owner(conn: &Conn, view: &View, owner: &Token, id: WishlistId) -> Result<Wishlist> {
    let found = own(conn, owner, id)?;
    by_id(conn, view, found)
}

/// The lists somebody keeps, the one they changed last first.
pub fn all_of(conn: &Conn, owner: &Token) -> Result<Vec<WishlistCard>> {
    const ALL: &str = "SELECT w.id, w.name,
            (SELECT count(*) FROM wishlist_items i WHERE i.wishlist_id = w.id AND i.taken_at IS NULL) AS count
        FROM wishlists w WHERE w.owner_hash = $1 AND w.taken_at IS NULL ORDER BY w.touched_at DESC, w.id DESC";
    const PICTURES: &str = "SELECT i.file, i.width, i.height, i.renditions, i.blur, '' AS alt FROM wishlist_items l
        JOIN variants v ON v.id = l.variant_id
        JOIN pictures i ON i.id = coalesce(v.picture_id, (SELECT picture_id FROM product_pictures pp
            WHERE pp.product_id = v.product_id ORDER BY pp.position LIMIT 1))
        WHERE l.wishlist_id = $1 AND l.taken_at IS NULL AND i.file IS NOT NULL ORDER BY l.id DESC LIMIT 4";
    let mut cards = conn.all(ALL, &[&owner.hash()], |row| {
        let id = WishlistId(row.get("id")?);
        Ok(WishlistCard { id, name: name(row)?, count: row.get("count")?, pictures: Vec::new() })
    })?;
    for card in &mut cards {
        card.pictures = conn.all(PICTURES, &[&card.id.0], as_picture)?;
    }
    Ok(cards)
}

/// The number of a list, if it is this one's and was not taken away.
fn own(conn: &Conn, owner: &Token, id: WishlistId) -> Result<WishlistId> {
    const OWN: &str = "SELECT id FROM wishlists WHERE id = $1 AND owner_hash = $2 AND taken_at IS NULL";
    let found = conn.one(OWN, &[&id.0, &owner.hash()], |row| Ok(WishlistId(row.get("id")?)))?;
    found.ok_or(Fault::NotFound("wish list"))
}

/// What a list is called; none for the one that made itself.
fn name(row: &Row<'_>) -> rusqlite::Result<Option<WishlistName>> {
    // It was read when it was written.
    Ok(WishlistName::parse(&row.get::<_, String>("name")?).ok())
}

/// A list with the goods as they are now.
fn by_id(conn: &Conn, view: &View, id: WishlistId) -> Result<Wishlist> {
    const NAME: &str = "SELECT name FROM wishlists WHERE id = $1";
    const ITEMS: &str = "SELECT l.id, l.variant_id, l.quantity, l.note, l.seen_minor, coalesce(w.slug, p.slug) AS slug, p.name,
            w.name AS said_name, v.value1, v.value2, v.value3, v.price_minor, v.was_minor, o.price_minor AS own_minor,
            o.was_minor AS own_was_minor, p.tax_class, v.content, v.content_unit, v.selling, v.on_hand, v.held, i.file, i.width,
            i.height, i.renditions, i.blur, '' AS alt, v.retired = 1 OR p.shown <> 'live' AS gone
        FROM wishlist_items l JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
        LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1
        LEFT JOIN prices o ON o.variant_id = v.id AND o.currency = $2
        LEFT JOIN pictures i ON i.id = coalesce(v.picture_id, (SELECT picture_id FROM product_pictures pp
            WHERE pp.product_id = p.id ORDER BY pp.position LIMIT 1))
        WHERE l.wishlist_id = $3 AND l.taken_at IS NULL ORDER BY l.id DESC";
    let named = conn.one(NAME, &[&id.0], name)?.ok_or(Fault::NotFound("wish list"))?;
    let params: [&dyn rusqlite::ToSql; 3] = [&view.lang.code(), &view.list.exchange.to.code(), &id.0];
    let mut items = conn.all(ITEMS, &params, |row| item(row, view))?;
    for value in items.iter_mut().flat_map(|item| &mut item.values) {
        *value = term(conn, view.lang, std::mem::take(value))?.text;
    }
    Ok(Wishlist { id, name: named, items })
}

fn item(row: &Row<'_>, view: &View) -> rusqlite::Result<WishlistItem> {
    let (now, seen): (i64, i64) = (row.get("price_minor")?, row.get("seen_minor")?);
    let before = Shelf { price: Money::new(seen, view.list.exchange.from), own: None, class: row.code("tax_class")? };
    // What a price set by hand in another currency was then is not known.
    let compared = seen != now && row.get::<_, Option<i64>>("own_minor")?.is_none();
    let picture: Option<Picture> = row.get::<_, Option<String>>("file")?.map(|_| as_picture(row)).transpose()?;
    Ok(WishlistItem {
        id: WishlistItemId(row.get("id")?),
        variant: VariantId(row.get("variant_id")?),
        slug: row.text("slug")?,
        name: said(row, "name", "said_name", view.lang)?,
        values: row.values()?,
        picture,
        unit: prices(row, &view.list)?.0,
        unit_before: compared.then(|| view.list.price(before)),
        content: row.content()?,
        stock: stock(row)?,
        gone: row.get("gone")?,
        // The column's CHECK keeps it from 1 to 999.
        wanted: Quantity::new(row.get("quantity")?).unwrap_or(Quantity::ONE),
        note: row.text("note")?,
    })
}
