//! The demo shop, filled.

use std::collections::BTreeSet;
use std::fs;

use db::catalogue;
use db::testing::{RIGA, TestDb, riga};
use domain::catalogue::{Slug, Stock};
use domain::market::Market;

use super::*;
use crate::pictures::Darkroom;

struct Shop {
    shop: TestDb,
    media: Media,
    _data: tempfile::TempDir,
}

fn shop() -> Shop {
    let data = tempfile::tempdir().unwrap();
    let media = Media::open(data.path(), &Darkroom::own()).unwrap();
    Shop { shop: TestDb::new(), media, _data: data }
}

fn run<T>(work: impl Future<Output = Result<T, Trouble>>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work).unwrap()
}

#[test]
fn the_demo_shop_is_filled_once_however_often() {
    let Shop { shop, media, _data } = shop();
    let first = run(fill(&shop.db, &media));
    assert_eq!(first, Filled { added: 66, changed: 0, same: 0 });
    let files = fs::read_dir(media.folder()).unwrap().count();
    assert_eq!(run(fill(&shop.db, &media)), Filled { added: 0, changed: 0, same: 66 });
    assert_eq!(fs::read_dir(media.folder()).unwrap().count(), files);
    for finding in shop.read(db::audit::audit) {
        assert!(finding.against.is_empty(), "{}: {:?}", finding.says, finding.against);
    }
}

#[test]
fn every_shelf_has_goods_a_sentence_and_a_picture() {
    let Shop { shop, media, _data } = shop();
    run(fill(&shop.db, &media));
    let menu = shop.read(|conn| catalogue::categories(conn, Lang::En));
    let names: Vec<&str> = menu.iter().map(|category| category.name.text.as_str()).collect();
    assert_eq!(names, ["Kitchen", "Table", "Home", "Light", "Bed and bath", "Desk", "Garden", "Travel"]);
    for category in menu {
        let children = category.children.iter().map(|(slug, _)| slug.clone());
        for slug in std::iter::once(category.slug.clone()).chain(children) {
            let (id, shelf) = shop.read(|conn| catalogue::category(conn, Lang::En, &slug));
            let cards = shop.read(|conn| catalogue::liked(conn, &riga(conn)?, Some(id), 48));
            assert!(cards.len() >= 3, "{slug:?} has {}", cards.len());
            assert!(!shelf.blurb.text.is_empty() && shelf.picture.is_some(), "{slug:?}");
        }
    }
}

#[test]
fn the_ridge_mug_is_seen_from_all_sides_in_all_colours() {
    let Shop { shop, media, _data } = shop();
    run(fill(&shop.db, &media));
    let mug = shop.read(|conn| catalogue::product(conn, &riga(conn)?, &Slug::parse("ridge-mug").unwrap()));
    let alts: Vec<&str> = mug.pictures.iter().map(|picture| picture.alt.as_str()).collect();
    assert_eq!(
        alts,
        [
            "Ridge mug in Oat, from the front",
            "Ridge mug in Oat on a laid table",
            "Ridge mug in Oat, close up",
            "Ridge mug in Oat, Moss and Ink",
            "Ridge mug in Moss, from the front",
            "Ridge mug in Ink, from the front",
            "Ridge mug in Rust, from the front",
        ]
    );
    let moss = mug.variant_of(&["Moss".to_owned(), "250 ml".to_owned()]).unwrap();
    assert_eq!((moss.picture, moss.stock, moss.price.minor), (Some(4), Stock::Left(0), 1800));
    assert_eq!(moss.sku, "RIDGE-MUG-MOSS-250-ML");
}

#[test]
fn every_thing_is_measured_and_the_large_ones_go_to_no_locker() {
    let Shop { shop, media, _data } = shop();
    run(fill(&shop.db, &media));
    let cards = shop.read(|conn| catalogue::liked(conn, &riga(conn)?, None, 100));
    let mut large = BTreeSet::new();
    for card in cards {
        for variant in shop.read(|conn| catalogue::product(conn, &riga(conn)?, &card.slug)).variants {
            let Some(packet) = variant.packet() else {
                assert_eq!((card.slug.as_str(), variant.grams, variant.measures), ("gift-card", 0, None));
                continue;
            };
            assert!(variant.measures.is_some() && variant.grams > 0, "{} {:?}", card.slug.as_str(), variant.values);
            if !packet.fits([640, 390, 380]) {
                large.insert(card.slug.as_str().to_owned());
            }
        }
    }
    let expected = ["bell-pendant", "boulder-pouffe", "flange-cushion", "gale-umbrella", "lane-rug", "long-spout-can"];
    let more = ["osier-basket", "paper-tower", "peg-shelf"];
    assert_eq!(large, expected.into_iter().chain(more).map(str::to_owned).collect());
}

