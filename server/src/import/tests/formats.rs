//! The formats of other shops, and tables of nobody's format.

use domain::lang::Lang;

use super::*;

fn titles(product: &Incoming) -> Vec<(String, &str, i64)> {
    product.variants.iter().map(|variant| (variant.title(), variant.sku.as_str(), variant.price.minor)).collect()
}

fn place(product: &Incoming) -> Vec<&str> {
    let place = product.place.as_ref().unwrap();
    std::iter::once(&place.top).chain(&place.sub).map(|named| named.name.as_str()).collect()
}

fn reasons(sheet: &Sheet) -> Vec<String> {
    sheet.left_out.iter().flat_map(|left| &left.reasons).map(ToString::to_string).collect()
}

fn facts(product: &Incoming) -> Vec<(&str, &str)> {
    product.facts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn address(name: &str) -> Source {
    Source::Address(format!("https://pictures.example/{name}"))
}

#[test]
fn woocommerces_variations_find_their_product() {
    let sheet = planned("woocommerce.csv");
    assert_eq!(reasons(&sheet), ["row 6, Type: a product of type `grouped` has nothing of its own to sell"]);
    let mug = product(&sheet, "ridge-mug");
    assert_eq!(titles(mug), [("Moss".to_owned(), "RIDGE-MOSS", 1500), ("Oat".to_owned(), "RIDGE-OAT", 1900)]);
    assert_eq!((mug.lead.as_str(), mug.story.as_str()), ("A stoneware mug.", "<p>Heavy.</p>\n<p>Made in Kalna.</p>"));
    assert_eq!((place(mug), facts(mug)), (vec!["Table", "Cups"], vec![("care", "Dishwasher"), ("Material", "Stoneware, Glaze")]));
    let [moss, oat] = &mug.variants[..] else { panic!() };
    assert_eq!((moss.was.unwrap().minor, moss.barcode.as_str(), moss.stock), (1900, "4750000000017", Some(5)));
    assert_eq!((moss.selling, oat.selling), (Selling::WhileInStock, Selling::Always));
    assert_eq!((moss.grams, oat.grams), (340, 360), "what a variation does not weigh, its product does");
    let sources: Vec<Source> = mug.pictures.iter().map(|picture| picture.source.clone()).collect();
    assert_eq!((sources, moss.picture), (vec![address("a,b.jpg"), address("moss.jpg")], Some(1)));
    let board = product(&sheet, "walnut-board-oiled");
    assert_eq!((board.shown, board.variants[0].stock), (Shown::Draft, Some(0)));
    assert_eq!(product(&sheet, "ridge-mug-52").variants[0].sku, "MUG-2", "two products of one name are two products");
}

#[test]
fn vendures_rows_without_a_name_are_variants_of_the_one_above() {
    let sheet = planned("vendure.csv");
    assert_eq!(reasons(&sheet), Vec::<String>::new());
    let jug = product(&sheet, "jug");
    assert_eq!(titles(jug), [("Small".to_owned(), "JUG-S", 2900), ("Large".to_owned(), "JUG-L", 3900)]);
    assert_eq!((jug.name.as_str(), jug.maker.as_str(), jug.lead.as_str()), ("Pouring jug", "Kalna", "A jug, \"generous\" once"));
    assert_eq!(place(jug), ["Table", "Jugs"]);
    assert_eq!(facts(jug), [("care", "By hand"), ("glaze", "matt, gloss"), ("year", "2026")]);
    assert_eq!(jug.variants.iter().map(|variant| variant.selling).collect::<Vec<_>>(), [Selling::WhileInStock, Selling::Always]);
    assert_eq!(jug.pictures[0].source, address("l.jpg"));
    let planned = &sheet.products[0];
    assert_eq!(planned.remarks.len(), 2, "the pictures beside it are not there: {:?}", planned.remarks);
    let words = &planned.words[0];
    assert_eq!((words.lang, words.name.as_str(), words.story.as_str()), (Lang::De, "Gießkanne", "<p>Eine Kanne.</p>"));
    let known = |word: &str, text: &str| (word.to_owned(), text.to_owned());
    assert_eq!(planned.terms, [(Lang::De, vec![known("Small", "Klein"), known("Large", "Groß")])]);
    assert_eq!(product(&sheet, "tray").variants[0].stock, Some(9));
}

#[test]
fn sprees_currencies_are_prices_of_one_variant() {
    let sheet = planned("spree.csv");
    assert_eq!(reasons(&sheet), ["row 7, price: there is no price in EUR, the shop's currency, only in USD"]);
    let heater = product(&sheet, "heater");
    assert_eq!(titles(heater), [("Red".to_owned(), "HEATER-RED", 5499), ("Blue".to_owned(), "HEATER-BLUE", 5499)]);
    assert_eq!(heater.variants[0].was.unwrap().minor, 6499);
    let own: Vec<String> = heater.variants[0]
        .own
        .iter()
        .flatten()
        .map(|(price, _)| format!("{} {}", price.currency.code(), price.plain()))
        .collect();
    assert_eq!(own, ["USD 59.99"]);
    assert_eq!(place(heater), ["Air & Climate", "Heaters"]);
    assert_eq!(facts(heater), [("Room coverage", "12 m²"), ("Voltage", "230 V")]);
    let sizes: Vec<_> = heater.variants.iter().map(|variant| variant.measures.map(|measures| measures.sides())).collect();
    assert_eq!((heater.variants[0].grams, sizes), (1996, vec![Some([399, 351, 300]), None]));
    assert_eq!((heater.variants[0].selling, heater.variants[1].selling), (Selling::WhileInStock, Selling::Always));
}

#[test]
fn medusas_rows_repeat_their_product() {
    let sheet = planned("medusa.csv");
    assert_eq!(reasons(&sheet), ["row 6, Variant Price EUR: there is no price in EUR, the shop's currency, only in USD"]);
    let stool = product(&sheet, "stool");
    assert_eq!(titles(stool), [("Low".to_owned(), "STOOL-L", 3000), ("High".to_owned(), "STOOL-H", 5000)]);
    assert_eq!((stool.lead.as_str(), facts(stool), stool.variants[0].grams), ("Dry feet.", vec![("Material", "Oak")], 1200));
    assert_eq!(
        stool.pictures.iter().map(|picture| picture.source.clone()).collect::<Vec<_>>(),
        [address("stool.jpg"), address("top.jpg")]
    );
    let own: Vec<&str> = stool.variants[0].own.iter().flatten().map(|(price, _)| price.currency.code()).collect();
    assert_eq!(own, ["USD", "GBP"]);
    assert_eq!(
        stool.variants.iter().map(|variant| variant.selling).collect::<Vec<_>>(),
        [Selling::WhileInStock, Selling::Always]
    );
}

#[test]
fn every_format_comes_in_once_however_often() {
    for name in ["woocommerce.csv", "vendure.csv", "spree.csv", "medusa.csv"] {
        let desk = Desk::new();
        let (_, first) = desk.import_fixture(name);
        assert!(first.iter().any(|line| line.ends_with(": added")), "{first:#?}");
        let (_, again) = desk.import_fixture(name);
        let taken: Vec<&String> = again.iter().filter(|line| line.starts_with("row ") && !line.ends_with(": left out")).collect();
        assert!(!taken.is_empty() && taken.iter().all(|line| line.ends_with(": same")), "{name}: {again:#?}");
    }
}

#[test]
fn a_table_of_nobodys_format_is_read_with_a_map() {
    let desk = Desk::new();
    let file = "Artikel;Bezeichnung;VK brutto;Währung;Bestand;Werkstoff\nA-1;Becher;19,00;EUR;4;Ton\nA-2;Kanne;x;EUR;1;\n";
    let map = "[columns]\ntitle = \"Bezeichnung\"\nprice = \"VK brutto\"\ncurrency = \"Währung\"\nquantity = \"Bestand\"\nsku = \"Artikel\"\n\
        [facts]\nMaterial = \"Werkstoff\"\n";
    let (exit, printed) = desk.import_mapped(file, map);
    assert_eq!((exit, printed[0].as_str()), (SOME, "imported 1 of 2 products; 1 left out"));
    assert!(printed.contains(&"          row 3, VK brutto: `x` is not an amount".to_owned()), "{printed:#?}");
    let cup = desk.product("becher");
    assert_eq!((cup.variants[0].sku.as_str(), cup.variants[0].price.minor), ("A-1", 1900));
    assert_eq!((cup.facts[0].0.text.as_str(), cup.facts[0].1.text.as_str()), ("Material", "Ton"));
}

#[test]
fn a_map_that_cannot_be_followed_says_why() {
    let desk = Desk::new();
    for (map, why) in [
        ("[columns]\ntitle = \"Name\"\n", "it must name at least title and price"),
        ("[columns]\ntitle = \"Name\"\nprice = \"Cost\"\n", "the file has no column `Cost`; it has: Name, Preis"),
        ("[columns]\ntitel = \"Name\"\n", "`titel` is none of handle, title, description"),
        ("columns = 1", "invalid type"),
    ] {
        let (exit, printed) = desk.import_mapped("Name,Preis\nMug,10\n", map);
        assert!(
            exit == NOTHING && printed[0].contains("the map cannot be followed: ") && printed.concat().contains(why),
            "{printed:#?}"
        );
    }
}

#[test]
fn a_format_that_was_named_is_the_one_that_is_read() {
    let table = table("Title,Price\nMug,10\n").unwrap();
    let Err(refused) = Reading::of(&table, Format::Vendure, None) else { panic!("these are Shopify's columns") };
    assert!(refused.to_string().contains("Missing, by format: vendure (name, optionGroups, optionValues)."), "{refused}");
    assert!(Reading::of(&table, Format::Shopify, None).is_ok());
}

#[test]
fn trying_tells_what_would_be_different_from_what_to_what() {
    let desk = Desk::new();
    let file =
        |name: &str, story: &str, kind: &str| format!("Handle,Title,Body,Type,Variant Price\nmug,{name},{story},{kind},10\n");
    desk.import(file("Ridge mug", "A mug that was thrown by hand in Kalna and glazed twice", "Cups").as_bytes(), false);
    let (_, printed) =
        desk.import(file("Ridge cup", "A mug that was thrown by hand in Kalna and glazed once", "Table").as_bytes(), true);
    let told = printed.last().unwrap();
    for change in [
        "name `Ridge mug` to `Ridge cup`",
        "category `Cups` to `Table`",
        "story `…and glazed twice</p>` to `…and glazed once</p>`",
    ] {
        assert!(told.contains(change), "{told}");
    }
}
