//! A product's page.

use std::collections::BTreeMap;

use domain::catalogue::{Choice, ChoiceValue, Picture, Product, Shown, Slug, Terms, Variant};
use domain::ids::{ProductId, VariantId};
use domain::lang::{Lang, Said};
use domain::market::View;
use domain::money::Money;

use super::categories::trail;
use super::lists::rating;
use super::{as_picture, lowest, prices, said, stock, term};
use crate::database::Conn;
use crate::error::{Fault, Result};
use crate::rows::Columns;

/// A product's page, by its address in this language, in the books, or in any other language. One that is archived is
/// still shown, without a button.
pub fn product(conn: &Conn, view: &View, slug: &Slug) -> Result<Product> {
    const BY_SLUG: &str = "SELECT product_id AS id, lang = $1 AS mine, 1 AS said FROM product_words WHERE slug = $2
        UNION ALL SELECT id, 0 AS mine, 0 AS said FROM products WHERE slug = $2 ORDER BY mine DESC, said LIMIT 1";
    let id: Option<i64> = conn.one(BY_SLUG, &[&view.lang.code(), &slug.as_str()], |row| row.get("id"))?;
    product_by_id(conn, view, ProductId(id.ok_or(Fault::NotFound("product"))?))
}

/// A product's page, by its id.
pub fn product_by_id(conn: &Conn, view: &View, id: ProductId) -> Result<Product> {
    const BY_ID: &str = "SELECT p.id, coalesce(w.slug, p.slug) AS slug, p.name, w.name AS said_name, p.maker, p.lead,
            w.lead AS said_lead, p.story, w.story AS said_story, p.category_id, p.shown, p.rating_tenths, p.rating_count
        FROM products p LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1
        WHERE p.id = $2 AND p.shown <> 'draft'";
    let lang = view.lang;
    let found = conn.one(BY_ID, &[&lang.code(), &id.0], |row| {
        let product = Product {
            id: ProductId(row.get("id")?),
            slug: row.text("slug")?,
            slugs: Vec::new(),
            name: said(row, "name", "said_name", lang)?,
            maker: row.get("maker")?,
            lead: said(row, "lead", "said_lead", lang)?,
            story: said(row, "story", "said_story", lang)?,
            rating: rating(row)?,
            shown: row.code::<Shown>("shown")?,
            facts: Vec::new(),
            pictures: Vec::new(),
            choices: Vec::new(),
            variants: Vec::new(),
            trail: Vec::new(),
            terms: Terms { lang, known: BTreeMap::new() },
        };
        Ok((product, row.get::<_, Option<i64>>("category_id")?))
    })?;
    let (mut product, category) = found.ok_or(Fault::NotFound("product"))?;
    let (ids, pictures) = pictures(conn, lang, product.id, &product.name.text)?;
    product.slugs = slugs(conn, product.id)?;
    product.pictures = pictures;
    product.facts = facts(conn, lang, product.id)?;
    product.choices = choices(conn, product.id)?;
    product.terms = terms(conn, lang, &product.choices)?;
    product.variants = variants(conn, view, product.id, &ids)?;
    product.trail = trail(conn, lang, category)?;
    Ok(product)
}

/// The addresses of a product in the languages that have their own, and in the first.
fn slugs(conn: &Conn, id: ProductId) -> Result<Vec<(Lang, Slug)>> {
    const OF: &str = "SELECT lang, slug FROM product_words WHERE product_id = $1
        UNION ALL SELECT 'en' AS lang, slug FROM products WHERE id = $1";
    let all = conn.all(OF, &[&id.0], |row| Ok((row.maybe_code::<Lang>("lang").ok().flatten(), row.text("slug")?)))?;
    Ok(all.into_iter().filter_map(|(lang, slug)| Some((lang?, slug))).collect())
}

fn pictures(conn: &Conn, lang: Lang, product: ProductId, name: &str) -> Result<(Vec<i64>, Vec<Picture>)> {
    const OF: &str = "SELECT i.id, file, width, height, renditions, blur, coalesce(nullif(w.alt, ''), pp.alt) AS alt
        FROM product_pictures pp
        JOIN pictures i ON i.id = pp.picture_id
        LEFT JOIN picture_words w ON w.product_id = pp.product_id AND w.lang = $1 AND w.position = pp.position
        WHERE pp.product_id = $2 AND i.file IS NOT NULL ORDER BY pp.position";
    let rows = conn.all(OF, &[&lang.code(), &product.0], |row| Ok((row.get("id")?, as_picture(row)?)))?;
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

fn facts(conn: &Conn, lang: Lang, product: ProductId) -> Result<Vec<(Said, Said)>> {
    const OF: &str = "SELECT f.name, f.value, w.value AS said_value FROM product_facts f
        LEFT JOIN fact_words w ON w.product_id = f.product_id AND w.lang = $1 AND w.position = f.position
        WHERE f.product_id = $2 ORDER BY f.position";
    let rows = conn.all(OF, &[&lang.code(), &product.0], |row| {
        Ok((row.get::<_, String>("name")?, said(row, "value", "said_value", lang)?))
    })?;
    rows.into_iter().map(|(name, value)| Ok((term(conn, lang, name)?, value))).collect()
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

/// What the names of the choices and their values are in the reader's language, as far as somebody said.
fn terms(conn: &Conn, lang: Lang, choices: &[Choice]) -> Result<Terms> {
    let values = choices.iter().flat_map(|choice| choice.values.iter().map(|value| &value.name).chain([&choice.name]));
    let mut known = BTreeMap::new();
    for word in values {
        let said = term(conn, lang, word.clone())?;
        if said.lang == lang && lang != Lang::FIRST {
            known.insert(word.clone(), said.text);
        }
    }
    Ok(Terms { lang, known })
}

fn variants(conn: &Conn, view: &View, product: ProductId, pictures: &[i64]) -> Result<Vec<Variant>> {
    const OF: &str = concat!(
        "SELECT v.id, v.sku, v.barcode, v.value1, v.value2, v.value3, v.price_minor, v.was_minor, o.price_minor AS own_minor,
            o.was_minor AS own_was_minor, p.tax_class, v.selling, v.on_hand, v.held, v.picture_id, v.grams, v.length_mm,
            v.width_mm, v.height_mm, v.ready_days, v.content,
            v.content_unit, ",
        lowest!(),
        " AS lowest
        FROM variants v JOIN products p ON p.id = v.product_id LEFT JOIN prices o ON o.variant_id = v.id AND o.currency = $1
        WHERE v.product_id = $2 AND v.retired = 0 ORDER BY v.position, v.id"
    );
    let list = &view.list;
    conn.all(OF, &[&list.exchange.to.code(), &product.0], |row| {
        let picture: Option<i64> = row.get("picture_id")?;
        let (price, was) = prices(row, list)?;
        let home = |minor| Money::new(minor, list.exchange.from);
        let class = row.code("tax_class")?;
        Ok(Variant {
            id: VariantId(row.get("id")?),
            sku: row.get("sku")?,
            barcode: row.get("barcode")?,
            values: row.values()?,
            price,
            was,
            home: home(row.get("price_minor")?),
            lowest: lowest(row, list)?.filter(|_| was.is_some()),
            content: row.content()?,
            grams: row.get("grams")?,
            measures: row.measures()?,
            ready_days: row.get("ready_days")?,
            tax: class,
            stock: stock(row)?,
            picture: picture.and_then(|id| pictures.iter().position(|&known| known == id)),
        })
    })
}
