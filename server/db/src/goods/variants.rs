//! What can be bought of a product. One that is no longer sold is retired: orders and ledgers point at it.

use domain::catalogue::Selling;
use domain::goods::{Checked, IncomingVariant};
use domain::ids::{ProductId, VariantId};

use super::offer::Offer;
use super::{Change, Saved, Short, SkuTaken, VariantPart, prices};
use crate::database::Tx;
use crate::error::{Answer, Error, Fault, Result};
use crate::stock;
use crate::wishlists;

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
        let known = known.iter().find(|known| known.values == columns(&variant.values));
        let wanted = Offer::wanted(variant, position, picture, known.map(|known| &known.offer));
        match known {
            Some(known) => change(tx, known, &wanted, variant, saved)?,
            None => {
                let on_hand = i64::from(variant.stock.unwrap_or(0));
                let id = wanted.add(tx, product, columns(&variant.values), on_hand)?;
                stock::begin(tx, id, on_hand)?;
                saved.changes.push(Change::VariantAdded(variant.title()));
            }
        }
    }
    Ok(())
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
        length_mm, width_mm, height_mm, ready_days, selling, picture_id, retired, on_hand, held FROM variants WHERE product_id = $1";
    let mut known = tx.all(OF, &[&product.0], |row| {
        Ok(Known {
            id: VariantId(row.get("id")?),
            values: [row.get("value1")?, row.get("value2")?, row.get("value3")?],
            offer: Offer::read(row, tx.currency())?,
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

fn change(tx: &Tx<'_>, known: &Known, wanted: &Offer, variant: &IncomingVariant, saved: &mut Saved) -> Result<()> {
    let mut parts = wanted.parts_unlike(&known.offer);
    // The shelf first: a variant that was always sold may become counted only when it holds what is promised.
    parts.extend(count(tx, known, variant, saved)?);
    if known.retired || !parts.is_empty() {
        wanted.put(tx, known.id)?;
    }
    if wanted.own != known.offer.own {
        prices::set_own(tx, known.id, &wanted.own)?;
        for (before, _) in &known.offer.own {
            wishlists::own_changed(tx, known.id, *before)?;
        }
    }
    if wanted.price != known.offer.price {
        prices::note(tx, known.id, wanted.price, None)?;
        wishlists::fell(tx, known.id)?;
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

/// The three columns of up to three values.
fn columns(values: &[String]) -> [String; 3] {
    std::array::from_fn(|at| values.get(at).cloned().unwrap_or_default())
}

fn title(columns: &[String; 3]) -> String {
    let values: Vec<&str> = columns.iter().map(String::as_str).filter(|value| !value.is_empty()).collect();
    values.join(" / ")
}
