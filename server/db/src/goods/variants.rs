//! What can be bought of a product. One that is no longer sold is retired: orders and ledgers point at it.

use domain::catalogue::{Selling, Unit};
use domain::goods::{Checked, IncomingVariant};
use domain::ids::{ProductId, VariantId};
use domain::money::Money;

use super::{Change, Saved, Short, SkuTaken, VariantPart, prices};
use crate::database::Tx;
use crate::error::{Answer, Error, Fault, Result};
use crate::rows::Columns;
use crate::stock;

/// Whether every number of the product is its own to use.
pub(super) fn free(tx: &Tx<'_>, goods: &Checked) -> Answer<(), SkuTaken> {
    // `sku <> ''` lets the index be used, which leaves the missing numbers out.
    const TAKEN: &str = "SELECT p.slug FROM variants v JOIN products p ON p.id = v.product_id
        WHERE v.sku = $1 AND v.sku <> '' AND p.slug <> $2";
    for variant in goods.variants.iter().filter(|variant| !variant.sku.is_empty()) {
        let taken = tx.one(TAKEN, &[&variant.sku, &goods.slug.as_str()], |row| row.get("slug"))?;
        if let Some(product) = taken {
            return Err(Error::Refused(SkuTaken { sku: variant.sku.clone(), product }));
        }
    }
    Ok(())
}

/// Brings what is sold of a product to what came in.
pub(super) fn save(tx: &Tx<'_>, product: ProductId, goods: &Checked, saved: &mut Saved) -> Result<()> {
    let known = known(tx, product)?;
    leave(tx, goods, &known, saved)?;
    let pictures = picture_ids(tx, product)?;
    for (position, variant) in (0_i64..).zip(&goods.variants) {
        let picture = variant.picture.and_then(|at| pictures.get(at).copied());
        let wanted = Offer::wanted(variant, position, picture);
        match known.iter().find(|known| known.values == columns(&variant.values)) {
            Some(known) => change(tx, known, &wanted, variant, saved)?,
            None => {
                let id = add(tx, product, &wanted, variant)?;
                stock::count(tx, id, i64::from(variant.stock.unwrap_or(0)))?;
                saved.changes.push(Change::VariantAdded(variant.title()));
            }
        }
    }
    Ok(())
}

/// What is offered of a variant, as its row holds it.
struct Offer {
    position: i64,
    sku: String,
    barcode: String,
    price: Money,
    was: Option<Money>,
    own: Vec<(Money, Option<Money>)>,
    content: Option<(u32, Unit)>,
    grams: u32,
    selling: Selling,
    picture: Option<i64>,
}

struct Known {
    id: VariantId,
    values: [String; 3],
    offer: Offer,
    retired: bool,
    on_hand: i64,
    held: i64,
}

fn known(tx: &Tx<'_>, product: ProductId) -> Result<Vec<Known>> {
    const OF: &str =
        "SELECT id, value1, value2, value3, position, sku, barcode, price_minor, was_minor, content, content_unit, grams,
        selling, picture_id, retired, on_hand, held FROM variants WHERE product_id = $1";
    let money = |minor| Money::new(minor, tx.currency());
    let mut known = tx.all(OF, &[&product.0], |row| {
        let offer = Offer {
            position: row.get("position")?,
            sku: row.get("sku")?,
            barcode: row.get("barcode")?,
            price: money(row.get("price_minor")?),
            was: row.get::<_, Option<i64>>("was_minor")?.map(money),
            own: Vec::new(),
            content: row.get::<_, Option<u32>>("content")?.zip(row.maybe_code("content_unit").ok().flatten()),
            grams: row.get("grams")?,
            selling: row.code("selling")?,
            picture: row.get("picture_id")?,
        };
        Ok(Known {
            id: VariantId(row.get("id")?),
            values: [row.get("value1")?, row.get("value2")?, row.get("value3")?],
            offer,
            retired: row.get("retired")?,
            on_hand: row.get("on_hand")?,
            held: row.get("held")?,
        })
    })?;
    for known in &mut known {
        known.offer.own = prices::own(tx, known.id)?;
    }
    Ok(known)
}

/// Retires what is no longer sold, and frees the numbers that change hands.
fn leave(tx: &Tx<'_>, goods: &Checked, known: &[Known], saved: &mut Saved) -> Result<()> {
    const RETIRE: &str = "UPDATE variants SET retired = 1, sku = '' WHERE id = $1";
    const FREE: &str = "UPDATE variants SET sku = '' WHERE id = $1";
    for known in known {
        let wanted = goods.variants.iter().find(|variant| known.values == columns(&variant.values));
        if wanted.is_none() && !known.retired {
            tx.run(RETIRE, &[&known.id.0])?;
            saved.changes.push(Change::VariantRetired(title(&known.values)));
        } else if wanted.is_some_and(|variant| variant.sku != known.offer.sku) {
            tx.run(FREE, &[&known.id.0])?;
        }
    }
    Ok(())
}

fn picture_ids(tx: &Tx<'_>, product: ProductId) -> Result<Vec<i64>> {
    const OF: &str = "SELECT picture_id FROM product_pictures WHERE product_id = $1 ORDER BY position";
    tx.all(OF, &[&product.0], |row| row.get("picture_id"))
}

