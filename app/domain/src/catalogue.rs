//! Goods: what is shown, and what can be bought of it. Their addresses are in `catalogue/slug.rs`, their pictures in
//! `catalogue/picture.rs`, the price of a kilogram in `catalogue/unit.rs`, what is asked of a list in `catalogue/filter.rs`, and
//! what it answers in `catalogue/listing.rs`; words that many products share are in `catalogue/terms.rs`.

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::delivery::{Measures, Packet, Thing};
use crate::ids::{ProductId, VariantId};
use crate::lang::{Lang, Said};
use crate::money::Money;
use crate::tax::TaxClass;
use crate::time::Day;

mod filter;
mod listing;
mod picture;
mod slug;
mod terms;
mod unit;

pub use filter::{Asked, Filter, Pages, Wanted, facet_parameter};
pub use listing::{Facet, FacetValue, Listing, Part};
pub use picture::{Picture, Rendition, WIDTHS};
pub use slug::{NotASlug, Slug};
pub use terms::Terms;
pub use unit::{Unit, unit_price};

codes! {
    /// Whether shoppers see a product.
    Shown {
        /// In the shop.
        Live = "live",
        /// Not yet.
        Draft = "draft",
        /// No longer; its page stays for those who bought it.
        Archived = "archived",
    }
}

codes! {
    /// When a variant can be sold.
    Selling {
        /// While there is stock.
        WhileInStock = "in_stock",
        /// Always: made to order, or not counted.
        Always = "always",
    }
}

codes! {
    /// How a list is ordered; its code is in the page's address.
    Sort {
        /// The best liked first.
        Popular = "popular",
        /// The latest first.
        Newest = "newest",
        /// The cheapest first.
        PriceUp = "price",
        /// The dearest first.
        PriceDown = "price-down",
        /// The best rated first.
        Rating = "rating",
        /// The most reduced first.
        Saving = "saving",
    }
}

/// A category with its children, as the menu shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Address in the reader's language.
    pub slug: Slug,
    /// Its addresses in every language that has one of its own.
    pub slugs: Vec<(Lang, Slug)>,
    /// Name.
    pub name: Said,
    /// One sentence.
    pub blurb: Said,
    /// The parent's name and address, for a subcategory.
    pub parent: Option<(Slug, Said)>,
    /// Subcategories, in the shop's order.
    pub children: Vec<(Slug, Said)>,
    /// A picture of something in it.
    pub picture: Option<Picture>,
}

/// What a list shows of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductCard {
    /// Address in the reader's language.
    pub slug: Slug,
    /// Name.
    pub name: Said,
    /// The least a variant costs.
    pub price: Money,
    /// Whether other variants cost more.
    pub from: bool,
    /// The price before a reduction of the cheapest variant.
    pub was: Option<Money>,
    /// Where that one is reduced: the lowest price of the thirty days before.
    pub lowest: Option<Money>,
    /// How much is in the cheapest variant, for the price of a unit.
    pub content: Option<(u32, Unit)>,
    /// The first picture, and the second for hovering.
    pub pictures: Vec<Picture>,
    /// Colours as CSS colours with their names.
    pub swatches: Vec<(String, String)>,
    /// Average stars in tenths and how many gave them.
    pub rating: Option<(u8, u32)>,
    /// Whether any variant can be bought now.
    pub available: bool,
    /// The day it came.
    pub added: Day,
    /// Whether it came in the last weeks.
    pub new: bool,
}

/// One thing that can be chosen: colour, size, material.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its name, such as `Colour`.
    pub name: String,
    /// Its values, in the shop's order.
    pub values: Vec<ChoiceValue>,
}

/// One value of a [`Choice`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceValue {
    /// Its name, such as `Moss`.
    pub name: String,
    /// A CSS colour, for a colour.
    pub swatch: Option<String>,
}

/// What can be bought: one value of each choice, with its own price and stock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// Id, as forms send it.
    pub id: VariantId,
    /// The merchant's number; empty when there is none.
    pub sku: String,
    /// The number under the bars (GTIN: EAN, UPC, ISBN); empty when there is none.
    pub barcode: String,
    /// One value for each of the product's choices, in their order.
    pub values: Vec<String>,
    /// Price now.
    pub price: Money,
    /// Price before a reduction.
    pub was: Option<Money>,
    /// The price in the shop's books: in its own currency, its own tax inside.
    pub home: Money,
    /// For what is reduced: the lowest price of the thirty days before.
    pub lowest: Option<Money>,
    /// How much is in it, for the price of a unit.
    pub content: Option<(u32, Unit)>,
    /// Weight packed, in grams; 0 when nobody said.
    pub grams: u32,
    /// Outer measures, packed; none when nobody has measured.
    pub measures: Option<Measures>,
    /// Working days it takes to be made before it can leave; 0 for what lies on the shelf.
    pub ready_days: u32,
    /// How it is taxed.
    pub tax: TaxClass,
    /// How many can be bought now.
    pub stock: Stock,
    /// Which of the product's pictures shows it, counted from 0.
    pub picture: Option<usize>,
}

/// How many can be bought now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stock {
    /// This many, less what is held for orders.
    Left(u32),
    /// As many as one likes.
    Unlimited,
}

impl Stock {
    /// At or under this, the page says how many are left.
    pub const LOW: u32 = 5;

    /// Whether `count` can be had.
    pub fn covers(self, count: u32) -> bool {
        match self {
            Stock::Left(left) => count <= left,
            Stock::Unlimited => true,
        }
    }

    /// Whether none can be had.
    pub fn is_out(self) -> bool {
        !self.covers(1)
    }
}

/// A product's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Id.
    pub id: ProductId,
    /// Address in the reader's language.
    pub slug: Slug,
    /// Its addresses in every language that has one of its own; the first language's stands for the others.
    pub slugs: Vec<(Lang, Slug)>,
    /// Name.
    pub name: Said,
    /// Who made it; empty when not said.
    pub maker: String,
    /// One sentence; empty when there is none.
    pub lead: Said,
    /// The story, as HTML that was cleaned when it came in.
    pub story: Said,
    /// What it is made of, how large it is, how to care for it.
    pub facts: Vec<(Said, Said)>,
    /// Pictures, the first one the main one.
    pub pictures: Vec<Picture>,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// What can be bought; never empty.
    pub variants: Vec<Variant>,
    /// Average stars in tenths and how many gave them.
    pub rating: Option<(u8, u32)>,
    /// Where it stands: category, then subcategory.
    pub trail: Vec<(Slug, Said)>,
    /// What the names and values of its choices are in the reader's language.
    pub terms: Terms,
    /// Whether it is still sold.
    pub shown: Shown,
}

impl Variant {
    /// One of it, packed; none for a gift card, which needs no parcel.
    pub fn packet(&self) -> Option<Packet> {
        (self.tax != TaxClass::Voucher).then(|| Packet::of([(Thing { grams: self.grams, measures: self.measures }, 1)]))
    }
}

impl Product {
    /// The variant with these values, one for each choice.
    pub fn variant_of(&self, values: &[String]) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.values == values)
    }

    /// The variant to show first: the one asked for, else the first that can be bought, else the first.
    pub fn shown_variant(&self, wanted: Option<VariantId>) -> Option<&Variant> {
        wanted
            .and_then(|id| self.variants.iter().find(|variant| variant.id == id))
            .or_else(|| self.variants.iter().find(|variant| !variant.stock.is_out()))
            .or(self.variants.first())
    }
}
