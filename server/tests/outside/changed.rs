//! Orders that are changed while their money is only reserved, at the companies that take it: less is taken, more is another payment,
//! and what was cancelled is free.

use std::sync::Arc;

use cartwright::outside::line::Secret;
use cartwright::outside::paypal::{self, PayPal};
use db::checkout::{Moment, Placed};
use db::orders::items::{self, ItemsAnswer, ItemsAsked};
use db::payments::{Payment, Takers};
use domain::documents::DocumentKind;
use domain::ids::{OrderId, PaymentId};
use domain::orders::{OrderEvent, WantedChange};
use domain::payments::{Decline, PaymentState, Way};
use domain::tracking::{Checkpoint, CheckpointKind};

use crate::paypal::fake::FakePayPal;
use crate::rig::Rig;
use crate::stripe::fake::{FakeStripe, Mishap};
use crate::stripe::stripe;

/// Seconds in which an order can be changed.
const PAUSE: i64 = 3600;

/// A company with an account of the shop's.
enum Company {
    Stripe(FakeStripe),
    PayPal(FakePayPal),
}

impl Company {
    const ALL: [Way; 2] = [Way::Card, Way::Paypal];

    /// A shop whose money this way's company takes, with nine teapots.
    async fn shop(way: Way) -> (Rig, Self) {
        let mut rig = Rig::pausing(9, PAUSE).await;
        if way == Way::Card {
            let (fake, stripe) = stripe().await;
            rig.takes_real_money(Arc::new(stripe));
            return (rig, Self::Stripe(fake));
        }
        let fake = FakePayPal::open().await;
        let (secret, api) = (Secret::new("secret"), fake.url.clone());
        let account = paypal::Account { client: "ada".into(), secret, webhook: "1JE".into(), api };
        rig.takes_real_money(Arc::new(PayPal::new(account).unwrap()));
        (rig, Self::PayPal(fake))
    }

    /// Ada pays for the one that was begun as this, counted from 0.
    fn pays(&self, at: usize) {
        match self {
            Self::Stripe(fake) => fake.pay(&format!("cs_test_{}", at + 1)),
            Self::PayPal(fake) => fake.approve_order(at),
        }
    }

    /// What the company has taken, in hundredths, and whether it still reserves something.
    fn took(&self, at: usize) -> (i64, bool) {
        match self {
            Self::Stripe(fake) => {
                let intent = fake.books().intents[&format!("pi_{}", at + 1)].clone();
                (intent["amount_received"].as_i64().unwrap(), intent["status"] == "requires_capture")
            }
            Self::PayPal(fake) => {
                let payments = fake.payments(at);
                let cents = |piece: &serde_json::Value| -> i64 {
                    piece["amount"]["value"].as_str().unwrap().replace('.', "").parse().unwrap()
                };
                let taken = payments["captures"].as_array().unwrap().iter().map(cents).sum();
                (taken, payments["authorizations"][0]["status"] == "CREATED")
            }
        }
    }

    /// What was reserved is over.
    fn expires(&self) {
        match self {
            Self::Stripe(fake) => fake.expires("cs_test_1"),
            Self::PayPal(fake) => fake.books().no = Some("AUTHORIZATION_EXPIRED"),
        }
    }

    /// The next time something is taken, the bank says no.
    fn refuses(&self) {
        match self {
            Self::Stripe(fake) => fake.next_meets("/capture", Mishap::Says(402, "card_error")),
            Self::PayPal(fake) => fake.books().no = Some("TRANSACTION_REFUSED"),
        }
    }

    fn refuses_no_more(&self) {
        if let Self::PayPal(fake) = self {
            fake.books().no = None;
        }
    }
}

/// Ada has so many teapots reserved to be paid.
async fn reserved(rig: &Rig, company: &Company, way: Way, count: u32) -> Placed {
    let placed = rig.order_some(count, way, "LV").await;
    rig.world.desk.begin(placed.payment, &rig.back(&placed)).await.unwrap();
    company.pays(0);
    assert_eq!(rig.world.desk.settle(placed.payment).await.unwrap(), PaymentState::Promised);
    placed
}

