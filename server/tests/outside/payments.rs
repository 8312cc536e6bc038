//! Money comes once, whoever brings the news and in whatever order; what cannot be kept goes back.

use cartwright::outside::desk::Stuck;
use cartwright::outside::mishaps::Mishap;
use domain::orders::OrderState;
use domain::payments::{PaymentState, Way};

use crate::rig::{PLAIN_CARD, Rig, card_form};

const NEVER_TOLD: &str = "4000000000000135";
const TOLD_TWICE: &str = "4000000000000119";
const TOLD_LATE: &str = "4000000000000127";
const TOLD_FIRST: &str = "4000000000000101";

#[tokio::test]
async fn webhook_return_and_reconciler_pay_once_in_every_order() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let rig = Rig::with(1).await;
        let placed = rig.order().await;
        let page = rig.pay(&placed, PLAIN_CARD).await;
        assert_eq!(page.location, rig.back(&placed).done);
        assert_eq!(rig.payment(&placed).await, PaymentState::Pending);
        rig.wait(61);
        for who in order {
            match who {
                0 => rig.deliver().await,
                1 => drop(rig.world.desk.settle(placed.payment).await.unwrap()),
                _ => rig.work().await,
            }
            assert_eq!(rig.state(&placed).await, OrderState::Paid, "{order:?}, {who} first");
        }
        assert_eq!((rig.movements(&placed).await, rig.teapots().await), ((1, 0), (0, 0)));
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn all_three_at_once_pay_once() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    rig.pay(&placed, TOLD_TWICE).await;
    rig.wait(61);
    let again = || rig.world.desk.settle(placed.payment);
    let (_, _, first, second, third) = tokio::join!(rig.deliver(), rig.work(), again(), again(), again());
    for state in [first, second, third] {
        assert_eq!(state.unwrap(), PaymentState::Promised);
    }
    assert_eq!(rig.teapots().await, (0, 0));
    rig.books_are_right().await;
}

#[tokio::test]
async fn the_shop_hears_before_the_shopper_is_back_or_much_later_or_never() {
    let rig = Rig::with(3).await;
    let (first, late, never) = (rig.order().await, rig.order().await, rig.order().await);
    rig.pay(&first, TOLD_FIRST).await;
    assert_eq!(rig.state(&first).await, OrderState::Paid);
    rig.pay(&late, TOLD_LATE).await;
    rig.pay(&never, NEVER_TOLD).await;
    rig.deliver().await;
    assert_eq!(rig.state(&late).await, OrderState::Placed);
    rig.wait(10);
    rig.deliver().await;
    assert_eq!((rig.state(&late).await, rig.state(&never).await), (OrderState::Paid, OrderState::Placed));
    rig.wait(50);
    rig.work().await;
    assert_eq!(rig.state(&never).await, OrderState::Paid);
    rig.books_are_right().await;
}

#[tokio::test]
async fn goods_stay_held_while_nobody_knows_whether_they_are_paid() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    rig.pay(&placed, NEVER_TOLD).await;
    rig.wait(15 * 60);
    // The reconciler and the end of the hold each ask, and get no answer.
    for mishap in [Mishap::Unreachable, Mishap::AnswerLost] {
        rig.world.testpay.mishaps.add(mishap);
    }
    rig.work().await;
    assert_eq!((rig.state(&placed).await, rig.teapots().await), (OrderState::Placed, (1, 1)));
    rig.wait(31);
    rig.work().await;
    assert_eq!((rig.state(&placed).await, rig.movements(&placed).await), (OrderState::Paid, (1, 0)));
    rig.books_are_right().await;
}

