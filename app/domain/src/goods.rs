//! Goods that come in: from a file, from another shop, from the demo. Nothing is saved that was not checked here.

use crate::catalogue::{Choice, NotASlug, Selling, Shown, Slug, Unit};
use crate::contact::Country;
use crate::customs::TariffCode;
use crate::delivery::Measures;
use crate::duty::GoodsClass;
use crate::lang::Lang;
use crate::money::Money;
use crate::tax::TaxClass;
use crate::time::Day;

mod check;

pub use check::{Checked, Flaw, FlawKind};

/// A product as it comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Address; a product with the same one is changed, not added again.
    pub slug: Slug,
    /// Name.
    pub name: String,
    /// Who made it; empty when not said.
    pub maker: String,
    /// One sentence; empty when there is none.
    pub lead: String,
    /// The story, as HTML that is clean already.
    pub story: String,
    /// What it is made of, how large it is, how to care for it.
    pub facts: Vec<(String, String)>,
    /// Where it stands, if anywhere.
    pub place: Option<Place>,
    /// Whether shoppers see it.
    pub shown: Shown,
    /// How well liked it is; what the shop knows stays when nothing is said.
    pub popularity: Option<i64>,
    /// Average stars in tenths and how many gave them; what the shop knows stays when nothing is said.
    pub rating: Option<(u8, u32)>,
    /// How it is taxed.
    pub tax: TaxClass,
    /// What customs take it for.
    pub class: GoodsClass,
    /// Its code of the Harmonized System.
    pub tariff: Stated<TariffCode>,
    /// The country it was made in.
    pub origin: Stated<Country>,
    /// How it is looked after, in plain lines, for who has bought it.
    pub care: Stated<String>,
    /// When it came into the shop; the day it is first saved when nothing is said.
    pub added: Option<Day>,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// What can be bought.
    pub variants: Vec<IncomingVariant>,
    /// Pictures, the first one the main one.
    pub pictures: Vec<IncomingPicture>,
}

/// Something that may be said of a product, or not: what the shop knows stays when nothing is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stated<T> {
    /// Nothing is said.
    Nothing,
    /// This is said; none, that it has none.
    That(Option<T>),
}

impl<T> Stated<T> {
    /// What is said; none where nothing is, or that there is none.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::That(Some(known)) => Some(known),
            Self::That(None) | Self::Nothing => None,
        }
    }
}

impl Stated<String> {
    /// A text, or that there is none, where nothing was typed.
    pub fn typed(text: &str) -> Self {
        let lines = text.replace("\r\n", "\n");
        Self::That(Some(lines.trim().to_owned()).filter(|text| !text.is_empty()))
    }

    /// As it is kept: empty for what there is none of; none where nothing is said.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Nothing => None,
            Self::That(known) => Some(known.as_deref().unwrap_or_default()),
        }
    }
}

/// What a product is called in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductWords {
    /// The language.
    pub lang: Lang,
    /// Its address there.
    pub slug: Slug,
    /// Name.
    pub name: String,
    /// One sentence; empty where there is none.
    pub lead: String,
    /// The story, as HTML that is clean already; empty where there is none.
    pub story: String,
    /// The values of its facts, in their order; none where they are not translated.
    pub facts: Vec<String>,
    /// What its pictures show, in their order; none where that is not translated.
    pub alts: Vec<String>,
    /// How it is looked after.
    pub care: Stated<String>,
}

/// What a category is called in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryWords {
    /// The language.
    pub lang: Lang,
    /// Its address there.
    pub slug: Slug,
    /// Name.
    pub name: String,
    /// One sentence.
    pub blurb: String,
}

/// A category, and perhaps a subcategory of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The category.
    pub top: Named,
    /// The subcategory.
    pub sub: Option<Named>,
}

/// An address and a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Address.
    pub slug: Slug,
    /// Name, used when the shop has nothing at the address yet.
    pub name: String,
}

