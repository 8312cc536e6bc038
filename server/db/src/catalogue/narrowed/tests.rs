//! Lists of goods made up by chance, beside a model that looks at each product for each count.

use std::collections::BTreeSet;

use domain::catalogue::{Asked, Choice, ChoiceValue, Filter, Shown, Slug, Sort};
use domain::contact::Country;
use domain::goods::{Incoming, IncomingVariant, Place};
use domain::ids::{CategoryId, ProductId};
use domain::market::{Market, View};
use domain::money::{Currency, Money};
use domain::time::Day;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Narrowed, Source, narrowed};
use crate::catalogue::category;
use crate::database::Conn;
use crate::error::Result;
use crate::goods;
use crate::stock;
use crate::testing::{FRIDAY_MORNING, RIGA, TestDb, riga};

const COLOURS: [&str; 3] = ["Ink", "Moss", "Oat"];
const SIZES: [&str; 2] = ["Large", "Small"];
const MATERIALS: [&str; 3] = ["Cotton", "Linen", "Wool"];
const PARTS: [&str; 2] = ["Cups", "Pans"];
const SLUGS: [&str; 2] = ["table-cups", "table-pans"];

/// A variant made up: colour, size, price, price before, own price in dollars, stock.
type Kind = (usize, usize, i64, Option<i64>, Option<i64>, u32);

/// A product made up.
#[derive(Clone, Debug)]
struct Thing {
    part: Option<usize>,
    material: Option<usize>,
    stars: Option<u8>,
    popularity: i64,
    live: bool,
    kinds: Vec<Kind>,
}

fn things() -> impl Strategy<Value = Vec<Thing>> {
    let kind = (0..3_usize, 0..2_usize, 1..60_i64, option::of(1..90_i64), option::weighted(0.2, 1..60_i64), 0..2_u32);
    let kinds = btree_map((0..3_usize, 0..2_usize), kind, 1..5).prop_map(|kinds| {
        kinds.into_iter().map(|((colour, size), kind)| (colour, size, kind.2, kind.3, kind.4, kind.5)).collect()
    });
    let head = (option::of(0..2_usize), option::of(0..3_usize), option::of(20..50_u8), 0..5_i64, prop::bool::weighted(0.9));
    let thing = (head, kinds).prop_map(|((part, material, stars, popularity, live), kinds)| Thing {
        part,
        material,
        stars,
        popularity,
        live,
        kinds,
    });
    vec(thing, 0..12)
}

fn filters() -> impl Strategy<Value = Filter> {
    let slugs =
        btree_set(select(vec!["table-cups", "table-pans", "table-none"]).prop_map(|slug| Slug::parse(slug).unwrap()), 0..3);
    let of = |name: &'static str, values: &[&'static str]| {
        let values = btree_set(select(values.to_vec()).prop_map(str::to_owned), 0..3);
        values.prop_map(move |values| (name.to_owned(), values))
    };
    let facets = (of("Colour", &COLOURS), of("Size", &SIZES), of("Material", &MATERIALS), of("Nothing", &["Such"]));
    let prices = (option::weighted(0.3, 0..70_u32), option::weighted(0.3, 0..70_u32));
    (slugs, prices, option::weighted(0.3, select(Filter::STARS.to_vec())), prop::bool::weighted(0.3), facets).prop_map(
        |(within, (least, most), stars, in_stock, (a, b, c, d))| {
            let facets = [a, b, c, d].into_iter().filter(|(_, values)| !values.is_empty()).collect();
            Filter { within, least, most, stars, in_stock, facets }
        },
    )
}

