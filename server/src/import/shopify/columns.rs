//! The columns of both headers, in any order and case.

use std::collections::HashMap;

use crate::import::table::{Row, Table};

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The product's address.
    Handle,
    /// Its name.
    Title,
    /// Its text.
    Body,
    /// Who made it.
    Vendor,
    /// The merchant's own category.
    Type,
    /// Shopify's category, a path.
    Category,
    /// Whether it is in the shop.
    Published,
    /// `active`, `draft`, `archived`.
    Status,
    /// The name of choice 0, 1 or 2.
    ChoiceName(usize),
    /// The variant's value of it.
    ChoiceValue(usize),
    /// The merchant's number.
    Sku,
    /// The number under the bars.
    Barcode,
    /// Weight.
    Grams,
    /// Length, width or height, packed: a merchant's own columns, Shopify has none.
    Side(usize),
    /// Who counts it; empty when nobody does.
    Tracker,
    /// How many there are.
    Quantity,
    /// Whether it is sold when there are none.
    Policy,
    /// Price.
    Price,
    /// Price before a reduction.
    Was,
    /// A picture.
    Image,
    /// Its place.
    ImagePosition,
    /// Its words.
    ImageAlt,
    /// The variant's picture.
    VariantImage,
}

/// What a header says when it is lower-cased.
fn field(name: &str) -> Option<Field> {
    Some(match name {
        "handle" | "url handle" => Field::Handle,
        "title" => Field::Title,
        "body (html)" | "body html" | "body" | "description" => Field::Body,
        "vendor" => Field::Vendor,
        "type" | "custom product type" => Field::Type,
        "product category" | "standard product type" | "standardized product type" => Field::Category,
        "published" | "published on online store" => Field::Published,
        "status" => Field::Status,
        "option1 name" => Field::ChoiceName(0),
        "option2 name" => Field::ChoiceName(1),
        "option3 name" => Field::ChoiceName(2),
        "option1 value" => Field::ChoiceValue(0),
        "option2 value" => Field::ChoiceValue(1),
        "option3 value" => Field::ChoiceValue(2),
        "variant sku" | "sku" => Field::Sku,
        "variant barcode" | "barcode" => Field::Barcode,
        "variant grams" | "weight value (grams)" => Field::Grams,
        "length (mm)" | "length (cm)" => Field::Side(0),
        "width (mm)" | "width (cm)" => Field::Side(1),
        "height (mm)" | "height (cm)" => Field::Side(2),
        "variant inventory tracker" | "inventory tracker" => Field::Tracker,
        "variant inventory qty" | "inventory quantity" => Field::Quantity,
        "variant inventory policy" | "continue selling when out of stock" => Field::Policy,
        "variant price" | "price" => Field::Price,
        "variant compare at price" | "compare-at price" | "compare at price" => Field::Was,
        "image src" | "product image url" => Field::Image,
        "image position" => Field::ImagePosition,
        "image alt text" => Field::ImageAlt,
        "variant image" | "variant image url" => Field::VariantImage,
        _ => return None,
    })
}

/// Where each field is in a table.
pub struct Columns {
    places: HashMap<Field, usize>,
    names: Vec<String>,
}

impl Columns {
    /// The first column of each meaning counts.
    pub fn of(table: &Table) -> Self {
        let mut places = HashMap::new();
        for (at, name) in table.columns.iter().enumerate() {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            if let Some(field) = field(&name) {
                places.entry(field).or_insert(at);
            }
        }
        Self { places, names: table.columns.clone() }
    }

    /// Whether products can be read from them. Only the title is required of a file, but a title alone is anybody's.
    pub fn are_enough(&self) -> bool {
        let has = |field| self.places.contains_key(&field);
        has(Field::Title) && has(Field::Price)
    }

    /// Whether the table has such a column.
    pub fn has(&self, field: Field) -> bool {
        self.places.contains_key(&field)
    }

    /// A row's cell; empty when the column is missing.
    pub fn cell<'a>(&self, row: &'a Row, field: Field) -> &'a str {
        self.places.get(&field).and_then(|&at| row.cells.get(at)).map_or("", String::as_str)
    }

    /// What the file calls it.
    pub fn name(&self, field: Field) -> String {
        self.places.get(&field).and_then(|&at| self.names.get(at)).cloned().unwrap_or_default()
    }

    /// Columns that mean nothing here and hold something.
    pub fn unread(&self, table: &Table) -> Vec<String> {
        let is_read = |at: usize| self.places.values().any(|&place| place == at);
        let is_filled = |at: usize| table.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty()));
        let unread = (0..self.names.len()).filter(|&at| !is_read(at) && is_filled(at));
        unread.filter_map(|at| self.names.get(at).cloned()).collect()
    }
}
