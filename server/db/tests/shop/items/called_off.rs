//! Orders that are changed and then cancelled, wherever the money of either was: what was invoiced is credited, what was taken goes
//! back, what was promised is let go, and nothing else.

use db::payments::{self, refund};
use db::testing::TestDb;
use db::{Error, documents, orders};
use domain::delivery::Service;
use domain::documents::DocumentKind;
use domain::ids::{OrderId, PaymentId, StaffId};
use domain::orders::OrderState;
use domain::payments::{PaymentState, RefundRefusal, Reported, Wanted};
use domain::staff::{Staff, StaffName};

use super::super::books_are_right;
use super::ways::way;
use super::{asked, bought, change, cup, kinds, left, pays, shop, tally, told};

/// What invoices charge, what is credited of them, and what receipts confirm.
fn sums(shop: &TestDb, order: OrderId) -> (i64, i64, i64) {
    let of = |kind| kinds(shop, order).iter().filter(|(known, _)| *known == kind).map(|(_, sum)| sum).sum();
    (of(DocumentKind::Invoice), of(DocumentKind::CreditNote), of(DocumentKind::Receipt))
}

/// Three red cups become a gold one, and there is a teapot more: 35.00 more are to be paid.
fn dearer(shop: &TestDb, order: OrderId) -> PaymentId {
    pays(change(shop, order, &format!("1:1:{} 0:3", cup(shop, 2))))
}

fn cancel(shop: &TestDb, order: OrderId) {
    shop.write(move |tx| orders::cancel(tx, order)).unwrap();
    books_are_right(shop);
    assert_eq!(shop.read(|conn| orders::state(conn, order)), OrderState::Cancelled);
}

/// What goes back of two payments, neither of which the order keeps.
fn back(shop: &TestDb, payments: [PaymentId; 2]) -> [i64; 2] {
    payments.map(|payment| {
        let tally = tally(shop, payment);
        assert_eq!((tally.state, tally.kept), (PaymentState::Failed, 0));
        tally.owed_back()
    })
}

fn is_let_go(shop: &TestDb, payment: PaymentId) -> bool {
    const JOB: &str = "SELECT 1 AS one FROM outbox WHERE kind = 'let_go' AND subject = $1";
    shop.read(|conn| conn.one(JOB, &[&payment.0], |_| Ok(()))).is_some()
}

#[test]
fn wherever_the_money_was_all_that_was_invoiced_is_credited_and_all_that_was_taken_goes_back() {
    for (first, then, papers, returned) in [
        // The invoice says what was bought first. What came in the place of its cups was on none, and its money never came.
        (Reported::Captured, Reported::Promised, (11_000, 11_000, 11_000), [11_000, 0]),
        // Nothing is invoiced before all of the money has come.
        (Reported::Promised, Reported::Captured, (0, 0, 0), [0, 3500]),
        (Reported::Promised, Reported::Promised, (0, 0, 0), [0, 0]),
        // Both have: the change has its own invoice, 17,500 in all with what it credited of the first.
        (Reported::Captured, Reported::Captured, (17_500, 17_500, 14_500), [11_000, 3500]),
    ] {
        let shop = shop();
        let (order, payment) = bought(&shop, first);
        let more = dearer(&shop, order);
        told(&shop, more, then);
        books_are_right(&shop);
        cancel(&shop, order);
        assert_eq!((sums(&shop, order), back(&shop, [payment, more])), (papers, returned), "{first:?} and {then:?}");
        assert_eq!(is_let_go(&shop, payment), first == Reported::Promised, "{first:?}");
        assert_eq!(is_let_go(&shop, more), then == Reported::Promised, "{then:?}");
        assert_eq!((left(&shop, cup(&shop, 0)), left(&shop, cup(&shop, 2))), ((9, 0), (3, 0)), "all is on the shelf again");
        // What a provider takes nevertheless goes back as well, and is on no document.
        for late in [payment, more] {
            told(&shop, late, Reported::Captured);
        }
        books_are_right(&shop);
        assert_eq!((sums(&shop, order), back(&shop, [payment, more])), (papers, [11_000, 3500]));
    }
}

#[test]
fn a_change_whose_money_never_comes_and_one_whose_money_waits_leave_the_order_as_it_was_invoiced() {
    for said in [None, Some(Reported::Failed)] {
        let shop = shop();
        let (order, payment) = bought(&shop, Reported::Captured);
        let more = dearer(&shop, order);
        if let Some(said) = said {
            told(&shop, more, said);
        }
        cancel(&shop, order);
        assert_eq!((sums(&shop, order), back(&shop, [payment, more])), ((11_000, 11_000, 11_000), [11_000, 0]), "{said:?}");
        assert_eq!((left(&shop, cup(&shop, 0)), left(&shop, cup(&shop, 2))), ((9, 0), (3, 0)));
    }
}

