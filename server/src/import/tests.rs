//! Files from other shops, with every trap in them that was met.

mod formats;
mod photos;
mod pictures;
mod prices;
mod sizes;
mod translations;
mod turns;

use std::path::PathBuf;

use db::catalogue;
use db::testing::{TestDb, riga};
use domain::catalogue::{Product, Selling, Shown, Slug};
use domain::goods::{Incoming, Source};
use domain::money::Currency;

use super::*;
use crate::pictures::tests::darkroom;

/// A 1x1 GIF.
const DOT: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// A file, read.
struct Sheet {
    products: Vec<Planned>,
    left_out: Vec<LeftOut>,
    notes: Vec<String>,
}

fn planned(name: &str) -> Sheet {
    planned_bytes(&std::fs::read(fixture(name)).unwrap()).unwrap()
}

fn planned_text(text: &str) -> Result<Sheet, Unreadable> {
    planned_bytes(text.as_bytes())
}

/// A table, as it is found in a file.
pub fn table(bytes: impl AsRef<[u8]>) -> Result<Table, Unreadable> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(&file, bytes).unwrap();
    Text::of(file.path()).and_then(Table::read)
}

fn planned_bytes(bytes: &[u8]) -> Result<Sheet, Unreadable> {
    let table = table(bytes)?;
    let reading = Reading::of(&table, Format::Auto, None)?;
    let (path, nowhere) = (fixture(""), tempfile::tempdir().unwrap());
    let media = Media::open(nowhere.path(), &darkroom()).unwrap();
    let plan = Plan::of(&table, &reading, Folder::new(&path, &media, true), Currency::EUR)?;
    let (products, mut left_out) = (plan.products().filter_map(Result::ok).collect(), plan.left_out.clone());
    left_out.extend(plan.products().filter_map(Result::err));
    Ok(Sheet { products, left_out, notes: plan.notes })
}

#[track_caller]
fn product<'a>(sheet: &'a Sheet, slug: &str) -> &'a Incoming {
    &sheet.products.iter().find(|planned| planned.goods.slug.as_str() == slug).unwrap().goods
}

/// A shop, and a folder a catalogue lies in.
struct Desk {
    shop: TestDb,
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { shop: TestDb::new(), folder: tempfile::tempdir().unwrap() }
    }

    fn media(&self) -> Media {
        Media::open(self.folder.path(), &darkroom()).unwrap()
    }

    /// How many pictures are kept.
    fn kept(&self) -> usize {
        let all = std::fs::read_dir(self.media().folder()).unwrap();
        all.filter(|file| file.as_ref().unwrap().path().is_file()).count()
    }

    fn import(&self, bytes: &[u8], dry_run: bool) -> (u8, Vec<String>) {
        let file = self.folder.path().join("catalogue.csv");
        std::fs::write(&file, bytes).unwrap();
        self.told(Import { db: &self.shop.db, media: &self.media(), file: &file, format: Format::Auto, map: None, dry_run })
    }

    fn told(&self, import: Import<'_>) -> (u8, Vec<String>) {
        let mut printed = Vec::new();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let exit = runtime.block_on(run(import, &mut printed)).unwrap();
        (exit, String::from_utf8(printed).unwrap().lines().map(str::to_owned).collect())
    }

    /// Takes in a table of nobody's format.
    fn import_mapped(&self, text: &str, map: &str) -> (u8, Vec<String>) {
        let (file, map_file) = (self.folder.path().join("table.csv"), self.folder.path().join("map.toml"));
        std::fs::write(&file, text).unwrap();
        std::fs::write(&map_file, map).unwrap();
        let (db, media, map) = (&self.shop.db, &self.media(), Some(map_file.as_path()));
        self.told(Import { db, media, file: &file, format: Format::Auto, map, dry_run: false })
    }

    fn import_fixture(&self, name: &str) -> (u8, Vec<String>) {
        self.import(&std::fs::read(fixture(name)).unwrap(), false)
    }

    fn product(&self, slug: &str) -> Product {
        self.shop.read(|conn| catalogue::product(conn, &riga(conn)?, &Slug::parse(slug).unwrap()))
    }
}

