//! WooCommerce's product CSV (`includes/export/class-wc-product-csv-exporter.php`): a variable product and its variations, which
//! name their parent by its SKU or `id:123`; lists are parted by commas, and `\,` is a comma in one of them.

use std::collections::{HashMap, HashSet};

use domain::catalogue::Slug;
use domain::money::Currency;

use super::Dialect;
use crate::import::columns::{Columns, Field, Line, Meaning, plainly};
use crate::import::table::Table;
use crate::import::{Format, Reason, Unreadable};

/// WooCommerce's.
pub const DIALECT: Dialect =
    Dialect { format: Format::Woocommerce, meaning, needs: &[&["Type"], &["SKU"], &["Name"], &["Regular price"]], keys, arrange };

fn meaning(name: &str, plain: &str) -> Option<Meaning> {
    let field = match plain {
        "id" => Field::Id,
        "type" => Field::Kind,
        "sku" => Field::Sku,
        "gtin, upc, ean, or isbn" => Field::Barcode,
        "name" => Field::Title,
        "published" => Field::Published,
        "short description" => Field::Lead,
        "description" => Field::Body,
        "brands" => Field::Maker,
        "in stock?" => Field::InStock,
        "stock" => Field::Quantity,
        "backorders allowed?" => Field::Policy,
        "sale price" => Field::Sale,
        "regular price" => Field::Price,
        "categories" => Field::Category,
        "images" => Field::Images,
        "parent" => Field::Parent,
        _ => return labelled(name, plain),
    };
    plainly(field)
}

/// `Weight (kg)`, `Attribute 1 name`, `Meta: care`. What begins with an underscore is WooCommerce's own affair.
fn labelled(name: &str, plain: &str) -> Option<Meaning> {
    if let Some((measure, unit)) = plain.split_once(" (") {
        let measures = [("weight", Field::Weight), ("length", Field::Length), ("width", Field::Width), ("height", Field::Height)];
        let (_, field) = measures.into_iter().find(|(known, _)| *known == measure)?;
        return Some((field, unit.trim_end_matches(')').to_owned()));
    }
    if let Some(key) = name.trim().strip_prefix("Meta:").map(str::trim) {
        return (!key.starts_with('_')).then(|| (Field::Fact, key.to_owned()));
    }
    let (at, what) = plain.strip_prefix("attribute ")?.split_once(' ')?;
    match what {
        "name" => Some((Field::AttributeName, at.to_owned())),
        "value(s)" => Some((Field::AttributeValues, at.to_owned())),
        _ => None,
    }
}

fn is_variation(kind: &str) -> bool {
    list(kind).iter().any(|word| word == "variation")
}

/// A product's key is its name; a second of the same name has its id beside it.
fn keys(table: &Table, columns: &Columns) -> Result<Vec<String>, Unreadable> {
    let mut owners: HashSet<Slug> = HashSet::new();
    let mut by_number: HashMap<String, String> = HashMap::new();
    let mut keys = vec![String::new(); table.places.len()];
    for (row, key) in table.rows().zip(&mut keys) {
        let row = row?;
        if is_variation(&columns.cell(&row, Field::Kind)) {
            continue;
        }
        let cell = |field| columns.cell(&row, field);
        let (name, id, sku) = (cell(Field::Title), cell(Field::Id), cell(Field::Sku));
        let repeated = Slug::of(&name).is_ok_and(|slug| !owners.insert(slug));
        *key = if repeated { format!("{name} {}", if id.is_empty() { &sku } else { &id }) } else { name.into_owned() };
        for number in [format!("id:{id}"), sku.to_lowercase()] {
            by_number.insert(number, key.clone());
        }
    }
    for (row, key) in table.rows().zip(&mut keys) {
        let row = row?;
        if is_variation(&columns.cell(&row, Field::Kind)) {
            let parent = Some(columns.cell(&row, Field::Parent).to_lowercase()).filter(|parent| !parent.is_empty());
            *key = parent.and_then(|parent| by_number.get(&parent).cloned()).unwrap_or_default();
        }
    }
    Ok(keys)
}

