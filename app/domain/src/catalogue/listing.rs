//! A list as it is shown: goods, and what they can be narrowed by.

use super::filter::Wanted;
use super::{ProductCard, Slug};
use crate::lang::Said;
use crate::money::{Currency, Money};

/// Goods of a list, and what they can be narrowed by. Every count is that of the goods one would see: with everything else that
/// is asked, and without what is asked of the very same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The goods of the pages asked for.
    pub cards: Vec<ProductCard>,
    /// How many there are in all.
    pub count: u32,
    /// The list's parts.
    pub parts: Vec<Part>,
    /// What its prices are in.
    pub currency: Currency,
    /// The lowest and the highest price, whatever price is asked for; none where there are no goods.
    pub prices: Option<(Money, Money)>,
    /// How many have so many stars or more.
    pub stars: Vec<(u8, u32)>,
    /// How many can be bought now.
    pub in_stock: u32,
    /// What else they differ in, what most of them have first.
    pub facets: Vec<Facet>,
    /// What could be given up, and how many would be found then; only where nothing is found.
    pub looser: Vec<(Vec<Wanted>, u32)>,
}

/// A part of a list: a subcategory, or a category among what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its address in the books.
    pub slug: Slug,
    /// Its name.
    pub name: Said,
    /// How many are in it.
    pub count: u32,
}

/// Something goods differ in, such as their colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Its name in the books.
    pub key: String,
    /// Its name.
    pub name: Said,
    /// Its values: the most frequent ones, and those that are asked for; or every one.
    pub values: Vec<FacetValue>,
    /// How many values there are.
    pub all: u32,
}

/// A value of a [`Facet`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// Its name in the books.
    pub key: String,
    /// Its name.
    pub name: Said,
    /// A CSS colour, for a colour.
    pub swatch: Option<String>,
    /// How many have it.
    pub count: u32,
}
