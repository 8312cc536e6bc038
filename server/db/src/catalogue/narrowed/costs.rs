//! What goods cost the shopper, worked out once for each price.

use domain::market::{PriceList, Shelf};
use domain::money::Money;
use domain::tax::TaxClass;
use rustc_hash::FxHashMap;

use crate::catalogue::assortment::{Offer, Own, Ware};

/// Prices of a list. Many goods share few prices, so most are looked up.
pub(super) struct Costs<'a> {
    list: &'a PriceList,
    known: FxHashMap<(TaxClass, i64), i64>,
}

impl<'a> Costs<'a> {
    pub(super) fn of(list: &'a PriceList) -> Self {
        Self { list, known: FxHashMap::default() }
    }

    /// What a product's card says: its lowest price, and what that was before a reduction.
    pub(super) fn of_ware(&mut self, ware: &Ware) -> (i64, Option<i64>) {
        let mut least: Option<(i64, Option<Own>, &Offer)> = None;
        for (at, offer) in ware.offers.iter().enumerate() {
            let own = ware.own(at, self.list.exchange.to);
            let price = match own {
                Some(own) => self.set(own.price, ware.class),
                None => self.converted(offer.price, ware.class),
            };
            if least.is_none_or(|(known, ..)| price < known) {
                least = Some((price, own, offer));
            }
        }
        let Some((price, own, offer)) = least else { return (0, None) };
        let was = match own {
            Some(own) => own.was.map(|was| self.set(was, ware.class)),
            None => offer.was.map(|was| self.converted(was, ware.class)),
        };
        (price, was.filter(|was| *was > price))
    }

    fn set(&self, own: i64, class: TaxClass) -> i64 {
        self.list.price(Shelf { price: Money::zero(self.list.exchange.from), own: Some(own), class }).minor
    }

    fn converted(&mut self, minor: i64, class: TaxClass) -> i64 {
        let list = self.list;
        let price = || list.price(Shelf { price: Money::new(minor, list.exchange.from), own: None, class }).minor;
        *self.known.entry((class, minor)).or_insert_with(price)
    }
}
