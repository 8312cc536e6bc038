//! Carts, found by the hash of the secret in the shopper's cookie.

use domain::cart::{Cart, CartLine, CartRefusal, Gone, Quantity, add as may_add, fits};
use domain::catalogue::Stock;
use domain::delivery::Delay;
use domain::ids::{CartId, CategoryId, LineId, ProductId, VariantId};
use domain::market::{Market, Shelf, View};
use domain::money::Money;
use rusqlite::Row;

use crate::catalogue::{as_picture, prices, said, stock, term};
use crate::database::{Conn, Tx};
use crate::delays;
use crate::error::{Answer, Error, Fault, Result};
use crate::gift_cards;
use crate::market;
use crate::offers;
use crate::rows::Columns;
use crate::token::Token;

mod again;
mod gift;
mod once;

pub use again::again;
pub(crate) use gift::note;
pub use gift::{give, papers};
pub use once::once;

/// The open cart of a secret: none when it is unknown or became an order.
pub fn id_of(conn: &Conn, token: &Token) -> Result<Option<CartId>> {
    const OPEN: &str =
        "SELECT id FROM carts WHERE token_hash = $1 AND NOT EXISTS (SELECT 1 FROM orders WHERE cart_id = carts.id)";
    conn.one(OPEN, &[&token.hash()], |row| Ok(CartId(row.get("id")?)))
}

/// The open cart of a secret with all its lines; an empty one when there is none.
pub fn of(conn: &Conn, view: &View, token: Option<&Token>) -> Result<Cart> {
    match token.map(|token| id_of(conn, token)).transpose()?.flatten() {
        Some(id) => by_id(conn, view, id),
        None => Ok(Cart::empty(view.list)),
    }
}

/// A cart with all its lines.
pub fn by_id(conn: &Conn, view: &View, id: CartId) -> Result<Cart> {
    const OF: &str = "SELECT version, gift_note FROM carts WHERE id = $1";
    const LINES: &str = "SELECT l.id, l.variant_id, p.id AS product_id, c.id AS category, c.parent_id AS above, l.quantity, l.saved, l.seen_minor, coalesce(w.slug, p.slug) AS slug, p.name,
            w.name AS said_name, v.value1, v.value2, v.value3, v.price_minor, v.was_minor, o.price_minor AS own_minor,
            o.was_minor AS own_was_minor, p.tax_class, p.goods_class, v.content, v.content_unit, v.grams, v.length_mm,
            v.width_mm, v.height_mm, v.ready_days, v.selling, v.on_hand, v.held, i.file, i.width,
            i.height, i.renditions, i.blur, '' AS alt, v.retired = 1 OR p.shown <> 'live' AS gone
        FROM cart_lines l JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
        LEFT JOIN categories c ON c.id = p.category_id
        LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1
        LEFT JOIN prices o ON o.variant_id = v.id AND o.currency = $2
        LEFT JOIN pictures i ON i.id = coalesce(v.picture_id, (SELECT picture_id FROM product_pictures pp
            WHERE pp.product_id = p.id ORDER BY pp.position LIMIT 1))
        WHERE l.cart_id = $3 ORDER BY l.id";
    let (version, note) = conn.one(OF, &[&id.0], |row| Ok((row.get("version")?, note(row)?)))?.unwrap_or_default();
    let params: [&dyn rusqlite::ToSql; 3] = [&view.lang.code(), &view.list.exchange.to.code(), &id.0];
    let all = conn.all(LINES, &params, |row| Ok((row.get::<_, bool>("saved")?, line(row, view)?)))?;
    let (offering, cards) = (offers::of_cart(conn, view.lang, id)?, gift_cards::of_cart(conn, id)?);
    let delays = delays(conn, view, id)?;
    let mut cart = Cart { version, offering, cards, note, delays, ..Cart::empty(view.list) };
    for (saved, mut line) in all {
        for value in &mut line.values {
            *value = term(conn, view.lang, std::mem::take(value))?.text;
        }
        if saved { cart.saved.push(line) } else { cart.lines.push(line) }
    }
    Ok(cart)
}

