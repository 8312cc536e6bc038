//! Orders that their shoppers cancel, with all that had paid for them.

use db::testing::TestDb;
use db::{Answer, Error, orders, payments};
use domain::ids::OrderId;
use domain::orders::{CancelRefusal, OrderState};
use domain::payments::Reported;

use super::gift_cards::{balance, bought, ready_with, with_cards};
use super::goods::shelf;
use super::{books_are_right, place, ready, report, settle, state};

fn cancel(shop: &TestDb, order: OrderId) -> Answer<(), CancelRefusal> {
    shop.write(move |tx| orders::cancel(tx, order))
}

#[test]
fn the_gift_card_that_paid_a_part_has_it_again_and_the_rest_goes_back() {
    let shop = with_cards();
    let (first, code) = bought(&shop);
    let placed = place(&shop, &ready_with(&shop, &code), 3000).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 3000));
    assert_eq!(balance(&shop, first), 0);
    cancel(&shop, placed.order).unwrap();
    let tally = shop.read(|conn| payments::by_id(conn, placed.payment)).tally;
    assert_eq!((balance(&shop, first), tally.kept, tally.owed_back()), (5000, 0, 3000));
    books_are_right(&shop);
}

#[test]
fn an_order_that_has_brought_gift_cards_is_not_for_its_shopper_to_cancel() {
    let shop = with_cards();
    let (order, _) = bought(&shop);
    assert!(matches!(cancel(&shop, order), Err(Error::Refused(CancelRefusal::CardsIssued))));
    books_are_right(&shop);
}

#[test]
fn money_that_comes_for_it_later_does_not_take_it_up_again() {
    let shop = shelf(99);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    cancel(&shop, placed.order).unwrap();
    assert!(matches!(cancel(&shop, placed.order), Err(Error::Refused(CancelRefusal::Cancelled))));
    settle(&shop, &placed, report(Reported::Captured, 8000));
    let tally = shop.read(|conn| payments::by_id(conn, placed.payment)).tally;
    assert_eq!((state(&shop, &placed), tally.owed_back()), (OrderState::Cancelled, 8000));
    books_are_right(&shop);
}