async fn payment(rig: &Rig, id: PaymentId) -> Payment {
    rig.shop.read(|conn| db::payments::by_id(conn, id)).await.unwrap()
}

/// Ada changes her order to this, line by line.
async fn change(rig: &Rig, order: OrderId, lines: &str) -> ItemsAnswer {
    let (wanted, now) = (WantedChange::Items(lines.parse().unwrap()), rig.shop.now());
    let moment = Moment { now, shop_offset_minutes: 120 };
    let quoted = rig.shop.read(|conn| {
        let known = items::items(conn, order, now)?.unwrap_or_else(|_| panic!("it cannot be changed"));
        Ok((known.seen, items::quote(conn, order, &wanted, moment)?.unwrap().difference().minor))
    });
    let (seen, difference) = quoted.await.unwrap();
    let takers: Takers = rig.world.desk.takers();
    let asked = ItemsAsked { wanted, seen, difference, takers, shop_offset_minutes: 120 };
    rig.shop.write(move |tx| items::change_items(tx, order, &asked)).await.unwrap()
}

/// The order is packed, and its carrier fetches the parcel.
async fn leaves(rig: &Rig, placed: &Placed) {
    rig.wait(PAUSE);
    rig.work().await;
    let pieces = rig.shop.read(|conn| db::tracking::of_order(conn, placed.order)).await.unwrap();
    let number = pieces[0].parcel.clone().unwrap().number;
    let at = rig.shop.now();
    let (event, place, said) = ("fetched".to_owned(), String::new(), String::new());
    let told = Checkpoint { event, kind: CheckpointKind::PickedUp, at, place, offset_minutes: 0, expected: None, said };
    assert!(rig.shop.write(move |tx| db::tracking::record(tx, "simcarrier", (&number, ""), &told)).await.unwrap());
    rig.work().await;
}

async fn happened(rig: &Rig, placed: &Placed, event: OrderEvent) -> bool {
    let order = rig.shop.read(|conn| db::orders::by_id(conn, placed.order)).await.unwrap();
    order.timeline.iter().any(|moment| moment.event == event)
}

