//! Lists of goods.

use std::cmp::Reverse;

use domain::catalogue::{ProductCard, Slug, Unit};
use domain::ids::{CategoryId, ProductId};
use domain::lang::Said;
use domain::market::{PriceList, View};
use domain::money::Money;
use domain::time::Day;
use rusqlite::Row;

use super::categories::inside;
use super::{as_picture, lowest, prices, said, term};
use crate::database::Conn;
use crate::error::Result;
use crate::rows::Columns;

/// A thing is new for so many days.
const NEW_DAYS: i64 = 45;

// Each is the beginning of an index, however many goods there are.
const LIKED: &str = "SELECT id, popularity FROM products WHERE shown = 'live' ORDER BY popularity DESC, id LIMIT $1";
const LIKED_IN: &str = "SELECT id, popularity FROM products WHERE category_id = $1 AND shown = 'live'
    ORDER BY popularity DESC, id LIMIT $2";
const NEWEST: &str = "SELECT id FROM products WHERE shown = 'live' ORDER BY added_day DESC, id LIMIT $1";

/// What is liked best, in all or in a category and in what is in it.
pub fn liked(conn: &Conn, view: &View, within: Option<CategoryId>, most: u32) -> Result<Vec<ProductCard>> {
    let row = |row: &Row<'_>| Ok((Reverse(row.get::<_, i64>("popularity")?), row.get::<_, i64>("id")?));
    let mut best = match within {
        None => conn.all(LIKED, &[&most], row)?,
        Some(id) => {
            let each = inside(conn, id)?.into_iter().map(|id| conn.all(LIKED_IN, &[&id, &most], row));
            each.collect::<Result<Vec<_>>>()?.concat()
        }
    };
    best.sort_unstable();
    let ids: Vec<_> = best.into_iter().take(most as usize).map(|(_, id)| ProductId(id)).collect();
    cards(conn, view, &ids)
}

/// What came last.
pub fn newest(conn: &Conn, view: &View, most: u32) -> Result<Vec<ProductCard>> {
    let ids = conn.all(NEWEST, &[&most], |row| row.get("id").map(ProductId))?;
    cards(conn, view, &ids)
}

/// The cards of some products, in this order; those shoppers do not see are left out.
pub fn cards(conn: &Conn, view: &View, ids: &[ProductId]) -> Result<Vec<ProductCard>> {
    const BY_ID: &str = "SELECT p.id, coalesce(w.slug, p.slug) AS slug, p.name, w.name AS said_name, p.rating_tenths,
            p.rating_count, p.added_day
        FROM products p LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1 WHERE p.id = $2 AND p.shown = 'live'";
    let one = |id: &ProductId| conn.one(BY_ID, &[&view.lang.code(), &id.0], |row| bare(row, view));
    let rows = ids.iter().map(one).collect::<Result<Vec<_>>>()?;
    rows.into_iter().flatten().map(|bare| card(conn, view, bare)).collect()
}

fn bare(row: &Row<'_>, view: &View) -> rusqlite::Result<Bare> {
    Ok(Bare {
        id: ProductId(row.get("id")?),
        slug: row.text("slug")?,
        name: said(row, "name", "said_name", view.lang)?,
        rating: rating(row)?,
        added: Day(row.get("added_day")?),
        new: row.get::<_, i64>("added_day")? > view.list.day.0 - NEW_DAYS,
    })
}

struct Bare {
    id: ProductId,
    slug: Slug,
    name: Said,
    rating: Option<(u8, u32)>,
    added: Day,
    new: bool,
}

/// What a card tells of a variant.
struct Offer {
    price: Money,
    was: Option<Money>,
    lowest: Option<Money>,
    content: Option<(u32, Unit)>,
    /// Whether it can be bought now.
    can: bool,
}

impl Offer {
    fn read(row: &Row<'_>, list: &PriceList) -> rusqlite::Result<Self> {
        let (price, was) = prices(row, list)?;
        let lowest = lowest(row, list)?.filter(|_| was.is_some());
        Ok(Self { price, was, lowest, content: row.content()?, can: row.get("can")? })
    }
}

pub(super) fn rating(row: &Row<'_>) -> rusqlite::Result<Option<(u8, u32)>> {
    let count: u32 = row.get("rating_count")?;
    Ok(row.get::<_, Option<u8>>("rating_tenths")?.filter(|_| count > 0).map(|tenths| (tenths, count)))
}

fn card(conn: &Conn, view: &View, bare: Bare) -> Result<ProductCard> {
    const PRICES: &str = concat!(
        "SELECT v.price_minor, v.was_minor, o.price_minor AS own_minor, o.was_minor AS own_was_minor, p.tax_class, v.content,
            v.content_unit, v.selling = 'always' OR v.on_hand > v.held AS can, ",
        lowest!(),
        " AS lowest
        FROM variants v JOIN products p ON p.id = v.product_id LEFT JOIN prices o ON o.variant_id = v.id AND o.currency = $1
        WHERE v.product_id = $2 AND v.retired = 0 ORDER BY v.position"
    );
    const TWO_PICTURES: &str = "SELECT file, width, height, renditions, blur, coalesce(nullif(w.alt, ''), pp.alt) AS alt
        FROM product_pictures pp
        JOIN pictures i ON i.id = pp.picture_id
        LEFT JOIN picture_words w ON w.product_id = pp.product_id AND w.lang = $1 AND w.position = pp.position
        WHERE pp.product_id = $2 AND i.file IS NOT NULL ORDER BY pp.position LIMIT 2";
    const SWATCHES: &str =
        "SELECT swatch, name FROM choice_values WHERE product_id = $1 AND swatch IS NOT NULL ORDER BY choice, position";
    let list = &view.list;
    let all = conn.all(PRICES, &[&list.exchange.to.code(), &bare.id.0], |row| Offer::read(row, list))?;
    let cheapest = all.iter().min_by_key(|offer| offer.price.minor);
    let price = cheapest.map_or(Money::zero(list.exchange.to), |offer| offer.price);
    let swatches: Vec<(String, String)> = conn.all(SWATCHES, &[&bare.id.0], |row| Ok((row.get("swatch")?, row.get("name")?)))?;
    let named = |(swatch, name)| Ok((swatch, term(conn, view.lang, name)?.text));
    Ok(ProductCard {
        slug: bare.slug,
        name: bare.name,
        price,
        from: all.iter().any(|other| other.price != price),
        was: cheapest.and_then(|offer| offer.was),
        lowest: cheapest.and_then(|offer| offer.lowest),
        content: cheapest.and_then(|offer| offer.content),
        pictures: conn.all(TWO_PICTURES, &[&view.lang.code(), &bare.id.0], as_picture)?,
        swatches: swatches.into_iter().map(named).collect::<Result<_>>()?,
        rating: bare.rating,
        available: all.iter().any(|offer| offer.can),
        added: bare.added,
        new: bare.new,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TestDb;

    #[test]
    fn what_stands_on_the_first_page_is_read_from_the_beginning_of_an_index() {
        let shop = TestDb::new();
        for sql in [LIKED, LIKED_IN, NEWEST] {
            let asked = format!("EXPLAIN QUERY PLAN {}", sql.replace("$1", "1").replace("$2", "1"));
            let plan: Vec<String> = shop.read(|conn| conn.all(&asked, &[], |row| row.get("detail")));
            assert!(plan.len() == 1 && plan[0].contains("USING"), "{plan:?}");
        }
    }
}
