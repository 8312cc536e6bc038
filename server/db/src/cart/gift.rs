//! The note that goes with a cart, and the paper round it.

use domain::cart::{Cart, CartRefusal, GiftNote, Paper, Quantity, WRAPPING, fits};
use domain::ids::{ProductId, VariantId};
use domain::market::{Market, View};
use rusqlite::Row;

use super::{id_of, offer, touched};
use crate::catalogue::{prices, term};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Result};
use crate::rows::Columns;
use crate::token::Token;

/// The papers a cart can be wrapped in: those of the product that is for it, while they are there.
pub fn papers(conn: &Conn, view: &View) -> Result<Vec<Paper>> {
    const PAPERS: &str = "SELECT v.id, v.product_id, v.value1, v.value2, v.value3, v.price_minor, v.was_minor,
            o.price_minor AS own_minor, o.was_minor AS own_was_minor, p.tax_class
        FROM products p JOIN variants v ON v.product_id = p.id
        LEFT JOIN prices o ON o.variant_id = v.id AND o.currency = $1
        WHERE p.slug = $2 AND p.shown = 'live' AND v.retired = 0 AND (v.selling = 'always' OR v.on_hand > v.held)
        ORDER BY v.id";
    let paper = |row: &Row<'_>| {
        Ok(Paper {
            variant: VariantId(row.get("id")?),
            product: ProductId(row.get("product_id")?),
            values: row.values()?,
            price: prices(row, &view.list)?.0,
        })
    };
    let mut papers = conn.all(PAPERS, &[&view.list.exchange.to.code(), &WRAPPING], paper)?;
    for value in papers.iter_mut().flat_map(|paper| &mut paper.values) {
        *value = term(conn, view.lang, std::mem::take(value))?.text;
    }
    Ok(papers)
}

/// The note that goes with a cart, and with the order of it.
pub(crate) fn note(row: &Row<'_>) -> rusqlite::Result<Option<GiftNote>> {
    // It was read when it was written.
    Ok(GiftNote::parse(&row.get::<_, String>("gift_note")?).ok().flatten())
}

/// Writes what goes with a cart, and wraps it in a paper or in none.
pub fn give(
    tx: &Tx<'_>,
    market: Market,
    token: &Token,
    note: Option<&GiftNote>,
    paper: Option<VariantId>,
) -> Answer<Cart, CartRefusal> {
    const NOTE: &str = "UPDATE carts SET gift_note = $1 WHERE id = $2";
    const UNWRAP: &str = "DELETE FROM cart_lines WHERE cart_id = $1 AND saved = 0 AND variant_id <> $2
        AND variant_id IN (SELECT v.id FROM variants v JOIN products p ON p.id = v.product_id WHERE p.slug = $3)";
    const IS_PAPER: &str =
        "SELECT 1 AS yes FROM variants v JOIN products p ON p.id = v.product_id WHERE v.id = $1 AND p.slug = $2";
    const WRAP: &str = "INSERT INTO cart_lines (cart_id, variant_id, quantity, seen_minor) VALUES ($1, $2, 1, $3)
        ON CONFLICT (cart_id, variant_id, saved) DO NOTHING";
    let id = id_of(tx, token)?.ok_or(Error::Refused(CartRefusal::NotSold))?;
    tx.run(NOTE, &[&note.map_or("", GiftNote::as_str), &id.0])?;
    tx.run(UNWRAP, &[&id.0, &paper.map_or(0, |paper| paper.0), &WRAPPING])?;
    if let Some(paper) = paper {
        tx.one(IS_PAPER, &[&paper.0, &WRAPPING], |row| row.get::<_, i64>("yes"))?.ok_or(Error::Refused(CartRefusal::NotSold))?;
        let (price, stock) = offer(tx, paper)?.ok_or(Error::Refused(CartRefusal::NotSold))?;
        fits(stock, Quantity::ONE).map_err(Error::Refused)?;
        tx.run(WRAP, &[&id.0, &paper.0, &price])?;
    }
    touched(tx, market, id)
}
