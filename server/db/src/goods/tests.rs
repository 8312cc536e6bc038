//! Goods come in, again and again.

use domain::catalogue::{Choice, ChoiceValue, Selling, Shown, Slug, Stock};
use domain::contact::Country;
use domain::customs::TariffCode;
use domain::duty::GoodsClass;
use domain::goods::{
    Checked, Incoming, IncomingCategory, IncomingPicture, IncomingVariant, Named, Place, Source, Stated, Stored,
};
use domain::ids::{OrderId, PictureId, VariantId};
use domain::lang::{Lang, Said};
use domain::money::{Currency, Money};
use domain::tax::TaxClass;

use crate::catalogue;
use crate::error::Error;
use crate::goods::{self, Change, Part, Saved, Short, SkuTaken, VariantPart};
use crate::stock::{self, Item};
use crate::testing::{TestDb, riga};

fn slug(text: &str) -> Slug {
    Slug::of(text).unwrap()
}

fn variant(colour: &str, stock: u32) -> IncomingVariant {
    IncomingVariant {
        values: vec![colour.to_owned()],
        sku: format!("MUG-{}", colour.to_uppercase()),
        barcode: String::new(),
        price: Money::new(1900, Currency::EUR),
        was: None,
        own: None,
        content: None,
        grams: 340,
        measures: None,
        ready_days: None,
        selling: Selling::WhileInStock,
        stock: Some(stock),
        picture: Some(0),
    }
}

fn stored(letter: char) -> Source {
    let file = format!("{}.svg", letter.to_string().repeat(32));
    Source::Stored(Stored { file, width: 1000, height: 1000, blur: String::new() })
}

fn mug() -> Incoming {
    let value = |name: &str| ChoiceValue { name: name.to_owned(), swatch: Some("#6f7a57".to_owned()) };
    Incoming {
        slug: slug("ridge-mug"),
        name: "Ridge mug".to_owned(),
        maker: "Kalna Pottery".to_owned(),
        lead: "A stoneware mug.".to_owned(),
        story: "<p>Thrown on the wheel.</p>".to_owned(),
        facts: vec![("Material".to_owned(), "Stoneware".to_owned())],
        place: Some(Place::of("Table", Some("Cups")).unwrap()),
        shown: Shown::Live,
        tax: TaxClass::Standard,
        class: GoodsClass::Ceramics,
        tariff: Stated::That(TariffCode::parse("6912.00").ok()),
        origin: Stated::That(Some(Country::LATVIA)),
        care: Stated::That(Some("Rinse it by hand.".to_owned())),
        popularity: Some(82),
        rating: Some((47, 132)),
        added: None,
        choices: vec![Choice { name: "Colour".to_owned(), values: vec![value("Oat"), value("Moss")] }],
        variants: vec![variant("Oat", 24), variant("Moss", 3)],
        pictures: vec![IncomingPicture { source: stored('a'), alt: "Ridge mug in Oat".to_owned() }],
    }
}

fn checked(product: Incoming) -> Checked {
    product.check(Currency::EUR).unwrap()
}

fn save(shop: &TestDb, product: Incoming) -> Saved {
    let product = checked(product);
    shop.write(move |tx| goods::save(tx, &product)).unwrap()
}

fn ids(shop: &TestDb) -> Vec<VariantId> {
    shop.read(|conn| catalogue::product(conn, &riga(conn)?, &slug("ridge-mug")))
        .variants
        .iter()
        .map(|variant| variant.id)
        .collect()
}

/// Events follow the answer they belong to, and precede the next one.
fn events_are_out(shop: &TestDb) {
    shop.write(|_| Ok::<_, Error<()>>(())).unwrap();
}

#[track_caller]
fn books_are_right(shop: &TestDb) {
    for finding in shop.read(crate::audit::audit) {
        assert!(finding.against.is_empty(), "{}: {:?}", finding.says, finding.against);
    }
}

#[test]
fn a_mug_comes_in_and_is_sold_as_it_came() {
    let shop = TestDb::new();
    let saved = save(&shop, mug());
    assert_eq!(saved, Saved { added: true, ..Saved::default() });
    let product = shop.read(|conn| catalogue::product(conn, &riga(conn)?, &slug("ridge-mug")));
    assert_eq!((product.name.text.as_str(), product.maker.as_str()), ("Ridge mug", "Kalna Pottery"));
    assert_eq!(product.choices, mug().choices);
    let facts: Vec<_> = product.facts.into_iter().map(|(name, value)| (name.text, value.text)).collect();
    assert_eq!(facts, mug().facts);
    assert_eq!(product.rating, Some((47, 132)));
    assert_eq!(product.variants[1].stock, Stock::Left(3));
    assert_eq!(product.variants[1].picture, Some(0));
    let trail: Vec<&str> = product.trail.iter().map(|(slug, _)| slug.as_str()).collect();
    assert_eq!(trail, ["table", "table-cups"]);
    books_are_right(&shop);
}

