//! Goods, read: the menu, lists, a product's page.

use domain::catalogue::{
    Category, Choice, ChoiceValue, Picture, Product, ProductCard, Selling, Shown, Slug, Sort, Stock, Variant,
};
use domain::ids::{CategoryId, PictureId, ProductId, VariantId};
use domain::money::Money;
use domain::time::Day;
use rusqlite::Row;

use crate::database::Conn;
use crate::error::{Fault, Result};
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

/// Whether the shop has no goods at all.
pub fn is_empty(conn: &Conn) -> Result<bool> {
    Ok(conn.one("SELECT 1 AS one FROM products LIMIT 1", &[], |_| Ok(()))?.is_none())
}

/// The top categories with their children.
pub fn menu(conn: &Conn) -> Result<Vec<Category>> {
    const TOP: &str = "SELECT id, slug, name, blurb, picture_id FROM categories WHERE parent_id IS NULL ORDER BY position, id";
    let heads = conn.all(TOP, &[], head)?;
    heads.into_iter().map(|head| filled(conn, head, None)).collect()
}

/// A category by its address.
pub fn category(conn: &Conn, slug: &Slug) -> Result<(CategoryId, Category)> {
    const BY_SLUG: &str = "SELECT c.id, c.slug, c.name, c.blurb, c.picture_id, p.slug AS parent_slug, p.name AS parent_name
        FROM categories c LEFT JOIN categories p ON p.id = c.parent_id WHERE c.slug = $1";
    let found = conn.one(BY_SLUG, &[&slug.as_str()], |row| {
        let parent = match row.get::<_, Option<String>>("parent_name")? {
            Some(name) => Some((row.text("parent_slug")?, name)),
            None => None,
        };
        Ok((head(row)?, parent))
    })?;
    let (head, parent) = found.ok_or(Fault::NotFound("category"))?;
    let id = head.id;
    Ok((id, filled(conn, head, parent)?))
}

struct Head {
    id: CategoryId,
    slug: Slug,
    name: String,
    blurb: String,
    picture: Option<PictureId>,
}

fn head(row: &Row<'_>) -> rusqlite::Result<Head> {
    Ok(Head {
        id: CategoryId(row.get("id")?),
        slug: row.text("slug")?,
        name: row.get("name")?,
        blurb: row.get("blurb")?,
        picture: row.get::<_, Option<i64>>("picture_id")?.map(PictureId),
    })
}

fn filled(conn: &Conn, head: Head, parent: Option<(Slug, String)>) -> Result<Category> {
    const CHILDREN: &str = "SELECT slug, name FROM categories WHERE parent_id = $1 ORDER BY position, id";
    let children = conn.all(CHILDREN, &[&head.id.0], |row| Ok((row.text("slug")?, row.get("name")?)))?;
    let picture = match head.picture {
        Some(id) => picture(conn, id, &head.name)?,
        None => None,
    };
    Ok(Category { slug: head.slug, name: head.name, blurb: head.blurb, parent, children, picture })
}

fn picture(conn: &Conn, id: PictureId, alt: &str) -> Result<Option<Picture>> {
    const BY_ID: &str = "SELECT file, width, height, $1 AS alt FROM pictures WHERE id = $2 AND file IS NOT NULL";
    conn.one(BY_ID, &[&alt, &id.0], as_picture)
}

pub(crate) fn as_picture(row: &Row<'_>) -> rusqlite::Result<Picture> {
    Ok(Picture { file: row.get("file")?, alt: row.get("alt")?, width: row.get("width")?, height: row.get("height")? })
}