#[tokio::test]
async fn an_unpaid_order_is_given_up_and_its_teapot_is_for_sale_again() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    let path = rig.begin(&placed).await;
    rig.wait(15 * 60);
    rig.work().await;
    assert_eq!((rig.state(&placed).await, rig.teapots().await), (OrderState::Cancelled, (1, 0)));
    let again = rig.world.desk.begin(placed.payment, &rig.back(&placed)).await;
    assert!(matches!(again, Err(Stuck::Cancelled)));
    rig.wait(3600);
    assert!(rig.get(&path).await.html.contains("The time to pay is over"));
    rig.work().await;
    assert_eq!(rig.payment(&placed).await, PaymentState::Failed);
    rig.books_are_right().await;
}

#[tokio::test]
async fn late_money_takes_the_teapot_again_if_it_is_still_there() {
    let rig = Rig::with(1).await;
    let placed = rig.order_by(Way::BankTransfer, "LV").await;
    rig.begin_url(&placed).await;
    rig.wait(8 * 24 * 3600);
    rig.work().await;
    assert_eq!((rig.state(&placed).await, rig.teapots().await), (OrderState::Cancelled, (1, 0)));
    rig.play(&placed, "all").await;
    assert_eq!((rig.state(&placed).await, rig.teapots().await), (OrderState::Paid, (0, 0)));
    rig.books_are_right().await;
}

#[tokio::test]
async fn late_money_goes_back_when_the_teapot_is_gone() {
    let rig = Rig::with(1).await;
    let ada = rig.order_by(Way::BankTransfer, "LV").await;
    rig.begin_url(&ada).await;
    rig.wait(8 * 24 * 3600);
    rig.work().await;
    let grace = rig.order().await;
    rig.play(&ada, "all").await;
    assert_eq!((rig.state(&ada).await, rig.tally(&ada).await.owed_back()), (OrderState::Cancelled, 4850));
    // The first refund is made, but its answer is lost; the second is the same refund.
    rig.world.testpay.mishaps.add(Mishap::Unreachable);
    rig.world.testpay.mishaps.add(Mishap::AnswerLost);
    rig.work().await;
    rig.wait(31);
    rig.work().await;
    let tally = rig.tally(&ada).await;
    assert_eq!((tally.state, tally.returned, tally.owed_back()), (PaymentState::Failed, 4850, 0));
    assert_eq!(rig.movements(&ada).await, (1, 1));
    rig.deliver().await;
    rig.pay(&grace, PLAIN_CARD).await;
    rig.deliver().await;
    assert_eq!(rig.state(&grace).await, OrderState::Paid);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_promise_for_an_order_that_is_gone_is_let_go() {
    let rig = Rig::with(1).await;
    let ada = rig.order().await;
    let path = rig.begin(&ada).await;
    rig.post(&path, &card_form(NEVER_TOLD)).await;
    // The bank says yes, nobody hears of it, and the hold ends while the provider is silent.
    let order = ada.order;
    rig.shop.write(move |tx| db::payments::expire(tx, order)).await.unwrap();
    rig.order().await;
    rig.work().await;
    assert_eq!((rig.state(&ada).await, rig.payment(&ada).await), (OrderState::Cancelled, PaymentState::Failed));
    assert!(rig.get(&path).await.html.contains("The time to pay is over"), "the money is free again");
    assert_eq!(rig.tally(&ada).await.taken, 0);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_page_whose_answer_was_lost_is_the_same_page() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    for mishap in [Mishap::Unreachable, Mishap::AnswerLost] {
        rig.world.testpay.mishaps.add(mishap);
    }
    let first = rig.begin(&placed).await;
    assert_eq!(rig.begin(&placed).await, first);
    rig.post(&first, &card_form(PLAIN_CARD)).await;
    assert_eq!(rig.begin_url(&placed).await, rig.back(&placed).done);
    assert_eq!(rig.movements(&placed).await, (1, 0));
}

#[tokio::test]
async fn an_order_that_is_paid_opens_no_second_page() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    rig.begin(&placed).await;
    rig.wait(31 * 60);
    rig.world.desk.settle(placed.payment).await.unwrap();
    let again = rig.begin(&placed).await;
    rig.post(&again, &card_form(PLAIN_CARD)).await;
    rig.deliver().await;
    // The first attempt failed, and asked for again it leads to the order, not to another till.
    assert_eq!((rig.payment(&placed).await, rig.state(&placed).await), (PaymentState::Failed, OrderState::Paid));
    assert_eq!(rig.begin_url(&placed).await, rig.back(&placed).done);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_page_that_cannot_be_opened_is_said_to_be_so() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    for _ in 0..3 {
        rig.world.testpay.mishaps.add(Mishap::Unreachable);
    }
    let begun = rig.world.desk.begin(placed.payment, &rig.back(&placed)).await;
    assert!(matches!(begun, Err(Stuck::Provider(_))), "{begun:?}");
    assert_eq!(rig.state(&placed).await, OrderState::Placed);
    rig.begin(&placed).await;
}

