//! What is written comes back, to the letter.

use std::path::PathBuf;

use db::testing::TestDb;
use domain::catalogue::{Choice, ChoiceValue, Selling, Shown, Slug, Unit};
use domain::contact::Country;
use domain::customs::TariffCode;
use domain::delivery::Measures;
use domain::duty::GoodsClass;
use domain::goods::{Incoming, IncomingPicture, IncomingVariant, Place, ProductWords, Stated};
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::tax::TaxClass;
use domain::time::{Day, Timestamp};
use proptest::prelude::*;

use super::*;
use crate::import::{self, Format, Import};
use crate::pictures::Media;
use crate::pictures::tests::darkroom;

/// A shop, its data folder, and the file it is written to.
struct Desk {
    shop: TestDb,
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { shop: TestDb::new(), folder: tempfile::tempdir().unwrap() }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("goods.csv")
    }

    fn media(&self) -> Media {
        Media::open(self.folder.path(), &darkroom()).unwrap()
    }

    fn export(&self) -> (Written, Vec<u8>) {
        let written = wait(run(&self.shop.db, self.folder.path(), &self.file())).unwrap();
        (written, std::fs::read(self.file()).unwrap())
    }

    /// Takes in what another shop wrote; the report.
    fn import(&self, file: &Path) -> (u8, String) {
        let media = self.media();
        let import = Import { db: &self.shop.db, media: &media, file, format: Format::Auto, map: None, dry_run: false };
        let mut told = Vec::new();
        let exit = wait(import::run(import, &mut told)).unwrap();
        (exit, String::from_utf8(told).unwrap())
    }
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

#[test]
fn the_demo_shop_moves_to_another_house_and_is_the_same_there() {
    let (here, there) = (Desk::new(), Desk::new());
    wait(crate::demo::fill(&here.shop.db, &here.media())).unwrap();
    // What is searched by, and what waits for its moment, moves along.
    let later = Timestamp(4_102_444_800_000);
    let write = move |tx: &db::Tx<'_>| {
        db::search::save_synonyms(tx, Lang::De, &["Becher".to_owned(), "Tasse".to_owned(), "Pott".to_owned()])?;
        Ok::<_, db::error::Error<domain::Never>>(db::desk::announce(tx, &Slug::of("Ridge mug").unwrap(), later)?)
    };
    here.shop.write(write).unwrap();
    let (written, file) = here.export();
    assert_eq!(written.products, 66);
    let (exit, told) = there.import(&here.file());
    assert_eq!((exit, told.lines().next()), (import::ALL, Some("imported 66 products")), "{told}");
    let same = there.shop.read(|conn| db::search::synonyms(conn, Lang::De));
    assert!(same.contains(&vec!["Becher".to_owned(), "Pott".to_owned(), "Tasse".to_owned()]), "{same:?}");
    let waits = there.shop.read(|conn| db::goods::outgoing(conn, ProductId(0), 99));
    let waits: Vec<_> = waits.iter().filter_map(|of| Some((of.goods.slug.as_str(), of.publish_at?))).collect();
    assert_eq!(waits, [("ridge-mug", later)]);
    let (again, other) = there.export();
    assert_eq!(again.products, 66);
    let same = file.iter().zip(&other).take_while(|(here, there)| here == there).count();
    let around = |file: &[u8]| String::from_utf8_lossy(&file[same.saturating_sub(40)..(same + 40).min(file.len())]).into_owned();
    assert!(file == other, "{}\n{}", around(&file), around(&other));
    let (exit, told) = there.import(&here.file());
    assert_eq!(exit, import::ALL);
    assert!(told.lines().filter(|line| line.starts_with("row ")).all(|line| line.ends_with(": same")), "{told}");
}