#[test]
fn the_same_mug_again_changes_nothing() {
    let shop = TestDb::new();
    save(&shop, mug());
    let before = ids(&shop);
    events_are_out(&shop);
    let mut heard = shop.db.events();
    assert!(save(&shop, mug()).is_same());
    assert_eq!(ids(&shop), before);
    events_are_out(&shop);
    assert!(heard.try_recv().is_err(), "nothing changed, so nobody is told");
}

#[test]
fn what_is_different_is_said_and_told_once() {
    let shop = TestDb::new();
    save(&shop, mug());
    events_are_out(&shop);
    let mut heard = shop.db.events();
    let mut dearer = mug();
    dearer.name = "Ridge cup".to_owned();
    dearer.variants[1].price = Money::new(2150, Currency::EUR);
    dearer.variants[1].stock = Some(7);
    let saved = save(&shop, dearer);
    let part =
        |part, from: &str, to: &str| Change::Variant { title: "Moss".to_owned(), part, from: from.to_owned(), to: to.to_owned() };
    let name = Change::Product { part: Part::Name, from: "Ridge mug".to_owned(), to: "Ridge cup".to_owned() };
    let told = [name, part(VariantPart::Price, "19.00", "21.50"), part(VariantPart::Stock, "3", "7")];
    assert_eq!(saved.changes, told);
    events_are_out(&shop);
    assert_eq!(heard.try_recv(), Ok(crate::Event::Catalogue));
    assert!(heard.try_recv().is_err());
    books_are_right(&shop);
}

#[test]
fn what_nobody_says_stays() {
    let shop = TestDb::new();
    save(&shop, mug());
    let mut silent = mug();
    (silent.popularity, silent.rating) = (None, None);
    for variant in &mut silent.variants {
        variant.stock = None;
    }
    assert!(save(&shop, silent).is_same());
}

#[test]
fn a_colour_that_left_is_retired_and_can_come_back() {
    let shop = TestDb::new();
    save(&shop, mug());
    let before = ids(&shop);
    let mut one = mug();
    one.variants.truncate(1);
    assert_eq!(save(&shop, one).changes, [Change::VariantRetired("Moss".to_owned())]);
    assert_eq!(ids(&shop), before[..1]);
    assert_eq!(save(&shop, mug()).changes, [Change::VariantAdded("Moss".to_owned())]);
    assert_eq!(ids(&shop), before);
    books_are_right(&shop);
}

#[test]
fn two_colours_can_swap_their_numbers() {
    let shop = TestDb::new();
    save(&shop, mug());
    let mut swapped = mug();
    let (first, second) = swapped.variants.split_at_mut(1);
    std::mem::swap(&mut first[0].sku, &mut second[0].sku);
    save(&shop, swapped);
    let skus: Vec<String> = shop
        .read(|conn| catalogue::product(conn, &riga(conn)?, &slug("ridge-mug")))
        .variants
        .into_iter()
        .map(|variant| variant.sku)
        .collect();
    assert_eq!(skus, ["MUG-MOSS", "MUG-OAT"]);
}

#[test]
fn a_number_another_product_has_is_refused_and_leaves_nothing_behind() {
    let shop = TestDb::new();
    save(&shop, mug());
    let mut jug = mug();
    jug.slug = slug("jug");
    let jug = checked(jug);
    let refused = shop.write(move |tx| match goods::save(tx, &jug) {
        // Kept, so that anything half-written would be there.
        Err(Error::Refused(refused)) => Ok(refused),
        other => panic!("{other:?}"),
    });
    let refused: Result<SkuTaken, Error<()>> = refused;
    assert_eq!(refused.unwrap(), SkuTaken { sku: "MUG-OAT".to_owned(), product: "ridge-mug".to_owned() });
    assert_eq!(shop.read(|conn| catalogue::categories(conn, Lang::En)).len(), 1);
    assert!(shop.read(|conn| Ok(catalogue::product(conn, &riga(conn)?, &slug("jug")).is_err())));
}

