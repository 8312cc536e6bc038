//! Medusa's product CSV, of its first version (`Price EUR`, `Option 1 Name`, `Image 1 Url`) and its second (`Variant Price EUR`,
//! `Variant Option 1 Name`, `Product Image 1`): every row is a variant and repeats its product.

use domain::money::Currency;

use super::{Dialect, by_handle};
use crate::import::columns::{Field, Line, Meaning, plainly};
use crate::import::{Format, Reason};

/// Medusa's.
pub const DIALECT: Dialect =
    Dialect { format: Format::Medusa, meaning, needs: &[&["Product Handle"], &["Product Title"]], keys: by_handle, arrange };

fn meaning(_: &str, plain: &str) -> Option<Meaning> {
    let field = match plain {
        "product handle" => Field::Handle,
        "product title" => Field::Title,
        "product subtitle" => Field::Lead,
        "product description" => Field::Body,
        "product status" => Field::Status,
        "product type" | "product type value" => Field::Type,
        "product collection title" | "product category 1 name" => Field::Category,
        "product weight" | "variant weight" => Field::Weight,
        "variant sku" => Field::Sku,
        "variant barcode" | "variant ean" | "variant upc" => Field::Barcode,
        "variant manage inventory" => Field::Tracker,
        "variant inventory quantity" => Field::Quantity,
        "variant allow backorder" => Field::Policy,
        "product material" => return Some((Field::Fact, "Material".to_owned())),
        "product origin country" | "variant origin country" => Field::Origin,
        "product hs code" | "variant hs code" => Field::Tariff,
        "product thumbnail" => Field::Image,
        _ => return price(plain).or_else(|| numbered(plain)),
    };
    plainly(field)
}

/// What a variant weighs counts before what its product does, which stands before it.
fn arrange(lines: &mut Vec<Line<'_>>, _: Currency) -> Result<(), Reason> {
    for line in lines {
        let last = line.cells.iter().rposition(|cell| cell.field == Field::Weight);
        let mut at = 0;
        line.cells.retain(|cell| {
            at += 1;
            cell.field != Field::Weight || Some(at - 1) == last
        });
        // Where it was made is for customs, and for who reads about it.
        let origin = line.get(Field::Origin).to_owned();
        line.put(Field::Fact, "Made in", origin);
    }
    Ok(())
}

/// `Variant Price EUR`, `Price USD`, and a region's `Price Europe [EUR]`.
fn price(plain: &str) -> Option<Meaning> {
    let rest = plain.strip_prefix("variant ").unwrap_or(plain).strip_prefix("price ")?;
    let code = rest.rsplit([' ', '[']).next()?.trim_end_matches(']');
    Some((Field::Price, Currency::parse(&code.to_uppercase()).ok()?.code().to_owned()))
}

/// `Option 1 Name`, `Image 2 Url`, `Product Image 2`.
fn numbered(plain: &str) -> Option<Meaning> {
    let rest = plain.strip_prefix("variant ").or_else(|| plain.strip_prefix("product ")).unwrap_or(plain);
    if rest.starts_with("image ") {
        return plainly(Field::Image);
    }
    let (at, what) = rest.strip_prefix("option ")?.split_once(' ')?;
    let at = at.parse::<usize>().ok()?.checked_sub(1)?;
    let fields = match what {
        "name" => Field::CHOICE_NAMES,
        "value" => Field::CHOICE_VALUES,
        _ => return None,
    };
    plainly(*fields.get(at)?)
}
