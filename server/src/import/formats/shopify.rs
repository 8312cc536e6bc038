//! Shopify's product CSV: the old columns (`Handle`, `Variant Price`) and the new (`URL handle`, `Price`), and this shop's own
//! columns beside the new ones.
//!
//! Rows of one handle are one product, wherever they stand; a row without a title adds a variant or a picture. A price for a
//! market (`Price / GBP`) is kept where the market is a currency.

use domain::money::Currency;

use super::{Dialect, by_handle};
use crate::import::Format;
use crate::import::columns::{Field, Meaning, plainly};

/// Only the title is required of such a file, but a title alone is anybody's.
pub const DIALECT: Dialect = Dialect {
    format: Format::Shopify,
    meaning,
    needs: &[&["Title"], &["Price", "Variant Price"]],
    keys: by_handle,
    arrange: |_, _| Ok(()),
};

fn meaning(name: &str, plain: &str) -> Option<Meaning> {
    let field = match plain {
        "handle" | "url handle" => Field::Handle,
        "title" => Field::Title,
        "body (html)" | "body html" | "body" | "description" => Field::Body,
        "vendor" => Field::Maker,
        "type" | "custom product type" => Field::Type,
        "product category" | "standard product type" | "standardized product type" => Field::Category,
        "published" | "published on online store" => Field::Published,
        "status" => Field::Status,
        "gift card" => Field::GiftCard,
        "option1 name" => Field::ChoiceName1,
        "option2 name" => Field::ChoiceName2,
        "option3 name" => Field::ChoiceName3,
        "option1 value" => Field::ChoiceValue1,
        "option2 value" => Field::ChoiceValue2,
        "option3 value" => Field::ChoiceValue3,
        "variant sku" | "sku" => Field::Sku,
        "variant barcode" | "barcode" => Field::Barcode,
        "variant grams" | "weight value (grams)" => Field::Weight,
        "variant inventory tracker" | "inventory tracker" => Field::Tracker,
        "variant inventory qty" | "inventory quantity" => Field::Quantity,
        "variant inventory policy" | "continue selling when out of stock" => Field::Policy,
        "variant price" | "price" => Field::Price,
        "variant compare at price" | "compare-at price" | "compare at price" => Field::Was,
        "unit price total measure" => Field::Content,
        "unit price total measure unit" => Field::ContentUnit,
        "image src" | "product image url" => Field::Image,
        "image position" => Field::ImagePosition,
        "image alt text" => Field::ImageAlt,
        "variant image" | "variant image url" => Field::VariantImage,
        "ready in days" => Field::Ready,
        "care" => Field::Care,
        "hs code" | "harmonized system code" => Field::Tariff,
        "coo" | "country of origin" | "country/region of origin" => Field::Origin,
        "details (cartwright)" => Field::Details,
        "shelf (cartwright)" => Field::Shelf,
        "terms (cartwright)" => Field::Terms,
        "synonyms (cartwright)" => Field::Synonyms,
        _ => return market(plain).or_else(|| side(plain)).or_else(|| metafield(name)),
    };
    plainly(field)
}

/// `Price / GBP`.
fn market(plain: &str) -> Option<Meaning> {
    let (price, market) = plain.split_once(" / ")?;
    let field = match price {
        "price" => Field::Price,
        "compare at price" | "compare-at price" => Field::Was,
        _ => return None,
    };
    Some((field, Currency::parse(&market.to_uppercase()).ok()?.code().to_owned()))
}

/// `Length (mm)`: a merchant's own columns, Shopify has none.
fn side(plain: &str) -> Option<Meaning> {
    let (side, unit) = plain.split_once(" (")?;
    let unit = unit.strip_suffix(')')?;
    let field = match side {
        "length" => Field::Length,
        "width" => Field::Width,
        "height" => Field::Height,
        _ => return None,
    };
    Some((field, unit.to_owned()))
}

/// `Care (product.metafields.custom.care)`.
fn metafield(name: &str) -> Option<Meaning> {
    let (label, _) = name.split_once("(product.metafields.")?;
    Some((Field::Fact, label.trim().to_owned()))
}