fn arrange(lines: &mut Vec<Line<'_>>, _: Currency) -> Result<(), Reason> {
    // The product itself first: its variations may stand before it.
    lines.sort_by_key(|line| is_variation(line.get(Field::Kind)));
    for line in lines.iter() {
        if let Some(kind) = list(line.get(Field::Kind)).into_iter().find(|kind| matches!(kind.as_str(), "grouped" | "external")) {
            let what = format!("a product of type `{kind}` has nothing of its own to sell");
            return Err(Reason { row: line.number, column: "Type".to_owned(), what });
        }
    }
    let has_variations = lines.iter().any(|line| is_variation(line.get(Field::Kind)));
    let shared = lines.first().map(|line| line.get(Field::Quantity).to_owned()).unwrap_or_default();
    for line in lines.iter_mut() {
        let varies = is_variation(line.get(Field::Kind));
        line.sells = varies || !has_variations;
        prices(line);
        stock(line, &shared);
        texts(line);
        pictures(line, varies);
        if varies {
            // The parent's name with the values behind it.
            line.set(Field::Title, "");
        }
    }
    attributes(lines);
    Ok(())
}

fn prices(line: &mut Line<'_>) {
    let sale = line.get(Field::Sale).to_owned();
    if !sale.is_empty() {
        let regular = line.get(Field::Price).to_owned();
        line.set(Field::Was, regular);
        line.set(Field::Price, sale);
    }
}

fn stock(line: &mut Line<'_>, shared: &str) {
    match (line.get(Field::Quantity), line.get(Field::InStock)) {
        ("parent", _) => line.set(Field::Quantity, shared.to_owned()),
        ("", "0") => line.set(Field::Quantity, "0"),
        _ => {}
    }
    let sold_anyway = line.get(Field::InStock) == "backorder" || line.get(Field::Policy) == "notify";
    if sold_anyway {
        line.set(Field::Policy, "1");
    }
    // 1 is published; 0 is private, -1 a draft, 2 waits for review.
    if !matches!(line.get(Field::Published), "" | "1") {
        line.set(Field::Published, "0");
    }
}

/// Line ends are written as two signs.
fn texts(line: &mut Line<'_>) {
    for field in [Field::Body, Field::Lead] {
        let text = line.get(field).replace("\\n", "\n");
        line.set(field, text);
    }
    let shelf = list(line.get(Field::Category)).into_iter().next().unwrap_or_default();
    line.set(Field::Category, shelf);
}

fn pictures(line: &mut Line<'_>, varies: bool) {
    let images = list(line.get(Field::Images));
    if varies {
        line.set(Field::VariantImage, images.into_iter().next().unwrap_or_default());
    } else {
        images.into_iter().for_each(|image| line.put(Field::Image, "", image));
    }
}

/// What variations differ by is a choice; any other attribute is a fact.
fn attributes(lines: &mut [Line<'_>]) {
    let mut choices: Vec<String> = Vec::new();
    for (name, _) in lines.iter().filter(|line| line.sells && is_variation(line.get(Field::Kind))).flat_map(said) {
        if !choices.contains(&name) {
            choices.push(name);
        }
    }
    for line in lines.iter_mut() {
        for (name, values) in said(line) {
            match choices.iter().position(|choice| *choice == name) {
                Some(at) if line.sells => {
                    let (Some(&field), Some(&value)) = (Field::CHOICE_NAMES.get(at), Field::CHOICE_VALUES.get(at)) else {
                        continue;
                    };
                    line.put(field, "", name);
                    line.put(value, "", values);
                }
                Some(_) => {}
                None => line.put(Field::Fact, name, list(&values).join(", ")),
            }
        }
    }
}

/// A line's attributes: names and values.
fn said(line: &Line<'_>) -> Vec<(String, String)> {
    let names = line.all(Field::AttributeName);
    let with_values = names.map(|name| (name.text.to_string(), line.labelled(Field::AttributeValues, &name.label).to_owned()));
    with_values.filter(|(_, values)| !values.is_empty()).collect()
}

/// The parts of a list. A comma parts only with a blank behind it, as addresses of pictures have commas too.
fn list(text: &str) -> Vec<String> {
    let kept = text.replace("\\,", "\u{0}");
    let parted = kept.split(", ").map(|part| part.replace('\u{0}', ",").trim().to_owned());
    parted.filter(|part| !part.is_empty()).collect()
}
