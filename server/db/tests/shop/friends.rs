//! Codes for friends: given with a paid order, had once by each friend on their first order, and thanked for at the door.

use db::offers::enter;
use db::testing::{RIGA, TestDb};
use db::token::Token;
use db::tracking::NewLabel;
use db::{checkout, orders, tracking};
use domain::checkout::TypedAddress;
use domain::offers::{Given, Limits, OfferRefusal};
use domain::orders::GivenCode;
use domain::payments::Reported;
use domain::time::{Day, Timestamp};
use domain::tracking::{Checkpoint, CheckpointKind};

use super::goods::shelf;
use super::offers::{offered, tenth, why};
use super::{Placed, ada, books_are_right, place, ready, report, settle};

/// A shop that gives a tenth to friends, and a tenth in thanks for each.
fn friendly(limits: Limits) -> TestDb {
    let shop = shelf(99);
    for (given, limits) in [(Given::Friends, limits), (Given::Thanks, Limits::default())] {
        let mut offer = tenth("CODE", limits);
        (offer.given, offer.offer.code) = (Some(given), None);
        offered(&shop, offer);
    }
    shop
}

fn paid(shop: &TestDb, placed: Placed) -> Placed {
    settle(shop, &placed, report(Reported::Captured, placed.due.minor));
    placed
}

fn given(shop: &TestDb, placed: &Placed, to: Given) -> Vec<GivenCode> {
    let order = shop.read(|conn| orders::by_id(conn, placed.order));
    order.given.into_iter().filter(|code| code.to == to).collect()
}

/// Ada's paid order, and her code for friends.
fn shared(shop: &TestDb) -> (Placed, &'static str) {
    let placed = paid(shop, place(shop, &ready(shop), 8000).unwrap());
    let codes = given(shop, &placed, Given::Friends);
    assert_eq!(codes.len(), 1);
    (placed, codes[0].code.as_str().to_owned().leak())
}

/// A cart of somebody who lives at another door, with this code.
fn friend(shop: &TestDb, name: &str, code: &'static str) -> Token {
    at(shop, TypedAddress { email: format!("{name}@example.com"), line1: format!("{name} iela 2"), ..ada() }, code)
}

fn at(shop: &TestDb, typed: TypedAddress, code: &'static str) -> Token {
    let cart = ready(shop);
    let told = cart.clone();
    shop.write(move |tx| checkout::keep_address(tx, &told, &typed, &checkout::Business::default())).unwrap();
    let told = cart.clone();
    shop.write(move |tx| enter(tx, RIGA, &told, code)).unwrap();
    cart
}

/// The parcel of an order has come so far.
fn parcel(shop: &TestDb, placed: &Placed, kind: CheckpointKind) {
    let (order, number) = (placed.order, format!("SC{}", placed.order));
    let news = Checkpoint {
        event: kind.code().to_owned(),
        kind,
        at: Timestamp(shop.db.now().0),
        place: String::new(),
        offset_minutes: 120,
        expected: None,
        said: String::new(),
    };
    shop.write(move |tx| {
        tracking::made(tx, order, 1, &NewLabel::of("simcarrier", &number, Some(Day(20_780))))?;
        tracking::record(tx, "simcarrier", (&number, ""), &news)
    })
    .unwrap();
}

#[test]
fn several_friends_have_it_once_each_on_their_first_order() {
    let shop = friendly(Limits::default());
    let (_, code) = shared(&shop);
    for name in ["ben", "eve"] {
        place(&shop, &friend(&shop, name, code), 7200).unwrap();
        assert_eq!(why(&shop, &friend(&shop, name, code), code), Some(OfferRefusal::UsedByYou), "{name}");
    }
    let cat = TypedAddress { email: "cat@example.com".into(), line1: "Cat iela 2".into(), ..ada() };
    let before = ready(&shop);
    let (told, typed) = (before.clone(), cat.clone());
    shop.write(move |tx| checkout::keep_address(tx, &told, &typed, &checkout::Business::default())).unwrap();
    place(&shop, &before, 8000).unwrap();
    assert_eq!(why(&shop, &at(&shop, cat, code), code), Some(OfferRefusal::FirstOrderOnly));
    books_are_right(&shop);
}

