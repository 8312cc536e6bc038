//! What is sold now beside, or instead of, a line of an order: the variants of its product, at today's prices.

use domain::catalogue::Stock;
use domain::delivery::Thing;
use domain::ids::{ProductId, VariantId};
use domain::market::View;
use domain::money::Money;
use domain::tax::{Percent, TaxClass};

use crate::catalogue::{prices, said, stock, term};
use crate::database::Conn;
use crate::error::Result;
use crate::rows::Columns;

/// A variant that is sold now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sold {
    /// Which.
    pub variant: VariantId,
    /// Its product's address.
    pub slug: String,
    /// Its product's name, in the order's language.
    pub name: String,
    /// Its values, in the order's language.
    pub values: Vec<String>,
    /// What one costs today, in the order's currency.
    pub unit: Money,
    /// The rate of the tax inside.
    pub percent: Percent,
    /// The file of its picture.
    pub picture: Option<String>,
    /// How many there are.
    pub stock: Stock,
}

impl Sold {
    /// How many can be added.
    pub const fn left(&self) -> u32 {
        match self.stock {
            Stock::Left(left) => left,
            Stock::Unlimited => u32::MAX,
        }
    }
}

/// The variants of a product that are sold; none of a gift card.
pub(super) fn sold(conn: &Conn, view: &View, product: ProductId) -> Result<Vec<Sold>> {
    const OF: &str = "SELECT v.id, coalesce(w.slug, p.slug) AS slug, p.name, w.name AS said_name, v.value1, v.value2, v.value3,
            v.price_minor, v.was_minor, o.price_minor AS own_minor, o.was_minor AS own_was_minor, p.tax_class, v.selling, v.on_hand,
            v.held, i.file
        FROM variants v JOIN products p ON p.id = v.product_id
        LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1
        LEFT JOIN prices o ON o.variant_id = v.id AND o.currency = $2
        LEFT JOIN pictures i ON i.id = coalesce(v.picture_id, (SELECT picture_id FROM product_pictures pp
            WHERE pp.product_id = p.id ORDER BY pp.position LIMIT 1))
        WHERE v.product_id = $3 AND v.retired = 0 AND p.shown = 'live' AND p.tax_class <> $4 ORDER BY v.position, v.id";
    let (lang, list) = (view.lang, &view.list);
    let params: [&dyn rusqlite::ToSql; 4] = [&lang.code(), &list.exchange.to.code(), &product.0, &TaxClass::Voucher.code()];
    let mut all = conn.all(OF, &params, |row| {
        Ok(Sold {
            variant: VariantId(row.get("id")?),
            slug: row.get("slug")?,
            name: said(row, "name", "said_name", lang)?.text,
            values: row.values()?,
            unit: prices(row, list)?.0,
            percent: list.inside(row.code("tax_class")?).unwrap_or_default(),
            picture: row.get("file")?,
            stock: stock(row)?,
        })
    })?;
    for value in all.iter_mut().flat_map(|sold| &mut sold.values) {
        *value = term(conn, lang, std::mem::take(value))?.text;
    }
    Ok(all)
}

/// What so many of each of these weigh and measure.
pub(super) fn things(conn: &Conn, all: &[(VariantId, u32)]) -> Result<Vec<(Thing, u32)>> {
    const OF: &str = "SELECT grams, length_mm, width_mm, height_mm FROM variants WHERE id = $1";
    let mut things = Vec::new();
    for (variant, count) in all {
        let thing = conn.one(OF, &[&variant.0], |row| Ok(Thing { grams: row.get("grams")?, measures: row.measures()? }))?;
        things.extend(thing.map(|thing| (thing, *count)));
    }
    Ok(things)
}
