//! Ways to pay that are not done in a moment: transfers in parts, promises, cash at the door, and what banks do unasked.

use axum::http::StatusCode;
use db::checkout::Placed;
use db::payments::refund;
use domain::ids::StaffId;
use domain::orders::OrderState;
use domain::payments::{PaymentState, Tally, Waiting, Wanted, Way};
use domain::staff::{Staff, StaffName};
use domain::tracking::ParcelState;

use crate::rig::{PLAIN_CARD, Rig, card_form};

const DAY: i64 = 24 * 3600;

#[tokio::test]
async fn a_transfer_in_two_parts_pays_and_what_is_too_much_goes_back() {
    let rig = Rig::with(2).await;
    let (ada, grace) = (rig.order_by(Way::BankTransfer, "LV").await, rig.order_by(Way::BankTransfer, "LV").await);
    for placed in [&ada, &grace] {
        assert_eq!(rig.begin_url(placed).await, rig.back(placed).done, "there is no page to pay on");
        assert!(rig.waiting(placed).await.is_some(), "the account is shown");
        rig.play(placed, "part").await;
        assert_eq!((rig.state(placed).await, rig.tally(placed).await.kept), (OrderState::Placed, 2425));
    }
    rig.play(&ada, "all").await;
    rig.work().await;
    let tally = rig.tally(&ada).await;
    assert_eq!((tally.state, tally.taken, tally.returned, tally.kept), (PaymentState::Captured, 7275, 2425, 4850));
    // Half of it is not enough, however long it is waited for.
    rig.wait(8 * DAY);
    rig.work().await;
    let tally = rig.tally(&grace).await;
    assert_eq!((rig.state(&grace).await, tally.taken, tally.returned), (OrderState::Cancelled, 2425, 2425));
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_a_bank_fetched_back_is_in_the_books_and_not_sent_back_again() {
    let rig = Rig::with(1).await;
    let placed = rig.order_by(Way::BankTransfer, "LV").await;
    rig.begin_url(&placed).await;
    rig.play(&placed, "twice").await;
    rig.work().await;
    rig.play(&placed, "dispute").await;
    rig.work().await;
    let tally = rig.tally(&placed).await;
    assert_eq!((tally.taken, tally.returned, tally.lost, tally.kept), (9700, 4850, 4850, 0));
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_dispute_that_is_won_is_the_shops_money_again_and_a_refund_that_bounces_is_a_gift_card() {
    let rig = Rig::with(1).await;
    let placed = rig.order_by(Way::BankTransfer, "LV").await;
    rig.begin_url(&placed).await;
    rig.play(&placed, "all").await;
    rig.play(&placed, "dispute").await;
    assert_eq!(rig.tally(&placed).await.kept, 0);
    rig.play(&placed, "win").await;
    let tally = rig.tally(&placed).await;
    assert_eq!((tally.lost, tally.won, tally.kept, tally.owed_back()), (4850, 4850, 4850, 0));
    let (order, ada) = (placed.order, Staff { id: StaffId(1), name: StaffName::parse("ada").unwrap() });
    let part = Wanted { more: 850, ..Wanted::default() };
    rig.shop.write(move |tx| refund(tx, order, &part, &ada, "a scratch")).await.unwrap();
    rig.work().await;
    rig.play(&placed, "bounce").await;
    rig.work().await;
    let tally = rig.tally(&placed).await;
    assert_eq!((tally.returned, tally.bounced, tally.kept, tally.owed_back()), (850, 850, 4850, 0));
    let issued = rig.shop.read(|conn| db::orders::by_id(conn, order)).await.unwrap().issued;
    assert_eq!((issued.len(), issued[0].balance.minor), (1, 850));
    rig.books_are_right().await;
}

#[tokio::test]
async fn another_way_is_another_attempt_and_the_slip_that_is_paid_all_the_same_goes_back() {
    let rig = Rig::with(1).await;
    let placed = rig.order_by(Way::BankTransfer, "LV").await;
    rig.begin_url(&placed).await;
    let order = placed.order;
    let card = rig.shop.write(move |tx| db::payments::try_again(tx, order, Way::Card, "testpay")).await.unwrap();
    assert_ne!(card, placed.payment);
    let url = rig.world.desk.begin(card, &rig.back(&placed)).await.unwrap();
    rig.post(url.strip_prefix(&rig.origin).unwrap(), &card_form(PLAIN_CARD)).await;
    rig.deliver().await;
    assert_eq!((rig.state(&placed).await, rig.teapots().await), (OrderState::Paid, (0, 0)));
    rig.play(&placed, "all").await;
    rig.work().await;
    let tally = rig.tally(&placed).await;
    assert_eq!((tally.state, tally.taken, tally.returned), (PaymentState::Failed, 4850, 4850));
    rig.books_are_right().await;
}

#[tokio::test]
async fn an_order_stands_on_the_attempt_that_paid_it_not_on_the_last() {
    let rig = Rig::with(1).await;
    let placed = rig.order_by(Way::BankTransfer, "LV").await;
    rig.begin_url(&placed).await;
    let order = placed.order;
    let card = rig.shop.write(move |tx| db::payments::try_again(tx, order, Way::Card, "testpay")).await.unwrap();
    rig.play(&placed, "all").await;
    let stands = rig.shop.read(move |conn| db::payments::of_order(conn, order)).await.unwrap();
    assert_eq!((stands.id, stands.state()), (placed.payment, PaymentState::Captured));
    let other = rig.shop.read(move |conn| db::payments::by_id(conn, card)).await.unwrap();
    assert_eq!((other.id == stands.id, other.state()), (false, PaymentState::Failed), "nobody waits for the other any more");
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_is_promised_is_taken_when_the_parcel_leaves() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    rig.pay(&placed, PLAIN_CARD).await;
    rig.deliver().await;
    rig.work().await;
    assert_eq!((rig.payment(&placed).await, rig.tally(&placed).await.taken), (PaymentState::Promised, 0));
    rig.until(&placed, PaymentState::Captured).await;
    assert_eq!(rig.tally(&placed).await.taken, 4850);
    rig.books_are_right().await;
}

#[tokio::test]
async fn cash_is_there_when_the_parcel_is_at_the_door() {
    let rig = Rig::with(1).await;
    let placed = rig.order_by(Way::CashOnDelivery, "LV").await;
    assert_eq!(rig.begin_url(&placed).await, rig.back(&placed).done);
    assert_eq!((rig.state(&placed).await, rig.payment(&placed).await), (OrderState::Paid, PaymentState::Promised));
    rig.until(&placed, PaymentState::Captured).await;
    let parcel = rig.shop.read(|conn| db::tracking::of_order(conn, placed.order)).await.unwrap().remove(0).parcel.unwrap();
    assert_eq!(parcel.state, ParcelState::Delivered);
    rig.books_are_right().await;
}

impl Rig {
    /// Lets the parcel travel until the payment is so far; five weeks are enough for any.
    async fn until(&self, placed: &Placed, state: PaymentState) {
        for _ in 0..24 * 35 {
            self.work().await;
            self.deliver().await;
            if self.payment(placed).await == state {
                return;
            }
            self.wait(3600);
        }
        panic!("the payment of {} never got so far", placed.number.as_str());
    }

    pub async fn tally(&self, placed: &Placed) -> Tally {
        self.shop.read(|conn| db::payments::by_id(conn, placed.payment)).await.unwrap().tally
    }

    async fn waiting(&self, placed: &Placed) -> Option<Waiting> {
        self.shop.read(|conn| db::payments::by_id(conn, placed.payment)).await.unwrap().waiting
    }

    /// A bank does this, and the shop hears of it.
    pub async fn play(&self, placed: &Placed, play: &str) {
        let payment = self.shop.read(|conn| db::payments::by_id(conn, placed.payment)).await.unwrap();
        let path = format!("/testpay/pay/{}/play", payment.reference.unwrap());
        assert_eq!(self.post(&path, &format!("play={play}")).await.status, StatusCode::SEE_OTHER);
        self.deliver().await;
    }

    pub async fn begin_url(&self, placed: &Placed) -> String {
        self.world.desk.begin(placed.payment, &self.back(placed)).await.unwrap()
    }
}
