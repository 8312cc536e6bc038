//! Goods as they would come in: what an export writes.

use domain::catalogue::Slug;
use domain::goods::{
    CategoryWords, Incoming, IncomingCategory, IncomingPicture, IncomingVariant, Named, Place, ProductWords, Source, Stated,
    Stored,
};
use domain::ids::{ProductId, VariantId};
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::time::Timestamp;
use rusqlite::Row;

use super::prices;
use crate::customs;
use crate::database::Conn;
use crate::error::{Fault, Result};
use crate::rows::Columns;
use crate::words::Terms;

/// A product as another shop would take it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Which.
    pub id: ProductId,
    /// All of it; what is no longer sold is left out.
    pub goods: Incoming,
    /// What it is called in other languages.
    pub words: Vec<ProductWords>,
    /// When it is to be shown, where it waits for that.
    pub publish_at: Option<Timestamp>,
}

/// Up to `most` products behind `after`.
pub fn outgoing(conn: &Conn, after: ProductId, most: u32) -> Result<Vec<Outgoing>> {
    let heads = conn.all(&format!("{HEAD} WHERE id > $1 ORDER BY id LIMIT $2"), &[&after.0, &most], head)?;
    heads.into_iter().map(|head| completed(conn, head)).collect()
}

/// One product, whole.
pub fn whole_product(conn: &Conn, id: ProductId) -> Result<Outgoing> {
    let head = conn.one(&format!("{HEAD} WHERE id = $1"), &[&id.0], head)?.ok_or(Fault::NotFound("product"))?;
    completed(conn, head)
}

const HEAD: &str =
    "SELECT id, slug, name, maker, lead, story, category_id, shown, popularity_given, rating_tenths, rating_count, added_day,
        tax_class, goods_class, tariff_code, origin, care, publish_at
    FROM products";

/// A product's own row, with its category.
type Head = (Outgoing, Option<i64>);

fn completed(conn: &Conn, (mut of, category): Head) -> Result<Outgoing> {
    let (id, goods) = (of.id, &mut of.goods);
    let (ids, pictures) = pictures(conn, id)?;
    goods.place = place(conn, category)?;
    goods.facts = conn.all(FACTS, &[&id.0], |row| Ok((row.get("name")?, row.get("value")?)))?;
    goods.choices = crate::catalogue::choices(conn, id)?;
    goods.variants = variants(conn, id, &ids)?;
    goods.pictures = pictures;
    of.words = words(conn, id)?;
    Ok(of)
}

const FACTS: &str = "SELECT name, value FROM product_facts WHERE product_id = $1 ORDER BY position";

fn head(row: &Row<'_>) -> rusqlite::Result<Head> {
    let count: u32 = row.get("rating_count")?;
    let (tariff, origin) = customs::facts(row)?;
    let goods = Incoming {
        name: row.get("name")?,
        maker: row.get("maker")?,
        lead: row.get("lead")?,
        story: row.get("story")?,
        shown: row.code("shown")?,
        popularity: row.get("popularity_given")?,
        rating: row.get::<_, Option<u8>>("rating_tenths")?.map(|tenths| (tenths, count)),
        tax: row.code("tax_class")?,
        class: row.code("goods_class")?,
        tariff: Stated::That(tariff),
        origin: Stated::That(origin),
        care: Stated::typed(&row.get::<_, String>("care")?),
        added: row.maybe_day("added_day")?,
        ..Incoming::blank(row.text("slug")?)
    };
    let publish_at = row.get::<_, Option<i64>>("publish_at")?.map(Timestamp);
    Ok((Outgoing { id: ProductId(row.get("id")?), goods, words: Vec::new(), publish_at }, row.get("category_id")?))
}

fn place(conn: &Conn, category: Option<i64>) -> Result<Option<Place>> {
    const OF: &str = "SELECT c.slug, c.name, p.slug AS top_slug, p.name AS top_name FROM categories c
        LEFT JOIN categories p ON p.id = c.parent_id WHERE c.id = $1";
    conn.one(OF, &[&category], |row| {
        let named = Named { slug: row.text("slug")?, name: row.get("name")? };
        let top = row.get::<_, Option<String>>("top_slug")?;
        Ok(match top.and_then(|slug| Slug::parse(&slug).ok()) {
            Some(slug) => Place { top: Named { slug, name: row.get("top_name")? }, sub: Some(named) },
            None => Place { top: named, sub: None },
        })
    })
}

fn source(row: &Row<'_>) -> rusqlite::Result<Source> {
    let address: Option<String> = row.get("source")?;
    Ok(match address {
        Some(address) => Source::Address(address),
        None => Source::Stored(Stored {
            file: row.get("file")?,
            width: row.get("width")?,
            height: row.get("height")?,
            blur: row.get("blur")?,
        }),
    })
}

/// The pictures, and which rows they are.
fn pictures(conn: &Conn, product: ProductId) -> Result<(Vec<i64>, Vec<IncomingPicture>)> {
    const OF: &str = "SELECT i.id, i.file, i.source, i.width, i.height, i.blur, pp.alt FROM product_pictures pp
        JOIN pictures i ON i.id = pp.picture_id WHERE pp.product_id = $1 ORDER BY pp.position";
    let read = |row: &Row<'_>| Ok((row.get::<_, i64>("id")?, IncomingPicture { source: source(row)?, alt: row.get("alt")? }));
    Ok(conn.all(OF, &[&product.0], read)?.into_iter().unzip())
}

