//! Orders that are changed in any sequence of changes, reports, refunds and cancellations: the books balance after each.

use db::orders::items;
use db::payments::refund;
use db::testing::TestDb;
use db::{Error, orders};
use domain::delivery::Service;
use domain::ids::{OrderId, PaymentId, StaffId};
use domain::offers::Limits;
use domain::orders::{OrderState, WantedItems};
use domain::payments::{Report, Reported, Wanted};
use domain::staff::{Staff, StaffName};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::super::cancelled::given_up;
use super::super::offers::{offered, ready_with, tenth};
use super::super::{books_are_right, place, put_in, ready, report, settle};
use super::places::moves;
use super::ways::way;
use super::{asked, bought, change, cup, seen, shop, told};

/// Something that happens to an order that is paid.
#[derive(Clone, Debug)]
enum Happens {
    Asked(Vec<(u32, u32, usize)>),
    Sent(Service),
    Moved(&'static str, Service),
    Told(usize, Reported),
    Expired,
    Kept,
    Refunded(i64),
    Cancelled,
    Packed,
}

fn happening() -> impl Strategy<Value = Happens> {
    let line = (0_u32..4, 0_u32..5, 0_usize..4);
    let said = prop::sample::select(vec![Reported::Promised, Reported::Captured, Reported::Failed]);
    prop_oneof![
        6 => prop::collection::vec(line, 1..3).prop_map(Happens::Asked),
        3 => prop::sample::select(vec![Service::Standard, Service::Express, Service::Pickup]).prop_map(Happens::Sent),
        3 => (prop::sample::select(vec!["LV", "EE", "DE", "NO"]), prop::sample::select(vec![Service::Standard, Service::Express]))
            .prop_map(|(country, service)| Happens::Moved(country, service)),
        5 => (0_usize..6, said).prop_map(|(at, said)| Happens::Told(at, said)),
        1 => Just(Happens::Expired),
        1 => Just(Happens::Kept),
        1 => (1_i64..3000).prop_map(Happens::Refunded),
        1 => Just(Happens::Cancelled),
        1 => Just(Happens::Packed),
    ]
}

fn meets(shop: &TestDb, order: OrderId, happens: Happens) {
    const PAYMENTS: &str = "SELECT id FROM payments WHERE order_id = $1 ORDER BY id";
    match happens {
        Happens::Asked(lines) => {
            let text = lines.iter().map(|(line, count, colour)| match colour {
                3 => format!("{line}:{count}"),
                at => format!("{line}:{count}:{}", cup(shop, *at)),
            });
            let text = text.collect::<Vec<_>>().join(" ");
            if text.parse::<WantedItems>().is_ok() {
                drop(change(shop, order, &text));
            }
        }
        Happens::Sent(service) => drop(asked(shop, order, way(service))),
        Happens::Moved(country, service) => drop(moves(shop, order, country, service)),
        Happens::Told(at, said) => {
            let all = shop.read(|conn| conn.all(PAYMENTS, &[&order.0], |row| Ok(PaymentId(row.get("id")?))));
            told(shop, all[at % all.len()], said);
        }
        Happens::Expired => {
            let id = seen(shop, order);
            shop.write(move |tx| orders::expire_change(tx, id)).unwrap();
        }
        Happens::Kept => shop.write(move |tx| items::keep_items(tx, order)).unwrap(),
        Happens::Refunded(more) => {
            let staff = Staff { id: StaffId(1), name: StaffName::parse("ada").unwrap() };
            let wanted = Wanted { more, ..Wanted::default() };
            drop(shop.write(move |tx| refund(tx, order, &wanted, &staff, "")));
        }
        Happens::Cancelled => given_up(shop, order),
        Happens::Packed => drop(shop.write(move |tx| orders::begin_packing(tx, order))),
    }
}

/// There are enough of everything for every story, also for those that are told again.
fn restock(shop: &TestDb) {
    for at in 0..3 {
        let variant = cup(shop, at);
        assert!(shop.write::<_, domain::Never>(move |tx| Ok(db::stock::count(tx, variant, 99_999)?)).unwrap());
    }
}

#[test]
fn however_an_order_is_changed_the_books_balance() {
    let shop = shop();
    restock(&shop);
    offered(&shop, tenth("TENTH", Limits::default()));
    let usual = Config::default();
    let config = Config { cases: (usual.cases / 4).max(1), failure_persistence: None, ..usual };
    let stories = (prop::collection::vec(happening(), 1..14), any::<bool>(), any::<bool>());
    let lived = TestRunner::new(config).run(&stories, |(story, promised, code)| {
        let cart = if code { ready_with(&shop, "TENTH") } else { ready(&shop) };
        put_in(&shop, &cart, cup(&shop, 0), 1).unwrap();
        let due = if code { 8100 } else { 9000 };
        let placed = place(&shop, &cart, due).unwrap();
        let state = if promised { Reported::Promised } else { Reported::Captured };
        settle(&shop, &placed, Report { reference: format!("tp_{}", placed.payment), ..report(state, due) });
        let against =
            || -> Vec<_> { shop.read(db::audit::audit).into_iter().filter(|finding| !finding.against.is_empty()).collect() };
        for happens in story {
            let told = format!("{happens:?}");
            meets(&shop, placed.order, happens);
            prop_assert!(against().is_empty(), "after {told}: {:?}", against());
        }
        // What is left is free for the next.
        let order = placed.order;
        given_up(&shop, order);
        prop_assert_eq!(shop.read(|conn| orders::state(conn, order)), OrderState::Cancelled);
        prop_assert!(against().is_empty(), "after it is cancelled: {:?}", against());
        Ok(())
    });
    lived.unwrap();
    books_are_right(&shop);
}

#[test]
fn a_change_takes_the_steps_of_its_table_and_no_other() {
    use domain::codes::Coded;
    use domain::orders::ChangeState;
    let shop = shop();
    let (order, _) = bought(&shop, Reported::Promised);
    change(&shop, order, "1:4").unwrap();
    let id = seen(&shop, order);
    for before in ChangeState::ALL {
        for after in ChangeState::ALL.iter().filter(|after| *after != before) {
            let tried = shop.write::<(), bool>(move |tx| {
                let set = "UPDATE order_changes SET state = $1 WHERE id = $2";
                if *before != ChangeState::Asked {
                    tx.run(set, &[&Coded::code(*before), &id.0])?;
                }
                Err(Error::Refused(tx.run(set, &[&Coded::code(*after), &id.0]).is_ok()))
            });
            assert!(matches!(tried, Err(Error::Refused(went)) if went == before.may_become(*after)), "{before:?} to {after:?}");
        }
    }
}
