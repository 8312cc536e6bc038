//! Offers on the teapot: what a cart gets, what an order keeps, and how often an offer can be had.

use std::collections::BTreeMap;

use db::offers::{Kept, NotKept, enter, keep, pause};
use db::testing::{RIGA, TestDb, riga};
use db::token::Token;
use db::{Answer, Error, audit, cart, checkout, desk, offers, orders, payments};
use domain::Never;
use domain::cart::{Cart, CartRefusal, Offering};
use domain::checkout::PlaceRefusal;
use domain::ids::OfferId;
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::offers::{Code, Gives, Limits, Now, Offer, OfferRefusal, Reach, Together};
use domain::orders::OrderState;
use domain::payments::{Flow, PaymentState, Reported, Way};
use domain::tax::Percent;

use super::goods::{shelf, teapot};
use super::{books_are_right, place, put_in, ready, report, settle, state};

/// A tenth off everything behind this code.
pub(super) fn tenth(code: &str, limits: Limits) -> Kept {
    let gives = Gives::Percent(Percent::from_hundredths(1000));
    let code = Some(Code::parse(code).unwrap());
    let offer = Offer { id: OfferId(0), code, gives, reach: Reach::Everything, limits, together: Together::All };
    Kept {
        offer,
        names: BTreeMap::from([(Lang::En, "A tenth".to_owned()), (Lang::Lv, "Desmitā daļa".to_owned())]),
        paused: false,
        given: None,
    }
}

pub(super) fn offered(shop: &TestDb, kept: Kept) -> OfferId {
    shop.write(move |tx| keep(tx, "ada", None, &kept)).unwrap()
}

fn types(shop: &TestDb, cart: &Token, code: &'static str) -> Answer<(Cart, bool), CartRefusal> {
    let cart = cart.clone();
    shop.write(move |tx| enter(tx, RIGA, &cart, code))
}

/// Two teapots, 80.00, with this code.
pub(super) fn ready_with(shop: &TestDb, code: &'static str) -> Token {
    let cart = ready(shop);
    types(shop, &cart, code).unwrap();
    cart
}

pub(super) fn why(shop: &TestDb, cart: &Token, code: &str) -> Option<OfferRefusal> {
    let now = Now { at: shop.db.now(), day: shop.db.now().day_at(120) };
    let cart = shop.read(|conn| cart::of(conn, &riga(conn)?, Some(cart)));
    cart.best(None, now).why_not(&Code::parse(code).unwrap()).cloned()
}

#[test]
fn a_cart_keeps_its_code_and_the_order_what_it_took() {
    let shop = shelf(9);
    offered(&shop, tenth("SPRING10", Limits::default()));
    let cart = ready_with(&shop, "spring 10");
    let placed = place(&shop, &cart, 7200).unwrap();
    let order = shop.read(|conn| orders::by_id(conn, placed.order));
    assert_eq!((order.goods.minor, order.lines[0].off.minor, order.total.minor), (8000, 800, 7200));
    assert_eq!((order.offers[0].name.as_str(), order.offers[0].saved().minor), ("A tenth", 800));
    assert_eq!(order.offers[0].code.as_ref().map(Code::as_str), Some("SPRING10"));
    assert_eq!(order.taxes.iter().map(|line| line.net.minor + line.tax.minor).sum::<i64>(), 7200);
    books_are_right(&shop);
}

#[test]
fn what_an_order_says_of_an_offer_never_changes() {
    let shop = shelf(9);
    let id = offered(&shop, tenth("SPRING10", Limits::default()));
    let placed = place(&shop, &ready_with(&shop, "SPRING10"), 7200).unwrap();
    let mut other = tenth("AUTUMN", Limits::default());
    other.names.insert(Lang::En, "Something else".to_owned());
    shop.write(move |tx| keep(tx, "ada", Some(id), &other)).unwrap();
    assert_eq!(shop.read(|conn| orders::by_id(conn, placed.order)).offers[0].name, "A tenth");
    for sql in ["UPDATE order_offers SET goods_minor = 1", "DELETE FROM order_offers"] {
        assert!(shop.write::<usize, Never>(move |tx| Ok(tx.run(sql, &[])?)).is_err(), "{sql}");
    }
}

#[test]
fn the_last_use_goes_to_one_of_many_who_press_at_once() {
    let shop = shelf(99);
    let id = offered(&shop, tenth("ONCE", Limits { in_all: Some(3), ..Limits::default() }));
    let carts: Vec<Token> = (0..12).map(|_| ready_with(&shop, "ONCE")).collect();
    let answers = shop.run(async {
        let mut buyers = tokio::task::JoinSet::new();
        for placing in carts.iter().map(|cart| super::placing(cart, 7200)) {
            let db = shop.db.clone();
            buyers.spawn(async move { db.write(move |tx| checkout::place(tx, &placing)).await });
        }
        buyers.join_all().await
    });
    let placed = answers.iter().filter(|answer| answer.is_ok()).count();
    let told = answers
        .iter()
        .filter(|answer| matches!(answer, Err(Error::Refused(PlaceRefusal::TotalChanged { now, .. })) if now.minor == 8000));
    assert_eq!((placed, told.count()), (3, 9));
    assert_eq!(shop.read(|conn| offers::times(conn, id)), 3);
    assert_eq!(why(&shop, &carts[11], "ONCE"), Some(OfferRefusal::UsedUp));
    books_are_right(&shop);
}