fn incoming(at: usize, thing: &Thing) -> Incoming {
    let values = |names: &[&str]| names.iter().map(|name| ChoiceValue { name: (*name).to_owned(), swatch: None }).collect();
    let choice = |name: &str, names: &[&str]| Choice { name: name.to_owned(), values: values(names) };
    let variant = |&(colour, size, price, was, own, stock): &Kind| IncomingVariant {
        values: vec![COLOURS[colour].to_owned(), SIZES[size].to_owned()],
        was: was.filter(|was| *was > price).map(|was| Money::new(was * 100, Currency::EUR)),
        own: Some(own.map(|own| (Money::new(own * 100, Currency::parse("USD").unwrap()), None)).into_iter().collect()),
        grams: 100,
        stock: Some(stock),
        ..IncomingVariant::at(Money::new(price * 100, Currency::EUR))
    };
    Incoming {
        name: format!("Thing {at}"),
        facts: thing.material.map(|material| ("Material".to_owned(), MATERIALS[material].to_owned())).into_iter().collect(),
        place: Some(Place::of("Table", thing.part.map(|part| PARTS[part])).unwrap()),
        shown: if thing.live { Shown::Live } else { Shown::Draft },
        popularity: Some(thing.popularity),
        rating: thing.stars.map(|stars| (stars, 3)),
        added: Some(Day(20_000 + at as i64 * 5 % 7)),
        choices: vec![choice("Colour", &COLOURS), choice("Size", &SIZES)],
        variants: thing.kinds.iter().map(variant).collect(),
        ..Incoming::blank(Slug::of(&format!("thing-{at}")).unwrap())
    }
}

fn stocked(shop: &TestDb, things: &[Thing]) {
    let all: Vec<_> = things.iter().enumerate().map(|(at, thing)| incoming(at, thing).check(Currency::EUR).unwrap()).collect();
    shop.write(move |tx| all.iter().try_for_each(|goods| goods::save(tx, goods).map(drop))).unwrap();
}

/// The filter without what no thing of the shop is.
fn known(things: &[Thing], filter: &Filter) -> Filter {
    let mut known = filter.clone();
    let part = |slug: &Slug| things.iter().any(|thing| thing.part.is_some_and(|part| slug.as_str() == SLUGS[part]));
    known.within.retain(part);
    let has = |thing: &Thing, facet: &str, value: &str| {
        let kind = |kind: &Kind| (facet, value) == ("Colour", COLOURS[kind.0]) || (facet, value) == ("Size", SIZES[kind.1]);
        thing.live
            && (thing.kinds.iter().any(kind) || thing.material.is_some_and(|at| (facet, value) == ("Material", MATERIALS[at])))
    };
    known.facets.retain(|facet, values| {
        values.retain(|value| things.iter().any(|thing| has(thing, facet, value)));
        !values.is_empty()
    });
    known
}

/// Whether a product is let through, its variants looked at one by one; `but` is the thing that is not asked.
fn passes(thing: &Thing, filter: &Filter, but: &str, with: Option<(&str, &str)>) -> bool {
    let facts = thing.material.map(|material| ("Material", MATERIALS[material]));
    let price = thing.kinds.iter().map(|kind| kind.2).min().unwrap();
    let part = thing.part.map_or("", |part| SLUGS[part]);
    let within: BTreeSet<_> = filter.within.iter().map(Slug::as_str).collect();
    thing.live
        && (but == "in" || within.is_empty() || within.contains(part))
        && (but == "price" || filter.least.is_none_or(|least| price >= i64::from(least)))
        && (but == "price" || filter.most.is_none_or(|most| price <= i64::from(most)))
        && (but == "stars" || filter.stars.is_none_or(|stars| thing.stars.is_some_and(|tenths| tenths >= stars * 10)))
        && thing.kinds.iter().any(|kind| {
            let has = |facet: &str, value: &str| {
                (facet, value) == ("Colour", COLOURS[kind.0])
                    || (facet, value) == ("Size", SIZES[kind.1])
                    || facts == Some((facet, value))
            };
            let asked =
                |(facet, values): (&String, &BTreeSet<String>)| facet == but || values.iter().any(|value| has(facet, value));
            (!filter.in_stock || but == "stock" || kind.5 > 0)
                && filter.facets.iter().all(asked)
                && with.is_none_or(|(facet, value)| if facet == "stock" { kind.5 > 0 } else { has(facet, value) })
        })
}

