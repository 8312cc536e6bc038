//! The goods in memory, as lists need them: what they cost, what they are like, whether they can be had.
//!
//! Counting facets looks at every product of a category. In SQL that is a row of each product, each of its variants and each
//! of its facts, on every page; here it is a walk over a few bytes of each. What changed since the last question is read
//! before the next one (`product_changes`), within its own snapshot; so nobody has to tell the memory anything, and a second
//! program on the same books is no worse off.
//!
//! Counting is in `assortment/sieve.rs`, reading in `assortment/reading.rs`.

use std::collections::HashMap;

use domain::ids::ProductId;
use domain::money::Currency;
use domain::tax::TaxClass;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::database::{Conn, Tx};
use crate::error::Result;

mod reading;
mod sieve;

pub(crate) use reading::fresh;
pub(super) use sieve::{Group, Met, Sieve};

/// Everything that can be bought.
#[derive(Default)]
pub(crate) struct Assortment {
    /// The last change that is in it.
    seen: i64,
    wares: Vec<Ware>,
    /// Where each product stands among the wares.
    places: FxHashMap<i64, u32>,
    pub(super) words: Words,
}

/// A product. What it has lies side by side: a walk over thousands is as long as the places in memory it looks at are many.
pub(super) struct Ware {
    pub(super) id: i64,
    /// None for one that shoppers do not see.
    pub(super) category: Option<i64>,
    shown: bool,
    pub(super) popularity: i64,
    pub(super) added: i64,
    pub(super) tenths: u8,
    pub(super) ratings: u32,
    pub(super) class: TaxClass,
    /// Values of its facts, then those of the choices of each variant.
    values: Box<[u32]>,
    /// How many of them are of facts.
    facts: u32,
    pub(super) offers: Box<[Offer]>,
    /// The merchant's own prices, with the variant's place among the offers.
    own: Box<[(u32, Own)]>,
}

/// A variant.
#[derive(Clone, Copy)]
pub(super) struct Offer {
    /// Where the values of its choices begin and end.
    values: (u32, u32),
    can: bool,
    pub(super) price: i64,
    pub(super) was: Option<i64>,
}

/// The merchant's own price in another currency, with that before a reduction.
#[derive(Clone, Copy)]
pub(super) struct Own {
    currency: Currency,
    pub(super) price: i64,
    pub(super) was: Option<i64>,
}

impl Ware {
    /// Values of its facts and of a variant's choices.
    fn values(&self, offer: &Offer) -> impl Iterator<Item = u32> {
        let (facts, rest) =
            (self.values.get(..self.facts as usize), self.values.get(offer.values.0 as usize..offer.values.1 as usize));
        facts.unwrap_or_default().iter().chain(rest.unwrap_or_default()).copied()
    }

    /// The merchant's own price of the variant at this place.
    pub(super) fn own(&self, offer: usize, currency: Currency) -> Option<Own> {
        let mine = |(at, own): &&(u32, Own)| *at as usize == offer && own.currency == currency;
        self.own.iter().find(mine).map(|&(_, own)| own)
    }
}

/// The names of facets and their values, each known by its number. A name that is no longer used keeps its number.
#[derive(Default)]
pub(super) struct Words {
    facets: Vec<String>,
    values: Vec<Value>,
    facet_numbers: HashMap<String, u32>,
    value_numbers: HashMap<(u32, String), u32>,
}

/// A value of a facet.
pub(super) struct Value {
    pub(super) facet: u32,
    pub(super) name: String,
    pub(super) swatch: Option<String>,
    /// A product of which it is a fact, and which one: where its translation is.
    pub(super) fact: Option<(i64, i64)>,
}

impl Words {
    /// A facet's name.
    pub(super) fn facet(&self, number: u32) -> &str {
        self.facets.get(number as usize).map_or("", String::as_str)
    }

    /// Every value, each at its number.
    pub(super) fn values(&self) -> &[Value] {
        &self.values
    }

    /// The number of a facet's value, if there is one.
    pub(super) fn find(&self, facet: &str, value: &str) -> Option<u32> {
        let facet = *self.facet_numbers.get(facet)?;
        self.value_numbers.get(&(facet, value.to_owned())).copied()
    }

    fn number(&mut self, facet: &str, name: String) -> u32 {
        let next = self.facets.len() as u32;
        let facet = *self.facet_numbers.entry(facet.to_owned()).or_insert_with(|| {
            self.facets.push(facet.to_owned());
            next
        });
        let next = self.values.len() as u32;
        *self.value_numbers.entry((facet, name.clone())).or_insert_with(|| {
            self.values.push(Value { facet, name, swatch: None, fact: None });
            next
        })
    }
}

impl Assortment {
    pub(super) fn ware(&self, place: u32) -> Option<&Ware> {
        self.wares.get(place as usize)
    }

    /// Where all goods stand that shoppers see.
    pub(super) fn all(&self) -> Vec<u32> {
        (0_u32..).zip(&self.wares).filter(|(_, ware)| ware.shown).map(|(place, _)| place).collect()
    }

    /// Where the goods of some categories stand.
    pub(super) fn of(&self, categories: &[i64]) -> Vec<u32> {
        let held = |ware: &Ware| ware.shown && ware.category.is_some_and(|id| categories.contains(&id));
        (0_u32..).zip(&self.wares).filter(|(_, ware)| held(ware)).map(|(place, _)| place).collect()
    }

    /// Whether a product can be had now.
    pub(crate) fn can_be_had(&self, product: ProductId) -> bool {
        let place = self.places.get(&product.0).copied();
        place.and_then(|place| self.ware(place)).is_some_and(|ware| ware.shown && ware.offers.iter().any(|offer| offer.can))
    }

    /// Where some products stand, in their order, each once; those that shoppers do not see are left out.
    pub(super) fn found(&self, products: &[ProductId]) -> Vec<u32> {
        let mut seen = FxHashSet::default();
        let places = products.iter().filter_map(|id| self.places.get(&id.0).copied());
        places.filter(|&place| seen.insert(place) && self.ware(place).is_some_and(|ware| ware.shown)).collect()
    }
}

/// Notes that a product is not what it was.
pub(crate) fn changed(tx: &Tx<'_>, product: ProductId) -> Result<()> {
    const LAST: &str = "SELECT max(change) AS last FROM product_changes";
    const NOTE: &str = "INSERT INTO product_changes (product_id, change) VALUES ($1, $2)
        ON CONFLICT (product_id) DO UPDATE SET change = excluded.change";
    let last: Option<i64> = tx.one(LAST, &[], |row| row.get("last"))?.flatten();
    tx.run(NOTE, &[&product.0, &(last.unwrap_or(0) + 1)]).map(drop)
}

/// Reads the goods into memory before the first shopper asks.
pub fn warm(conn: &Conn) -> Result<()> {
    fresh(conn).map(drop)
}