/// What is announced where a cart goes, as far as its shopper has said where that is.
fn delays(conn: &Conn, view: &View, id: CartId) -> Result<Vec<Delay>> {
    const TYPED: &str = "SELECT postcode FROM drafts WHERE cart_id = $1";
    let postcode = conn.one(TYPED, &[&id.0], |row| row.get::<_, String>("postcode"))?.unwrap_or_default();
    delays::at(conn, view.list.to, &postcode, view.list.day)
}

fn line(row: &Row<'_>, view: &View) -> rusqlite::Result<CartLine> {
    let home = |minor| Money::new(minor, view.list.exchange.from);
    let (now, seen): (i64, i64) = (row.get("price_minor")?, row.get("seen_minor")?);
    let (class, name) = (row.code("tax_class")?, said(row, "name", "said_name", view.lang)?);
    let mut picture = match row.get::<_, Option<String>>("file")? {
        Some(_) => Some(as_picture(row)?),
        None => None,
    };
    if let Some(picture) = &mut picture {
        name.text.clone_into(&mut picture.alt);
    }
    Ok(CartLine {
        id: LineId(row.get("id")?),
        variant: VariantId(row.get("variant_id")?),
        product: ProductId(row.get("product_id")?),
        categories: categories(row)?,
        slug: row.text("slug")?,
        name,
        values: row.values()?,
        picture,
        unit: prices(row, &view.list)?.0,
        unit_before: (seen != now).then(|| view.list.price(Shelf { price: home(seen), own: None, class })),
        home: home(now),
        content: row.content()?,
        grams: row.get("grams")?,
        measures: row.measures()?,
        ready_days: row.get("ready_days")?,
        tax: class,
        goods: row.code("goods_class")?,
        // The column's CHECK keeps it from 1 to 999.
        quantity: Quantity::new(row.get("quantity")?).unwrap_or(Quantity::ONE),
        stock: if row.get("gone")? { Stock::Left(0) } else { stock(row)? },
    })
}

/// The category of a line's product, and the one above it: there are two floors of them.
fn categories(row: &Row<'_>) -> rusqlite::Result<Vec<CategoryId>> {
    let both = [row.get::<_, Option<i64>>("category")?, row.get("above")?];
    Ok(both.into_iter().flatten().map(CategoryId).collect())
}

/// Opens a cart for a new secret. Busy where the secret is of a cart that has just become an order: the browser is given another
/// one as soon as it asks again.
pub fn open(tx: &Tx<'_>, token: &Token) -> Result<CartId> {
    const OPEN: &str = "INSERT INTO carts (token_hash, made_at, touched_at) VALUES ($1, $2, $2)
        ON CONFLICT (token_hash) DO NOTHING RETURNING id";
    tx.one(OPEN, &[&token.hash(), &tx.now().0], |row| Ok(CartId(row.get("id")?)))?.ok_or(Fault::Busy)
}

/// Puts so many of a thing in a cart. `token` names the cart; it is opened when there is none yet.
pub fn add(tx: &Tx<'_>, market: Market, token: &Token, variant: VariantId, more: Quantity) -> Answer<Cart, CartRefusal> {
    const HELD: &str = "SELECT quantity FROM cart_lines WHERE cart_id = $1 AND variant_id = $2 AND saved = 0";
    const COUNT: &str = "SELECT count(*) AS n FROM cart_lines WHERE cart_id = $1";
    const PUT: &str = "INSERT INTO cart_lines (cart_id, variant_id, quantity, seen_minor) VALUES ($1, $2, $3, $4)
        ON CONFLICT (cart_id, variant_id, saved) DO UPDATE SET quantity = excluded.quantity, seen_minor = excluded.seen_minor";
    let (price, stock) = offer(tx, variant)?.ok_or(Error::Refused(CartRefusal::NotSold))?;
    let id = match id_of(tx, token)? {
        Some(id) => id,
        None => open(tx, token)?,
    };
    let held: Option<u32> = tx.one(HELD, &[&id.0, &variant.0], |row| row.get("quantity"))?;
    let lines: i64 = tx.one(COUNT, &[&id.0], |row| row.get("n"))?.unwrap_or(0);
    if held.is_none() && lines >= Cart::MOST_LINES as i64 {
        return Err(Error::Refused(CartRefusal::Full));
    }
    let quantity = may_add(stock, held.unwrap_or(0), more).map_err(Error::Refused)?;
    tx.run(PUT, &[&id.0, &variant.0, &quantity.count(), &price])?;
    touched(tx, market, id)
}

