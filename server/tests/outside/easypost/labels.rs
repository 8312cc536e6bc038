//! Labels of EasyPost's carriers: chosen, gone, given back, and bought anew.

use domain::money::{Currency, Money};
use domain::tracking::{ChoiceState, Chosen, Rate, VoidReason, VoidState};

use super::*;

/// A shop where staff choose the rates of EasyPost's carriers, an order that is paid and laid into its parcel, and who chooses.
async fn on_the_bench() -> (FakeEasyPost, Rig, Placed, Staff) {
    let fake = FakeEasyPost::open().await;
    let mut rig = Rig::with(1).await;
    rig.brought_by(Arc::new(easypost(&fake)));
    rig.by_choice();
    let placed = rig.order_to("LV").await;
    rig.pay(&placed, PLAIN_CARD).await;
    rig.world.desk.settle(placed.payment).await.unwrap();
    rig.work().await;
    let name = StaffName::parse("ada").unwrap();
    let known = name.clone();
    let id = rig.shop.write(move |tx| db::staff::add(tx, &known, "")).await.unwrap();
    (fake, rig, placed, Staff { id, name })
}

fn ground() -> Chosen {
    let price = Money::new(607, Currency::parse("USD").unwrap());
    Chosen { name: "GroundAdvantage".to_owned(), brand: "USPS".to_owned(), price }
}

async fn rates(fake: &FakeEasyPost, rig: &Rig, placed: &Placed) -> Vec<Rate> {
    let order = rig.shop.read(|conn| db::orders::by_id(conn, placed.order)).await.unwrap();
    let packet = rig.shop.read(|conn| tracking::packet(conn, placed.order, 1)).await.unwrap();
    easypost(fake).rates(Consignment::of(&order, &order.pieces[0], packet)).await.unwrap()
}

async fn choose(rig: &Rig, placed: &Placed, chosen: Chosen, staff: &Staff) {
    let (order, staff) = (placed.order, staff.clone());
    rig.shop.write(move |tx| tracking::choose(tx, order, 1, &chosen, &staff)).await.unwrap();
    rig.work().await;
}

async fn choice(rig: &Rig, placed: &Placed) -> (ChoiceState, String) {
    let choice = rig.shop.read(|conn| tracking::choices(conn, placed.order)).await.unwrap().remove(0);
    (choice.state, choice.said)
}

async fn void(rig: &Rig, placed: &Placed, staff: &Staff) {
    let (order, staff, reason) = (placed.order, staff.clone(), VoidReason::parse("Wrong box").unwrap());
    rig.shop.write(move |tx| tracking::void(tx, order, 1, &reason, &staff)).await.unwrap();
    rig.work().await;
}

async fn voids(rig: &Rig, placed: &Placed) -> Vec<(VoidState, String)> {
    let voids = rig.shop.read(|conn| tracking::voids(conn, placed.order)).await.unwrap();
    voids.into_iter().map(|void| (void.state, void.number)).collect()
}

