//! The shop's memory, from the cart to the door, on a real database.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up cannot go on")]

mod books;
mod cancelled;
mod changed;
mod documents;
mod faults;
mod friends;
mod full;
mod gift_cards;
mod gifts;
mod given;
mod goods;
mod items;
mod labels;
mod messages;
mod offers;
mod outbox;
mod parcels;
mod personal;
mod restock;
mod sequences;
mod steps;
mod telling;
mod world;

use db::checkout::{Business, Placed, Placing};
use db::payments::Takers;
use db::testing::{RIGA, TestDb, riga};
use db::token::Token;
use db::{Answer, Error, Fault, audit, cart, checkout, orders, payments};
use domain::cart::{Cart, CartRefusal, Quantity};
use domain::checkout::{Agreed, PlaceRefusal, TypedAddress};
use domain::delivery::Service;
use domain::ids::VariantId;
use domain::money::{Currency, Money};
use domain::orders::{OrderNumber, OrderState};
use domain::payments::{Flow, PaymentState, Report, Reported, Way};
use goods::{shelf, teapot};

fn two() -> Quantity {
    Quantity::new(2).unwrap()
}

fn ada() -> TypedAddress {
    let text = str::to_owned;
    TypedAddress {
        email: text("ada@example.com"),
        country: text("LV"),
        name: text("Ada Lovelace"),
        line1: text("Brīvības iela 1"),
        postcode: text("LV-1010"),
        city: text("Rīga"),
        ..TypedAddress::default()
    }
}

fn put_in(shop: &TestDb, token: &Token, variant: VariantId, count: u32) -> Answer<Cart, CartRefusal> {
    let (token, count) = (token.clone(), Quantity::new(count).unwrap());
    shop.write(move |tx| cart::add(tx, RIGA, &token, variant, count))
}

/// A cart with two teapots (80.00 in all, so delivery is free), through every step but the last.
fn ready(shop: &TestDb) -> Token {
    let token = Token::mint().unwrap();
    put_in(shop, &token, teapot(shop), 2).unwrap();
    let told = token.clone();
    shop.write(move |tx| {
        checkout::keep_address(tx, &told, &ada(), &Business::default())?;
        checkout::keep_service(tx, &told, Service::Standard, "")?;
        checkout::keep_way(tx, &told, Way::Card)
    })
    .unwrap();
    token
}

/// The button that carries this sum is pressed.
fn placing(cart: &Token, total: i64) -> Placing {
    Placing {
        cart: cart.clone(),
        browser: Token::mint().unwrap(),
        number: OrderNumber::of(db::token::chance().unwrap()),
        link: Token::mint().unwrap(),
        market: RIGA,
        shop_offset_minutes: 120,
        takers: takers(),
        agreed: Agreed { due: Money::new(total, Currency::EUR) },
    }
}

fn place(shop: &TestDb, cart: &Token, total: i64) -> Answer<Placed, PlaceRefusal> {
    let placing = placing(cart, total);
    shop.write(move |tx| checkout::place(tx, &placing))
}

/// Whoever takes cards.
fn takers() -> Takers {
    Takers([(Way::Card, "testpay")].into())
}

/// What the provider says of a payment of this sum.
fn report(state: Reported, minor: i64) -> Report {
    let taken = if state == Reported::Captured { minor } else { 0 };
    Report { state, taken, ..Report::open(Money::new(minor, Currency::EUR), "tp_1") }
}

fn settle(shop: &TestDb, placed: &Placed, report: Report) -> PaymentState {
    let id = placed.payment;
    shop.write(move |tx| payments::settle(tx, id, &report)).unwrap()
}

fn expire(shop: &TestDb, placed: &Placed) {
    let order = placed.order;
    shop.write(move |tx| payments::expire(tx, order)).unwrap();
}

fn state(shop: &TestDb, placed: &Placed) -> OrderState {
    shop.read(|conn| orders::state(conn, placed.order))
}