/// Sees to it that a cart has so many of a thing; one that has more keeps them.
pub fn have(tx: &Tx<'_>, market: Market, token: &Token, variant: VariantId, wanted: Quantity) -> Answer<Cart, CartRefusal> {
    const HELD: &str = "SELECT quantity FROM cart_lines WHERE cart_id = $1 AND variant_id = $2 AND saved = 0";
    let Some(id) = id_of(tx, token)? else { return add(tx, market, token, variant, wanted) };
    let held: u32 = tx.one(HELD, &[&id.0, &variant.0], |row| row.get("quantity"))?.unwrap_or(0);
    match Quantity::new(wanted.count().saturating_sub(held)) {
        Ok(more) => add(tx, market, token, variant, more),
        Err(_) => Ok(by_id(tx, &seen_in(tx, market)?, id)?),
    }
}

/// Puts so many of a thing among what a cart keeps for later, in stock or not.
pub fn keep(tx: &Tx<'_>, market: Market, token: &Token, variant: VariantId, more: Quantity) -> Answer<Cart, CartRefusal> {
    const COUNT: &str = "SELECT count(*) AS n FROM cart_lines WHERE cart_id = $1";
    const KEEP: &str = "INSERT INTO cart_lines (cart_id, variant_id, quantity, saved, seen_minor) VALUES ($1, $2, $3, 1, $4)
        ON CONFLICT (cart_id, variant_id, saved) DO UPDATE SET quantity = min(999, quantity + excluded.quantity)";
    let (price, _) = offer(tx, variant)?.ok_or(Error::Refused(CartRefusal::NotSold))?;
    let id = id_of(tx, token)?.ok_or(Error::Refused(CartRefusal::NotSold))?;
    if tx.one(COUNT, &[&id.0], |row| row.get::<_, i64>("n"))?.unwrap_or(0) >= Cart::MOST_LINES as i64 {
        return Err(Error::Refused(CartRefusal::Full));
    }
    tx.run(KEEP, &[&id.0, &variant.0, &more.count(), &price])?;
    touched(tx, market, id)
}

/// Sets how many of a line there are.
pub fn change(tx: &Tx<'_>, market: Market, token: &Token, line: LineId, quantity: Quantity) -> Answer<Cart, CartRefusal> {
    const SET: &str = "UPDATE cart_lines SET quantity = $1 WHERE id = $2";
    let (id, variant) = own(tx, token, line)?;
    let (_, stock) = offer(tx, variant)?.ok_or(Error::Refused(CartRefusal::NotSold))?;
    let quantity = fits(stock, quantity).map_err(Error::Refused)?;
    tx.run(SET, &[&quantity.count(), &line.0])?;
    touched(tx, market, id)
}

/// Takes a line out, and gives it: putting it back is [`add`], or [`keep`] when it was put aside.
pub fn remove(tx: &Tx<'_>, market: Market, token: &Token, line: LineId) -> Answer<(Cart, Option<Gone>), CartRefusal> {
    let (id, _) = own(tx, token, line)?;
    let gone = by_id(tx, &seen_in(tx, market)?, id)?.take(line);
    tx.run("DELETE FROM cart_lines WHERE id = $1", &[&line.0])?;
    Ok((touched(tx, market, id)?, gone))
}