fn variants(conn: &Conn, product: ProductId, pictures: &[i64]) -> Result<Vec<IncomingVariant>> {
    const OF: &str =
        "SELECT id, value1, value2, value3, sku, barcode, price_minor, was_minor, content, content_unit, grams, length_mm,
            width_mm, height_mm, ready_days, selling, picture_id, on_hand
        FROM variants WHERE product_id = $1 AND retired = 0 ORDER BY position, id";
    let money = |minor| Money::new(minor, conn.currency());
    let mut all = conn.all(OF, &[&product.0], |row| {
        let picture: Option<i64> = row.get("picture_id")?;
        let variant = IncomingVariant {
            values: row.values()?,
            sku: row.get("sku")?,
            barcode: row.get("barcode")?,
            price: money(row.get("price_minor")?),
            was: row.get::<_, Option<i64>>("was_minor")?.map(money),
            own: None,
            content: row.content()?,
            grams: row.get("grams")?,
            measures: row.measures()?,
            ready_days: Some(row.get("ready_days")?),
            selling: row.code("selling")?,
            // What is always sold may owe more than there is.
            stock: Some(u32::try_from(row.get::<_, i64>("on_hand")?.max(0)).unwrap_or(u32::MAX)),
            picture: picture.and_then(|id| pictures.iter().position(|&known| known == id)),
        };
        Ok((VariantId(row.get("id")?), variant))
    })?;
    for (id, variant) in &mut all {
        variant.own = Some(prices::own(conn, *id)?);
    }
    Ok(all.into_iter().map(|(_, variant)| variant).collect())
}

fn words(conn: &Conn, product: ProductId) -> Result<Vec<ProductWords>> {
    const OF: &str = "SELECT lang, slug, name, lead, story, care FROM product_words WHERE product_id = $1 ORDER BY lang";
    const FACTS: &str = "SELECT value FROM fact_words WHERE product_id = $1 AND lang = $2 ORDER BY position";
    const ALTS: &str = "SELECT alt FROM picture_words WHERE product_id = $1 AND lang = $2 ORDER BY position";
    let mut all = conn.all(OF, &[&product.0], |row| {
        Ok(ProductWords {
            lang: row.code("lang")?,
            slug: row.text("slug")?,
            name: row.get("name")?,
            lead: row.get("lead")?,
            story: row.get("story")?,
            facts: Vec::new(),
            alts: Vec::new(),
            care: Stated::typed(&row.get::<_, String>("care")?),
        })
    })?;
    for words in &mut all {
        let code = words.lang.code();
        words.facts = conn.all(FACTS, &[&product.0, &code], |row| row.get("value"))?;
        words.alts = conn.all(ALTS, &[&product.0, &code], |row| row.get("alt"))?;
    }
    Ok(all)
}

/// Every category, parents before their children, with what it is called in other languages.
pub fn shelves(conn: &Conn) -> Result<Vec<(IncomingCategory, Vec<CategoryWords>)>> {
    const ALL: &str = "SELECT c.id, c.slug, c.name, c.blurb, c.position, p.slug AS parent, i.file, i.source,
            coalesce(i.width, 0) AS width, coalesce(i.height, 0) AS height, coalesce(i.blur, '') AS blur
        FROM categories c LEFT JOIN categories p ON p.id = c.parent_id LEFT JOIN pictures i ON i.id = c.picture_id
        ORDER BY c.parent_id IS NOT NULL, p.position, p.slug, c.position, c.slug";
    const WORDS: &str = "SELECT lang, slug, name, blurb FROM category_words WHERE category_id = $1 ORDER BY lang";
    let shelves = conn.all(ALL, &[], |row| {
        let has_picture = row.get::<_, Option<String>>("file")?.is_some() || row.get::<_, Option<String>>("source")?.is_some();
        let category = IncomingCategory {
            named: Named { slug: row.text("slug")?, name: row.get("name")? },
            blurb: row.get("blurb")?,
            parent: row.get::<_, Option<String>>("parent")?.and_then(|slug| Slug::parse(&slug).ok()),
            position: row.get("position")?,
            picture: if has_picture { Some(source(row)?) } else { None },
        };
        Ok((row.get::<_, i64>("id")?, category))
    })?;
    let mut all = Vec::with_capacity(shelves.len());
    for (id, category) in shelves {
        let words = conn.all(WORDS, &[&id], |row| {
            Ok(CategoryWords {
                lang: row.code("lang")?,
                slug: row.text("slug")?,
                name: row.get("name")?,
                blurb: row.get("blurb")?,
            })
        })?;
        all.push((category, words));
    }
    Ok(all)
}

/// Words that many products share, by language.
pub fn terms(conn: &Conn) -> Result<Vec<Terms>> {
    const ALL: &str = "SELECT word, text FROM terms WHERE lang = $1 ORDER BY word";
    let of = |&lang: &Lang| Ok((lang, conn.all(ALL, &[&lang.code()], |row| Ok((row.get("word")?, row.get("text")?)))?));
    let all: Vec<Terms> = Lang::ALL.iter().map(of).collect::<Result<_>>()?;
    Ok(all.into_iter().filter(|(_, terms)| !terms.is_empty()).collect())
}

/// The currencies the merchant has set prices in, beside the shop's own.
pub fn currencies(conn: &Conn) -> Result<Vec<Currency>> {
    conn.all("SELECT DISTINCT currency FROM prices ORDER BY currency", &[], |row| row.text("currency"))
}