#[test]
fn one_person_has_it_once_however_they_write_their_address() {
    let shop = shelf(9);
    offered(&shop, tenth("ONCE", Limits { per_person: Some(1), ..Limits::default() }));
    place(&shop, &ready_with(&shop, "ONCE"), 7200).unwrap();
    let again = ready_with(&shop, "ONCE");
    let told = again.clone();
    let loud = domain::checkout::TypedAddress { email: "ADA@example.com".to_owned(), ..super::ada() };
    shop.write(move |tx| checkout::keep_address(tx, &told, &loud, &checkout::Business::default())).unwrap();
    assert_eq!(why(&shop, &again, "ONCE"), Some(OfferRefusal::UsedByYou));
    assert!(matches!(place(&shop, &again, 7200), Err(Error::Refused(PlaceRefusal::TotalChanged { .. }))));
    place(&shop, &again, 8000).unwrap();
    books_are_right(&shop);
}

#[test]
fn a_first_order_is_told_from_the_second() {
    let shop = shelf(9);
    offered(&shop, tenth("HELLO", Limits { first_order: true, ..Limits::default() }));
    place(&shop, &ready_with(&shop, "HELLO"), 7200).unwrap();
    assert_eq!(why(&shop, &ready_with(&shop, "HELLO"), "HELLO"), Some(OfferRefusal::FirstOrderOnly));
}

#[test]
fn an_order_that_is_not_paid_gives_its_use_back() {
    let shop = shelf(9);
    let id = offered(&shop, tenth("ONCE", Limits { in_all: Some(1), ..Limits::default() }));
    let lapsed = place(&shop, &ready_with(&shop, "ONCE"), 7200).unwrap();
    shop.wait(Flow::Page.holds_seconds() + 1);
    let order = lapsed.order;
    shop.write(move |tx| payments::expire(tx, order)).unwrap();
    assert_eq!(shop.read(|conn| offers::times(conn, id)), 0);
    place(&shop, &ready_with(&shop, "ONCE"), 7200).unwrap();
    assert_eq!(settle(&shop, &lapsed, report(Reported::Captured, 7200)), PaymentState::Failed, "the last use is another's");
    assert_eq!(state(&shop, &lapsed), OrderState::Cancelled);
    books_are_right(&shop);
}

#[test]
fn a_code_that_does_not_exist_is_kept_said_and_counted() {
    let shop = shelf(9);
    let cart = Token::mint().unwrap();
    put_in(&shop, &cart, teapot(&shop), 1).unwrap();
    assert!(!types(&shop, &cart, "nothing").unwrap().1);
    assert_eq!(why(&shop, &cart, "nothing"), Some(OfferRefusal::Unknown));
    assert!(matches!(types(&shop, &cart, "10 %"), Err(Error::Refused(CartRefusal::NoSuchCode))));
    let drop = cart.clone();
    shop.write(move |tx| offers::drop_code(tx, RIGA, &drop, "NOTHING")).unwrap();
    assert_eq!(why(&shop, &cart, "nothing"), None);
    for _ in 0..9 {
        let (typed, drop) = (cart.clone(), cart.clone());
        shop.write(move |tx| enter(tx, RIGA, &typed, "nothing")).unwrap();
        shop.write(move |tx| offers::drop_code(tx, RIGA, &drop, "NOTHING")).unwrap();
    }
    offered(&shop, tenth("REAL", Limits::default()));
    assert!(matches!(types(&shop, &cart, "real"), Err(Error::Refused(CartRefusal::Guessing))), "the right one has to wait, too");
    shop.wait(3600);
    assert!(types(&shop, &cart, "real").unwrap().1);
}

#[test]
fn a_code_for_somebody_is_no_code_for_others_and_counts_as_guessed() {
    let shop = shelf(9);
    let ben = domain::contact::Email::parse("ben@example.com").unwrap();
    offered(&shop, tenth("BEN", Limits { customers: Some(vec![ben]), ..Limits::default() }));
    let cart = ready(&shop);
    assert!(!types(&shop, &cart, "ben").unwrap().1);
    assert_eq!(why(&shop, &cart, "ben"), Some(OfferRefusal::Unknown));
    let told = cart.clone();
    let as_ben = domain::checkout::TypedAddress { email: "Ben@Example.com".to_owned(), ..super::ada() };
    shop.write(move |tx| checkout::keep_address(tx, &told, &as_ben, &checkout::Business::default())).unwrap();
    assert_eq!(why(&shop, &cart, "ben"), None, "it is there as soon as it is known who it is");
}