#[tokio::test]
async fn of_an_order_that_became_smaller_the_smaller_sum_is_taken_and_the_rest_is_free() {
    for way in Company::ALL {
        let (rig, company) = Company::shop(way).await;
        let placed = reserved(&rig, &company, way, 3).await;
        let due = payment(&rig, placed.payment).await.due().minor;
        assert_eq!(change(&rig, placed.order, "0:1").await, ItemsAnswer::Made);
        let wanted = payment(&rig, placed.payment).await.wanted().minor;
        assert_eq!((wanted, company.took(0)), (due - 9000, (0, true)), "nothing is taken before it leaves");
        rig.books_are_right().await;
        leaves(&rig, &placed).await;
        let tally = payment(&rig, placed.payment).await.tally;
        assert_eq!((tally.state, tally.taken, tally.returned, tally.kept), (PaymentState::Captured, wanted, 0, wanted));
        assert_eq!(company.took(0), (wanted, false), "{}", way.code());
        let documents = rig.shop.read(|conn| db::documents::of_order(conn, placed.order)).await.unwrap();
        let invoices: Vec<i64> =
            documents.iter().filter(|one| one.number.kind == DocumentKind::Invoice).map(|one| one.total.gross.minor).collect();
        assert_eq!(invoices, [wanted], "what is charged is what is invoiced");
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn of_an_order_that_became_larger_the_difference_is_a_payment_of_its_own_and_both_are_taken() {
    for way in Company::ALL {
        let (rig, company) = Company::shop(way).await;
        let placed = reserved(&rig, &company, way, 1).await;
        let ItemsAnswer::Pay(second) = change(&rig, placed.order, "0:3").await else { panic!("more costs nothing") };
        rig.world.desk.begin(second, &rig.back(&placed)).await.unwrap();
        company.pays(1);
        assert_eq!(rig.world.desk.settle(second).await.unwrap(), PaymentState::Promised);
        // And a little less again: the difference is what becomes smaller.
        assert_eq!(change(&rig, placed.order, "0:1 1:1").await, ItemsAnswer::Made);
        rig.books_are_right().await;
        leaves(&rig, &placed).await;
        for (at, id) in [placed.payment, second].into_iter().enumerate() {
            let tally = payment(&rig, id).await.tally;
            assert_eq!((tally.state, tally.taken), (PaymentState::Captured, tally.wanted().minor));
            assert_eq!(company.took(at), (tally.wanted().minor, false), "{} {at}", way.code());
        }
        let order = rig.shop.read(|conn| db::orders::by_id(conn, placed.order)).await.unwrap();
        assert_eq!(company.took(0).0 + company.took(1).0, order.total.minor);
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn a_difference_that_nothing_is_wanted_of_any_more_is_let_go() {
    for way in Company::ALL {
        let (rig, company) = Company::shop(way).await;
        let placed = reserved(&rig, &company, way, 1).await;
        let ItemsAnswer::Pay(second) = change(&rig, placed.order, "0:3").await else { panic!("more costs nothing") };
        rig.world.desk.begin(second, &rig.back(&placed)).await.unwrap();
        company.pays(1);
        rig.world.desk.settle(second).await.unwrap();
        assert_eq!(change(&rig, placed.order, "0:1 1:0").await, ItemsAnswer::Made);
        rig.work().await;
        assert_eq!(company.took(1), (0, false), "{}", way.code());
        rig.books_are_right().await;
        leaves(&rig, &placed).await;
        let wanted = payment(&rig, placed.payment).await.wanted().minor;
        assert_eq!((company.took(0), company.took(1)), ((wanted, false), (0, false)));
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn what_was_reserved_for_an_order_that_is_cancelled_is_free() {
    for way in Company::ALL {
        let (rig, company) = Company::shop(way).await;
        let placed = reserved(&rig, &company, way, 3).await;
        change(&rig, placed.order, "0:2").await;
        let order = placed.order;
        rig.shop.write(move |tx| db::orders::cancel(tx, order)).await.unwrap();
        rig.work().await;
        assert_eq!(company.took(0), (0, false), "{}", way.code());
        assert_eq!(payment(&rig, placed.payment).await.state(), PaymentState::Failed);
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn a_reservation_that_is_over_when_the_parcel_leaves_is_told() {
    for way in Company::ALL {
        let (rig, company) = Company::shop(way).await;
        let placed = reserved(&rig, &company, way, 3).await;
        change(&rig, placed.order, "0:2").await;
        company.expires();
        leaves(&rig, &placed).await;
        let payment = payment(&rig, placed.payment).await;
        assert_eq!((payment.state(), payment.decline), (PaymentState::Failed, Some(Decline::Expired)), "{}", way.code());
        assert!(happened(&rig, &placed, OrderEvent::PaymentBroken).await);
        assert_eq!(company.took(0).0, 0);
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn what_a_bank_refuses_when_it_is_taken_is_said_and_tried_again() {
    for way in Company::ALL {
        let (rig, company) = Company::shop(way).await;
        let placed = reserved(&rig, &company, way, 3).await;
        change(&rig, placed.order, "0:2").await;
        company.refuses();
        leaves(&rig, &placed).await;
        let before = payment(&rig, placed.payment).await;
        assert_eq!((before.state(), before.decline), (PaymentState::Promised, Some(Decline::Refused)), "{}", way.code());
        assert!(!happened(&rig, &placed, OrderEvent::PaymentBroken).await, "it is reserved still");
        rig.books_are_right().await;
        company.refuses_no_more();
        for _ in 0..4 {
            rig.wait(31);
            rig.work().await;
        }
        let after = payment(&rig, placed.payment).await;
        assert_eq!((after.state(), company.took(0)), (PaymentState::Captured, (after.wanted().minor, false)), "{}", way.code());
        rig.books_are_right().await;
    }
}