/// The cards of a list, and how many there are in all.
pub fn list(conn: &Conn, list: List) -> Result<(Vec<ProductCard>, u32)> {
    // $1: the category, or nothing for all goods. The order is one of a few constants, never input.
    const WHERE: &str = "FROM products p WHERE p.shown = 'live' AND ($1 IS NULL OR p.category_id IN
        (SELECT id FROM categories WHERE id = $1 OR parent_id = $1))";
    let order = match list.sort {
        Sort::Popular => "p.popularity DESC, p.id",
        Sort::Newest => "p.added_day DESC, p.id",
        Sort::PriceUp => "least, p.id",
        Sort::PriceDown => "least DESC, p.id",
        Sort::Rating => "p.rating_tenths DESC NULLS LAST, p.rating_count DESC, p.id",
    };
    let category = list.category.map(|id| id.0);
    let count = conn.one(&format!("SELECT count(*) AS n {WHERE}"), &[&category], |row| row.get("n"))?.unwrap_or(0);
    let sql = format!(
        "SELECT p.id, p.slug, p.name, p.rating_tenths, p.rating_count, p.added_day,
            (SELECT min(price_minor) FROM variants v WHERE v.product_id = p.id AND v.retired = 0) AS least
         {WHERE} ORDER BY {order} LIMIT $2 OFFSET $3"
    );
    let rows = conn.all(&sql, &[&category, &list.take, &list.skip], |row| {
        let bare = Bare {
            id: ProductId(row.get("id")?),
            slug: row.text("slug")?,
            name: row.get("name")?,
            rating: rating(row)?,
            new: row.get::<_, i64>("added_day")? > list.today.0 - NEW_DAYS,
        };
        Ok(bare)
    })?;
    let cards = rows.into_iter().map(|bare| card(conn, bare)).collect::<Result<_>>()?;
    Ok((cards, count))
}

struct Bare {
    id: ProductId,
    slug: Slug,
    name: String,
    rating: Option<(u8, u32)>,
    new: bool,
}

fn rating(row: &Row<'_>) -> rusqlite::Result<Option<(u8, u32)>> {
    let count: u32 = row.get("rating_count")?;
    Ok(row.get::<_, Option<u8>>("rating_tenths")?.filter(|_| count > 0).map(|tenths| (tenths, count)))
}

fn card(conn: &Conn, bare: Bare) -> Result<ProductCard> {
    const PRICES: &str = "SELECT price_minor, was_minor, selling = 'always' OR on_hand > held AS can FROM variants
        WHERE product_id = $1 AND retired = 0 ORDER BY price_minor, position";
    const TWO_PICTURES: &str = "SELECT file, width, height, alt FROM product_pictures pp JOIN pictures i ON i.id = pp.picture_id
        WHERE pp.product_id = $1 AND i.file IS NOT NULL ORDER BY pp.position LIMIT 2";
    const SWATCHES: &str =
        "SELECT swatch, name FROM choice_values WHERE product_id = $1 AND swatch IS NOT NULL ORDER BY choice, position";
    let prices = conn.all(PRICES, &[&bare.id.0], |row| {
        Ok((row.get::<_, i64>("price_minor")?, row.get::<_, Option<i64>>("was_minor")?, row.get::<_, bool>("can")?))
    })?;
    let money = |minor| Money::new(minor, conn.currency());
    let least = prices.first().map_or(0, |price| price.0);
    Ok(ProductCard {
        slug: bare.slug,
        name: bare.name,
        price: money(least),
        from: prices.iter().any(|price| price.0 != least),
        was: prices.first().and_then(|price| price.1).map(money),
        pictures: conn.all(TWO_PICTURES, &[&bare.id.0], as_picture)?,
        swatches: conn.all(SWATCHES, &[&bare.id.0], |row| Ok((row.get("swatch")?, row.get("name")?)))?,
        rating: bare.rating,
        available: prices.iter().any(|price| price.2),
        new: bare.new,
    })
}

/// A product's page. One that is archived is still shown, without a button.
pub fn product(conn: &Conn, slug: &Slug) -> Result<Product> {
    const BY_SLUG: &str = "SELECT id, slug, name, maker, lead, story, category_id, shown, rating_tenths, rating_count
        FROM products WHERE slug = $1 AND shown <> 'draft'";
    let found = conn.one(BY_SLUG, &[&slug.as_str()], |row| {
        let product = Product {
            id: ProductId(row.get("id")?),
            slug: row.text("slug")?,
            name: row.get("name")?,
            maker: row.get("maker")?,
            lead: row.get("lead")?,
            story: row.get("story")?,
            rating: rating(row)?,
            shown: row.code::<Shown>("shown")?,
            facts: Vec::new(),
            pictures: Vec::new(),
            choices: Vec::new(),
            variants: Vec::new(),
            trail: Vec::new(),
        };
        Ok((product, row.get::<_, Option<i64>>("category_id")?))
    })?;
    let (mut product, category) = found.ok_or(Fault::NotFound("product"))?;
    let (ids, pictures) = pictures(conn, product.id, &product.name)?;
    product.pictures = pictures;
    product.facts = facts(conn, product.id)?;
    product.choices = choices(conn, product.id)?;
    product.variants = variants(conn, product.id, &ids)?;
    product.trail = trail(conn, category)?;
    Ok(product)
}

