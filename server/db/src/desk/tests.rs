//! The desk: who changed what, and what is not changed by mistake.

use domain::Never;
use domain::catalogue::{Shown, Slug};
use domain::desk::{LogLine, Subject};
use domain::goods::{CategoryWords, Incoming, IncomingCategory, IncomingVariant, Named, ProductWords};
use domain::ids::ProductId;
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::time::Timestamp;

use super::*;
use crate::error::{Answer, Error};
use crate::testing::TestDb;

fn lamp() -> Incoming {
    let price = Money::new(8000, Currency::EUR);
    let variant = IncomingVariant { sku: "L-1".to_owned(), grams: 900, stock: Some(3), ..IncomingVariant::at(price) };
    let blank = Incoming::blank(Slug::of("lamp").unwrap());
    Incoming { name: "Lamp".to_owned(), shown: Shown::Live, variants: vec![variant], ..blank }
}

fn meant(goods: Incoming) -> Meant {
    Meant { goods: goods.check(Currency::EUR).unwrap(), publish_at: None, seen: String::new(), counted: Vec::new() }
}

/// A shop with a lamp that ada brought in.
fn shop_with_lamp() -> (TestDb, ProductId) {
    let shop = TestDb::new();
    let id = shop.write(|tx| save(tx, "ada", None, &meant(lamp()))).unwrap();
    (shop, id)
}

fn put(shop: &TestDb, id: ProductId, meant: Meant) -> Answer<ProductId, NotSaved> {
    shop.write(move |tx| save(tx, "ada", Some(id), &meant))
}

fn opened(shop: &TestDb, id: ProductId) -> Opened {
    shop.read(|conn| open(conn, id))
}

/// The log, as who, which part, from what to what; the last line first.
fn lines(shop: &TestDb) -> Vec<(String, String, String, String)> {
    let line = |line: LogLine| (line.staff, line.part, line.was, line.now);
    shop.read(|conn| log(conn, None, 0, 100)).into_iter().map(line).collect()
}

fn told(who: &str, part: &str, was: &str, now: &str) -> (String, String, String, String) {
    (who.to_owned(), part.to_owned(), was.to_owned(), now.to_owned())
}

#[test]
fn every_change_is_in_the_log_with_who_did_it() {
    let (shop, id) = shop_with_lamp();
    let before = opened(&shop, id);
    let mut goods = before.goods.clone();
    goods.name = "Table lamp".to_owned();
    goods.variants[0].price = Money::new(7500, Currency::EUR);
    goods.variants[0].stock = Some(5);
    let counted = vec![(Vec::new(), 3)];
    put(&shop, id, Meant { seen: before.seen, counted, ..meant(goods) }).unwrap();
    let expected = [
        told("ada", "stock", "3", "5"),
        told("ada", "price", "80.00", "75.00"),
        told("ada", "name", "Lamp", "Table lamp"),
        told("ada", "added", "", "Lamp"),
    ];
    assert_eq!(lines(&shop), expected);
    let of_lamp = shop.read(|conn| log(conn, Some((Subject::Product, id.0)), 0, 2));
    assert_eq!(of_lamp.len(), 2);
    let again = opened(&shop, id);
    put(&shop, id, Meant { seen: again.seen, ..meant(again.goods) }).unwrap();
    assert_eq!(lines(&shop).len(), 4, "saving what is there already changes nothing");
}

#[test]
fn the_log_can_be_neither_changed_nor_shortened() {
    let (shop, _) = shop_with_lamp();
    for sql in ["UPDATE desk_log SET staff = 'bob'", "DELETE FROM desk_log"] {
        let tried = shop.write(move |tx| Ok::<_, Error<Never>>(tx.run(sql, &[])?));
        assert!(tried.is_err(), "{sql}");
    }
    assert_eq!(lines(&shop).len(), 1);
}

#[test]
fn what_somebody_else_changed_meanwhile_is_not_overwritten() {
    let (shop, id) = shop_with_lamp();
    let mine = opened(&shop, id);
    shop.write(move |tx| change(tx, "bob", id, |goods| goods.name = "Desk lamp".to_owned())).unwrap();
    let refused = put(&shop, id, Meant { seen: mine.seen.clone(), ..meant(mine.goods.clone()) });
    assert!(matches!(refused, Err(Error::Refused(NotSaved::Changed))), "{refused:?}");
    assert_eq!(opened(&shop, id).goods.name, "Desk lamp");
}

