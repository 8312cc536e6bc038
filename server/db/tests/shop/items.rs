//! Orders whose shoppers change what is in them, before they are packed: whatever was paid, and however often.

use db::checkout::Moment;
use db::orders::items::{self, ItemsAnswer, ItemsAsked};
use db::payments::{self, Takers, refund};
use db::testing::{TestDb, riga};
use db::{Answer, Error, documents, orders};
use domain::catalogue::{Choice, ChoiceValue, Slug};
use domain::documents::DocumentKind;
use domain::ids::{OrderId, PaymentId, StaffId, VariantId};
use domain::money::{Currency, Money};
use domain::orders::{ItemsRefusal, WantedChange, WantedItems};
use domain::payments::{PaymentState, Report, Reported, Wanted};
use domain::staff::{Staff, StaffName};

mod called_off;
mod cards;
mod places;
mod stories;
mod waiting;
mod ways;

use super::goods::offer;
use super::{books_are_right, place, put_in, ready, report, settle, takers};

/// Teapots at 40.00, and cups in three colours: red and blue at 10.00, gold at 25.00. Orders are packed half an hour after they
/// are paid.
fn shop() -> TestDb {
    let shop = TestDb::pausing(1800);
    offer(&shop, |teapot| teapot.variants[0].stock = Some(9999));
    offer(&shop, |cup| {
        let colours = [("Red", 1000, 9), ("Blue", 1000, 3), ("Gold", 2500, 3)];
        let value = |(name, ..): &(&str, i64, u32)| ChoiceValue { name: (*name).to_owned(), swatch: None };
        (cup.slug, cup.name) = (Slug::of("cup").unwrap(), "Cup".to_owned());
        cup.choices = vec![Choice { name: "Colour".to_owned(), values: colours.iter().map(value).collect() }];
        let plain = cup.variants[0].clone();
        cup.variants = Vec::new();
        for (name, price, stock) in colours {
            let mut one = plain.clone();
            (one.values, one.price, one.stock) = (vec![name.to_owned()], Money::new(price, Currency::EUR), Some(stock));
            cup.variants.push(one);
        }
    });
    shop
}

fn cup(shop: &TestDb, at: usize) -> VariantId {
    shop.read(|conn| db::catalogue::product(conn, &riga(conn)?, &Slug::of("cup").unwrap())).variants[at].id
}

/// An order of two teapots and three red cups, 110.00, whose money has come so far.
fn bought(shop: &TestDb, state: Reported) -> (OrderId, PaymentId) {
    let cart = ready(shop);
    put_in(shop, &cart, cup(shop, 0), 3).unwrap();
    let placed = place(shop, &cart, 11_000).unwrap();
    settle(shop, &placed, Report { reference: format!("tp_{}", placed.payment), ..report(state, 11_000) });
    (placed.order, placed.payment)
}

fn seen(shop: &TestDb, order: OrderId) -> domain::ids::ChangeId {
    let now = shop.db.now();
    shop.read(|conn| Ok(items::items(conn, order, now)?.map(|items| items.seen))).unwrap_or(domain::ids::ChangeId(0))
}

/// Asks for a change as its page says it: with the difference it would be.
fn change(shop: &TestDb, order: OrderId, text: &str) -> Answer<ItemsAnswer, ItemsRefusal> {
    let wanted: WantedItems = text.parse().unwrap();
    asked(shop, order, WantedChange::Items(wanted))
}

/// The same of any change.
fn asked(shop: &TestDb, order: OrderId, wanted: WantedChange) -> Answer<ItemsAnswer, ItemsRefusal> {
    let moment = Moment { now: shop.db.now(), shop_offset_minutes: 120 };
    let difference = shop.read(|conn| Ok(items::quote(conn, order, &wanted, moment)?.map(|change| change.difference().minor)));
    let (difference, seen) = (difference.unwrap_or(0), seen(shop, order));
    let asked = ItemsAsked { wanted, seen, difference, takers: takers(), shop_offset_minutes: 120 };
    shop.write(move |tx| items::change_items(tx, order, &asked))
}

fn pays(answer: Answer<ItemsAnswer, ItemsRefusal>) -> PaymentId {
    match answer {
        Ok(ItemsAnswer::Pay(payment)) => payment,
        other => panic!("nothing is to be paid: {other:?}"),
    }
}

fn told(shop: &TestDb, payment: PaymentId, state: Reported) -> PaymentState {
    let due = shop.read(|conn| payments::by_id(conn, payment)).due().minor;
    let said = Report { reference: format!("tp_{payment}"), ..report(state, due) };
    shop.write(move |tx| payments::settle(tx, payment, &said)).unwrap()
}

