//! Gift cards: bought, spent, given back and taken back; no cent of them is spent twice.

use db::payments::{self, refund};
use db::testing::{RIGA, TestDb};
use db::token::Token;
use db::{Answer, cart, offers, orders};
use domain::cart::{Cart, CartRefusal};
use domain::catalogue::Selling;
use domain::gift_cards::{CardOrigin, IssuedCard};
use domain::ids::OrderId;
use domain::money::{Currency, Money};
use domain::offers::Code;
use domain::orders::OrderState;
use domain::payments::{RefundRefusal, Report, Reported, Wanted};
use domain::staff::Staff;
use domain::tax::TaxClass;

use super::goods::{offer, shelf, slug};
use super::{books_are_right, expire, place, ready, report, settle, state};

/// A shop that sells teapots at 40.00 and gift cards of 50.00.
pub(super) fn with_cards() -> TestDb {
    let shop = shelf(99);
    offer(&shop, |card| {
        card.slug = domain::catalogue::Slug::of("gift-card").unwrap();
        card.tax = TaxClass::Voucher;
        card.variants[0].price = Money::new(5000, Currency::EUR);
        card.variants[0].selling = Selling::Always;
        card.variants[0].grams = 0;
    });
    shop
}

fn card_variant(shop: &TestDb) -> domain::ids::VariantId {
    let slug = domain::catalogue::Slug::of("gift-card").unwrap();
    shop.read(|conn| db::catalogue::product(conn, &db::testing::riga(conn)?, &slug)).variants[0].id
}

/// A cart of this many gift cards, through every step but the last.
fn ready_for_cards(shop: &TestDb, count: u32) -> Token {
    let token = ready(shop);
    let (told, variant) = (token.clone(), card_variant(shop));
    shop.write(move |tx| {
        let more = domain::cart::Quantity::new(count).unwrap();
        let cart = cart::add(tx, RIGA, &told, variant, more)?;
        let teapots = cart.lines.iter().find(|line| line.slug == slug()).unwrap().id;
        cart::remove(tx, RIGA, &told, teapots)
    })
    .unwrap();
    let told = token.clone();
    shop.write(move |tx| db::checkout::keep_service(tx, &told, domain::delivery::Service::Online, "")).unwrap();
    token
}

fn issued(shop: &TestDb, order: OrderId) -> Vec<IssuedCard> {
    shop.read(|conn| orders::by_id(conn, order)).issued
}

/// Buys a card of 50.00.
pub(super) fn bought(shop: &TestDb) -> (OrderId, Code) {
    let placed = place(shop, &ready_for_cards(shop, 1), 5000).unwrap();
    settle(shop, &placed, report(Reported::Captured, 5000));
    let cards = issued(shop, placed.order);
    (placed.order, cards[0].code.clone())
}

fn lay(shop: &TestDb, token: &Token, code: &Code) -> Answer<Cart, CartRefusal> {
    let (token, typed) = (token.clone(), code.grouped().to_lowercase());
    shop.write(move |tx| offers::enter(tx, RIGA, &token, &typed)).map(|(cart, _)| cart)
}

/// A cart of two teapots (80.00) that a card pays for.
pub(super) fn ready_with(shop: &TestDb, code: &Code) -> Token {
    let token = ready(shop);
    lay(shop, &token, code).unwrap();
    token
}

pub(super) fn balance(shop: &TestDb, order: OrderId) -> i64 {
    issued(shop, order)[0].balance.minor
}

fn back(shop: &TestDb, order: OrderId, wanted: Wanted) -> Answer<Money, RefundRefusal> {
    let staff = Staff { id: domain::ids::StaffId(1), name: domain::staff::StaffName::parse("ada").unwrap() };
    shop.write(move |tx| refund(tx, order, &wanted, &staff, "broken"))
}

#[test]
fn a_gift_card_is_worth_something_once_it_is_paid() {
    let shop = with_cards();
    let placed = place(&shop, &ready_for_cards(&shop, 2), 10_000).unwrap();
    assert_eq!(issued(&shop, placed.order), []);
    for _ in 0..2 {
        settle(&shop, &placed, report(Reported::Captured, 10_000));
    }
    let cards = issued(&shop, placed.order);
    let of: Vec<_> = cards.iter().map(|card| (card.origin, card.worth.minor, card.balance.minor)).collect();
    assert_eq!(of, [(CardOrigin::Bought, 5000, 5000); 2]);
    assert_ne!(cards[0].code, cards[1].code);
    books_are_right(&shop);
}

