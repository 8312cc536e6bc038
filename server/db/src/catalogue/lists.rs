//! Lists of goods.

use domain::catalogue::{ProductCard, Slug, Sort, Unit};
use domain::ids::{CategoryId, ProductId};
use domain::lang::Said;
use domain::market::{PriceList, View};
use domain::money::Money;
use domain::time::Day;
use rusqlite::Row;

use super::{as_picture, lowest, prices, said, term};
use crate::database::Conn;
use crate::error::Result;
use crate::rows::Columns;

/// Which goods a list shows.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// Only this category and what is in it.
    pub category: Option<CategoryId>,
    /// In which order.
    pub sort: Sort,
    /// How many to leave out at the beginning.
    pub skip: u32,
    /// How many to show.
    pub take: u32,
    /// What day it is, to tell what is new.
    pub today: Day,
}

/// A thing is new for so many days.
const NEW_DAYS: i64 = 45;

/// The cards of a list, and how many there are in all.
pub fn list(conn: &Conn, view: &View, list: List) -> Result<(Vec<ProductCard>, u32)> {
    // $1: the language; $2: the category, or nothing for all goods. SQLite binds parameters in the order in which they first
    // stand, whatever their numbers. The order of the list is one of a few constants, never input.
    const FROM: &str = "FROM products p LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1
        WHERE p.shown = 'live' AND ($2 IS NULL OR p.category_id IN
        (SELECT id FROM categories WHERE id = $2 OR parent_id = $2))";
    let order = match list.sort {
        Sort::Popular => "p.popularity DESC, p.id",
        Sort::Newest => "p.added_day DESC, p.id",
        Sort::PriceUp => "least, p.id",
        Sort::PriceDown => "least DESC, p.id",
        Sort::Rating => "p.rating_tenths DESC NULLS LAST, p.rating_count DESC, p.id",
        Sort::Saving => "saving DESC, p.id",
    };
    let (lang, category) = (view.lang.code(), list.category.map(|id| id.0));
    let count = conn.one(&format!("SELECT count(*) AS n {FROM}"), &[&lang, &category], |row| row.get("n"))?.unwrap_or(0);
    let sql = format!(
        "SELECT p.id, coalesce(w.slug, p.slug) AS slug, p.name, w.name AS said_name, p.rating_tenths, p.rating_count, p.added_day,
            (SELECT min(price_minor) FROM variants v WHERE v.product_id = p.id AND v.retired = 0) AS least,
            (SELECT max((was_minor - price_minor) * 1000 / was_minor) FROM variants v WHERE v.product_id = p.id AND v.retired = 0
                AND price_minor = (SELECT min(price_minor) FROM variants WHERE product_id = p.id AND retired = 0)) AS saving
         {FROM} ORDER BY {order} LIMIT $3 OFFSET $4"
    );
    let rows = conn.all(&sql, &[&lang, &category, &list.take, &list.skip], |row| bare(row, view, list.today))?;
    let cards = rows.into_iter().map(|bare| card(conn, view, bare)).collect::<Result<_>>()?;
    Ok((cards, count))
}

/// The cards of some products, in this order; those shoppers do not see are left out.
pub fn cards(conn: &Conn, view: &View, ids: &[ProductId]) -> Result<Vec<ProductCard>> {
    const BY_ID: &str = "SELECT p.id, coalesce(w.slug, p.slug) AS slug, p.name, w.name AS said_name, p.rating_tenths,
            p.rating_count, p.added_day
        FROM products p LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1 WHERE p.id = $2 AND p.shown = 'live'";
    let one = |id: &ProductId| conn.one(BY_ID, &[&view.lang.code(), &id.0], |row| bare(row, view, view.list.day));
    let rows = ids.iter().map(one).collect::<Result<Vec<_>>>()?;
    rows.into_iter().flatten().map(|bare| card(conn, view, bare)).collect()
}

fn bare(row: &Row<'_>, view: &View, today: Day) -> rusqlite::Result<Bare> {
    Ok(Bare {
        id: ProductId(row.get("id")?),
        slug: row.text("slug")?,
        name: said(row, "name", "said_name", view.lang)?,
        rating: rating(row)?,
        added: Day(row.get("added_day")?),
        new: row.get::<_, i64>("added_day")? > today.0 - NEW_DAYS,
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