fn tally(shop: &TestDb, payment: PaymentId) -> domain::payments::Tally {
    shop.read(|conn| payments::by_id(conn, payment)).tally
}

/// What is in an order: how many of what, and what it costs.
fn inside(shop: &TestDb, order: OrderId) -> (Vec<(String, u32)>, i64) {
    let order = shop.read(|conn| orders::by_id(conn, order));
    let line =
        |line: &domain::orders::OrderLine| ([vec![line.name.clone()], line.values.clone()].concat().join(" "), line.quantity);
    (order.lines.iter().map(line).collect(), order.total.minor)
}

fn left(shop: &TestDb, variant: VariantId) -> (i64, i64) {
    const STOCK: &str = "SELECT on_hand, held FROM variants WHERE id = $1";
    shop.read(|conn| conn.one(STOCK, &[&variant.0], |row| Ok((row.get("on_hand")?, row.get("held")?)))).unwrap()
}

fn kinds(shop: &TestDb, order: OrderId) -> Vec<(DocumentKind, i64)> {
    let all = shop.read(|conn| documents::of_order(conn, order));
    all.iter().map(|one| (one.number.kind, one.total.gross.minor)).collect()
}

#[test]
fn of_money_that_is_only_reserved_less_is_taken() {
    let shop = shop();
    let (order, payment) = bought(&shop, Reported::Promised);
    assert_eq!(change(&shop, order, "0:1 1:2").unwrap(), ItemsAnswer::Made);
    assert_eq!(inside(&shop, order), (vec![("Teapot".to_owned(), 1), ("Cup Red".to_owned(), 2)], 6000));
    assert_eq!((tally(&shop, payment).wanted().minor, left(&shop, cup(&shop, 0))), (6000, (7, 0)));
    books_are_right(&shop);
    // The provider takes what is wanted, and the one invoice is of that.
    let report = Report { taken: 6000, reference: format!("tp_{payment}"), ..report(Reported::Captured, 11_000) };
    shop.write(move |tx| payments::settle(tx, payment, &report)).unwrap();
    assert_eq!(kinds(&shop, order), [(DocumentKind::Invoice, 6000), (DocumentKind::Receipt, 6000)]);
    books_are_right(&shop);
}

#[test]
fn of_money_that_is_taken_a_part_goes_back_and_is_credited() {
    let shop = shop();
    let (order, payment) = bought(&shop, Reported::Captured);
    change(&shop, order, "1:0").unwrap();
    assert_eq!(inside(&shop, order), (vec![("Teapot".to_owned(), 2)], 8000));
    assert_eq!((tally(&shop, payment).kept, tally(&shop, payment).owed_back()), (8000, 3000));
    assert_eq!(kinds(&shop, order)[2..], [(DocumentKind::CreditNote, 3000)]);
    books_are_right(&shop);
    assert!(matches!(change(&shop, order, "0:0"), Err(Error::Refused(ItemsRefusal::Everything))), "that is cancelling it");
    shop.write(move |tx| orders::cancel(tx, order)).unwrap();
    assert_eq!((tally(&shop, payment).kept, tally(&shop, payment).owed_back()), (0, 11_000));
    books_are_right(&shop);
}

#[test]
fn another_colour_at_the_same_price_costs_nothing_and_stands_on_the_documents() {
    let shop = shop();
    for state in [Reported::Promised, Reported::Captured] {
        let (order, _) = bought(&shop, state);
        let blue = cup(&shop, 1);
        let before = left(&shop, blue).0;
        assert_eq!(change(&shop, order, &format!("1:1:{blue}")).unwrap(), ItemsAnswer::Made);
        assert_eq!(inside(&shop, order), (vec![("Teapot".to_owned(), 2), ("Cup Blue".to_owned(), 1)], 9000));
        assert_eq!(left(&shop, blue), (before - 1, 0));
        books_are_right(&shop);
        if state == Reported::Captured {
            let more = [(DocumentKind::CreditNote, 3000), (DocumentKind::Invoice, 1000)];
            assert_eq!(kinds(&shop, order)[2..], more);
        }
    }
}