#[test]
fn the_old_columns_are_read() {
    let sheet = planned("shopify-legacy.csv");
    assert_eq!(sheet.left_out, []);
    let mug = product(&sheet, "ridge-mug");
    assert_eq!((mug.name.as_str(), mug.maker.as_str(), mug.lead.as_str()), ("Ridge mug", "Kalna Pottery", "A stoneware mug."));
    assert_eq!(mug.story, "<p>A stoneware mug. It is <b>heavy</b>.</p>");
    assert_eq!(mug.place.as_ref().unwrap().top.name, "Cups");
    let names: Vec<&str> = mug.choices.iter().map(|choice| choice.name.as_str()).collect();
    assert_eq!(names, ["Color", "Size"]);
    let swatches: Vec<Option<&str>> = mug.choices[0].values.iter().map(|value| value.swatch.as_deref()).collect();
    assert_eq!(swatches, [Some("navy"), None]);
    let titles: Vec<String> = mug.variants.iter().map(|variant| variant.title()).collect();
    assert_eq!(
        titles,
        ["Navy / Small", "Sunset / Small", "Navy / Large"],
        "rows of one handle are one product wherever they stand"
    );
    let first = &mug.variants[0];
    assert_eq!((first.sku.as_str(), first.grams, first.stock), ("0012", 340, Some(5)));
    assert_eq!((first.price.minor, first.was.map(|was| was.minor)), (1900, Some(2400)));
    assert_eq!(mug.variants[1].was, None, "what is not dearer is no reduction");
    assert_eq!(mug.variants[1].stock, Some(0), "less than none is none");
    let selling: Vec<Selling> = mug.variants.iter().map(|variant| variant.selling).collect();
    assert_eq!(selling, [Selling::WhileInStock, Selling::WhileInStock, Selling::Always]);
}

#[test]
fn a_product_without_choices_and_without_a_counter_is_always_sold() {
    let sheet = planned("shopify-legacy.csv");
    let board = product(&sheet, "walnut-board");
    assert!(board.choices.is_empty() && board.variants[0].values.is_empty());
    assert_eq!(board.variants[0].selling, Selling::Always);
    let place = board.place.as_ref().unwrap();
    assert_eq!((place.top.name.as_str(), place.sub.as_ref().unwrap().name.as_str()), ("Home & Garden", "Cutting Boards"));
    assert_eq!(board.story, "<p>A board of walnut.<br>Oiled twice.</p>");
    assert_eq!(product(&sheet, "hidden-jug").shown, Shown::Draft);
}

#[test]
fn the_new_columns_are_read_with_short_rows_and_a_mark_in_front() {
    let desk = Desk::new();
    std::fs::write(desk.folder.path().join("krūze.gif"), DOT).unwrap();
    let (exit, printed) = desk.import_fixture("shopify-current.csv");
    assert_eq!((exit, printed[0].as_str()), (ALL, "imported 2 products"));
    assert_eq!(printed[1], "read as UTF-8, separated by commas");
    let mug = desk.product("krūze-rīts");
    assert_eq!((mug.name.text.as_str(), mug.variants[0].sku.as_str()), ("Krūze «Rīts»", "KR-1"));
    assert_eq!(mug.choices[0].values[0].swatch.as_deref(), Some("green"));
    assert_eq!(
        (mug.facts[0].0.text.as_str(), mug.facts[0].1.text.as_str()),
        ("Color", "green"),
        "a field of one's own is a fact"
    );
    assert_eq!((mug.pictures[0].width, mug.pictures[0].alt.as_str()), (1, "Krūze «Rīts»"));
    assert!(desk.folder.path().join("media").join(&mug.pictures[0].file).exists());
}

#[test]
fn other_encodings_separators_and_line_ends_are_read() {
    let sheet = planned("shopify-semicolons-1252.csv");
    let cup = product(&sheet, "cafe-tasse");
    assert_eq!((cup.name.as_str(), cup.maker.as_str()), ("Café-Tasse „Früh“", "Müller & Söhne"));
    assert_eq!((cup.variants[0].price.minor, cup.variants[0].stock), (1250, Some(3)));
    assert_eq!(cup.variants[0].selling, Selling::WhileInStock);
    assert_eq!(sheet.products[1].row, 3);
    assert_eq!(
        sheet.notes,
        ["read as windows-1252, separated by semicolons", "columns without a place in the shop, not read: extra",]
    );
    let sheet = planned("shopify-utf16.csv");
    assert_eq!(product(&sheet, "kruze").name, "Krūze");
    assert_eq!(sheet.notes, ["read as UTF-16LE, separated by tabs"]);
}

#[test]
fn a_product_with_a_bad_row_is_left_out_whole_with_all_its_reasons() {
    let sheet = planned("shopify-flawed.csv");
    let kept: Vec<&str> = sheet.products.iter().map(|planned| planned.goods.slug.as_str()).collect();
    assert_eq!(kept, ["good", "long"]);
    let reasons: Vec<String> = sheet.left_out.iter().flat_map(|left| &left.reasons).map(ToString::to_string).collect();
    assert_eq!(
        reasons,
        [
            "row 8, Handle: the row has neither a handle nor a title, so it belongs to no product",
            "row 3, Variant Price: `ten` is not an amount",
            "row 4, Variant Grams: `1 kg` is not a weight in grams",
            "row 4, Variant Inventory Qty: `some` is not a whole number",
            "row 6: another variant is `S` too",
            "row 7, Variant SKU: `A-1` is the number of the variant in row 2",
            "row 10, Title: `Another` has the handle of `Mixed`",
            "row 11: it has no name",
            "row 12, Variant Price: there is no price",
            "row 13, Option2 Value: `Red` is the value of a choice without a name",
            "row 14, Status: `gone` is none of active, draft, archived",
        ]
    );
    let remarks: Vec<String> = sheet.products.iter().flat_map(|planned| &planned.remarks).map(ToString::to_string).collect();
    assert_eq!(remarks, ["row 2, Image Src: `../secret.gif`: only files in the catalogue's folder are taken"]);
    assert!(sheet.notes.contains(&"row 15: 2 cells beyond the last column, not read: [\"stray\", \"cell\"]".to_owned()));
}

