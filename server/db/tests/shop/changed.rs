//! Orders that their shoppers change, and find again, before they are packed.

use db::orders::Bench;
use db::orders::links;
use db::testing::TestDb;
use db::{Answer, Error, orders};
use domain::contact::Address;
use domain::ids::OrderId;
use domain::orders::{ChangeRefusal, LookUp, OrderNumber};
use domain::payments::Reported;

use super::goods::shelf;
use super::{books_are_right, place, ready, report, settle};

fn elsewhere(shop: &TestDb, order: OrderId) -> Address {
    Address { line1: "Brivibas iela 99".to_owned(), ..shop.read(|conn| orders::by_id(conn, order)).address }
}

fn moves(shop: &TestDb, order: OrderId, to: Address) -> Answer<(), ChangeRefusal> {
    shop.write(move |tx| orders::change_address(tx, order, &to))
}

#[test]
fn what_somebody_packs_goes_where_it_went_when_they_began() {
    let shop = shelf(9);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    let order = placed.order;
    let begun = shop.write(move |tx| orders::begin_packing(tx, order)).unwrap();
    assert_eq!(begun, Bench::Empty, "nobody packs what is not paid");
    let first = elsewhere(&shop, order);
    moves(&shop, order, first.clone()).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 8000));
    let Bench::Packs(packed) = shop.write(move |tx| orders::begin_packing(tx, order)).unwrap() else { panic!("it waits") };
    assert_eq!(packed.address, first);
    // The carrier has not answered yet, so there is no parcel; the label says all the same where it goes.
    let second = Address { line1: "Brivibas iela 100".to_owned(), ..first.clone() };
    assert!(matches!(moves(&shop, order, second), Err(Error::Refused(ChangeRefusal::Packing))));
    assert_eq!(shop.read(|conn| orders::by_id(conn, order)).address, first);
    books_are_right(&shop);
}

fn letters_about(shop: &TestDb, number: &OrderNumber, contact: &str) -> usize {
    let count = |conn: &db::Conn| {
        conn.one("SELECT count(*) AS n FROM order_links WHERE order_id IS NOT NULL", &[], |row| row.get::<_, i64>("n"))
    };
    let asked = LookUp::parse(number.as_str(), contact).unwrap();
    let before = shop.read(count).unwrap();
    shop.write(move |tx| links::ask(tx, &asked)).unwrap();
    usize::try_from(shop.read(count).unwrap() - before).unwrap()
}

#[test]
fn who_knows_an_order_can_have_five_letters_a_day_written_to_its_shopper() {
    let shop = shelf(9);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    let order = placed.order;
    let email = shop.read(|conn| orders::by_id(conn, order)).email.as_str().to_uppercase();
    assert_eq!(letters_about(&shop, &placed.number, "eve@example.org"), 0);
    let sent: usize = (0..7).map(|_| letters_about(&shop, &placed.number, &email)).sum();
    assert_eq!(sent, 5);
    let rows = |conn: &db::Conn| {
        conn.one("SELECT count(*) AS n FROM outbox WHERE kind = 'send_order_link'", &[], |row| row.get::<_, i64>("n"))
    };
    assert_eq!(shop.read(rows), Some(8), "what was asked for in vain is as much work");
}