fn add(tx: &Tx<'_>, product: ProductId, offer: &Offer, variant: &IncomingVariant) -> Result<VariantId> {
    const ADD: &str = "INSERT INTO variants (product_id, value1, value2, value3, position, sku, barcode, price_minor, was_minor,
        grams, selling, picture_id, content, content_unit)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id";
    let [value1, value2, value3] = columns(&variant.values);
    let was = offer.was.map(|was| was.minor);
    let id = tx.one(
        ADD,
        &[
            &product.0,
            &value1,
            &value2,
            &value3,
            &offer.position,
            &offer.sku,
            &offer.barcode,
            &offer.price.minor,
            &was,
            &offer.grams,
            &offer.selling.code(),
            &offer.picture,
            &offer.content.map(|(content, _)| content),
            &offer.content.map_or("", |(_, unit)| unit.code()),
        ],
        |row| row.get("id"),
    )?;
    let id = id.map(VariantId).ok_or(Fault::NotFound("variant"))?;
    prices::set_own(tx, id, &offer.own)?;
    prices::note(tx, id, offer.price, offer.was)?;
    Ok(id)
}

fn change(tx: &Tx<'_>, known: &Known, wanted: &Offer, variant: &IncomingVariant, saved: &mut Saved) -> Result<()> {
    let mut parts = wanted.parts_unlike(&known.offer);
    // The shelf first: a variant that was always sold may become counted only when it holds what is promised.
    parts.extend(count(tx, known, variant, saved)?);
    wanted.put(tx, known.id)?;
    if wanted.own != known.offer.own {
        prices::set_own(tx, known.id, &wanted.own)?;
    }
    if wanted.price != known.offer.price {
        prices::note(tx, known.id, wanted.price, None)?;
    }
    if known.retired {
        saved.changes.push(Change::VariantAdded(variant.title()));
        return Ok(());
    }
    let change = |(part, from, to)| Change::Variant { title: variant.title(), part, from, to };
    saved.changes.extend(parts.into_iter().map(change));
    Ok(())
}

/// Sets the shelf to what was counted, or to what is promised if that is more.
fn count(
    tx: &Tx<'_>,
    known: &Known,
    variant: &IncomingVariant,
    saved: &mut Saved,
) -> Result<Option<(VariantPart, String, String)>> {
    let counted = variant.stock.map_or(known.on_hand, i64::from);
    let kept = counted.max(known.held);
    if kept == known.on_hand || (variant.stock.is_none() && variant.selling == Selling::Always) {
        short(known, variant, saved);
        return Ok(None);
    }
    if !stock::count(tx, known.id, kept)? {
        return Err(Fault::Books(format!("variant {} does not take the count {kept}", known.id)));
    }
    short(known, variant, saved);
    Ok(Some((VariantPart::Stock, known.on_hand.to_string(), kept.to_string())))
}

fn short(known: &Known, variant: &IncomingVariant, saved: &mut Saved) {
    if let Some(counted) = variant.stock.filter(|&counted| i64::from(counted) < known.held)
        && variant.selling == Selling::WhileInStock
    {
        saved.short.push(Short { title: variant.title(), counted, held: known.held });
    }
}

impl Offer {
    fn wanted(variant: &IncomingVariant, position: i64, picture: Option<i64>) -> Self {
        Self {
            position,
            sku: variant.sku.clone(),
            barcode: variant.barcode.clone(),
            price: variant.price,
            was: variant.was,
            own: {
                let mut own = variant.own.clone();
                own.sort_by_key(|(price, _)| price.currency);
                own
            },
            content: variant.content,
            grams: variant.grams,
            selling: variant.selling,
            picture,
        }
    }

    fn put(&self, tx: &Tx<'_>, id: VariantId) -> Result<()> {
        const PUT: &str =
            "UPDATE variants SET position = $1, sku = $2, barcode = $3, price_minor = $4, was_minor = $5, grams = $6,
            selling = $7, picture_id = $8, content = $9, content_unit = $10, retired = 0 WHERE id = $11";
        let was = self.was.map(|was| was.minor);
        let Self { position, sku, barcode, grams, picture, .. } = self;
        let (content, unit) = (self.content.map(|(content, _)| content), self.content.map_or("", |(_, unit)| unit.code()));
        let selling = self.selling.code();
        let price = self.price.minor;
        tx.run(PUT, &[position, sku, barcode, &price, &was, grams, &selling, picture, &content, &unit, &id.0])?;
        Ok(())
    }

    /// The parts that differ, with what they were and what they are.
    fn parts_unlike(&self, known: &Self) -> Vec<(VariantPart, String, String)> {
        let both = known.parts().into_iter().zip(self.parts());
        both.filter(|(was, is)| was != is).map(|((part, from), (_, to))| (part, from, to)).collect()
    }

    fn parts(&self) -> [(VariantPart, String); 10] {
        let own = self.own.iter().map(|(price, was)| {
            let was = was.map(|was| format!(" (before: {})", was.plain())).unwrap_or_default();
            format!("{} {}{was}", price.currency.code(), price.plain())
        });
        [
            (VariantPart::Position, self.position.to_string()),
            (VariantPart::Sku, self.sku.clone()),
            (VariantPart::Barcode, self.barcode.clone()),
            (VariantPart::Price, self.price.plain()),
            (VariantPart::Was, self.was.map(|was| was.plain()).unwrap_or_default()),
            (VariantPart::Own, own.collect::<Vec<_>>().join(", ")),
            (VariantPart::Content, self.content.map(|(content, unit)| format!("{content} {}", unit.code())).unwrap_or_default()),
            (VariantPart::Grams, self.grams.to_string()),
            (VariantPart::Selling, self.selling.code().to_owned()),
            (VariantPart::Picture, self.picture.map(|id| id.to_string()).unwrap_or_default()),
        ]
    }
}

/// The three columns of up to three values.
fn columns(values: &[String]) -> [String; 3] {
    std::array::from_fn(|at| values.get(at).cloned().unwrap_or_default())
}

fn title(columns: &[String; 3]) -> String {
    let values: Vec<&str> = columns.iter().map(String::as_str).filter(|value| !value.is_empty()).collect();
    values.join(" / ")
}
