//! One thing on the shelf: a teapot at 40.00.

use db::goods::save;
use db::testing::{TestDb, riga};
use domain::catalogue::{Selling, Shown, Slug};
use domain::duty::GoodsClass;
use domain::goods::{Incoming, IncomingVariant, Stated};
use domain::ids::VariantId;
use domain::money::{Currency, Money};
use domain::tax::TaxClass;

/// Its address in the books.
pub fn slug() -> Slug {
    Slug::of("teapot").unwrap()
}

/// A shop with this many teapots and nothing else.
pub fn shelf(count: u32) -> TestDb {
    let shop = TestDb::new();
    offer(&shop, |teapot| teapot.variants[0].stock = Some(count));
    shop
}

/// Takes in the teapot as it is, less what is different about it; unless that says so, nobody counted them.
pub fn offer(shop: &TestDb, different: impl FnOnce(&mut Incoming)) {
    let mut teapot = Incoming {
        slug: slug(),
        name: "Teapot".to_owned(),
        maker: String::new(),
        lead: String::new(),
        story: String::new(),
        facts: Vec::new(),
        place: None,
        shown: Shown::Live,
        tax: TaxClass::Standard,
        class: GoodsClass::Ceramics,
        tariff: Stated::Nothing,
        origin: Stated::Nothing,
        care: Stated::Nothing,
        popularity: None,
        rating: None,
        added: None,
        choices: Vec::new(),
        variants: vec![IncomingVariant {
            values: Vec::new(),
            sku: String::new(),
            barcode: String::new(),
            price: Money::new(4000, Currency::EUR),
            was: None,
            own: None,
            content: None,
            grams: 900,
            measures: None,
            ready_days: None,
            selling: Selling::WhileInStock,
            stock: None,
            picture: None,
        }],
        pictures: Vec::new(),
    };
    different(&mut teapot);
    let teapot = teapot.check(Currency::EUR).unwrap();
    shop.write(move |tx| save(tx, &teapot)).unwrap();
}

/// The teapot's id.
pub fn teapot(shop: &TestDb) -> VariantId {
    shop.read(|conn| db::catalogue::product(conn, &riga(conn)?, &slug())).variants[0].id
}