#[test]
fn a_gift_card_is_worth_what_it_says_and_never_sold_out() {
    let Shop { shop, media, _data } = shop();
    run(fill(&shop.db, &media));
    let card = shop.read(|conn| catalogue::product(conn, &riga(conn)?, &Slug::parse("gift-card").unwrap()));
    assert_eq!(card.variants.len(), 12);
    for variant in card.variants {
        let says: i64 = variant.values[1].parse().unwrap();
        assert_eq!((variant.price.minor, variant.stock), (says * 100, Stock::Unlimited), "{:?}", variant.values);
    }
}

#[test]
fn every_picture_is_a_whole_document_without_anything_that_runs() {
    let Shop { shop, media, _data } = shop();
    run(fill(&shop.db, &media));
    let files = fs::read_dir(media.folder()).unwrap().map(|file| file.unwrap().path());
    for path in files.filter(|path| path.is_file()) {
        let svg = fs::read_to_string(path).unwrap();
        assert!(svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>"));
        for bad in ["{{", "<!--", "<script", "<text", "<style", "onload", "javascript:", "\n", "<image", "foreignObject"] {
            assert!(!svg.contains(bad), "{bad} in {}", &svg[..80]);
        }
        let ids: Vec<&str> = svg.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let unique: std::collections::HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        for used in svg.split("url(#").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(unique.contains(used), "{used} is used and not there");
        }
    }
}

#[test]
fn a_large_catalogue_reuses_the_pictures() {
    let Shop { shop, media, _data } = shop();
    run(fill(&shop.db, &media));
    let files = fs::read_dir(media.folder()).unwrap().count();
    assert_eq!(run(fill_many(&shop.db, &media, 300)), Filled { added: 234, changed: 0, same: 66 });
    assert_eq!(run(fill_many(&shop.db, &media, 300)), Filled { added: 0, changed: 0, same: 300 });
    assert_eq!(fs::read_dir(media.folder()).unwrap().count(), files);
}

#[test]
fn every_thing_has_a_name_a_story_and_an_address_of_its_own_in_every_language() {
    let Shop { shop, media, _data } = shop();
    run(fill(&shop.db, &media));
    let day = shop.db.now().day();
    for &lang in Lang::ALL {
        let view = shop.read(|conn| db::market::view(conn, Market { lang, ..RIGA }, None, day));
        let cards = shop.read(|conn| catalogue::liked(conn, &view, None, 100));
        let addresses: BTreeSet<_> = cards.iter().map(|card| card.slug.clone()).collect();
        assert_eq!(addresses.len(), 66, "{lang:?}");
        for card in cards {
            let product = shop.read(|conn| catalogue::product(conn, &view, &card.slug));
            let words =
                product.choices.iter().flat_map(|choice| choice.values.iter().map(|value| &value.name).chain([&choice.name]));
            let words = words.map(|word| product.terms.say(word));
            let facts = product.facts.iter().flat_map(|(name, value)| [name.clone(), value.clone()]);
            let said = words.chain(facts).chain([product.name.clone(), product.lead.clone(), product.story.clone()]);
            for said in said {
                // Sizes and the like are the same in every language and need no translation.
                let plain = !said.text.chars().any(|letter| letter.is_ascii_lowercase());
                assert!(plain || said.lang == lang, "{} in {lang:?}: {}", card.slug.as_str(), said.text);
            }
            assert!(product.pictures.iter().all(|picture| picture.alt.contains(&product.name.text)), "{lang:?} {:?}", card.slug);
        }
        for category in shop.read(|conn| catalogue::categories(conn, lang)) {
            assert!(category.name.lang == lang && category.blurb.lang == lang, "{lang:?}: {}", category.name.text);
        }
    }
}
