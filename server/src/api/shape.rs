//! What answers look like. These names are promises to other people's programs: they may grow, not change.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// What is wrong with a question (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// The status, once more.
    pub status: u16,
    /// What it is, in a few words.
    pub title: String,
    /// What to do about it.
    pub detail: String,
}

/// Whom an answer is for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Whom {
    /// Language of names and texts, such as `de` or `zh-Hans`; `en` where nothing is said.
    pub lang: Option<String>,
    /// Where things are to be sent, by ISO 3166-1: prices are with or without tax accordingly.
    pub country: Option<String>,
    /// What prices are in, by ISO 4217; the country's own where nothing is said.
    pub currency: Option<String>,
}

/// Which products.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// Address of a category: only what is in it and below.
    pub category: Option<String>,
    /// `popular`, `newest`, `price`, `price-down` or `rating`.
    pub sort: Option<String>,
    /// Which page, counted from 1.
    #[param(minimum = 1)]
    pub page: Option<u32>,
}

/// What is searched.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Sought {
    /// What was typed: words, halves of words, a SKU, a barcode. Mistakes are put right.
    pub q: String,
    /// `true` where it is meant exactly as it stands.
    pub exact: Option<bool>,
    /// Which page, counted from 1.
    #[param(minimum = 1)]
    pub page: Option<u32>,
}

/// What was found, the best first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Hits {
    /// What was searched instead, where nothing is written as it was typed.
    pub corrected: Option<String>,
    /// A word that had to be left out, where no thing has them all.
    pub left_out: Option<String>,
    /// How many were found and ranked.
    pub total: u32,
    /// Whether there are more than these.
    pub more: bool,
    /// Which page this is, counted from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
    /// The products.
    pub products: Vec<Card>,
}

/// A sum of money.
#[derive(Debug, Serialize, ToSchema)]
pub struct Sum {
    /// In units of the currency, with as many decimals as it has: `12.50`, `1200` for yen.
    #[schema(example = "12.50")]
    pub amount: String,
    /// By ISO 4217.
    #[schema(example = "EUR")]
    pub currency: String,
}

/// A picture.
#[derive(Debug, Serialize, ToSchema)]
pub struct Shot {
    /// Full address.
    pub url: String,
    /// What a person who cannot see it is told.
    pub alt: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// A category.
#[derive(Debug, Serialize, ToSchema)]
pub struct Room {
    /// Its address, as `category` takes it.
    pub slug: String,
    /// Name.
    pub name: String,
    /// One sentence.
    pub text: String,
    /// Full address of its page.
    pub url: String,
    /// Categories in it.
    #[schema(no_recursion)]
    pub children: Vec<Room>,
}

/// A product in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Card {
    /// Its address, as `/products/{slug}` takes it.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Full address of its page.
    pub url: String,
    /// The least a variant costs.
    pub price: Sum,
    /// Whether other variants cost more.
    pub from: bool,
    /// The price before a reduction.
    pub was: Option<Sum>,
    /// Its first pictures.
    pub pictures: Vec<Shot>,
    /// Whether any variant can be bought now.
    pub available: bool,
    /// Average stars, 1 to 5.
    pub rating: Option<f32>,
    /// How many gave them.
    pub ratings: u32,
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Cards {
    /// How many there are in all.
    pub total: u32,
    /// Which page this is, counted from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
    /// The products.
    pub products: Vec<Card>,
}

/// What can be bought.
#[derive(Debug, Serialize, ToSchema)]
pub struct Buyable {
    /// Its number, as the cart takes it.
    pub id: i64,
    /// The merchant's number.
    pub sku: String,
    /// GTIN.
    pub barcode: String,
    /// One value for each of the product's options.
    pub values: Vec<String>,
    /// Price.
    pub price: Sum,
    /// The price before a reduction.
    pub was: Option<Sum>,
    /// The lowest price of the thirty days before the reduction.
    pub lowest: Option<Sum>,
    /// How many can be bought now; none where it is made to order or not counted.
    pub left: Option<u32>,
    /// Whether it can be bought now.
    pub available: bool,
    /// Weight packed, in grams; 0 where nobody said.
    pub grams: u32,
}

/// What can be chosen.
#[derive(Debug, Serialize, ToSchema)]
pub struct Opt {
    /// Name, such as `Colour`.
    pub name: String,
    /// Its values.
    pub values: Vec<String>,
}

/// A name and its value.
#[derive(Debug, Serialize, ToSchema)]
pub struct Fact {
    /// Name, such as `Material`.
    pub name: String,
    /// Value.
    pub value: String,
}

/// A product.
#[derive(Debug, Serialize, ToSchema)]
pub struct Whole {
    /// Its number.
    pub id: i64,
    /// Its address.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Full address of its page.
    pub url: String,
    /// Who made it.
    pub maker: String,
    /// One sentence.
    pub lead: String,
    /// The story, as clean HTML.
    pub story: String,
    /// Material, measures, care.
    pub facts: Vec<Fact>,
    /// Pictures, the first one the main one.
    pub pictures: Vec<Shot>,
    /// What can be chosen.
    pub options: Vec<Opt>,
    /// What can be bought.
    pub variants: Vec<Buyable>,
    /// Addresses of its categories, from the top down.
    pub categories: Vec<String>,
    /// Average stars, 1 to 5.
    pub rating: Option<f32>,
    /// How many gave them.
    pub ratings: u32,
}