/// Puts a line aside for later, or back among what is bought. Two lines of one thing become one.
pub fn put_aside(tx: &Tx<'_>, market: Market, token: &Token, line: LineId, aside: bool) -> Answer<Cart, CartRefusal> {
    const TWIN: &str = "SELECT t.id, min(999, t.quantity + l.quantity) AS both FROM cart_lines l
        JOIN cart_lines t ON t.cart_id = l.cart_id AND t.variant_id = l.variant_id AND t.id <> l.id WHERE l.id = $1";
    const MOVE: &str = "UPDATE cart_lines SET saved = $1 WHERE id = $2";
    let (id, variant) = own(tx, token, line)?;
    if !aside {
        let (_, stock) = offer(tx, variant)?.ok_or(Error::Refused(CartRefusal::NotSold))?;
        fits(stock, Quantity::ONE).map_err(Error::Refused)?;
    }
    let twin = tx.one(TWIN, &[&line.0], |row| Ok((row.get::<_, i64>("id")?, row.get::<_, u32>("both")?)))?;
    match twin {
        Some((twin, both)) => {
            tx.run("DELETE FROM cart_lines WHERE id = $1", &[&line.0])?;
            tx.run("UPDATE cart_lines SET quantity = $1, saved = $2 WHERE id = $3", &[&both, &aside, &twin])?;
        }
        None => {
            tx.run(MOVE, &[&aside, &line.0])?;
        }
    }
    touched(tx, market, id)
}

/// The shopper has seen today's prices and stock; lines that are short are brought down to what there is.
pub fn accept(tx: &Tx<'_>, market: Market, token: &Token) -> Answer<Cart, CartRefusal> {
    const SEEN: &str =
        "UPDATE cart_lines SET seen_minor = (SELECT price_minor FROM variants WHERE id = variant_id) WHERE cart_id = $1";
    let id = id_of(tx, token)?.ok_or(Error::Refused(CartRefusal::NotSold))?;
    tx.run(SEEN, &[&id.0])?;
    let cart = by_id(tx, &seen_in(tx, market)?, id)?;
    for (line, left) in cart.short() {
        match left {
            0 => tx.run("UPDATE OR REPLACE cart_lines SET saved = 1 WHERE id = $1", &[&line.id.0])?,
            left => tx.run("UPDATE cart_lines SET quantity = $1 WHERE id = $2", &[&left, &line.id.0])?,
        };
    }
    touched(tx, market, id)
}

/// Price and stock of what is sold now.
fn offer(conn: &Conn, variant: VariantId) -> Result<Option<(i64, Stock)>> {
    const OFFER: &str =
        "SELECT v.price_minor, v.selling, v.on_hand, v.held FROM variants v JOIN products p ON p.id = v.product_id
        WHERE v.id = $1 AND v.retired = 0 AND p.shown = 'live'";
    conn.one(OFFER, &[&variant.0], |row| Ok((row.get("price_minor")?, stock(row)?)))
}

/// The cart and the variant of a line, if the line is this shopper's.
fn own(tx: &Tx<'_>, token: &Token, line: LineId) -> Answer<(CartId, VariantId), CartRefusal> {
    const OWN: &str = "SELECT variant_id FROM cart_lines WHERE id = $1 AND cart_id = $2";
    let id = id_of(tx, token)?.ok_or(Error::Refused(CartRefusal::NotSold))?;
    let variant = tx.one(OWN, &[&line.0, &id.0], |row| Ok(VariantId(row.get("variant_id")?)))?;
    Ok((id, variant.ok_or(Error::Refused(CartRefusal::NotSold))?))
}

/// A cart that was changed.
pub(crate) fn touched(tx: &Tx<'_>, market: Market, id: CartId) -> Answer<Cart, CartRefusal> {
    changed(tx, id)?;
    Ok(by_id(tx, &seen_in(tx, market)?, id)?)
}

/// A cart is not what it was.
pub(crate) fn changed(tx: &Tx<'_>, id: CartId) -> Result<()> {
    tx.run("UPDATE carts SET version = version + 1, touched_at = $1 WHERE id = $2", &[&tx.now().0, &id.0])?;
    Ok(())
}

/// A cart is shown to a shopper who has not said that they are a business.
fn seen_in(tx: &Tx<'_>, market: Market) -> Result<View> {
    market::view(tx, market, None, tx.now().day())
}