impl Place {
    /// Made of names alone; the subcategory's address begins with its category's, so that it is the only one.
    pub fn of(top: &str, sub: Option<&str>) -> Result<Self, NotASlug> {
        let named = |name: &str, address: &str| Ok(Named { slug: Slug::of(address)?, name: name.trim().to_owned() });
        let sub = sub.map(|sub| named(sub, &format!("{top} {sub}"))).transpose()?;
        Ok(Self { top: named(top, top)?, sub })
    }
}

/// A category as it comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomingCategory {
    /// Address and name.
    pub named: Named,
    /// One sentence.
    pub blurb: String,
    /// The category it is in.
    pub parent: Option<Slug>,
    /// Its place among its siblings, counted from 0.
    pub position: u32,
    /// A picture of something in it.
    pub picture: Option<Source>,
}

/// What can be bought, as it comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomingVariant {
    /// One value for each of the product's choices, in their order.
    pub values: Vec<String>,
    /// The merchant's number; empty when there is none.
    pub sku: String,
    /// The number under the bars; empty when there is none.
    pub barcode: String,
    /// Price, tax included.
    pub price: Money,
    /// Price before a reduction; more than the price.
    pub was: Option<Money>,
    /// The merchant's own prices in other currencies, each with the price before a reduction; the rest is converted. What
    /// the shop knows stays when nothing is said.
    pub own: Option<Vec<(Money, Option<Money>)>>,
    /// How much is in it, for the price of a unit.
    pub content: Option<(u32, Unit)>,
    /// Weight packed, in grams.
    pub grams: u32,
    /// Outer measures, packed; none when nobody has measured.
    pub measures: Option<Measures>,
    /// Working days it takes to be made before it can leave, at most [`crate::delivery::MOST_READY_DAYS`]; what the shop knows
    /// stays when nothing is said.
    pub ready_days: Option<u32>,
    /// When it can be sold.
    pub selling: Selling,
    /// How many are on the shelf; what the shop knows stays when nothing is said.
    pub stock: Option<u32>,
    /// Which of the product's pictures shows it, counted from 0.
    pub picture: Option<usize>,
}

impl Incoming {
    /// A draft of which nothing is said yet but where it is.
    pub fn blank(slug: Slug) -> Self {
        Self {
            slug,
            name: String::new(),
            maker: String::new(),
            lead: String::new(),
            story: String::new(),
            facts: Vec::new(),
            place: None,
            shown: Shown::Draft,
            popularity: None,
            rating: None,
            tax: TaxClass::Standard,
            class: GoodsClass::General,
            tariff: Stated::Nothing,
            origin: Stated::Nothing,
            care: Stated::Nothing,
            added: None,
            choices: Vec::new(),
            variants: Vec::new(),
            pictures: Vec::new(),
        }
    }
}

impl IncomingVariant {
    /// One of which nothing is said yet but what it costs.
    pub fn at(price: Money) -> Self {
        Self {
            values: Vec::new(),
            sku: String::new(),
            barcode: String::new(),
            price,
            was: None,
            own: None,
            content: None,
            grams: 0,
            measures: None,
            ready_days: None,
            selling: Selling::WhileInStock,
            stock: None,
            picture: None,
        }
    }

    /// Its values as people write them, such as `Moss / 320 ml`; empty without choices.
    pub fn title(&self) -> String {
        self.values.join(" / ")
    }
}

/// A picture as it comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomingPicture {
    /// Where it is.
    pub source: Source,
    /// What a person who cannot see it is told; empty when nobody said.
    pub alt: String,
}

/// Where a picture is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// In the shop's media folder.
    Stored(Stored),
    /// At an address, still to be fetched.
    Address(String),
}

/// A picture in the media folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its file: the content's hash and the type's ending.
    pub file: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What stands in its place while it loads: a PNG of a few pixels, as base64; empty where nothing should.
    pub blur: String,
}