#[test]
fn a_count_below_what_is_promised_keeps_the_promise_and_says_so() {
    let shop = TestDb::new();
    save(&shop, mug());
    let moss = ids(&shop)[1];
    let held = shop.write(move |tx| Ok::<_, Error<()>>(stock::hold(tx, Item { variant: moss, count: 2 }, OrderId(1))?));
    assert!(held.unwrap());
    let mut counted = mug();
    counted.variants[1].stock = Some(1);
    let saved = save(&shop, counted.clone());
    assert_eq!(saved.short, [Short { title: "Moss".to_owned(), counted: 1, held: 2 }]);
    let product = shop.read(|conn| catalogue::product(conn, &riga(conn)?, &slug("ridge-mug")));
    assert_eq!(product.variants[1].stock, Stock::Left(0));
    let again = save(&shop, counted);
    assert!(again.is_same() && again.short == saved.short);
}

#[test]
fn what_was_always_sold_can_be_counted_again() {
    let shop = TestDb::new();
    let mut made_to_order = mug();
    made_to_order.variants[0].selling = Selling::Always;
    made_to_order.variants[0].stock = Some(0);
    save(&shop, made_to_order.clone());
    let oat = ids(&shop)[0];
    let held = shop.write(move |tx| Ok::<_, Error<()>>(stock::hold(tx, Item { variant: oat, count: 5 }, OrderId(1))?));
    assert!(held.unwrap());
    made_to_order.variants[0].selling = Selling::WhileInStock;
    let saved = save(&shop, made_to_order);
    assert_eq!(saved.short, [Short { title: "Oat".to_owned(), counted: 0, held: 5 }]);
    let product = shop.read(|conn| catalogue::product(conn, &riga(conn)?, &slug("ridge-mug")));
    assert_eq!(product.variants[0].stock, Stock::Left(0));
}

#[test]
fn a_picture_at_an_address_is_awaited_once_and_then_shown() {
    let shop = TestDb::new();
    let mut far = mug();
    let address = Source::Address("https://pictures.example/mug.jpg".to_owned());
    far.pictures.push(IncomingPicture { source: address, alt: String::new() });
    save(&shop, far.clone());
    let due = shop.read(|conn| crate::outbox::due(conn, shop.db.now(), crate::outbox::Lane::Fetching, 10));
    assert_eq!(due.len(), 1);
    let id = PictureId(due[0].subject);
    assert_eq!(shop.read(|conn| goods::address(conn, id)).as_deref(), Some("https://pictures.example/mug.jpg"));
    assert_eq!(shop.read(|conn| catalogue::product(conn, &riga(conn)?, &slug("ridge-mug"))).pictures.len(), 1);
    // The same content as the first picture has, which is no reason to lose either.
    let here = Stored { file: format!("{}.svg", "a".repeat(32)), width: 1000, height: 1000, blur: String::new() };
    shop.write(move |tx| Ok::<_, Error<()>>(goods::arrived(tx, id, &here)?)).unwrap();
    assert_eq!(shop.read(|conn| catalogue::product(conn, &riga(conn)?, &slug("ridge-mug"))).pictures.len(), 2);
    assert!(save(&shop, far).is_same());
    assert_eq!(shop.read(|conn| goods::address(conn, id)), None);
}

#[test]
fn a_category_keeps_its_place_and_its_picture() {
    let shop = TestDb::new();
    let category = |name: &str, parent: Option<&str>, position| IncomingCategory {
        named: Named { slug: slug(name), name: name.to_owned() },
        blurb: "For the table.".to_owned(),
        parent: parent.map(slug),
        position,
        picture: Some(stored('b')),
    };
    let all = [category("Table", None, 1), category("Kitchen", None, 0), category("Cups", Some("table"), 0)];
    let twice = [all.clone(), all].concat();
    shop.write(move |tx| {
        for category in &twice {
            goods::save_category(tx, category)?;
        }
        Ok::<_, Error<()>>(())
    })
    .unwrap();
    let menu = shop.read(|conn| catalogue::categories(conn, Lang::En));
    let names: Vec<&str> = menu.iter().map(|category| category.name.text.as_str()).collect();
    assert_eq!(names, ["Kitchen", "Table"]);
    assert_eq!(menu[1].children, [(slug("cups"), Said { text: "Cups".to_owned(), lang: Lang::En })]);
    assert!(menu[1].picture.is_some());
}
