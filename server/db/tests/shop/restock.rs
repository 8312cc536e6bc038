//! Who waits for a thing is told of it once, however it comes back.

use db::restock::{self, address};
use db::testing::TestDb;
use db::{Answer, Error, Fault, outbox};
use domain::Never;
use domain::catalogue::Shown;
use domain::contact::Email;
use domain::ids::VariantId;
use domain::lang::Lang;
use domain::restock::{KEPT_DAYS, WishRefusal};

use super::goods::{offer, shelf, teapot};
use super::{expire, place, ready};

fn wish(shop: &TestDb, who: &str) -> Answer<(), WishRefusal> {
    let (variant, email) = (teapot(shop), Email::parse(who).unwrap());
    shop.write(move |tx| restock::wish(tx, variant, &email, (Lang::En, "")))
}

fn count(shop: &TestDb, stock: i64) {
    let variant = teapot(shop);
    assert!(shop.write::<_, Never>(move |tx| Ok(db::stock::count(tx, variant, stock)?)).unwrap());
}

fn due(shop: &TestDb) -> u32 {
    let variant = teapot(shop);
    shop.read(|conn| restock::due(conn, variant))
}

fn wishes(shop: &TestDb) -> i64 {
    shop.read(|conn| conn.one("SELECT count(*) FROM restock_wishes", &[], |row| row.get(0))).unwrap()
}

fn work(shop: &TestDb) -> Vec<(outbox::Job, i64)> {
    let now = shop.db.now();
    let due = shop.read(move |conn| outbox::due(conn, now, outbox::Lane::Prompt, 100));
    due.into_iter().map(|due| (due.job, due.subject)).filter(|(job, _)| *job == outbox::Job::TellBack).collect()
}

#[test]
fn ada_is_told_once_whether_she_asked_once_or_twice() {
    let shop = shelf(0);
    for who in ["ada@example.org", "Ada@Example.org", "ada@example.org", "bob@example.org"] {
        wish(&shop, who).unwrap();
    }
    assert_eq!((wishes(&shop), due(&shop)), (2, 0));
    count(&shop, 3);
    assert_eq!(due(&shop), 2);
    assert_eq!(work(&shop), [(outbox::Job::TellBack, teapot(&shop).0)], "said in the transaction that put it on the shelf");
}

#[test]
fn what_is_on_the_shelf_is_not_waited_for() {
    let shop = shelf(1);
    assert!(matches!(wish(&shop, "ada@example.org"), Err(Error::Refused(WishRefusal::InStock))));
    let email = Email::parse("ada@example.org").unwrap();
    let nothing = shop.write(move |tx| restock::wish(tx, VariantId(999), &email, (Lang::En, "")));
    assert!(matches!(nothing, Err(Error::Fault(Fault::NotFound(_)))));
    assert_eq!(wishes(&shop), 0);
}

#[test]
fn goods_of_an_order_that_was_given_up_are_back() {
    let shop = shelf(2);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    wish(&shop, "ada@example.org").unwrap();
    assert_eq!(work(&shop), []);
    expire(&shop, &placed);
    assert_eq!((due(&shop), work(&shop).len()), (1, 1));
}

#[test]
fn goods_that_an_import_brings_are_back_and_so_is_what_is_made_to_order_now() {
    for (stock, always) in [(Some(4), false), (None, true)] {
        let shop = shelf(0);
        wish(&shop, "ada@example.org").unwrap();
        offer(&shop, |teapot| teapot.lead = "A teapot of clay.".to_owned());
        assert_eq!(due(&shop), 0, "a change of its words brings nothing");
        offer(&shop, move |teapot| {
            teapot.variants[0].stock = stock;
            if always {
                teapot.variants[0].selling = domain::catalogue::Selling::Always;
            }
        });
        assert_eq!((due(&shop), work(&shop).len()), (1, 1), "{always}");
    }
}

#[test]
fn nobody_is_told_of_what_shoppers_cannot_see_until_they_can() {
    let shop = shelf(0);
    wish(&shop, "ada@example.org").unwrap();
    let variant = teapot(&shop);
    offer(&shop, |teapot| teapot.shown = Shown::Archived);
    count(&shop, 5);
    assert_eq!(due(&shop), 0);
    assert!(shop.read(|conn| Ok(address(conn, Lang::En, variant).is_err())));
    offer(&shop, |teapot| (teapot.shown, teapot.variants[0].stock) = (Shown::Live, Some(5)));
    assert_eq!(due(&shop), 1);
}

#[test]
fn who_asks_again_after_missing_it_waits_anew() {
    let shop = shelf(0);
    wish(&shop, "ada@example.org").unwrap();
    count(&shop, 1);
    count(&shop, 0);
    wish(&shop, "ada@example.org").unwrap();
    assert_eq!(due(&shop), 0);
    count(&shop, 1);
    assert_eq!((wishes(&shop), due(&shop)), (1, 1));
}

#[test]
fn a_wish_is_forgotten_after_a_year() {
    let shop = shelf(0);
    wish(&shop, "ada@example.org").unwrap();
    shop.wait((KEPT_DAYS - 1) * 24 * 3600);
    wish(&shop, "bob@example.org").unwrap();
    let looked = shop.write(restock::forget_old).unwrap();
    assert_eq!((wishes(&shop), looked), (2, shop.db.now().plus_seconds(24 * 3600)));
    shop.wait(24 * 3600);
    shop.write(restock::forget_old).unwrap();
    assert_eq!(wishes(&shop), 1, "ada's is gone, bob's is a day old");
}
