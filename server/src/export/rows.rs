//! The columns of an export, and a product's rows in them.

use db::goods::Outgoing;
use domain::catalogue::{Selling, Shown, Unit};
use domain::customs::TariffCode;
use domain::goods::{Incoming, IncomingVariant};
use domain::money::{Currency, Money};
use serde::Serialize;

use crate::import::{Details, OwnTerms, Shelf, Synonyms};

/// Shopify's columns, in the order of its template, as far as the shop has something to say in them.
const COLUMNS: [&str; 38] = [
    "Title",
    "URL handle",
    "Description",
    "Vendor",
    "Product category",
    "Published on online store",
    "Status",
    "SKU",
    "Barcode",
    "Option1 name",
    "Option1 value",
    "Option2 name",
    "Option2 value",
    "Option3 name",
    "Option3 value",
    "Price",
    "Compare-at price",
    "Unit price total measure",
    "Unit price total measure unit",
    "Inventory tracker",
    "Inventory quantity",
    "Continue selling when out of stock",
    "Weight value (grams)",
    "Length (mm)",
    "Width (mm)",
    "Height (mm)",
    READY,
    TARIFF,
    ORIGIN,
    CARE,
    "Product image URL",
    "Image position",
    "Image alt text",
    "Variant image URL",
    "Details (cartwright)",
    "Shelf (cartwright)",
    "Terms (cartwright)",
    "Synonyms (cartwright)",
];

/// The columns of a thing's outer measures, which Shopify has not.
const SIDES: [&str; 3] = ["Length (mm)", "Width (mm)", "Height (mm)"];

/// The column of the working days a thing takes to be made.
const READY: &str = "Ready in days";

/// The column of how a thing is looked after.
const CARE: &str = "Care";

/// The columns of what customs want to know, as Shopify calls them in its inventory.
const TARIFF: &str = "HS Code";
const ORIGIN: &str = "COO";

/// The columns of one file: those all shops have, and two for each currency the merchant sets prices in.
pub struct Columns {
    names: Vec<String>,
}

/// A row: what it says, by column.
#[derive(Default)]
pub struct Row(Vec<(String, String)>);

impl Columns {
    /// For a shop with prices of its own in these currencies.
    pub fn of(currencies: Vec<Currency>) -> Self {
        let mut names: Vec<String> = COLUMNS.map(str::to_owned).to_vec();
        for currency in currencies {
            names.extend([price(currency), before(currency)]);
        }
        Self { names }
    }

    /// The first row.
    pub fn header(&self) -> Vec<String> {
        self.names.clone()
    }

    /// A row's cells, each in its place.
    pub fn fill(&self, row: &Row, line: &mut Vec<String>) {
        line.clear();
        line.resize(self.names.len(), String::new());
        for (name, text) in &row.0 {
            if let Some(cell) = self.names.iter().position(|known| known == name).and_then(|at| line.get_mut(at)) {
                cell.clone_from(text);
            }
        }
    }
}

fn price(currency: Currency) -> String {
    format!("Price / {}", currency.code())
}

fn before(currency: Currency) -> String {
    format!("Compare-at price / {}", currency.code())
}

impl Row {
    /// A category.
    pub fn shelf(shelf: &Shelf) -> Self {
        let mut row = Self::default();
        row.put("Shelf (cartwright)", json(shelf));
        row
    }

    /// Words that many products share.
    pub fn terms(terms: &OwnTerms) -> Self {
        let mut row = Self::default();
        row.put("Terms (cartwright)", json(terms));
        row
    }

    /// Words that mean the same in a search.
    pub fn synonyms(synonyms: &Synonyms) -> Self {
        let mut row = Self::default();
        row.put("Synonyms (cartwright)", json(synonyms));
        row
    }

    fn put(&mut self, column: &str, text: impl Into<String>) {
        self.0.push((column.to_owned(), text.into()));
    }
}

/// None of the shapes written here can fail: their keys are texts, and they write to memory.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A product's rows: the first has its texts, each has a variant and a picture, as long as there are some.
pub fn product(of: &Outgoing, pictures: &[String], currency: Currency) -> Vec<Row> {
    let goods = &of.goods;
    let mut rows = Vec::new();
    for at in 0..goods.variants.len().max(pictures.len()) {
        let mut row = Row::default();
        row.put("URL handle", goods.slug.as_str());
        if at == 0 {
            head(&mut row, goods);
            row.put("Details (cartwright)", json(&Details::of(of, currency)));
        }
        if let Some(of) = goods.variants.get(at) {
            variant(&mut row, of, pictures);
        }
        if let (Some(picture), Some(cell)) = (goods.pictures.get(at), pictures.get(at)) {
            row.put("Product image URL", cell);
            row.put("Image position", (at + 1).to_string());
            row.put("Image alt text", &picture.alt);
        }
        rows.push(row);
    }
    rows
}

fn head(row: &mut Row, goods: &Incoming) {
    row.put("Title", &goods.name);
    row.put("Description", &goods.story);
    row.put("Vendor", &goods.maker);
    if let Some(place) = &goods.place {
        let names: Vec<&str> = std::iter::once(&place.top).chain(&place.sub).map(|named| named.name.as_str()).collect();
        row.put("Product category", names.join(" > "));
    }
    row.put(TARIFF, goods.tariff.known().map(TariffCode::as_str).unwrap_or_default());
    row.put(ORIGIN, goods.origin.known().map(|country| country.code()).unwrap_or_default());
    row.put(CARE, goods.care.text().unwrap_or_default());
    row.put("Published on online store", if goods.shown == Shown::Live { "TRUE" } else { "FALSE" });
    row.put("Status", if goods.shown == Shown::Live { "active" } else { goods.shown.code() });
    for (choice, column) in goods.choices.iter().zip(["Option1 name", "Option2 name", "Option3 name"]) {
        row.put(column, &choice.name);
    }
}

fn variant(row: &mut Row, variant: &IncomingVariant, pictures: &[String]) {
    for (value, column) in variant.values.iter().zip(["Option1 value", "Option2 value", "Option3 value"]) {
        row.put(column, value);
    }
    row.put("SKU", &variant.sku);
    row.put("Barcode", &variant.barcode);
    row.put("Price", variant.price.plain());
    row.put("Compare-at price", plain(variant.was));
    for (own, was) in variant.own.iter().flatten() {
        row.put(&price(own.currency), own.plain());
        row.put(&before(own.currency), plain(*was));
    }
    if let Some((amount, unit)) = variant.content {
        row.put("Unit price total measure", amount.to_string());
        row.put("Unit price total measure unit", if unit == Unit::Piece { "item" } else { unit.code() });
    }
    let is_counted = variant.selling == Selling::WhileInStock;
    row.put("Inventory tracker", if is_counted { "shopify" } else { "" });
    row.put("Inventory quantity", variant.stock.map(|count| count.to_string()).unwrap_or_default());
    row.put("Continue selling when out of stock", if is_counted { "FALSE" } else { "TRUE" });
    row.put("Weight value (grams)", variant.grams.to_string());
    for (side, column) in variant.measures.iter().flat_map(|measures| measures.sides()).zip(SIDES) {
        row.put(column, side.to_string());
    }
    row.put(READY, variant.ready_days.filter(|days| *days > 0).map(|days| days.to_string()).unwrap_or_default());
    if let Some(cell) = variant.picture.and_then(|at| pictures.get(at)) {
        row.put("Variant image URL", cell);
    }
}

fn plain(money: Option<Money>) -> String {
    money.map(|money| money.plain()).unwrap_or_default()
}