#[tokio::test]
async fn a_provider_that_is_not_told_of_waits_and_tells_after_a_restart() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    rig.pay(&placed, PLAIN_CARD).await;
    rig.world.testpay.mishaps.add(Mishap::Unreachable);
    // The shop is told, asks back, gets no answer and says: later.
    rig.deliver().await;
    assert_eq!(rig.state(&placed).await, OrderState::Placed);
    rig.wait(2);
    rig.reopened().deliver_due().await.unwrap();
    assert_eq!(rig.state(&placed).await, OrderState::Paid);
}

#[tokio::test]
async fn an_order_whose_shopper_never_reached_the_till_is_given_up() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    rig.wait(15 * 60);
    rig.work().await;
    assert_eq!((rig.state(&placed).await, rig.teapots().await), (OrderState::Cancelled, (1, 0)));
    rig.wait(25 * 3600);
    rig.work().await;
    rig.wait(25 * 3600);
    let now = rig.shop.now();
    assert_eq!(
        rig.shop.read(|conn| db::outbox::due(conn, now, db::outbox::Lane::Prompt, 9)).await.unwrap(),
        [],
        "nobody asks for ever"
    );
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_hundred_and_fifty_unlucky_checkouts_end_paid_once_or_not_at_all() {
    const CARDS: [&str; 5] = [PLAIN_CARD, NEVER_TOLD, TOLD_TWICE, TOLD_LATE, "4000000000000002"];
    let rig = Rig::with(150).await;
    let mut luck = Luck(20_261_122);
    let mut orders = Vec::new();
    for at in 0..150 {
        for _ in 0..luck.below(3) {
            let mishap = if luck.below(2) == 0 { Mishap::Unreachable } else { Mishap::AnswerLost };
            rig.world.testpay.mishaps.add(mishap);
        }
        let placed = rig.order().await;
        let begun = rig.world.desk.begin(placed.payment, &rig.back(&placed)).await;
        if let Ok(url) = begun {
            let path = url.strip_prefix(&rig.origin).unwrap();
            for _ in 0..luck.below(3) {
                rig.post(path, &card_form(CARDS[luck.below(5)])).await;
            }
        }
        match luck.below(4) {
            0 => rig.deliver().await,
            1 => rig.work().await,
            2 => drop(rig.world.desk.settle(placed.payment).await),
            _ => rig.wait(i64::from(at) % 400),
        }
        orders.push(placed);
    }
    for _ in 0..60 {
        rig.wait(120);
        rig.deliver().await;
        rig.work().await;
    }
    let mut paid = 0;
    for placed in &orders {
        let (taken, given) = rig.movements(placed).await;
        let kept = u32::from(rig.state(placed).await == OrderState::Paid);
        assert_ne!(rig.state(placed).await, OrderState::Placed, "{}", placed.number.as_str());
        assert_eq!((taken.min(1), taken - given), (taken, kept), "{}", placed.number.as_str());
        paid += i64::from(kept);
    }
    assert!((30..140).contains(&paid), "{paid} were paid");
    assert_eq!(rig.teapots().await, (150 - paid, 0));
    rig.books_are_right().await;
}

/// Chance that is the same every time (Knuth's MMIX generator).
struct Luck(u64);

impl Luck {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}