#[test]
fn a_sale_while_the_form_is_open_is_no_conflict_unless_stock_was_counted() {
    let (shop, id) = shop_with_lamp();
    let before = opened(&shop, id);
    const SOLD: &str = "UPDATE variants SET on_hand = 2";
    shop.write(|tx| Ok::<_, Error<Never>>(tx.run(SOLD, &[])?)).unwrap();
    let mut goods = before.goods.clone();
    goods.lead = "It glows.".to_owned();
    goods.variants[0].stock = None;
    put(&shop, id, Meant { seen: before.seen.clone(), ..meant(goods.clone()) }).unwrap();
    assert_eq!(opened(&shop, id).goods.variants[0].stock, Some(2));
    goods.variants[0].stock = Some(4);
    let again = opened(&shop, id);
    let refused = put(&shop, id, Meant { seen: again.seen, counted: vec![(Vec::new(), 3)], ..meant(goods) });
    assert!(matches!(refused, Err(Error::Refused(NotSaved::Moved { now: 2, .. }))), "{refused:?}");
    assert_eq!(opened(&shop, id).goods.variants[0].stock, Some(2));
}

#[test]
fn a_product_is_shown_when_its_moment_comes_and_not_before() {
    let (shop, id) = shop_with_lamp();
    let at = Timestamp(shop.db.now().0 + 3_600_000);
    let before = opened(&shop, id);
    let goods = Incoming { shown: Shown::Draft, ..before.goods };
    put(&shop, id, Meant { publish_at: Some(at), seen: before.seen, ..meant(goods) }).unwrap();
    assert_eq!(opened(&shop, id).publish_at, Some(at));
    assert_eq!(shop.write(move |tx| publish(tx, id)).unwrap(), Some(at), "asked too early it says when");
    let seen = |shop: &TestDb| shop.read(crate::catalogue::live_count);
    assert_eq!(seen(&shop), 0);
    shop.wait(3600);
    assert_eq!(shop.write(move |tx| publish(tx, id)).unwrap(), None);
    assert_eq!(shop.write(move |tx| publish(tx, id)).unwrap(), None, "twice is once");
    assert_eq!((seen(&shop), opened(&shop, id).publish_at), (1, None));
    assert_eq!(lines(&shop)[0], told("", "shown", "draft", "live"));
}

#[test]
fn an_address_is_never_taken_from_another_product() {
    let (shop, _) = shop_with_lamp();
    let refused = shop.write(|tx| save(tx, "ada", None, &meant(lamp())));
    assert!(matches!(refused, Err(Error::Refused(NotSaved::AddressTaken))));
}

#[test]
fn a_category_stands_in_one_of_the_first_and_never_in_itself() {
    let shop = TestDb::new();
    let shelf = |slug: &str, parent: Option<&str>| IncomingCategory {
        named: Named { slug: Slug::of(slug).unwrap(), name: slug.to_owned() },
        blurb: String::new(),
        parent: parent.map(|slug| Slug::of(slug).unwrap()),
        position: 0,
        picture: None,
    };
    let save = |category: IncomingCategory, new| shop.write(move |tx| save_category(tx, "ada", &category, new));
    save(shelf("table", None), true).unwrap();
    save(shelf("cups", Some("table")), true).unwrap();
    for (category, new, why) in [
        (shelf("cups", None), true, CategoryRefusal::Taken),
        (shelf("table", Some("table")), false, CategoryRefusal::Parent),
        (shelf("table", Some("cups")), false, CategoryRefusal::Parent),
        (shelf("mugs", Some("cups")), true, CategoryRefusal::Parent),
        (shelf("mugs", Some("nowhere")), true, CategoryRefusal::Parent),
    ] {
        assert!(matches!(save(category, new), Err(Error::Refused(said)) if said == why), "{why}");
    }
    save(shelf("cups", None), false).unwrap();
    assert_eq!(lines(&shop)[0], told("ada", "parent", "table", ""));
}