#[test]
fn whoever_presses_twice_at_once_has_it_once_and_no_more_friends_than_may() {
    let shop = friendly(Limits { in_all: Some(2), ..Limits::default() });
    let (_, code) = shared(&shop);
    let names = ["ben", "ben", "ben", "eve", "cat", "dan"];
    let carts: Vec<Token> = names.iter().map(|name| friend(&shop, name, code)).collect();
    let answers = shop.run(async {
        let mut buyers = tokio::task::JoinSet::new();
        for placing in carts.iter().map(|cart| super::placing(cart, 7200)) {
            let db = shop.db.clone();
            buyers.spawn(async move { db.write(move |tx| checkout::place(tx, &placing)).await });
        }
        buyers.join_all().await
    });
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 2);
    let (_, other) = shared(&shop);
    place(&shop, &friend(&shop, "ian", other), 7200).unwrap();
    books_are_right(&shop);
}

#[test]
fn nobody_is_their_own_friend_by_name_or_at_their_own_door() {
    let shop = friendly(Limits::default());
    let (_, code) = shared(&shop);
    assert_eq!(why(&shop, &at(&shop, ada(), code), code), Some(OfferRefusal::ForFriends));
    let other_name = TypedAddress { email: "eve@example.com".into(), line1: "brīvības iela, 1".into(), ..ada() };
    let cart = at(&shop, other_name, code);
    assert_eq!(why(&shop, &cart, code), Some(OfferRefusal::ForFriends));
    place(&shop, &cart, 8000).unwrap();
    books_are_right(&shop);
}

#[test]
fn thanks_come_once_for_each_friend_when_the_parcel_is_at_the_door() {
    let shop = friendly(Limits::default());
    let (giver, code) = shared(&shop);
    let friends = ["ben", "eve"].map(|name| paid(&shop, place(&shop, &friend(&shop, name, code), 7200).unwrap()));
    for (placed, thanked) in friends.iter().zip(0..) {
        parcel(&shop, placed, CheckpointKind::OutForDelivery);
        assert_eq!(given(&shop, &giver, Given::Thanks).len(), thanked, "not before it is delivered");
        for _ in 0..2 {
            parcel(&shop, placed, CheckpointKind::Delivered);
            assert_eq!(given(&shop, &giver, Given::Thanks).len(), thanked + 1);
        }
        assert_eq!(given(&shop, placed, Given::Thanks), [], "the friend is not thanked");
    }
    let thanks = given(&shop, &giver, Given::Thanks);
    let thanks: &'static str = thanks[0].code.as_str().to_owned().leak();
    place(&shop, &at(&shop, ada(), thanks), 7200).unwrap();
    assert_eq!(why(&shop, &at(&shop, ada(), thanks), thanks), Some(OfferRefusal::UsedUp));
    assert_eq!(given(&shop, &giver, Given::Thanks).len(), 1);
    books_are_right(&shop);
}

#[test]
fn an_order_that_is_cancelled_has_no_friends_and_gets_no_thanks() {
    let shop = friendly(Limits::default());
    let (giver, code) = shared(&shop);
    let ben = paid(&shop, place(&shop, &friend(&shop, "ben", code), 7200).unwrap());
    let order = giver.order;
    shop.write(move |tx| orders::cancel(tx, order)).unwrap();
    assert_eq!(why(&shop, &friend(&shop, "eve", code), code), Some(OfferRefusal::Unknown));
    parcel(&shop, &ben, CheckpointKind::Delivered);
    assert_eq!((given(&shop, &giver, Given::Friends), given(&shop, &giver, Given::Thanks)), (Vec::new(), Vec::new()));
    books_are_right(&shop);
}
