//! Orders that offers and gift cards made cheaper, and that are changed.

use db::orders;
use domain::offers::Limits;
use domain::payments::{Report, Reported};

use super::super::gift_cards::{self, balance};
use super::super::offers::{offered, ready_with, tenth};
use super::super::{books_are_right, place, put_in, report, settle};
use super::{change, cup, shop, tally};

#[test]
fn each_thing_keeps_its_share_of_what_an_offer_took_off() {
    let shop = shop();
    offered(&shop, tenth("TENTH", Limits::default()));
    for state in [Reported::Promised, Reported::Captured] {
        let cart = ready_with(&shop, "TENTH");
        put_in(&shop, &cart, cup(&shop, 0), 1).unwrap();
        let placed = place(&shop, &cart, 8100).unwrap();
        settle(&shop, &placed, Report { reference: format!("tp_{}", placed.payment), ..report(state, 8100) });
        change(&shop, placed.order, "0:1").unwrap();
        let order = shop.read(|conn| orders::by_id(conn, placed.order));
        assert_eq!((order.total.minor, order.goods.minor, order.offers[0].goods.minor), (4500, 5000, 500));
        books_are_right(&shop);
        shop.write(move |tx| orders::cancel(tx, placed.order)).unwrap();
    }
}

#[test]
fn what_a_gift_card_paid_goes_back_to_it_last() {
    let shop = gift_cards::with_cards();
    let (first, code) = gift_cards::bought(&shop);
    for state in [Reported::Promised, Reported::Captured] {
        let placed = place(&shop, &gift_cards::ready_with(&shop, &code), 3000).unwrap();
        settle(&shop, &placed, Report { reference: format!("tp_{}", placed.payment), ..report(state, 3000) });
        assert_eq!(balance(&shop, first), 0);
        change(&shop, placed.order, "0:1").unwrap();
        assert_eq!((balance(&shop, first), tally(&shop, placed.payment).wanted().minor), (1000, 0));
        books_are_right(&shop);
        let order = shop.read(|conn| orders::by_id(conn, placed.order));
        assert_eq!(order.cards.iter().map(|card| card.paid.minor).sum::<i64>(), 4000);
        shop.write(move |tx| orders::cancel(tx, placed.order)).unwrap();
        assert_eq!(balance(&shop, first), 5000);
        books_are_right(&shop);
    }
}
