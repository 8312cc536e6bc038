//! Spree's product CSV (`spree/core/app/models/spree/import_schemas/products.rb`): rows of one slug are one product, a row for
//! each currency of a variant, joined by its SKU; the product's own row sells nothing where it has variants.

use std::collections::HashMap;

use domain::money::Currency;

use super::{Dialect, by_currency, by_handle};
use crate::import::columns::{Field, Line, Meaning, plainly};
use crate::import::{Format, Reason};

/// Spree's.
pub const DIALECT: Dialect =
    Dialect { format: Format::Spree, meaning, needs: &[&["slug"], &["sku"], &["name"], &["price"]], keys: by_handle, arrange };

fn meaning(_: &str, plain: &str) -> Option<Meaning> {
    let field = match plain {
        "slug" => Field::Handle,
        "name" => Field::Title,
        "description" => Field::Body,
        "vendor" | "brand" => Field::Maker,
        "product_type" => Field::Type,
        "category1" | "category2" | "category3" => Field::Category,
        "status" => Field::Status,
        "option1_name" => Field::ChoiceName1,
        "option2_name" => Field::ChoiceName2,
        "option3_name" => Field::ChoiceName3,
        "option1_value" => Field::ChoiceValue1,
        "option2_value" => Field::ChoiceValue2,
        "option3_value" => Field::ChoiceValue3,
        "sku" => Field::Sku,
        "barcode" => Field::Barcode,
        "weight" => Field::Weight,
        "weight_unit" => Field::WeightUnit,
        "depth" => Field::Length,
        "width" => Field::Width,
        "height" => Field::Height,
        "dimensions_unit" => Field::SizeUnit,
        "track_inventory" => Field::Tracker,
        "inventory_count" => Field::Quantity,
        "inventory_backorderable" => Field::Policy,
        "price" => Field::Price,
        "compare_at_price" => Field::Was,
        "currency" => Field::Currency,
        "image1_src" | "image2_src" | "image3_src" => Field::Image,
        _ => return custom(plain),
    };
    plainly(field)
}

/// `custom_field.custom.room_coverage` is the fact `Room coverage`.
fn custom(plain: &str) -> Option<Meaning> {
    let (_, key) = plain.strip_prefix("custom_field.")?.split_once('.')?;
    let words = key.replace(['_', '-'], " ");
    let mut letters = words.chars();
    let first = letters.next()?;
    Some((Field::Fact, first.to_uppercase().chain(letters).collect()))
}

fn arrange(lines: &mut Vec<Line<'_>>, _: Currency) -> Result<(), Reason> {
    by_currency(lines);
    join_currencies(lines);
    for line in lines.iter_mut().filter(|line| !line.get(Field::Category).is_empty()) {
        // The path says more than the type does.
        line.set(Field::Type, "");
    }
    let chooses = |line: &Line<'_>| !line.get(Field::ChoiceValue1).is_empty();
    if lines.iter().any(chooses) {
        lines.iter_mut().for_each(|line| line.sells = chooses(line));
    }
    Ok(())
}

/// A variant's row in another currency repeats its number and says only what differs.
fn join_currencies(lines: &mut Vec<Line<'_>>) {
    let mut joined: Vec<Line<'_>> = Vec::with_capacity(lines.len());
    let mut known: HashMap<String, usize> = HashMap::new();
    for line in lines.drain(..) {
        let sku = line.get(Field::Sku).to_owned();
        let same = known.get(&sku).copied().filter(|_| !sku.is_empty());
        let Some(first) = same.and_then(|at| joined.get_mut(at)) else {
            known.insert(sku, joined.len());
            joined.push(line);
            continue;
        };
        for cell in line.cells {
            if !first.cells.iter().any(|known| known.field == cell.field && known.label == cell.label) {
                first.cells.push(cell);
            }
        }
    }
    *lines = joined;
}
