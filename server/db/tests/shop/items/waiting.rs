//! Changes that wait for their money, and packing that waits for them.

use db::Error;
use db::orders::items::{self, ItemsAnswer};
use db::orders::{self, Bench};
use db::testing::TestDb;
use domain::orders::ItemsRefusal;
use domain::payments::{PaymentState, Reported};

use super::super::books_are_right;
use super::{bought, change, cup, inside, left, pays, seen, shop, tally, told};

#[test]
fn what_is_not_paid_in_time_is_free_again_and_money_that_comes_then_goes_back() {
    let shop = shop();
    let (order, _) = bought(&shop, Reported::Promised);
    let more = pays(change(&shop, order, "1:5"));
    assert_eq!(left(&shop, cup(&shop, 0)), (6, 2));
    let (id, now) = (seen(&shop, order), shop.db.now());
    let waits = shop.read(|conn| items::waiting(conn, order)).unwrap();
    assert_eq!((waits.payment, waits.until), (more, now.plus_seconds(900)));
    shop.write(move |tx| orders::expire_change(tx, id)).unwrap();
    shop.write(move |tx| orders::expire_change(tx, id)).unwrap();
    assert_eq!((inside(&shop, order).1, left(&shop, cup(&shop, 0))), (11_000, (6, 0)));
    assert_eq!(told(&shop, more, Reported::Captured), PaymentState::Failed);
    assert_eq!((tally(&shop, more).owed_back(), inside(&shop, order).1), (2000, 11_000));
    books_are_right(&shop);
}

#[test]
fn packing_waits_for_who_pays_and_no_longer() {
    let shop = shop();
    let (order, _) = bought(&shop, Reported::Promised);
    let packs = |shop: &TestDb| shop.write(move |tx| orders::begin_packing(tx, order)).unwrap();
    shop.wait(1799);
    let more = pays(change(&shop, order, "1:4"));
    shop.wait(1);
    assert!(matches!(packs(&shop), Bench::Waits(_)));
    shop.write(move |tx| orders::pack_now(tx, order)).unwrap();
    told(&shop, more, Reported::Promised);
    assert!(matches!(packs(&shop), Bench::Packs(order) if order.lines[2].quantity == 1));
    assert!(matches!(change(&shop, order, "1:1"), Err(Error::Refused(ItemsRefusal::Packing))));
    books_are_right(&shop);

    let (order, _) = bought(&shop, Reported::Promised);
    shop.wait(1799);
    let more = pays(change(&shop, order, "1:4"));
    shop.wait(900);
    assert!(matches!(shop.write(move |tx| orders::begin_packing(tx, order)).unwrap(), Bench::Packs(_)));
    assert_eq!(told(&shop, more, Reported::Captured), PaymentState::Failed, "too late");
    books_are_right(&shop);
}

#[test]
fn a_change_that_costs_more_does_not_put_packing_off_once_it_is_due() {
    let shop = shop();
    let (order, _) = bought(&shop, Reported::Promised);
    shop.wait(1800);
    assert!(matches!(change(&shop, order, "1:4"), Err(Error::Refused(ItemsRefusal::Packing))));
    assert_eq!(change(&shop, order, "1:2").unwrap(), ItemsAnswer::Made, "nobody waits for that");
}