#[test]
fn what_is_reserved_for_a_gift_card_is_taken_at_once() {
    let shop = with_cards();
    let placed = place(&shop, &ready_for_cards(&shop, 1), 5000).unwrap();
    settle(&shop, &placed, report(Reported::Promised, 5000));
    assert_eq!(issued(&shop, placed.order), [], "not before it is taken");
    let due = shop.read(|conn| db::outbox::due(conn, domain::time::Timestamp(i64::MAX), db::outbox::Lane::Prompt, 99));
    let jobs: Vec<_> = due.iter().map(|due| due.job).collect();
    assert!(jobs.contains(&db::outbox::Job::TakePayment) && !jobs.contains(&db::outbox::Job::MakeParcel), "{jobs:?}");
}

#[test]
fn a_card_pays_its_part_and_the_rest_is_paid_as_ever() {
    let shop = with_cards();
    let (bought, code) = bought(&shop);
    let placed = place(&shop, &ready_with(&shop, &code), 3000).unwrap();
    assert_eq!((placed.due.minor, state(&shop, &placed), balance(&shop, bought)), (3000, OrderState::Placed, 0));
    settle(&shop, &placed, report(Reported::Captured, 3000));
    assert_eq!(state(&shop, &placed), OrderState::Paid);
    let order = shop.read(|conn| orders::by_id(conn, placed.order));
    assert_eq!((order.total.minor, order.cards[0].paid.minor), (8000, 5000));
    books_are_right(&shop);
}

#[test]
fn cards_that_pay_for_everything_leave_nothing_to_be_asked_for() {
    let shop = with_cards();
    let ((one, first), (other, second)) = (bought(&shop), bought(&shop));
    let token = ready_with(&shop, &first);
    lay(&shop, &token, &second).unwrap();
    let placed = place(&shop, &token, 0).unwrap();
    assert_eq!((state(&shop, &placed), balance(&shop, one), balance(&shop, other)), (OrderState::Paid, 0, 2000));
    books_are_right(&shop);
}

#[test]
fn a_card_is_not_spent_twice() {
    let shop = with_cards();
    let (_, code) = bought(&shop);
    let (mine, theirs) = (ready_with(&shop, &code), ready_with(&shop, &code));
    place(&shop, &mine, 3000).unwrap();
    assert!(place(&shop, &theirs, 3000).is_err(), "the sum on the button is no longer what is left to pay");
    place(&shop, &theirs, 8000).unwrap();
    books_are_right(&shop);
}

#[test]
fn an_order_that_is_given_up_gives_its_card_back_and_one_that_lives_again_spends_it_again() {
    let shop = with_cards();
    let (bought, code) = bought(&shop);
    let placed = place(&shop, &ready_with(&shop, &code), 3000).unwrap();
    expire(&shop, &placed);
    assert_eq!(balance(&shop, bought), 5000);
    settle(&shop, &placed, report(Reported::Captured, 3000));
    assert_eq!((state(&shop, &placed), balance(&shop, bought)), (OrderState::Paid, 0));
    books_are_right(&shop);
}

#[test]
fn late_money_goes_back_where_the_card_was_spent_meanwhile() {
    let shop = with_cards();
    let (_, code) = bought(&shop);
    let placed = place(&shop, &ready_with(&shop, &code), 3000).unwrap();
    expire(&shop, &placed);
    place(&shop, &ready_with(&shop, &code), 3000).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 3000));
    assert_eq!(state(&shop, &placed), OrderState::Cancelled);
    assert_eq!(shop.read(|conn| payments::by_id(conn, placed.payment)).tally.owed_back(), 3000);
    books_are_right(&shop);
}

#[test]
fn a_refund_goes_to_the_provider_first_and_then_to_the_card() {
    let shop = with_cards();
    let (bought, code) = bought(&shop);
    let placed = place(&shop, &ready_with(&shop, &code), 3000).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 3000));
    back(&shop, placed.order, Wanted { lines: vec![1], ..Wanted::default() }).unwrap();
    assert_eq!(shop.read(|conn| payments::by_id(conn, placed.payment)).tally.owed_back(), 3000);
    assert_eq!(balance(&shop, bought), 1000);
    back(&shop, placed.order, Wanted { lines: vec![1], ..Wanted::default() }).unwrap();
    assert_eq!(balance(&shop, bought), 5000);
    let more = back(&shop, placed.order, Wanted { more: 1, ..Wanted::default() });
    assert!(matches!(more, Err(db::Error::Refused(RefundRefusal::TooMuch(_)))));
    books_are_right(&shop);
}