#[test]
fn no_cell_begins_like_a_formula() {
    let desk = Desk::new();
    let name = "=HYPERLINK(\"https://a.example\")";
    save(&desk, product(vec![name.to_owned(); 8], 100, 3));
    let (_, file) = desk.export();
    let mut reader = csv::Reader::from_reader(file.as_slice());
    let cells: Vec<String> =
        reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert!(cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{cells:?}");
    assert!(cells.contains(&format!("'{name}")));
}

#[test]
fn a_file_of_a_shop_that_counts_in_another_currency_is_refused() {
    let (here, there) = (Desk::new(), Desk::new());
    save(&here, product(vec!["Mug".to_owned(); 8], 100, 3));
    let (_, file) = here.export();
    let yen = String::from_utf8(file).unwrap().replace("\"\"currency\"\":\"\"EUR\"\"", "\"\"currency\"\":\"\"JPY\"\"");
    std::fs::write(there.file(), yen).unwrap();
    let (exit, told) = there.import(&there.file());
    assert_eq!(exit, import::NOTHING);
    assert!(told.contains("Details (cartwright): its prices are in JPY, the shop's in EUR"), "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn hostile_texts_come_back_as_they_were(texts in proptest::collection::vec(hostile(), 8), minor in 0..Money::MOST, count in 0_u32..9) {
        let (here, there) = (Desk::new(), Desk::new());
        save(&here, product(texts, minor, count));
        let (_, file) = here.export();
        let (exit, told) = there.import(&here.file());
        prop_assert_eq!(exit, import::ALL, "{}", told);
        let books = |desk: &Desk| desk.shop.read(|conn| db::goods::outgoing(conn, ProductId(0), 9));
        prop_assert_eq!(books(&here), books(&there));
        prop_assert_eq!(file, there.export().1);
    }
}

/// What a spreadsheet, a reader of CSV or of JSON could stumble over.
fn hostile() -> impl Strategy<Value = String> {
    let odd = proptest::sample::select(vec![
        "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "'", "\"", ",", ";", "|", "\\n", " ", "\u{feff}", "😀", "ก็", "\u{202e}",
        "{{", ">",
    ]);
    proptest::collection::vec(prop_oneof![odd.prop_map(str::to_owned), "[ -~]{0,6}", "\\PC{0,4}"], 1..6)
        .prop_map(|parts| parts.concat())
        // A name that is only blanks is none, and two values of a choice differ.
        .prop_map(|text| format!("{text}x"))
}

fn save(desk: &Desk, (goods, words): (Incoming, ProductWords)) {
    let goods = goods.check(Currency::EUR).unwrap();
    desk.shop
        .write(move |tx| {
            db::goods::save(tx, &goods)?;
            Ok::<_, db::error::Error<db::goods::SkuTaken>>(db::words::save_product(tx, &goods.slug, &words)?)
        })
        .unwrap();
}

fn product(texts: Vec<String>, minor: i64, count: u32) -> (Incoming, ProductWords) {
    let [name, maker, lead, fact, value, sku, alt, said] = <[String; 8]>::try_from(texts).unwrap();
    let slug = Slug::of("Ridge mug").unwrap();
    let value_of = |name: &str| ChoiceValue { name: name.to_owned(), swatch: None };
    let goods = Incoming {
        slug: slug.clone(),
        maker,
        lead: lead.clone(),
        story: crate::import::story(&lead),
        facts: vec![(fact.clone(), value.clone()), (fact, String::new())],
        place: Place::of(&name, Some(&value)).ok(),
        name,
        shown: Shown::Archived,
        popularity: Some(-1),
        rating: Some((47, 3)),
        tax: TaxClass::Books,
        class: GoodsClass::Paper,
        tariff: Stated::That(TariffCode::parse("4820100000").ok()),
        origin: Stated::That(Country::parse("PT").ok()),
        care: Stated::typed(&format!("Wipe it.\n- {said}-")),
        added: Some(Day(20_000)),
        choices: vec![Choice { name: alt.clone(), values: vec![value_of("Title"), value_of(&value)] }],
        variants: vec![variant(&value, sku, minor, count), variant("Title", String::new(), minor, count)],
        pictures: vec![IncomingPicture { source: Source::Address("https://a.example/=1,2.jpg".to_owned()), alt }],
    };
    let care = Stated::typed(&said);
    let words = ProductWords {
        lang: Lang::De,
        slug,
        name: said.clone(),
        lead: said.clone(),
        story: String::new(),
        facts: vec![said, String::new()],
        alts: vec![String::new()],
        care,
    };
    (goods, words)
}

fn variant(value: &str, sku: String, minor: i64, count: u32) -> IncomingVariant {
    IncomingVariant {
        values: vec![value.to_owned()],
        barcode: sku.chars().rev().collect(),
        sku,
        price: Money::new(minor, Currency::EUR),
        was: Some(Money::new(minor + 1, Currency::EUR)).filter(|was| was.minor <= Money::MOST),
        own: Some(vec![(Money::new(minor, Currency::parse("JPY").unwrap()), None)]),
        content: Some((count + 1, Unit::Millilitre)),
        grams: count,
        measures: Measures::of([count + 1, 20, 3]).ok(),
        ready_days: Some(count % 91),
        selling: if count == 0 { Selling::Always } else { Selling::WhileInStock },
        stock: Some(count),
        picture: Some(0),
    }
}