fn of_table(conn: &Conn, view: &View, asked: &Asked) -> Result<Narrowed> {
    let id = category(conn, view.lang, &Slug::of("table").unwrap()).map(|(id, _)| id).unwrap_or(CategoryId(0));
    narrowed(conn, view, Source::Category(id), asked, 100)
}

fn asked(filter: Filter, sort: Option<Sort>) -> Asked {
    Asked { filter, sort, ..Asked::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_count_is_that_of_the_goods_one_would_see(things in things(), filters in vec(filters(), 1..6)) {
        let shop = TestDb::new();
        stocked(&shop, &things);
        for filter in filters {
            let told = shop.read(|conn| of_table(conn, &riga(conn)?, &asked(filter.clone(), None)));
            let filter = known(&things, &filter);
            prop_assert_eq!(&told.filter, &filter);
            let told = told.listing;
            let count = |but: &str, with| things.iter().filter(|thing| passes(thing, &filter, but, with)).count() as u32;
            prop_assert_eq!(told.count, count("", None));
            prop_assert_eq!(told.cards.len() as u32, told.count);
            for facet in &told.facets {
                for value in &facet.values {
                    prop_assert_eq!(value.count, count(&facet.key, Some((&facet.key, &value.key))), "{} {}", facet.key, value.key);
                }
            }
            prop_assert_eq!(told.in_stock, count("stock", Some(("stock", ""))));
            for (stars, told) in told.stars {
                let well = |thing: &&Thing| passes(thing, &filter, "stars", None) && thing.stars.is_some_and(|tenths| tenths >= stars * 10);
                prop_assert_eq!(told, things.iter().filter(well).count() as u32);
            }
            for (part, name) in PARTS.iter().enumerate() {
                let there = things.iter().any(|thing| thing.live && thing.part == Some(part));
                prop_assert!(told.parts.iter().any(|told| told.name.text == *name) || !there, "{name} is left out");
            }
            for part in told.parts {
                let name = &part.name.text;
                let there = |thing: &&Thing| passes(thing, &filter, "in", None) && thing.part.is_some_and(|part| PARTS[part] == name);
                prop_assert_eq!(part.count, things.iter().filter(there).count() as u32);
            }
            if told.count == 0 {
                let gives = |but: &str| count(but, None) > 0;
                let asks = [!filter.within.is_empty(), filter.least.or(filter.most).is_some(), filter.stars.is_some(), filter.in_stock];
                let whole = ["in", "price", "stars", "stock"].into_iter().zip(asks).filter(|(but, asks)| *asks && gives(but)).count();
                prop_assert!(told.looser.len() >= whole.min(1), "{:?}", told.looser);
                prop_assert!(told.looser.iter().all(|(_, count)| *count > 0));
            }
        }
    }

    #[test]
    fn a_list_comes_in_the_order_asked_for_at_the_prices_shown(things in things(), currency in select(vec!["EUR", "USD", "JPY"])) {
        let shop = TestDb::new();
        stocked(&shop, &things);
        // `Thing 7` is the eighth.
        let liked = |name: &str| {
            let at: usize = name.trim_start_matches("Thing ").parse().unwrap();
            things[at].popularity
        };
        let market = Market { currency: Currency::parse(currency).unwrap(), country: Country::parse("US").unwrap(), ..RIGA };
        for &sort in Sort::ALL {
            let cards = shop.read(|conn| {
                let view = crate::market::view(conn, market, None, FRIDAY_MORNING.day())?;
                of_table(conn, &view, &asked(Filter::default(), Some(sort)))
            }).listing.cards;
            let rank = |card: &domain::catalogue::ProductCard| match sort {
                Sort::PriceUp => card.price.minor,
                Sort::PriceDown => -card.price.minor,
                Sort::Popular => -liked(&card.name.text),
                Sort::Newest => -card.added.0,
                Sort::Rating => -card.rating.map_or(0, |(tenths, _)| i64::from(tenths)),
                Sort::Saving => -card.was.map_or(0, |was| (was.minor - card.price.minor) * 1000 / was.minor),
            };
            let ranks: Vec<_> = cards.iter().map(rank).collect();
            prop_assert!(ranks.is_sorted(), "{sort:?} {ranks:?}");
            prop_assert_eq!(cards.len(), things.iter().filter(|thing| thing.live).count());
        }
    }
}

fn mugs() -> Vec<Thing> {
    let mug = |colour, popularity| Thing {
        part: Some(0),
        material: Some(0),
        stars: Some(45),
        popularity,
        live: true,
        kinds: vec![(colour, 0, 20, None, None, 1)],
    };
    vec![mug(0, 1), mug(1, 2), mug(2, 3)]
}

fn named(told: &Narrowed) -> Vec<&str> {
    told.listing.cards.iter().map(|card| card.name.text.as_str()).collect()
}

#[test]
fn what_changes_is_in_the_next_list() {
    let shop = TestDb::new();
    stocked(&shop, &mugs());
    let in_stock = Filter { in_stock: true, ..Filter::default() };
    let told = |filter: &Filter| shop.read(|conn| of_table(conn, &riga(conn)?, &asked(filter.clone(), None)));
    assert_eq!(named(&told(&in_stock)), ["Thing 2", "Thing 1", "Thing 0"]);
    const VARIANT: &str = "SELECT v.id FROM variants v JOIN products p ON p.id = v.product_id WHERE p.slug = 'thing-1'";
    let variant = shop.read(|conn| conn.one(VARIANT, &[], |row| row.get::<_, i64>("id"))).unwrap();
    shop.write::<_, ()>(move |tx| Ok(stock::count(tx, domain::ids::VariantId(variant), 0)?)).unwrap();
    assert_eq!(named(&told(&in_stock)), ["Thing 2", "Thing 0"]);
    let mut archived = incoming(2, &mugs()[2]);
    archived.shown = Shown::Archived;
    let archived = archived.check(Currency::EUR).unwrap();
    shop.write(move |tx| goods::save(tx, &archived)).unwrap();
    assert_eq!(named(&told(&Filter::default())), ["Thing 1", "Thing 0"]);
}

#[test]
fn what_was_found_keeps_its_order_and_has_its_categories() {
    let shop = TestDb::new();
    stocked(&shop, &mugs());
    const IDS: &str = "SELECT id FROM products ORDER BY id";
    let ids = shop.read(|conn| conn.all(IDS, &[], |row| row.get("id").map(ProductId)));
    let found = [ids[1], ids[2], ProductId(999)];
    let told = shop.read(|conn| narrowed(conn, &riga(conn)?, Source::Found(&found), &Asked::default(), 24));
    assert_eq!(named(&told), ["Thing 1", "Thing 2"]);
    assert_eq!(told.listing.parts.iter().map(|part| (part.name.text.as_str(), part.count)).collect::<Vec<_>>(), [("Table", 2)]);
}

#[test]
fn every_value_can_be_chosen_where_all_are_asked_for() {
    let shop = TestDb::new();
    let maker = |at: usize| Incoming {
        facts: vec![("Wood".to_owned(), format!("Kind {}", at / 2))],
        ..incoming(at, &Thing { material: None, ..mugs()[0].clone() })
    };
    let all: Vec<_> = (0..40).map(|at| maker(at).check(Currency::EUR).unwrap()).collect();
    shop.write(move |tx| all.iter().try_for_each(|goods| goods::save(tx, goods).map(drop))).unwrap();
    let told = |asked: Asked| {
        let facets = shop.read(|conn| of_table(conn, &riga(conn)?, &asked)).listing.facets;
        let wood = facets.into_iter().find(|facet| facet.key == "Wood").unwrap();
        (wood.values.len(), wood.all)
    };
    assert_eq!(told(Asked::default()), (12, 20));
    assert_eq!(told(Asked { whole: Some("Wood".to_owned()), ..Asked::default() }), (20, 20));
    let chosen = [("Wood".to_owned(), BTreeSet::from(["Kind 9".to_owned()]))].into_iter().collect();
    assert_eq!(told(asked(Filter { facets: chosen, ..Filter::default() }, None)), (13, 20), "what is chosen is there");
}
