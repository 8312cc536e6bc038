//! Orders that their shoppers cancel, with all that had paid for them.

use db::orders::cancellations;
use db::testing::TestDb;
use db::{Answer, Error, orders, payments};
use domain::codes::Coded;
use domain::ids::{OrderId, StaffId};
use domain::orders::{AnswerRefusal, CancelRefusal, CancellationState, OrderState};
use domain::payments::Reported;
use domain::staff::{Staff, StaffName};

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

/// An order whose money has come, and that somebody packs.
fn packed(shop: &TestDb) -> OrderId {
    let placed = place(shop, &ready(shop), 8000).unwrap();
    settle(shop, &placed, report(Reported::Captured, 8000));
    shop.write(move |tx| orders::begin_packing(tx, placed.order)).unwrap();
    placed.order
}

/// Ada works here.
fn ada(shop: &TestDb) -> Staff {
    const ADD: &str = "INSERT INTO staff (id, name, password, added_at) VALUES (1, 'ada', '', 1) ON CONFLICT DO NOTHING";
    shop.write::<_, domain::Never>(|tx| Ok(tx.run(ADD, &[])?)).unwrap();
    Staff { id: StaffId(1), name: StaffName::parse("ada").unwrap() }
}

/// An order is cancelled, at once or because staff grant it.
pub fn given_up(shop: &TestDb, order: OrderId) {
    if matches!(cancel(shop, order), Err(Error::Refused(CancelRefusal::Packing))) {
        let ada = ada(shop);
        ask(shop, order).unwrap();
        shop.write(move |tx| cancellations::answer(tx, order, true, "", &ada)).unwrap();
    }
}

fn ask(shop: &TestDb, order: OrderId) -> Answer<(), CancelRefusal> {
    shop.write(move |tx| cancellations::ask(tx, order, "Bought twice."))
}

#[test]
fn an_order_that_is_being_packed_is_asked_for_once_and_answered_once() {
    let shop = shelf(99);
    let ada = ada(&shop);
    for yes in [true, false] {
        let order = packed(&shop);
        assert!(matches!(cancel(&shop, order), Err(Error::Refused(CancelRefusal::Packing))));
        ask(&shop, order).unwrap();
        assert!(matches!(ask(&shop, order), Err(Error::Refused(CancelRefusal::Asked))));
        let answer = |yes: bool| {
            let ada = ada.clone();
            shop.write(move |tx| cancellations::answer(tx, order, yes, "So be it.", &ada))
        };
        answer(yes).unwrap();
        for other in [yes, !yes] {
            assert!(matches!(answer(other), Err(Error::Refused(AnswerRefusal::Answered))));
        }
        let expected = if yes { OrderState::Cancelled } else { OrderState::Paid };
        assert_eq!(shop.read(|conn| orders::state(conn, order)), expected);
        books_are_right(&shop);
    }
}

#[test]
fn what_nobody_packs_is_not_asked_for() {
    let shop = shelf(99);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    assert!(matches!(ask(&shop, placed.order), Err(Error::Refused(CancelRefusal::AtOnce))));
    cancel(&shop, placed.order).unwrap();
    assert!(matches!(ask(&shop, placed.order), Err(Error::Refused(CancelRefusal::Cancelled))));
}

#[test]
fn a_wish_to_cancel_takes_the_steps_of_its_table_and_no_other() {
    let shop = shelf(99);
    ada(&shop);
    let order = packed(&shop);
    ask(&shop, order).unwrap();
    for before in CancellationState::ALL {
        for after in CancellationState::ALL.iter().filter(|after| *after != before) {
            let tried = shop.write::<(), bool>(move |tx| {
                const SET: &str = "UPDATE cancellations SET state = $1, answer = 'So be it.', ended_at = CASE $1 WHEN 'asked' THEN NULL ELSE 1 END,
                    staff_id = CASE WHEN $1 IN ('granted', 'declined') THEN 1 END WHERE order_id = $2";
                if *before != CancellationState::Asked {
                    tx.run(SET, &[&Coded::code(*before), &order.0])?;
                }
                Err(Error::Refused(tx.run(SET, &[&Coded::code(*after), &order.0]).is_ok()))
            });
            assert!(matches!(tried, Err(Error::Refused(went)) if went == before.may_become(*after)), "{before:?} to {after:?}");
        }
    }
}