#[test]
fn money_back_as_store_credit_stays_with_the_shop() {
    let shop = with_cards();
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 8000));
    back(&shop, placed.order, Wanted { lines: vec![1], onto_card: true, ..Wanted::default() }).unwrap();
    let cards = issued(&shop, placed.order);
    assert_eq!((cards[0].origin, cards[0].balance.minor), (CardOrigin::Refund, 4000));
    let payment = shop.read(|conn| payments::by_id(conn, placed.payment));
    let left = shop.read(|conn| payments::refundable(conn, &payment));
    assert_eq!((payment.tally.owed_back(), left.minor), (0, 4000));
    place(&shop, &ready_with(&shop, &cards[0].code), 4000).unwrap();
    books_are_right(&shop);
}

#[test]
fn a_gift_card_is_given_back_whole_or_not_at_all() {
    let shop = with_cards();
    let (untouched, first) = bought(&shop);
    let (spent, second) = bought(&shop);
    place(&shop, &ready_with(&shop, &second), 3000).unwrap();
    let whole = || Wanted { lines: vec![1], ..Wanted::default() };
    assert!(matches!(back(&shop, spent, whole()), Err(db::Error::Refused(RefundRefusal::CardSpent))));
    back(&shop, untouched, whole()).unwrap();
    assert_eq!(balance(&shop, untouched), 0);
    let cart = lay(&shop, &ready(&shop), &first).unwrap();
    assert_eq!(cart.cards[0].balance.minor, 0, "the cart says that nothing is on it");
    books_are_right(&shop);
}

#[test]
fn what_a_bank_fetches_back_is_taken_off_the_cards_it_bought() {
    let shop = with_cards();
    let placed = place(&shop, &ready_for_cards(&shop, 1), 5000).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 5000));
    settle(&shop, &placed, Report { lost: 5000, ..report(Reported::Captured, 5000) });
    assert_eq!(balance(&shop, placed.order), 0);
    books_are_right(&shop);
}

#[test]
fn a_card_a_dispute_has_emptied_is_whole_again_once_it_is_won() {
    let shop = with_cards();
    let placed = place(&shop, &ready_for_cards(&shop, 2), 10_000).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 10_000));
    back(&shop, placed.order, Wanted { lines: vec![1], ..Wanted::default() }).unwrap();
    let left = |shop: &TestDb| issued(shop, placed.order).iter().map(|card| card.balance.minor).collect::<Vec<_>>();
    assert_eq!(left(&shop), [0, 5000], "one of two is refunded");
    let told = |lost, won| Report { returned: 5000, lost, won, ..report(Reported::Captured, 10_000) };
    settle(&shop, &placed, told(5000, 0));
    assert_eq!(left(&shop), [0, 0]);
    for _ in 0..2 {
        settle(&shop, &placed, told(5000, 5000));
        assert_eq!(left(&shop), [0, 5000], "what was refunded stays away");
    }
    books_are_right(&shop);
}

#[test]
fn nothing_that_is_in_the_books_pays() {
    let shop = with_cards();
    let (_, code) = bought(&shop);
    let rows =
        shop.read(|conn| conn.all("SELECT code_hash || tail AS row FROM gift_cards", &[], |row| row.get::<_, String>("row")));
    assert!(!rows[0].contains(code.as_str()));
    let (known, guess) = (code.as_str().to_owned(), Code::of([7; 16]));
    assert_ne!(known, guess.as_str());
    let cart = lay(&shop, &ready(&shop), &guess).unwrap();
    assert_eq!(cart.cards, []);
}

#[test]
fn twenty_buyers_with_one_card_spend_it_once() {
    let shop = with_cards();
    let (bought, code) = bought(&shop);
    let carts: Vec<_> = (0..20).map(|_| ready_with(&shop, &code)).collect();
    let placed = carts.iter().filter(|cart| place(&shop, cart, 3000).is_ok()).count();
    assert_eq!((placed, balance(&shop, bought)), (1, 0));
    books_are_right(&shop);
}