#[test]
fn what_costs_more_waits_until_it_is_paid_and_is_held_meanwhile() {
    let shop = shop();
    for (first, then) in [
        (Reported::Promised, Reported::Promised),
        (Reported::Promised, Reported::Captured),
        (Reported::Captured, Reported::Promised),
        (Reported::Captured, Reported::Captured),
    ] {
        let (order, payment) = bought(&shop, first);
        let gold = cup(&shop, 2);
        let before = left(&shop, gold).0;
        let more = pays(change(&shop, order, &format!("1:1:{gold} 0:3")));
        assert_eq!((inside(&shop, order).1, left(&shop, gold)), (11_000, (before, 1)), "as it was");
        assert_eq!(shop.read(|conn| payments::by_id(conn, more)).due().minor, 3500);
        books_are_right(&shop);
        for _ in 0..2 {
            told(&shop, more, then);
        }
        let now = vec![("Teapot".to_owned(), 2), ("Teapot".to_owned(), 1), ("Cup Gold".to_owned(), 1)];
        assert_eq!((inside(&shop, order), left(&shop, gold)), ((now, 14_500), (before - 1, 0)));
        books_are_right(&shop);
        for promised in [payment, more] {
            told(&shop, promised, Reported::Captured);
        }
        let invoiced: i64 = kinds(&shop, order)
            .iter()
            .map(|(kind, sum)| match kind {
                DocumentKind::Invoice => *sum,
                DocumentKind::CreditNote => -sum,
                DocumentKind::Receipt => 0,
            })
            .sum();
        let receipts: i64 =
            kinds(&shop, order).iter().filter(|(kind, _)| *kind == DocumentKind::Receipt).map(|(_, sum)| sum).sum();
        assert_eq!((invoiced, receipts), (14_500, 14_500), "{first:?} and {then:?}");
        books_are_right(&shop);
        shop.write(move |tx| orders::cancel(tx, order)).unwrap();
        assert_eq!((tally(&shop, payment).owed_back(), tally(&shop, more).owed_back()), (11_000, 3500));
        books_are_right(&shop);
    }
}

#[test]
fn the_same_form_sent_twice_changes_it_once() {
    let shop = shop();
    let (order, _) = bought(&shop, Reported::Captured);
    let wanted = |text: &str| WantedChange::Items(text.parse().unwrap());
    let (seen_then, takers) = (seen(&shop, order), takers());
    let asked = ItemsAsked { wanted: wanted("1:2"), seen: seen_then, difference: -1000, takers, shop_offset_minutes: 120 };
    let send = |asked: &ItemsAsked| {
        let asked = asked.clone();
        shop.write(move |tx| items::change_items(tx, order, &asked))
    };
    assert!(matches!(send(&ItemsAsked { difference: -3000, ..asked.clone() }), Err(Error::Refused(ItemsRefusal::Price))));
    send(&asked).unwrap();
    assert!(matches!(send(&asked), Err(Error::Refused(ItemsRefusal::Stale))));
    assert_eq!(inside(&shop, order).1, 10_000);
    let (takers, seen) = (Takers::default(), seen(&shop, order));
    let nobody = ItemsAsked { takers, seen, difference: 1000, wanted: wanted("1:3"), ..asked };
    assert!(matches!(send(&nobody), Err(Error::Refused(ItemsRefusal::NoWay))));
    books_are_right(&shop);
}

#[test]
fn what_cannot_be_changed_says_why() {
    let shop = shop();
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    let refused = |order, text: &str| match change(&shop, order, text) {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(placed.order, "0:1"), ItemsRefusal::Unpaid);
    let (order, _) = bought(&shop, Reported::Captured);
    assert_eq!(refused(order, "0:2"), ItemsRefusal::Nothing);
    assert_eq!(refused(order, "7:2"), ItemsRefusal::NoSuchLine);
    assert_eq!(refused(order, "1:20"), ItemsRefusal::OnlyLeft { line: 1, left: 6 });
    assert_eq!(refused(order, "1:1:999999"), ItemsRefusal::NotSold(1));
    let other_product = super::goods::teapot(&shop);
    assert_eq!(refused(order, &format!("1:1:{other_product}")), ItemsRefusal::NotSold(1), "a variant of the same thing only");
    assert_eq!(refused(order, "0:900"), ItemsRefusal::TooMuch, "nobody carries 800 kilograms so");
    let staff = Staff { id: StaffId(1), name: StaffName::parse("ada").unwrap() };
    let wanted = Wanted { more: 100, ..Wanted::default() };
    shop.write(move |tx| refund(tx, order, &wanted, &staff, "")).unwrap();
    assert_eq!(refused(order, "0:1"), ItemsRefusal::Refunded);
    shop.write(move |tx| orders::cancel(tx, order)).unwrap();
    assert_eq!(refused(order, "0:1"), ItemsRefusal::Cancelled);
    books_are_right(&shop);
}