fn books_are_right(shop: &TestDb) {
    let against: Vec<_> = shop.read(audit::audit).into_iter().filter(|finding| !finding.against.is_empty()).collect();
    assert_eq!(against, []);
}

#[test]
fn a_cart_is_found_by_its_secret_alone() {
    let shop = shelf(5);
    let (mine, other) = (Token::mint().unwrap(), Token::mint().unwrap());
    let cart = put_in(&shop, &mine, teapot(&shop), 2).unwrap();
    assert_eq!((cart.count(), cart.goods().minor), (2, 8000));
    assert_eq!(shop.read(|conn| cart::of(conn, &riga(conn)?, Some(&other))).count(), 0);
    let line = cart.lines[0].id;
    let stolen = shop.write(move |tx| cart::change(tx, RIGA, &other, line, two()));
    assert!(matches!(stolen, Err(Error::Refused(CartRefusal::NotSold))));
}

#[test]
fn nobody_puts_in_more_than_is_on_the_shelf() {
    let shop = shelf(3);
    let token = Token::mint().unwrap();
    put_in(&shop, &token, teapot(&shop), 2).unwrap();
    let refused = put_in(&shop, &token, teapot(&shop), 2);
    assert!(matches!(refused, Err(Error::Refused(CartRefusal::OnlyLeft(3)))));
    assert_eq!(shop.read(|conn| cart::of(conn, &riga(conn)?, Some(&token))).count(), 2, "the old number stands");
}

#[test]
fn what_is_put_aside_comes_back_as_one_line() {
    let shop = shelf(9);
    let token = Token::mint().unwrap();
    let line = put_in(&shop, &token, teapot(&shop), 2).unwrap().lines[0].id;
    let told = token.clone();
    let cart = shop.write(move |tx| cart::put_aside(tx, RIGA, &told, line, true)).unwrap();
    assert_eq!((cart.lines.len(), cart.saved.len()), (0, 1));
    put_in(&shop, &token, teapot(&shop), 1).unwrap();
    let saved = cart.saved[0].id;
    let told = token.clone();
    let cart = shop.write(move |tx| cart::put_aside(tx, RIGA, &told, saved, false)).unwrap();
    assert_eq!((cart.lines.len(), cart.saved.len(), cart.count()), (1, 0, 3));
}

#[test]
fn one_cart_becomes_one_order_however_often_it_is_sent() {
    let shop = shelf(9);
    let cart = ready(&shop);
    let first = place(&shop, &cart, 8000).unwrap();
    assert_eq!(place(&shop, &cart, 8000).unwrap(), first);
    assert_eq!(place(&shop, &cart, 1).unwrap(), first, "even when what is agreed is nonsense by then");
    assert_eq!(first.due.minor, 8000);
    books_are_right(&shop);
}

#[test]
fn what_is_put_in_at_the_moment_a_cart_becomes_an_order_is_asked_for_again() {
    let shop = shelf(9);
    let cart = ready(&shop);
    let placed = place(&shop, &cart, 8000).unwrap();
    let late = put_in(&shop, &cart, teapot(&shop), 1);
    assert!(matches!(late, Err(Error::Fault(Fault::Busy))), "{late:?}");
    assert_eq!(shop.read(|conn| orders::by_id(conn, placed.order)).total.minor, 8000);
    books_are_right(&shop);
}

#[test]
fn another_sum_than_the_one_on_the_button_places_nothing() {
    let shop = shelf(9);
    let cart = ready(&shop);
    let refused = place(&shop, &cart, 7999);
    assert!(
        matches!(refused, Err(Error::Refused(PlaceRefusal::TotalChanged { was, now })) if (was.minor, now.minor) == (7999, 8000))
    );
    assert_eq!(shop.read(|conn| checkout::order_of(conn, &cart)), None);
}