fn pictures(conn: &Conn, product: ProductId, name: &str) -> Result<(Vec<i64>, Vec<Picture>)> {
    const OF: &str = "SELECT i.id, file, width, height, alt FROM product_pictures pp JOIN pictures i ON i.id = pp.picture_id
        WHERE pp.product_id = $1 AND i.file IS NOT NULL ORDER BY pp.position";
    let rows = conn.all(OF, &[&product.0], |row| Ok((row.get("id")?, as_picture(row)?)))?;
    Ok(rows
        .into_iter()
        .map(|(id, mut picture): (i64, Picture)| {
            if picture.alt.is_empty() {
                name.clone_into(&mut picture.alt);
            }
            (id, picture)
        })
        .unzip())
}

fn facts(conn: &Conn, product: ProductId) -> Result<Vec<(String, String)>> {
    const OF: &str = "SELECT name, value FROM product_facts WHERE product_id = $1 ORDER BY position";
    conn.all(OF, &[&product.0], |row| Ok((row.get("name")?, row.get("value")?)))
}

pub(crate) fn choices(conn: &Conn, product: ProductId) -> Result<Vec<Choice>> {
    const OF: &str = "SELECT c.name AS choice, v.name, v.swatch FROM choices c
        JOIN choice_values v ON v.product_id = c.product_id AND v.choice = c.position
        WHERE c.product_id = $1 ORDER BY c.position, v.position";
    let rows = conn.all(OF, &[&product.0], |row| {
        Ok((row.get::<_, String>("choice")?, ChoiceValue { name: row.get("name")?, swatch: row.get("swatch")? }))
    })?;
    let mut choices: Vec<Choice> = Vec::new();
    for (name, value) in rows {
        match choices.last_mut() {
            Some(last) if last.name == name => last.values.push(value),
            _ => choices.push(Choice { name, values: vec![value] }),
        }
    }
    Ok(choices)
}

fn variants(conn: &Conn, product: ProductId, pictures: &[i64]) -> Result<Vec<Variant>> {
    const OF: &str = "SELECT id, sku, value1, value2, value3, price_minor, was_minor, selling, on_hand, held, picture_id
        FROM variants WHERE product_id = $1 AND retired = 0 ORDER BY position, id";
    conn.all(OF, &[&product.0], |row| {
        let picture: Option<i64> = row.get("picture_id")?;
        Ok(Variant {
            id: VariantId(row.get("id")?),
            sku: row.get("sku")?,
            values: row.values()?,
            price: Money::new(row.get("price_minor")?, conn.currency()),
            was: row.get::<_, Option<i64>>("was_minor")?.map(|minor| Money::new(minor, conn.currency())),
            stock: stock(row)?,
            picture: picture.and_then(|id| pictures.iter().position(|&known| known == id)),
        })
    })
}

/// What can be bought, from the columns `selling`, `on_hand` and `held`.
pub(crate) fn stock(row: &Row<'_>) -> rusqlite::Result<Stock> {
    let left = row.get::<_, i64>("on_hand")? - row.get::<_, i64>("held")?;
    Ok(match row.code("selling")? {
        Selling::Always => Stock::Unlimited,
        Selling::WhileInStock => Stock::Left(u32::try_from(left.max(0)).unwrap_or(u32::MAX)),
    })
}

fn trail(conn: &Conn, category: Option<i64>) -> Result<Vec<(Slug, String)>> {
    const UP: &str = "SELECT slug, name, parent_id FROM categories WHERE id = $1";
    let mut trail = Vec::new();
    let mut next = category;
    // Two levels; the bound keeps a wrong row from going round for ever.
    while let (Some(id), true) = (next, trail.len() < 4) {
        let found = conn.one(UP, &[&id], |row| Ok((row.text("slug")?, row.get("name")?, row.get("parent_id")?)))?;
        let Some((slug, name, parent)) = found else { break };
        trail.insert(0, (slug, name));
        next = parent;
    }
    Ok(trail)
}