#[test]
fn a_cart_keeps_so_many_codes() {
    let shop = shelf(9);
    let cart = ready(&shop);
    for code in ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8"].into_iter().take(Offering::MOST_CODES) {
        types(&shop, &cart, code).unwrap();
    }
    assert!(matches!(types(&shop, &cart, "A9"), Err(Error::Refused(CartRefusal::CodesFull))));
    assert!(types(&shop, &cart, "a8").is_ok(), "one that is kept already is no more");
}

#[test]
fn what_the_desk_does_with_an_offer_is_in_the_log() {
    let shop = shelf(9);
    let id = offered(&shop, tenth("SPRING10", Limits::default()));
    assert!(matches!(
        shop.write(|tx| keep(tx, "ada", None, &tenth("spring-10", Limits::default()))),
        Err(Error::Refused(NotKept::CodeTaken))
    ));
    place(&shop, &ready_with(&shop, "SPRING10"), 7200).unwrap();
    place(&shop, &ready_with(&shop, "SPRING10"), 7200).unwrap();
    let limited = |limits| shop.write(move |tx| keep(tx, "ben", Some(id), &tenth("SPRING10", limits)));
    let too_few = limited(Limits { in_all: Some(1), ..Limits::default() });
    assert!(matches!(too_few, Err(Error::Refused(NotKept::HadMore(2)))), "{too_few:?}");
    let too_few = limited(Limits { per_person: Some(1), ..Limits::default() });
    assert!(matches!(too_few, Err(Error::Refused(NotKept::OneHadMore(2)))), "{too_few:?}");
    limited(Limits { in_all: Some(5), ..Limits::default() }).unwrap();
    shop.write(move |tx| pause(tx, "ben", id, true)).unwrap();
    assert_eq!(why(&shop, &ready_with(&shop, "SPRING10"), "SPRING10"), Some(OfferRefusal::Unknown), "it rests");
    let lines = shop.read(|conn| desk::log(conn, None, 0, 9));
    let told: Vec<_> = lines.iter().map(|line| (line.staff.as_str(), line.part.as_str(), line.now.as_str())).collect();
    assert_eq!(told[..2], [("ben", "paused", "yes"), ("ben", "limits", "in_all:5")]);
    assert_eq!((lines[0].name.as_str(), lines[0].id), ("A tenth", id.0));
    assert!(told.contains(&("ada", "code", "SPRING10")));
}

#[test]
fn the_books_tell_when_more_is_off_than_offers_took() {
    let cooked = |sql: &'static str| {
        let shop = shelf(9);
        offered(&shop, tenth("SPRING10", Limits::default()));
        place(&shop, &ready_with(&shop, "SPRING10"), 7200).unwrap();
        books_are_right(&shop);
        assert!(shop.write::<usize, Never>(move |tx| Ok(tx.run(sql, &[])?)).unwrap() > 0, "{sql}");
        let against = shop.read(audit::audit).into_iter().filter(|one| !one.against.is_empty());
        against.map(|one| one.id).collect::<Vec<_>>()
    };
    assert_eq!(cooked("UPDATE order_lines SET off_minor = off_minor + 1"), ["I8c"]);
    assert_eq!(cooked("UPDATE orders SET goods_off_minor = 900, delivery_minor = delivery_minor + 100"), ["I8c"]);
    assert_eq!(cooked("UPDATE offers SET limits = '{\"in_all\":0}'"), ["I7"]);
    assert_eq!(cooked("UPDATE offers SET limits = '{\"per_person\":0}'"), ["I7"]);
    assert_eq!(cooked("UPDATE offers SET had = had + 1"), ["I7b"]);
}

#[test]
fn delivery_on_the_shop_is_off_delivery_and_not_off_the_goods() {
    let shop = shelf(9);
    let gives = Gives::Delivery(Some(Money::new(300, Currency::EUR)));
    let mut kept = tenth("CARRY", Limits::default());
    kept.offer = Offer { gives, code: None, ..kept.offer };
    offered(&shop, kept);
    let cart = Token::mint().unwrap();
    put_in(&shop, &cart, teapot(&shop), 1).unwrap();
    let told = cart.clone();
    shop.write(move |tx| {
        checkout::keep_address(tx, &told, &super::ada(), &checkout::Business::default())?;
        checkout::keep_service(tx, &told, domain::delivery::Service::Standard, "")?;
        checkout::keep_way(tx, &told, Way::Card)
    })
    .unwrap();
    let Err(Error::Refused(PlaceRefusal::TotalChanged { now, .. })) = place(&shop, &cart, 1) else { panic!() };
    let placed = place(&shop, &cart, now.minor).unwrap();
    let order = shop.read(|conn| orders::by_id(conn, placed.order));
    assert_eq!((order.goods.minor, order.lines[0].off.minor, order.offers[0].delivery.minor), (4000, 0, 300));
    assert_eq!(order.total.minor, 4000 + order.delivery.minor - 300);
    books_are_right(&shop);
}