#[tokio::test]
async fn asking_for_rates_orders_nothing_and_the_rate_that_was_chosen_is_bought() {
    let (fake, rig, placed, ada) = on_the_bench().await;
    assert!(parcel(&rig, &placed).await.is_none() && fake.books().bought.is_empty(), "nobody has chosen yet");
    assert_eq!(rates(&fake, &rig, &placed).await.len(), 3);
    assert!(!fake.books().made, "what was only looked at is found under no name");
    let price = Money::new(3415, Currency::parse("USD").unwrap());
    fake.books().loses_purchase = true;
    choose(&rig, &placed, Chosen { name: "Express".to_owned(), brand: "USPS".to_owned(), price }, &ada).await;
    rig.wait(31);
    rig.work().await;
    assert_eq!(fake.books().bought, ["rate_express"], "once, and not the one of the rule");
    assert!(parcel(&rig, &placed).await.is_some());
    assert_eq!(choice(&rig, &placed).await.0, ChoiceState::Bought);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_rate_that_went_up_is_not_bought_and_the_rates_of_a_shipment_that_waits_are_made_anew() {
    let (fake, rig, placed, ada) = on_the_bench().await;
    fake.books().shipment["rates"][2]["rate"] = json!("6.57");
    choose(&rig, &placed, ground(), &ada).await;
    assert_eq!(choice(&rig, &placed).await, (ChoiceState::Gone, "it is not offered any more".to_owned()));
    assert!(fake.books().bought.is_empty());
    rig.books_are_right().await;
    // The shipment was made under its name, with rates that are old by now.
    fake.books().rerated = Some(json!([{ "id": "rate_new", "service": "GroundAdvantage", "carrier": "USPS", "rate": "6.07",
        "currency": "USD", "delivery_days": 2 }]));
    choose(&rig, &placed, ground(), &ada).await;
    assert_eq!(fake.books().bought, ["rate_new"]);
    let labels = rig.shop.read(|conn| tracking::bought_labels(conn, placed.order)).await.unwrap();
    assert_eq!(labels[0].1, "GroundAdvantage");
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_label_that_is_given_back_is_void_at_once_and_its_money_is_waited_for() {
    let (fake, rig, placed, ada) = on_the_bench().await;
    choose(&rig, &placed, ground(), &ada).await;
    let first = parcel(&rig, &placed).await.unwrap().number;
    for answer in [(502, "<html>"), (429, "{}")] {
        fake.books().next.push_back((answer.0, answer.1.to_owned()));
    }
    void(&rig, &placed, &ada).await;
    assert_eq!(voids(&rig, &placed).await, [(VoidState::Asked, first.clone())]);
    for _ in 0..2 {
        rig.wait(31);
        rig.work().await;
    }
    assert_eq!(voids(&rig, &placed).await, [(VoidState::Requested, first.clone())]);
    assert!(parcel(&rig, &placed).await.is_none());
    rig.books_are_right().await;
    // USPS takes its time; the shop asks once a day, and no more.
    rig.wait(10 * 24 * 3600);
    rig.work().await;
    assert_eq!(voids(&rig, &placed).await[0].0, VoidState::Requested);
    fake.books().shipment["refund_status"] = json!("refunded");
    rig.wait(24 * 3600);
    rig.work().await;
    assert_eq!(voids(&rig, &placed).await, [(VoidState::Done, first)]);
    rig.books_are_right().await;
}

#[tokio::test]
async fn whatever_becomes_of_the_money_another_label_is_bought_under_another_name() {
    let (fake, rig, placed, ada) = on_the_bench().await;
    choose(&rig, &placed, ground(), &ada).await;
    let name = fake.books().references.last().cloned().unwrap();
    void(&rig, &placed, &ada).await;
    fake.books().begins_anew("9400100000000000000002");
    choose(&rig, &placed, ground(), &ada).await;
    assert_eq!(fake.books().references.last(), Some(&format!("{name}-1-1")));
    assert_eq!(parcel(&rig, &placed).await.unwrap().number, "9400100000000000000002");
    fake.books().shipment["refund_status"] = json!("rejected");
    rig.wait(24 * 3600);
    rig.work().await;
    assert_eq!(voids(&rig, &placed).await, [(VoidState::Kept, "9400100000000000000001".to_owned())]);
    assert_eq!(parcel(&rig, &placed).await.unwrap().number, "9400100000000000000002", "the new one is not touched");
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_label_the_carrier_has_seen_stands() {
    let (fake, rig, placed, ada) = on_the_bench().await;
    choose(&rig, &placed, ground(), &ada).await;
    fake.books().seen = true;
    void(&rig, &placed, &ada).await;
    assert_eq!(voids(&rig, &placed).await[0].0, VoidState::Refused);
    assert!(parcel(&rig, &placed).await.is_some());
    // Asked anew once it was never picked up after all, it is taken back.
    fake.books().seen = false;
    void(&rig, &placed, &ada).await;
    assert_eq!(voids(&rig, &placed).await[0].0, VoidState::Requested);
    rig.books_are_right().await;
}
