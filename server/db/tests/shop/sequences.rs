//! An order's life with everything that can happen to it, late, twice and in any order: it takes no step that is not in the table,
//! its goods leave once, and no more is refunded than came.

use db::testing::TestDb;
use db::{payments, stock};
use domain::ids::{OrderId, PaymentId, StaffId};
use domain::money::{Currency, Money};
use domain::orders::OrderState;
use domain::payments::{Report, Reported, Wanted, Way};
use domain::staff::{Staff, StaffName};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::goods::{shelf, teapot};
use super::{books_are_right, place, ready};

/// What two teapots cost.
const DUE: i64 = 8000;
/// What happens.
#[derive(Clone, Debug)]
enum Happens {
    /// The provider reports of one of the attempts: so many quarters of the sum came, went back, and were fetched back.
    Reported(usize, Reported, [i64; 3]),
    /// Nobody waits for the money any more.
    Expires,
    /// The shopper tries another way.
    TriesAgain(Way),
    /// The desk refunds a sum.
    Refunds(i64),
    /// So many are left beside those that are held.
    Counted(i64),
}

fn happening() -> impl Strategy<Value = Happens> {
    let quarters =
        (prop::sample::select(vec![0_i64, 2, 4, 8]), 0_i64..5, 0_i64..3).prop_map(|(came, back, lost)| [came, back, lost]);
    let reported = (0_usize..4, 0..Reported::ALL.len(), quarters);
    prop_oneof![
        6 => reported.prop_map(|(attempt, at, quarters)| Happens::Reported(attempt, Reported::ALL[at], quarters)),
        2 => Just(Happens::Expires),
        2 => prop::sample::select(vec![Way::Card, Way::Paypal, Way::Ideal]).prop_map(Happens::TriesAgain),
        2 => (-1_i64..9000).prop_map(Happens::Refunds),
        1 => prop::sample::select(vec![0_i64, 1, 9]).prop_map(Happens::Counted),
    ]
}

/// One order, and its attempts to be paid.
struct Life<'a> {
    shop: &'a TestDb,
    order: OrderId,
    attempts: Vec<PaymentId>,
}

impl Life<'_> {
    fn meets(&mut self, happens: Happens) {
        let order = self.order;
        match happens {
            Happens::Reported(attempt, state, [came, back, lost]) => {
                let id = self.attempts[attempt % self.attempts.len()];
                let quarter = DUE / 4;
                let (taken, returned, lost) = (came * quarter, back * quarter, lost * quarter);
                let due = Money::new(DUE, Currency::EUR);
                let report = Report { state, taken, returned, lost, ..Report::open(due, "tp_1") };
                self.shop.write(move |tx| payments::settle(tx, id, &report)).unwrap();
            }
            Happens::Expires => self.shop.write(move |tx| payments::expire(tx, order)).unwrap(),
            Happens::TriesAgain(way) => {
                let id = self.shop.write(move |tx| payments::try_again(tx, order, way, "testpay")).unwrap();
                if !self.attempts.contains(&id) {
                    self.attempts.push(id);
                }
            }
            Happens::Refunds(more) => {
                let staff = Staff { id: StaffId(1), name: StaffName::parse("ada").unwrap() };
                let wanted = Wanted { more, ..Wanted::default() };
                // That it is refused is an answer too.
                drop(self.shop.write(move |tx| payments::refund(tx, order, &wanted, &staff, "")));
            }
            Happens::Counted(left) => count(self.shop, left),
        }
    }

    fn state(&self) -> OrderState {
        self.shop.read(|conn| db::orders::state(conn, self.order))
    }

    /// How often its goods left, and how many of them.
    fn left(&self) -> (i64, i64) {
        const LEFT: &str = "SELECT count(*) AS times, coalesce(-sum(on_hand), 0) AS many FROM stock_ledger
            WHERE order_id = $1 AND cause = 'sale'";
        let order = self.order.0;
        self.shop.read(|conn| conn.one(LEFT, &[&order], |row| Ok((row.get("times")?, row.get("many")?)))).unwrap()
    }
}

/// So many are on the shelf beside those that are held.
fn count(shop: &TestDb, left: i64) {
    const HELD: &str = "SELECT held FROM variants WHERE id = $1";
    let variant = teapot(shop);
    let counted = shop.write::<_, domain::Never>(move |tx| {
        let held: i64 = tx.one(HELD, &[&variant.0], |row| row.get("held"))?.unwrap_or(0);
        Ok(stock::count(tx, variant, held + left)?)
    });
    assert!(counted.unwrap());
}

/// The first step of a life that is not in the table.
fn illegal(states: &[OrderState]) -> Option<(OrderState, OrderState)> {
    let steps = states.windows(2).map(|pair| (pair[0], pair[1]));
    steps.filter(|(before, after)| before != after).find(|(before, after)| !before.may_become(*after))
}

#[test]
fn whatever_happens_to_an_order_it_takes_legal_steps_only_and_its_goods_leave_once() {
    let shop = shelf(9);
    // A case is dozens of commits: there are a tenth as many as of sums.
    let usual = Config::default();
    let config = Config { cases: (usual.cases / 10).max(1), failure_persistence: None, ..usual };
    let stories = prop::collection::vec(happening(), 1..40);
    let lived = TestRunner::new(config).run(&stories, |story| {
        count(&shop, 9);
        let placed = place(&shop, &ready(&shop), DUE).unwrap();
        let mut life = Life { shop: &shop, order: placed.order, attempts: vec![placed.payment] };
        let mut states = vec![life.state()];
        for happens in story {
            life.meets(happens);
            states.push(life.state());
        }
        prop_assert_eq!(illegal(&states), None);
        let paid = states.contains(&OrderState::Paid);
        prop_assert_eq!(life.left(), if paid { (1, 2) } else { (0, 0) });
        Ok(())
    });
    lived.unwrap();
    books_are_right(&shop);
}

#[test]
fn an_order_that_goes_back_would_be_seen() {
    use OrderState::{Cancelled, Paid, Placed};
    assert_eq!(illegal(&[Placed, Placed, Cancelled, Paid, Paid]), None);
    assert_eq!(illegal(&[Placed, Paid, Placed]), Some((Paid, Placed)));
    assert_eq!(illegal(&[Placed, Cancelled, Placed]), Some((Cancelled, Placed)));
}