#[test]
fn words_in_a_language_are_on_the_page_and_in_the_log() {
    let (shop, id) = shop_with_lamp();
    let said = ProductWords {
        lang: Lang::Lv,
        slug: Slug::of("lampa").unwrap(),
        name: "Lampa".to_owned(),
        lead: String::new(),
        story: String::new(),
        facts: Vec::new(),
        alts: Vec::new(),
        care: domain::goods::Stated::Nothing,
    };
    shop.write(move |tx| save_words(tx, "ada", id, &said)).unwrap();
    assert_eq!(opened(&shop, id).words[0].name, "Lampa");
    assert_eq!(lines(&shop)[0], told("ada", "lv name", "", "Lampa"));
    let same = |word: &str| vec![word.to_owned(), "torch".to_owned()];
    shop.write(move |tx| Ok::<_, Error<Never>>(save_synonyms(tx, "ada", Lang::En, &[same("lamp")])?)).unwrap();
    shop.write(move |tx| Ok::<_, Error<Never>>(save_synonyms(tx, "ada", Lang::En, &[same("lamp")])?)).unwrap();
    let synonyms = lines(&shop).into_iter().filter(|line| line.1 == "en").count();
    assert_eq!(synonyms, 1, "the same again is no change");
}

#[test]
fn a_word_in_two_groups_does_not_join_them_however_often_they_are_saved() {
    let shop = TestDb::new();
    let groups = [["lamp", "torch"], ["lamp", "light"], ["pan", "skillet"]].map(|group| group.map(str::to_owned).to_vec());
    let read = |shop: &TestDb| {
        let mut groups = shop.read(|conn| crate::search::synonyms(conn, Lang::En));
        groups.iter_mut().for_each(|group| group.sort());
        groups.sort();
        groups
    };
    for _ in 0..3 {
        let saved = if read(&shop).is_empty() { groups.to_vec() } else { read(&shop) };
        shop.write(move |tx| Ok::<_, Error<Never>>(save_synonyms(tx, "ada", Lang::En, &saved)?)).unwrap();
    }
    assert_eq!(read(&shop), [["lamp", "light"], ["lamp", "torch"], ["pan", "skillet"]]);
}

#[test]
fn what_is_saved_as_it_was_is_no_line_in_the_log() {
    let shop = TestDb::new();
    let shelf = IncomingCategory {
        named: Named { slug: Slug::of("table").unwrap(), name: "Table".to_owned() },
        blurb: String::new(),
        parent: None,
        position: 0,
        picture: None,
    };
    let said = CategoryWords { lang: Lang::Lv, slug: Slug::of("galds").unwrap(), name: "Galds".to_owned(), blurb: String::new() };
    let of = shelf.clone();
    let id = shop.write(move |tx| save_category(tx, "ada", &shelf, true)).unwrap();
    for _ in 0..2 {
        let (of, said) = (of.clone(), said.clone());
        shop.write(move |tx| save_category_words(tx, "ada", &of, &said)).unwrap();
    }
    let of_it = shop.read(|conn| log(conn, Some((Subject::Category, id.0)), 0, 9));
    let parts: Vec<_> = of_it.into_iter().map(|line| line.part).collect();
    assert_eq!(parts, ["lv name", "lv address", "position", "name"]);
}

#[test]
fn the_list_finds_a_product_by_name_address_and_number() {
    let (shop, id) = shop_with_lamp();
    let found = |typed: &str, shown: Option<Shown>| shop.read(|conn| list(conn, typed, shown, 1)).1;
    for typed in ["", "lam", "LAMP", "l-1", " L-1 "] {
        assert_eq!(found(typed, None), 1, "{typed}");
    }
    for typed in ["%", "_amp", "sofa", "!"] {
        assert_eq!(found(typed, None), 0, "{typed}");
    }
    assert_eq!((found("", Some(Shown::Live)), found("", Some(Shown::Draft))), (1, 0));
    let (rows, _) = shop.read(|conn| list(conn, "", None, 1));
    assert_eq!((rows[0].id, rows[0].stock, rows[0].price.unwrap().minor), (id, 3, 8000));
    assert!(shop.read(|conn| list(conn, "", None, 2)).0.is_empty());
}

#[test]
fn what_was_typed_and_not_saved_is_kept_for_who_typed_it() {
    let shop = TestDb::new();
    let name = |name: &str| domain::staff::StaffName::parse(name).unwrap();
    let [ada, bob] = ["ada", "bob"].map(|who| shop.write(move |tx| crate::staff::add(tx, &name(who), "x")).unwrap());
    shop.write(move |tx| Ok::<_, Error<Never>>(keep_draft(tx, ada, "product/1", "{}")?)).unwrap();
    let kept = |who| shop.read(|conn| draft(conn, who, "product/1"));
    assert_eq!((kept(ada), kept(bob)), (Some("{}".to_owned()), None));
    shop.write(move |tx| Ok::<_, Error<Never>>(drop_draft(tx, ada, "product/1")?)).unwrap();
    assert_eq!(kept(ada), None);
}
