//! Goods, read in the reader's language and at their prices: the menu, lists, a product's page.
//!
//! Categories are in `catalogue/categories.rs`, lists in `catalogue/lists.rs`, a product's page in `catalogue/product.rs`, what
//! is bought with it in `catalogue/together.rs`; machines that want all of them go by `catalogue/walk.rs`. A list that can be
//! narrowed is asked in `catalogue/narrowed.rs`, of the goods in memory (`catalogue/assortment.rs`).

use domain::catalogue::{Picture, Selling, Stock};
use domain::lang::{Lang, Said};
use domain::market::{PriceList, Shelf};
use domain::money::Money;
use rusqlite::Row;

use crate::database::Conn;
use crate::error::Result;
use crate::rows::Columns;

/// The lowest price of a variant `v` in the thirty days before its newest one, as far as it had one then (Directive 98/6/EC,
/// article 6a).
macro_rules! lowest_before {
    () => {
        "(SELECT min(h.price_minor) FROM price_history h
            WHERE h.variant_id = v.id AND h.day < (SELECT max(day) FROM price_history WHERE variant_id = v.id)
                AND h.day >= coalesce((SELECT max(e.day) FROM price_history e WHERE e.variant_id = v.id
                    AND e.day <= (SELECT max(day) FROM price_history WHERE variant_id = v.id) - 30), 0))"
    };
}

/// The same; nothing where it is not reduced, so that lists look it up for few.
macro_rules! lowest {
    () => {
        concat!("CASE WHEN coalesce(v.was_minor, o.was_minor) IS NOT NULL THEN ", lowest_before!(), " END")
    };
}

pub(crate) use lowest_before;

mod assortment;
mod categories;
mod lists;
mod narrowed;
mod product;
mod together;
mod walk;

pub use assortment::warm;
pub(crate) use assortment::{Assortment, changed, fresh};
pub use categories::{categories, category, menu, shelves};
pub use lists::{cards, liked, newest};
pub use narrowed::{Narrowed, Source, narrowed};
pub(crate) use product::choices;
pub use product::{product, product_by_id};
pub use together::together;
pub use walk::{Address, addresses, live_after, live_count};

/// Whether the shop has no goods at all.
pub fn is_empty(conn: &Conn) -> Result<bool> {
    Ok(conn.one("SELECT 1 AS one FROM products LIMIT 1", &[], |_| Ok(()))?.is_none())
}

/// A text of the columns `first` and `translated`.
pub(crate) fn said(row: &Row<'_>, first: &str, translated: &str, lang: Lang) -> rusqlite::Result<Said> {
    Ok(Said::of(row.get(first)?, row.get(translated)?, lang))
}

/// A word of the catalogue in the reader's language; as the books have it where nobody has translated it.
pub(crate) fn term(conn: &Conn, lang: Lang, word: String) -> Result<Said> {
    const TERM: &str = "SELECT text FROM terms WHERE lang = $1 AND word = $2";
    if lang == Lang::FIRST || word.is_empty() {
        return Ok(Said { text: word, lang });
    }
    let text = conn.one(TERM, &[&lang.code(), &word], |row| row.get("text"))?;
    Ok(Said::of(word, text, lang))
}

/// A picture of the columns of its row and `alt`.
pub(crate) fn as_picture(row: &Row<'_>) -> rusqlite::Result<Picture> {
    Ok(Picture {
        file: row.get("file")?,
        alt: row.get("alt")?,
        width: row.get("width")?,
        height: row.get("height")?,
        renditions: row.get("renditions")?,
        blur: row.get("blur")?,
    })
}

/// A price of the columns `price_minor`, `own_minor` and `tax_class`, and the price before a reduction of `was_minor` and
/// `own_was_minor`, as the list has them.
pub(crate) fn prices(row: &Row<'_>, list: &PriceList) -> rusqlite::Result<(Money, Option<Money>)> {
    let class = row.code("tax_class")?;
    let home = |minor| Money::new(minor, list.exchange.from);
    let own: Option<i64> = row.get("own_minor")?;
    let price = list.price(Shelf { price: home(row.get("price_minor")?), own, class });
    let was = row.get::<_, Option<i64>>("was_minor")?.zip(Some(own.is_some()));
    let own_was: Option<i64> = row.get("own_was_minor")?;
    let was = match was {
        // A price set by hand is compared with one set by hand.
        Some((_, true)) | None => own_was.map(|own| Shelf { price: home(0), own: Some(own), class }),
        Some((minor, false)) => Some(Shelf { price: home(minor), own: None, class }),
    };
    Ok((price, was.map(|was| list.price(was)).filter(|was| was.minor > price.minor)))
}

/// The lowest price of the column `lowest`, as the list has it.
pub(crate) fn lowest(row: &Row<'_>, list: &PriceList) -> rusqlite::Result<Option<Money>> {
    let class = row.code("tax_class")?;
    let price = |minor| list.price(Shelf { price: Money::new(minor, list.exchange.from), own: None, class });
    Ok(row.get::<_, Option<i64>>("lowest")?.map(price))
}

/// What can be bought, from the columns `selling`, `on_hand` and `held`.
pub(crate) fn stock(row: &Row<'_>) -> rusqlite::Result<Stock> {
    let left = row.get::<_, i64>("on_hand")? - row.get::<_, i64>("held")?;
    Ok(match row.code("selling")? {
        Selling::Always => Stock::Unlimited,
        Selling::WhileInStock => Stock::Left(u32::try_from(left.max(0)).unwrap_or(u32::MAX)),
    })
}
