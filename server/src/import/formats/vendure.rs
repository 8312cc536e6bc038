//! Vendure's product CSV: a row without a name is a variant of the product above it; lists are parted by `|`, facets are
//! `name:value`, custom fields are `product:field` and `variant:field`, and `name:de` is the name in German.

use domain::lang::Lang;
use domain::money::Currency;

use super::{Dialect, parts};
use crate::import::columns::{Columns, Field, Line, Meaning};
use crate::import::table::{Row, Table};
use crate::import::{Format, Reason, Unreadable};

/// Vendure's.
pub const DIALECT: Dialect = Dialect {
    format: Format::Vendure,
    meaning,
    needs: &[&["name", "name:en"], &["optionGroups", "optionGroups:en"], &["optionValues", "optionValues:en"], &["price"]],
    keys,
    arrange,
};

fn meaning(name: &str, plain: &str) -> Option<Meaning> {
    if let Some((owner, field)) = name.trim().split_once(':')
        && ["product", "variant"].contains(&owner)
    {
        return Some((Field::Fact, field.split(':').next().unwrap_or(field).to_owned()));
    }
    let (plain, label) = plain.split_once(':').unwrap_or((plain, ""));
    let field = match plain {
        "name" => Field::Title,
        "slug" => Field::Handle,
        "description" => Field::Body,
        "assets" => Field::Images,
        "facets" | "variantfacets" => Field::Facets,
        "optiongroups" => Field::Groups,
        "optionvalues" => Field::Values,
        "sku" => Field::Sku,
        "price" => Field::Price,
        "stockonhand" => Field::Quantity,
        "trackinventory" => Field::Tracker,
        "variantassets" => Field::VariantImage,
        _ => return None,
    };
    Some((field, spoken(label)?))
}

/// The code of a language the shop speaks; empty for the one goods are described in.
fn spoken(label: &str) -> Option<String> {
    match Lang::of_tag(label) {
        _ if label.is_empty() => Some(String::new()),
        Some(Lang::FIRST) => Some(String::new()),
        lang => lang.map(|lang| lang.code().to_owned()),
    }
}

fn keys(table: &Table, columns: &Columns) -> Result<Vec<String>, Unreadable> {
    let mut above = String::new();
    let mut key = |row: Row| {
        let (name, slug) = (columns.cell(&row, Field::Title), columns.cell(&row, Field::Handle));
        if !name.is_empty() || !slug.is_empty() {
            above = if slug.is_empty() { name } else { slug }.into_owned();
        }
        above.clone()
    };
    table.rows().map(|row| row.map(&mut key)).collect()
}

fn arrange(lines: &mut Vec<Line<'_>>, _: Currency) -> Result<(), Reason> {
    let groups: Vec<String> = lines.first().map(|line| parts(line.get(Field::Groups), "|")).unwrap_or_default();
    for line in lines.iter_mut() {
        for (field, name) in Field::CHOICE_NAMES.into_iter().zip(&groups) {
            line.put(field, "", name.clone());
        }
        let values = parts(line.get(Field::Values), "|");
        for (field, value) in Field::CHOICE_VALUES.into_iter().zip(values) {
            line.put(field, "", value);
        }
        for image in parts(line.get(Field::Images), "|") {
            line.put(Field::Image, "", image);
        }
        let own = parts(line.get(Field::VariantImage), "|").into_iter().next().unwrap_or_default();
        line.set(Field::VariantImage, own);
        facets(line);
    }
    Ok(())
}

/// A facet is a fact, but for those that say where the product stands and who made it.
fn facets(line: &mut Line<'_>) {
    let cells: Vec<String> =
        line.all(Field::Facets).filter(|cell| cell.label.is_empty()).map(|cell| cell.text.to_string()).collect();
    let mut shelves = Vec::new();
    for facet in cells.iter().flat_map(|cell| parts(cell, "|")) {
        let Some((name, value)) = facet.split_once(':') else { continue };
        let (name, value) = (name.trim().to_owned(), value.trim().to_owned());
        match name.to_lowercase().as_str() {
            "category" => shelves.push(value),
            "brand" | "manufacturer" => line.put(Field::Maker, "", value),
            _ => line.put(Field::Fact, name, value),
        }
    }
    line.put(Field::Category, "", shelves.join(" > "));
}