#[test]
fn a_script_notices_that_something_was_left_out() {
    let (exit, printed) = Desk::new().import_fixture("shopify-flawed.csv");
    assert_eq!((exit, printed[0].as_str()), (SOME, "imported 2 of 11 products; 9 left out"));
    assert!(printed.contains(&"row 2     good: added".to_owned()), "{printed:#?}");
    assert!(printed.contains(&"row 3     bad-price: left out".to_owned()), "{printed:#?}");
}

#[test]
fn the_second_import_changes_nothing() {
    let desk = Desk::new();
    assert_eq!(desk.import_fixture("shopify-legacy.csv").0, ALL);
    let before = desk.product("ridge-mug");
    let (exit, printed) = desk.import_fixture("shopify-legacy.csv");
    assert_eq!(exit, ALL);
    let rows: Vec<&String> = printed.iter().filter(|line| line.starts_with("row ")).collect();
    assert_eq!(rows, ["row 2     ridge-mug: same", "row 5     walnut-board: same", "row 9     hidden-jug: same"]);
    assert_eq!(desk.product("ridge-mug"), before);
}

#[test]
fn trying_tells_what_would_change_and_changes_nothing() {
    let desk = Desk::new();
    std::fs::write(desk.folder.path().join("dot.gif"), DOT).unwrap();
    let file = |price: &str| format!("Title,Price,Inventory quantity,Product image URL\nMug,{price},3,dot.gif\n");
    let (exit, printed) = desk.import(file("10").as_bytes(), true);
    assert_eq!((exit, printed[0].as_str()), (ALL, "would import 1 product"));
    assert!(desk.shop.read(catalogue::is_empty));
    assert_eq!(desk.kept(), 0);
    desk.import(file("10").as_bytes(), false);
    assert_eq!(desk.kept(), 1);
    let (_, printed) = desk.import(file("12.50").as_bytes(), true);
    assert_eq!(printed.last().unwrap(), "row 2     mug: changed: price 10.00 to 12.50");
    assert_eq!(desk.product("mug").variants[0].price.minor, 1000);
}

#[test]
fn a_number_another_product_has_keeps_only_its_own_product_out() {
    let desk = Desk::new();
    desk.import(b"Title,SKU,Price\nMug,A-1,10\n", false);
    let (exit, printed) = desk.import(b"Title,SKU,Price\nJug,A-1,20\nPot,A-2,30\n", false);
    assert_eq!((exit, printed[0].as_str()), (SOME, "imported 1 of 2 products; 1 left out"));
    assert!(printed.contains(&"          row 2: SKU `A-1` belongs to `mug`".to_owned()), "{printed:#?}");
    assert_eq!(desk.product("pot").variants[0].price.minor, 3000);
    assert!(desk.shop.read(|conn| Ok(catalogue::product(conn, &riga(conn)?, &Slug::parse("jug").unwrap()).is_err())));
}

#[test]
fn a_file_of_which_nothing_can_be_read_says_why() {
    let desk = Desk::new();
    for (bytes, why) in [
        (&b""[..], "nothing was imported: the file is empty"),
        (b"Title,Price\n", "nothing was imported: there are no products in the file"),
        (b"Title,Price\nMug,ten\n", "nothing was imported: the only product was left out"),
        (
            b"name,cost\nMug,10\n",
            "nothing was imported: these are not the columns of a file it reads. Found: name, cost. Missing, by format: \
             woocommerce (Type, SKU, Regular price); vendure (optionGroups, optionValues, price); medusa (Product Handle, \
             Product Title); spree (slug, sku, price); shopify (Title, Price). To read it all the same, say in a file which \
             column is which, such as `[columns]`, `title = \"..\"`, `price = \"..\"`, and name it with --map",
        ),
        (b"PK\x03\x04\0\0", "nothing was imported: this is not a text file; save the table as CSV and import that"),
    ] {
        let (exit, printed) = desk.import(bytes, false);
        assert_eq!((exit, printed[0].as_str()), (NOTHING, why));
    }
    assert!(desk.shop.read(catalogue::is_empty));
}

#[test]
fn a_repeated_mark_a_quoted_header_and_a_blank_row_do_no_harm() {
    let sheet = planned_text("\u{feff}\u{feff}\"Title\",\"Price\"\r\n,\r\n\"Mug, large\",10\r\n").unwrap();
    assert_eq!((sheet.products[0].row, sheet.products[0].goods.name.as_str()), (3, "Mug, large"));
}
