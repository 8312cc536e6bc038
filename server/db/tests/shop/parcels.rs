//! Several parcels of an order: packed once, paid once, told apart.

use db::testing::TestDb;
use db::tracking::{self, NewLabel};
use domain::ids::OrderId;
use domain::payments::Reported;
use domain::time::Timestamp;
use domain::tracking::{Carton, Checkpoint, CheckpointKind, ParcelState, Share};

use super::goods::shelf;
use super::{books_are_right, place, ready, report, settle};

const ROOMY: Carton = Carton { grams: 30_000, millilitres: 100_000 };

/// An order of two teapots, promised to be paid, in two parcels with a label each.
fn in_two(shop: &TestDb) -> OrderId {
    let placed = place(shop, &ready(shop), 8000).unwrap();
    settle(shop, &placed, report(Reported::Promised, 8000));
    let order = placed.order;
    for _ in 0..2 {
        assert_eq!(shop.write(move |tx| tracking::plan(tx, order, ROOMY, false)).unwrap().len(), 1, "packed once");
    }
    let out = [Share { line: 0, quantity: 1 }];
    assert_eq!(shop.write(move |tx| tracking::split(tx, order, 1, &out)).unwrap(), 2);
    for piece in [1, 2] {
        let label = NewLabel::of("simcarrier", &format!("SC{piece}"), None);
        shop.write(move |tx| tracking::made(tx, order, piece, &label)).unwrap();
    }
    books_are_right(shop);
    order
}

fn tells(shop: &TestDb, number: &'static str, kind: CheckpointKind, minute: i64) {
    let at = Timestamp(shop.db.now().0 + minute * 60_000);
    let (event, place) = (format!("{number} {minute}"), String::new());
    let news = Checkpoint { event, kind, at, place, offset_minutes: 0, expected: None, said: String::new() };
    assert!(shop.write(move |tx| tracking::record(tx, "simcarrier", (number, ""), &news)).unwrap());
}

/// How often the money is to be taken.
fn takes(shop: &TestDb) -> i64 {
    const TAKES: &str = "SELECT count(*) FROM outbox WHERE kind = 'take_payment'";
    shop.read(|conn| conn.one(TAKES, &[], |row| row.get(0))).unwrap()
}

#[test]
fn money_that_is_promised_is_taken_when_the_first_parcel_leaves() {
    let shop = shelf(9);
    in_two(&shop);
    assert_eq!(takes(&shop), 0, "labels are no parcels that left");
    tells(&shop, "SC2", CheckpointKind::PickedUp, 10);
    assert_eq!(takes(&shop), 1);
    tells(&shop, "SC1", CheckpointKind::PickedUp, 20);
    tells(&shop, "SC1", CheckpointKind::Delivered, 30);
    assert_eq!(takes(&shop), 1, "and not once more with the second");
}

#[test]
fn money_at_the_door_is_taken_when_all_of_it_is_there() {
    let shop = shelf(9);
    let order = in_two(&shop);
    shop.write::<_, domain::Never>(move |tx| {
        tx.run("UPDATE payments SET way = 'cash_on_delivery' WHERE order_id = $1", &[&order.0])?;
        Ok(())
    })
    .unwrap();
    tells(&shop, "SC1", CheckpointKind::PickedUp, 10);
    tells(&shop, "SC1", CheckpointKind::Delivered, 20);
    assert_eq!(takes(&shop), 0, "one of two is at the door");
    tells(&shop, "SC2", CheckpointKind::Delivered, 30);
    assert_eq!(takes(&shop), 1);
}

#[test]
fn a_number_that_is_given_again_belongs_to_the_newest_parcel_and_to_its_shipment() {
    let shop = shelf(9);
    let mut orders = Vec::new();
    for shipment in ["shp_1", "shp_2"] {
        let placed = place(&shop, &ready(&shop), 8000).unwrap();
        settle(&shop, &placed, report(Reported::Captured, 8000));
        let label = NewLabel { shipment: shipment.to_owned(), ..NewLabel::of("easypost", "940011", None) };
        let order = placed.order;
        shop.write(move |tx| tracking::plan(tx, order, ROOMY, false)).unwrap();
        shop.write(move |tx| tracking::made(tx, order, 1, &label)).unwrap();
        orders.push(order);
    }
    let at = Timestamp(shop.db.now().0 + 60_000);
    let tell = |shipment: &'static str, kind| {
        let (event, place) = (format!("{shipment}-{kind:?}"), String::new());
        let news = Checkpoint { event, kind, at, place, offset_minutes: 0, expected: None, said: String::new() };
        shop.write(move |tx| tracking::record(tx, "easypost", ("940011", shipment), &news)).unwrap()
    };
    let state = |order: OrderId| shop.read(|conn| tracking::of_order(conn, order)).remove(0).parcel.unwrap().state;
    assert!(tell("", CheckpointKind::PickedUp));
    assert_eq!([state(orders[0]), state(orders[1])], [ParcelState::LabelCreated, ParcelState::InTransit]);
    assert!(tell("shp_1", CheckpointKind::Delivered));
    assert_eq!([state(orders[0]), state(orders[1])], [ParcelState::Delivered, ParcelState::InTransit]);
    assert!(!tell("shp_9", CheckpointKind::Delivered), "nobody knows that shipment");
    books_are_right(&shop);
}
