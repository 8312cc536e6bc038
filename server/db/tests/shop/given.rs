//! What a paid order is given for the next one, and an order that costs nothing.

use db::offers::{self, pause};
use db::orders;
use db::testing::TestDb;
use domain::offers::{Given, Gives, Limits, OfferRefusal};
use domain::orders::OrderState;
use domain::payments::Reported;
use domain::tax::Percent;

use super::goods::shelf;
use super::offers::{offered, ready_with, tenth, why};
use super::{books_are_right, place, ready, report, settle, state};

#[test]
fn where_offers_pay_for_everything_nobody_is_asked_for_money() {
    let shop = shelf(9);
    let mut all = tenth("GIFT", Limits::default());
    all.offer.gives = Gives::Percent(Percent::from_hundredths(10_000));
    offered(&shop, all);
    let placed = place(&shop, &ready_with(&shop, "GIFT"), 0).unwrap();
    assert_eq!((placed.due.minor, state(&shop, &placed)), (0, OrderState::Paid));
    books_are_right(&shop);
}

#[test]
fn a_paid_order_is_given_a_code_of_its_own_to_be_had_once() {
    let shop = shelf(9);
    let mut next = tenth("NEXT", Limits::default());
    (next.given, next.offer.code) = (Some(Given::Next), None);
    let original = offered(&shop, next);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    let given = |shop: &TestDb| shop.read(|conn| orders::by_id(conn, placed.order)).given;
    assert_eq!(given(&shop), [], "not before it is paid");
    for _ in 0..2 {
        settle(&shop, &placed, report(Reported::Captured, 8000));
    }
    let codes = given(&shop);
    assert_eq!((codes.len(), codes[0].name.as_str(), codes[0].code.as_str().len()), (1, "A tenth", 20));
    let code: &'static str = codes[0].code.grouped().to_lowercase().leak();
    let (mine, late) = (ready_with(&shop, code), ready_with(&shop, code));
    place(&shop, &mine, 7200).unwrap();
    assert_eq!(why(&shop, &late, code), Some(OfferRefusal::UsedUp));
    assert_eq!((given(&shop), shop.read(|conn| offers::times(conn, original))), (Vec::new(), 1));
    assert_eq!(shop.read(offers::all).len(), 1, "the desk sees the offer, not its copies");
    books_are_right(&shop);
}

#[test]
fn of_an_offer_that_one_order_may_have_one_is_given() {
    let shop = shelf(9);
    let mut next = tenth("NEXT", Limits { in_all: Some(1), ..Limits::default() });
    (next.given, next.offer.code) = (Some(Given::Next), None);
    offered(&shop, next);
    let given = |shop: &TestDb| {
        let placed = place(shop, &ready(shop), 8000).unwrap();
        settle(shop, &placed, report(Reported::Captured, 8000));
        shop.read(|conn| orders::by_id(conn, placed.order)).given.len()
    };
    assert_eq!((given(&shop), given(&shop)), (1, 0));
}

#[test]
fn a_code_that_was_given_rests_while_its_offer_rests() {
    let shop = shelf(9);
    let mut next = tenth("NEXT", Limits::default());
    (next.given, next.offer.code) = (Some(Given::Next), None);
    let original = offered(&shop, next);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 8000));
    let code: &'static str = shop.read(|conn| orders::by_id(conn, placed.order)).given[0].code.grouped().leak();
    let cart = ready_with(&shop, code);
    assert_eq!(why(&shop, &cart, code), None);
    shop.write(move |tx| pause(tx, "ben", original, true)).unwrap();
    assert_eq!(why(&shop, &cart, code), Some(OfferRefusal::Unknown));
}

#[test]
fn an_order_that_is_cancelled_gives_its_offer_back_and_loses_what_it_was_given() {
    let shop = shelf(9);
    let mut next = tenth("NEXT", Limits::default());
    (next.given, next.offer.code) = (Some(Given::Next), None);
    offered(&shop, next);
    offered(&shop, tenth("ONCE", Limits { in_all: Some(1), ..Limits::default() }));
    let placed = place(&shop, &ready_with(&shop, "ONCE"), 7200).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 7200));
    let given = |shop: &TestDb| shop.read(|conn| orders::by_id(conn, placed.order)).given;
    let code: &'static str = given(&shop)[0].code.grouped().leak();
    let cart = ready_with(&shop, code);
    assert_eq!((why(&shop, &cart, code), why(&shop, &ready_with(&shop, "ONCE"), "ONCE")), (None, Some(OfferRefusal::UsedUp)));
    let order = placed.order;
    shop.write(move |tx| orders::cancel(tx, order)).unwrap();
    assert_eq!((given(&shop), why(&shop, &cart, code)), (Vec::new(), Some(OfferRefusal::Unknown)));
    place(&shop, &ready_with(&shop, "ONCE"), 7200).unwrap();
    books_are_right(&shop);
}