#[test]
fn the_last_one_goes_to_one_of_two() {
    let shop = shelf(3);
    let (ada, ben) = (ready(&shop), ready(&shop));
    let placed = place(&shop, &ada, 8000).unwrap();
    assert!(matches!(place(&shop, &ben, 8000), Err(Error::Refused(PlaceRefusal::OutOfStock))));
    assert_eq!(settle(&shop, &placed, report(Reported::Captured, 8000)), PaymentState::Captured);
    books_are_right(&shop);
}

#[test]
fn money_is_taken_once_however_often_it_is_told() {
    let shop = shelf(9);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    for _ in 0..3 {
        assert_eq!(settle(&shop, &placed, report(Reported::Captured, 8000)), PaymentState::Captured);
    }
    assert_eq!(settle(&shop, &placed, report(Reported::Failed, 8000)), PaymentState::Captured);
    assert_eq!(state(&shop, &placed), OrderState::Paid);
    books_are_right(&shop);
}

#[test]
fn another_sum_than_the_orders_pays_nothing() {
    let shop = shelf(9);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    assert_eq!(settle(&shop, &placed, report(Reported::Captured, 7999)), PaymentState::Pending);
    assert_eq!(state(&shop, &placed), OrderState::Placed);
}

#[test]
fn goods_of_an_order_that_is_not_paid_are_free_again() {
    let shop = shelf(3);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    shop.wait(Flow::Page.holds_seconds() + 1);
    expire(&shop, &placed);
    expire(&shop, &placed);
    assert_eq!(state(&shop, &placed), OrderState::Cancelled);
    place(&shop, &ready(&shop), 8000).unwrap();
    books_are_right(&shop);
}

#[test]
fn late_money_is_kept_when_the_goods_are_still_there_and_sent_back_when_not() {
    let shop = shelf(3);
    let late = place(&shop, &ready(&shop), 8000).unwrap();
    expire(&shop, &late);
    assert_eq!(settle(&shop, &late, report(Reported::Captured, 8000)), PaymentState::Captured);
    books_are_right(&shop);

    let shop = shelf(3);
    let late = place(&shop, &ready(&shop), 8000).unwrap();
    expire(&shop, &late);
    place(&shop, &ready(&shop), 8000).unwrap();
    assert_eq!(settle(&shop, &late, report(Reported::Captured, 8000)), PaymentState::Failed);
    books_are_right(&shop);
    let back = Report { returned: 8000, ..report(Reported::Captured, 8000) };
    for _ in 0..2 {
        assert_eq!(settle(&shop, &late, back.clone()), PaymentState::Failed);
    }
    let tally = shop.read(|conn| payments::by_id(conn, late.payment)).tally;
    assert_eq!((state(&shop, &late), tally.returned, tally.owed_back()), (OrderState::Cancelled, 8000, 0));
    books_are_right(&shop);
}

#[test]
fn an_order_opens_for_its_keys_only() {
    let shop = shelf(9);
    let (browser, link, number) = (Token::mint().unwrap(), Token::mint().unwrap(), OrderNumber::of(7));
    let placing = Placing {
        cart: ready(&shop),
        browser: browser.clone(),
        number: number.clone(),
        link: link.clone(),
        market: RIGA,
        shop_offset_minutes: 120,
        takers: takers(),
        agreed: Agreed { due: Money::new(8000, Currency::EUR) },
    };
    shop.write(move |tx| checkout::place(tx, &placing)).unwrap();
    let opens = |browser: Option<&Token>, link: Option<&Token>| {
        let keys = orders::Keys { browser: browser.cloned(), link: link.cloned() };
        shop.read(|conn| Ok(orders::id_for(conn, &number, &keys).is_ok()))
    };
    assert!(opens(Some(&browser), None) && opens(None, Some(&link)));
    let stranger = Token::mint().unwrap();
    assert!(!opens(None, None) && !opens(Some(&stranger), Some(&stranger)) && !opens(Some(&link), Some(&browser)));
}
