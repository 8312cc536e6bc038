//! The demo's data as the illustrators wrote it.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use super::Trouble;

static GOODS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/demo/goods");
static DRAWINGS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/demo/drawings");
static SCENES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/demo/scenes");

/// Slots of a drawing and their colours, `#rrggbb`.
pub type Slots = BTreeMap<String, String>;

/// Everything.
pub struct Sheet {
    /// Categories in the shop's order.
    pub shelves: Shelves,
    /// Products, category by category.
    pub products: Vec<Product>,
}

/// `categories.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shelves {
    /// Categories.
    pub category: Vec<Category>,
}

/// A category.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Address.
    pub slug: String,
    /// Name.
    pub name: String,
    /// One sentence.
    pub blurb: String,
    /// The colour of the wall behind its goods.
    pub backdrop: String,
    /// The product whose view in use stands for it.
    pub picture: String,
    /// Subcategories.
    pub sub: Vec<Sub>,
}

/// A subcategory.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sub {
    /// The end of its address.
    pub slug: String,
    /// Name.
    pub name: String,
    /// One sentence.
    pub blurb: String,
    /// The product whose view in use stands for it.
    pub picture: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    product: Vec<Product>,
}

/// A product.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Address, and the drawing's name.
    pub slug: String,
    /// Name.
    pub name: String,
    /// `category/subcategory`.
    pub category: String,
    /// Workshop.
    pub maker: String,
    /// One sentence.
    pub lead: String,
    /// Paragraphs of HTML.
    pub story: String,
    /// Names and values.
    pub facts: Vec<(String, String)>,
    /// Price of a variant that adds nothing.
    pub price: String,
    /// Price before a reduction.
    pub was: Option<String>,
    /// What customs take it for.
    pub class: String,
    /// How it is taxed, where not as most things are.
    pub tax: Option<String>,
    /// 0 to 100.
    pub popularity: i64,
    /// `2026-09-14`.
    pub added: String,
    /// Average stars and how many gave them.
    pub rating: (f64, u32),
    /// The close-up: left, top and size of the square.
    pub detail: [f64; 3],
    /// The scene of the view in use.
    pub scene: String,
    /// In the scene: where the thing stands, and its scale.
    pub place: [f64; 3],
    /// Colours no choice sets.
    #[serde(default)]
    pub slots: Slots,
    /// How many there are of each variant that `stock` does not name.
    pub stock_each: u32,
    /// Stock by the variant's title.
    #[serde(default)]
    pub stock: BTreeMap<String, u32>,
    /// How much is in it where no value says it.
    pub content: Option<(u32, String)>,
    /// Weight where no value says one.
    pub grams: Option<u32>,
    /// Length, width and height packed, in millimetres, where no value says them.
    pub size: Option<[u32; 3]>,
    /// Choices.
    #[serde(default, rename = "option")]
    pub choices: Vec<Choice>,
}

/// A choice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Name.
    pub name: String,
    /// Values.
    pub values: Vec<Value>,
}

/// A value of a choice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// Name.
    pub name: String,
    /// Its colour.
    pub swatch: Option<String>,
    /// Colours it gives the drawing.
    pub slots: Option<Slots>,
    /// How much is in it, and in what unit: for the price of a litre or a kilogram.
    pub content: Option<(u32, String)>,
    /// What it adds to the price.
    pub add: Option<String>,
    /// Weight packed.
    pub grams: Option<u32>,
    /// Length, width and height packed, in millimetres.
    pub size: Option<[u32; 3]>,
}

impl Sheet {
    /// Reads what the program carries.
    pub fn read() -> Result<Self, Trouble> {
        let shelves: Shelves = parse("categories.toml", include_str!("categories.toml"))?;
        let mut products = Vec::new();
        for category in &shelves.category {
            let name = format!("{}.toml", category.slug);
            products.extend(parse::<File>(&name, text(&GOODS, &name)?)?.product);
        }
        Ok(Self { shelves, products })
    }

    /// The category a product names, and its subcategory.
    pub fn shelf(&self, product: &Product) -> Result<(&Category, &Sub), Trouble> {
        let missing = || Trouble::Data(format!("{} stands in `{}`, which there is not", product.slug, product.category));
        let (top, sub) = product.category.split_once('/').ok_or_else(missing)?;
        let category = self.shelves.category.iter().find(|category| category.slug == top).ok_or_else(missing)?;
        let sub = category.sub.iter().find(|known| known.slug == sub).ok_or_else(missing)?;
        Ok((category, sub))
    }
}

impl Product {
    /// Its drawing, not coloured yet.
    pub fn drawing(&self) -> Result<&'static str, Trouble> {
        text(&DRAWINGS, &format!("{}.svg", self.slug))
    }

    /// The scene it is seen in.
    pub fn scene(&self) -> Result<&'static str, Trouble> {
        text(&SCENES, &format!("{}.svg", self.scene))
    }

    /// The place of the choice that changes the drawing's colours, if one does.
    pub fn painted(&self) -> Option<usize> {
        self.choices.iter().position(|choice| choice.values.iter().any(|value| value.slots.is_some()))
    }

    /// The drawing's colours for each value of that choice, with the value's name; one unnamed set without it.
    pub fn coats(&self) -> Vec<(Option<&str>, Slots)> {
        let Some(choice) = self.painted().and_then(|at| self.choices.get(at)) else {
            return vec![(None, self.slots.clone())];
        };
        let mut coats = Vec::new();
        for value in &choice.values {
            let mut slots = self.slots.clone();
            slots.extend(value.slots.iter().flatten().map(|(slot, colour)| (slot.clone(), colour.clone())));
            coats.push((Some(value.name.as_str()), slots));
        }
        coats
    }
}

pub fn parse<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> Result<T, Trouble> {
    toml::from_str(text).map_err(|error| Trouble::Data(format!("{name}: {error}")))
}

fn text(folder: &'static Dir<'_>, name: &str) -> Result<&'static str, Trouble> {
    let found = folder.get_file(name).and_then(|file| file.contents_utf8());
    found.ok_or_else(|| Trouble::Data(format!("{name} is missing")))
}