#[test]
fn what_the_desk_has_refunded_before_is_not_credited_twice() {
    const REFUNDED: &str = "SELECT sum(minor) AS minor FROM refunds WHERE order_id = $1";
    let staff = || Staff { id: StaffId(1), name: StaffName::parse("ada").unwrap() };
    let wanted = || Wanted { more: 500, ..Wanted::default() };
    let shop = shop();
    let (order, payment) = bought(&shop, Reported::Captured);
    let more = dearer(&shop, order);
    told(&shop, more, Reported::Promised);
    let early = shop.write(move |tx| refund(tx, order, &wanted(), &staff(), "late"));
    assert!(matches!(early, Err(Error::Refused(RefundRefusal::NotTaken))), "a part of its money is not there yet: {early:?}");
    told(&shop, more, Reported::Captured);
    shop.write(move |tx| refund(tx, order, &wanted(), &staff(), "late")).unwrap();
    books_are_right(&shop);
    // Before that money is on its way the order is cancelled.
    cancel(&shop, order);
    assert_eq!((sums(&shop, order), back(&shop, [payment, more])), ((17_500, 17_500, 14_500), [11_000, 3500]));
    assert_eq!(shop.read(|conn| conn.one(REFUNDED, &[&order.0], |row| row.get::<_, i64>("minor"))), Some(14_500));
}

#[test]
fn a_faster_way_that_was_only_promised_is_on_no_document() {
    let shop = shop();
    let (order, payment) = bought(&shop, Reported::Captured);
    let more = pays(asked(&shop, order, way(Service::Express)));
    told(&shop, more, Reported::Promised);
    books_are_right(&shop);
    cancel(&shop, order);
    assert_eq!((sums(&shop, order), back(&shop, [payment, more])), ((11_000, 11_000, 11_000), [11_000, 0]));
}

#[test]
fn a_second_change_that_takes_back_the_first_before_its_money_came_adds_up_too() {
    let shop = shop();
    let (order, payment) = bought(&shop, Reported::Captured);
    let more = dearer(&shop, order);
    told(&shop, more, Reported::Promised);
    // The gold cup goes again: less is taken of what was promised.
    change(&shop, order, "2:0").unwrap();
    assert_eq!(shop.read(|conn| payments::by_id(conn, more)).tally.wanted().minor, 1000);
    books_are_right(&shop);
    cancel(&shop, order);
    assert_eq!((sums(&shop, order), back(&shop, [payment, more])), ((11_000, 11_000, 11_000), [11_000, 0]));
}

/// What the audit says is wrong.
fn wrong(shop: &TestDb) -> Vec<&'static str> {
    shop.read(db::audit::audit).into_iter().filter(|one| !one.against.is_empty()).map(|one| one.id).collect()
}

fn cooked(shop: &TestDb, sql: &'static str, order: OrderId) {
    let changed = shop.write::<usize, domain::Never>(move |tx| Ok(tx.run(sql, &[&order.0])?)).unwrap();
    assert!(changed > 0, "{sql}");
}

#[test]
fn the_audit_looks_at_cancelled_orders_too() {
    const TAXES: &str = "UPDATE order_taxes SET net = net + 1, tax = tax - 1 WHERE order_id = $1";
    // A change that made it cheaper is on its documents, and so are the taxes it left.
    let shop = shop();
    let (order, _) = bought(&shop, Reported::Captured);
    change(&shop, order, "1:0").unwrap();
    cancel(&shop, order);
    cooked(&shop, TAXES, order);
    assert_eq!(wrong(&shop), ["I8b", "I11c"]);
    // So is one whose money came.
    let shop = super::shop();
    let (order, _) = bought(&shop, Reported::Captured);
    let more = dearer(&shop, order);
    told(&shop, more, Reported::Captured);
    cancel(&shop, order);
    cooked(&shop, TAXES, order);
    assert_eq!(wrong(&shop), ["I8b", "I11c"]);
    // Money that stays with the shop, and goods that nobody credited.
    let shop = super::shop();
    let (order, _) = bought(&shop, Reported::Captured);
    cancel(&shop, order);
    cooked(&shop, "UPDATE payments SET kept = 1 WHERE order_id = $1", order);
    assert!(wrong(&shop).contains(&"I11g"), "{:?}", wrong(&shop));
    let shop = super::shop();
    let (order, _) = bought(&shop, Reported::Captured);
    assert_eq!(shop.read(|conn| documents::of_order(conn, order)).len(), 2);
    cooked(&shop, "UPDATE orders SET state = 'cancelled' WHERE id = $1", order);
    assert!(wrong(&shop).contains(&"I11f"), "{:?}", wrong(&shop));
}
