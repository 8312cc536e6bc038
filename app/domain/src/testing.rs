//! A price list and a cart's line for tests and measurements: a mug, sent from Riga.

use crate::cart::{CartLine, Quantity};
use crate::catalogue::{Slug, Stock};
use crate::contact::Country;
use crate::duty::GoodsClass;
use crate::exchange::Exchange;
use crate::ids::{LineId, ProductId, VariantId};
use crate::lang::{Lang, Said};
use crate::market::{PriceList, Shelf};
use crate::money::{Currency, Money};
use crate::tax::{TaxClass, treatment};

/// What prices are in a country for a shop in Riga that counts in euros.
pub fn list(to: Country, exchange: Exchange) -> PriceList {
    let (home, day) = (Country::LATVIA, exchange.day);
    let delivery = Exchange::none(Currency::EUR, day);
    PriceList { home, to, exchange, delivery, treatment: treatment(home, to, None), day }
}

/// A line of mugs at this price of the books, in euro cents.
#[expect(clippy::unwrap_used, reason = "a mug has an address")]
pub fn line(list: &PriceList, minor: i64, quantity: Quantity, tax: TaxClass) -> CartLine {
    let home = Money::new(minor, Currency::EUR);
    CartLine {
        id: LineId(1),
        variant: VariantId(1),
        product: ProductId(1),
        categories: Vec::new(),
        slug: Slug::of("mug").unwrap(),
        name: Said { text: "Mug".into(), lang: Lang::En },
        values: Vec::new(),
        picture: None,
        unit: list.price(Shelf { price: home, own: None, class: tax }),
        unit_before: None,
        home,
        content: None,
        grams: 400,
        measures: None,
        ready_days: 0,
        tax,
        goods: GoodsClass::Ceramics,
        quantity,
        stock: Stock::Unlimited,
    }
}
