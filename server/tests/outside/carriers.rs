//! Parcels: made once, followed from label to door, whatever is told twice, late or out of order.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use cartwright::outside::carriers::{Carrier, Consignment, Follower, Known, Label, Paper, Printed};
use cartwright::outside::mishaps::Mishap;
use cartwright::outside::signature::seal;
use db::checkout::Placed;
use db::orders::cancellations;
use db::tracking::NewLabel;
use domain::staff::{Staff, StaffName};
use domain::time::Timestamp;
use domain::tracking::{CheckpointKind, Parcel, ParcelState};

use crate::rig::{PLAIN_CARD, Rig};

impl Rig {
    /// A paid order whose parcel is made.
    async fn sent_to(&self, country: &str) -> (Placed, Parcel) {
        let placed = self.order_to(country).await;
        self.pay(&placed, PLAIN_CARD).await;
        self.world.desk.settle(placed.payment).await.unwrap();
        self.work().await;
        let parcel = self.parcel(&placed).await.unwrap();
        (placed, parcel)
    }

    async fn parcel(&self, placed: &Placed) -> Option<Parcel> {
        let pieces = self.shop.read(|conn| db::tracking::of_order(conn, placed.order)).await.unwrap();
        pieces.into_iter().find_map(|piece| piece.parcel)
    }

    /// The label of an order's first parcel, asked for as the shop asks.
    async fn made_for(&self, placed: &Placed) -> Label {
        let order = placed.order;
        let most = self.world.simcarrier.most();
        let pieces = self.shop.write(move |tx| db::tracking::plan(tx, order, most, false)).await.unwrap();
        let packet = self.shop.read(|conn| db::tracking::packet(conn, order, 1)).await.unwrap();
        let order = self.shop.read(|conn| db::orders::by_id(conn, order)).await.unwrap();
        self.world.simcarrier.make_parcel(Consignment::of(&order, &pieces[0], packet)).await.unwrap()
    }

    async fn report(&self, body: &str) -> StatusCode {
        let at = self.shop.now().0 / 1000;
        let request = Request::post("/webhooks/carriers/simcarrier")
            .header("simcarrier-sent", at.to_string())
            .header("simcarrier-seal", seal(&self.secrets.simcarrier, at, body.as_bytes()));
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await.status
    }
}

fn body(parcel: &str, event: u32, status: &str, hour: i64, now: Timestamp) -> String {
    let time = now.0 + hour * 3_600_000;
    serde_json::json!({ "event": format!("e{event}"), "parcel": parcel, "status": status, "time": time, "place": "Riga, LV",
        "utc_offset_minutes": 120, "expected_day": null })
    .to_string()
}

#[tokio::test]
async fn a_parcel_goes_from_label_to_door_as_told_by_its_carrier() {
    let rig = Rig::with(1).await;
    let (placed, parcel) = rig.sent_to("DE").await;
    assert_eq!((parcel.carrier.as_str(), parcel.state), ("simcarrier", ParcelState::LabelCreated));
    for _ in 0..10 {
        rig.wait(24 * 3600);
        rig.deliver().await;
    }
    let parcel = rig.parcel(&placed).await.unwrap();
    let kinds: Vec<_> = parcel.checkpoints.iter().map(|recorded| recorded.checkpoint.kind).collect();
    use CheckpointKind as K;
    assert_eq!(kinds, [K::Label, K::PickedUp, K::Hub, K::Hub, K::OutForDelivery, K::Delivered]);
    assert_eq!((parcel.state, parcel.promises.len()), (ParcelState::Delivered, 1));
    let asked = rig.world.simcarrier.ask(Known::by(&parcel.number)).await.unwrap();
    let told: Vec<_> = parcel.checkpoints.into_iter().map(|recorded| recorded.checkpoint).collect();
    assert_eq!(asked, told);
}

#[tokio::test]
async fn a_parcel_whose_answer_was_lost_is_made_once() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    rig.pay(&placed, PLAIN_CARD).await;
    rig.world.desk.settle(placed.payment).await.unwrap();
    for mishap in [Mishap::Unreachable, Mishap::AnswerLost] {
        rig.world.simcarrier.mishaps.add(mishap);
    }
    for _ in 0..3 {
        rig.work().await;
        rig.wait(31);
    }
    let parcel = rig.parcel(&placed).await.unwrap();
    let again = rig.made_for(&placed).await;
    assert_eq!((again.number, again.expected), (parcel.number, parcel.expected));
    rig.books_are_right().await;
}

#[tokio::test]
async fn reports_out_of_order_and_told_twice_move_nothing_back() {
    let rig = Rig::with(1).await;
    let (placed, parcel) = rig.sent_to("LV").await;
    let now = rig.shop.now();
    let told = [
        (4, "delivered", 40),
        (2, "hub", 20),
        (3, "out_for_delivery", 38),
        (2, "hub", 20),
        (1, "picked_up", 8),
        (4, "delivered", 40),
    ];
    for (event, status, hour) in told {
        assert_eq!(rig.report(&body(&parcel.number, event, status, hour, now)).await, StatusCode::OK);
        assert_eq!(rig.parcel(&placed).await.unwrap().state, ParcelState::Delivered);
    }
    let parcel = rig.parcel(&placed).await.unwrap();
    let events: Vec<_> = parcel.checkpoints.iter().map(|recorded| recorded.checkpoint.event.as_str()).collect();
    assert_eq!(events, ["e1", "e2", "e3", "e4"]);
}

#[tokio::test]
async fn a_parcel_that_is_stopped_goes_nowhere_and_one_that_was_picked_up_is_not_stopped() {
    let rig = Rig::with(2).await;
    let (_, stopped) = rig.sent_to("LV").await;
    for _ in 0..2 {
        assert_eq!(rig.world.simcarrier.stop(Known::by(&stopped.number)).await, Ok(true));
    }
    let (placed, other) = rig.sent_to("LV").await;
    for _ in 0..10 {
        rig.wait(24 * 3600);
        rig.deliver().await;
    }
    let told = rig.world.simcarrier.ask(Known::by(&stopped.number)).await.unwrap();
    assert!(told.iter().all(|checkpoint| checkpoint.kind == CheckpointKind::Label), "{told:?}");
    assert_eq!(rig.parcel(&placed).await.unwrap().state, ParcelState::Delivered);
    assert_eq!(rig.world.simcarrier.stop(Known::by(&other.number)).await, Ok(false));
}

#[tokio::test]
async fn the_label_of_an_order_that_is_cancelled_while_it_is_made_is_void() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    rig.pay(&placed, PLAIN_CARD).await;
    rig.world.desk.settle(placed.payment).await.unwrap();
    let label = rig.made_for(&placed).await;
    // It is packed by now, so that staff have to say yes.
    rig.shop.write(move |tx| cancellations::ask(tx, placed.order, "Bought twice.")).await.unwrap();
    let name = StaffName::parse("ada").unwrap();
    let known = name.clone();
    let ada = Staff { id: rig.shop.write(move |tx| db::staff::add(tx, &known, "")).await.unwrap(), name };
    rig.shop.write(move |tx| cancellations::answer(tx, placed.order, true, "", &ada)).await.unwrap();
    let label = NewLabel::of("simcarrier", &label.number, label.expected);
    let made = rig.shop.write(move |tx| db::tracking::made(tx, placed.order, 1, &label));
    made.await.unwrap();
    rig.world.simcarrier.mishaps.add(Mishap::AnswerLost);
    rig.work().await;
    rig.wait(31);
    rig.work().await;
    rig.wait(10 * 24 * 3600);
    rig.deliver().await;
    assert_eq!(rig.parcel(&placed).await.unwrap().state, ParcelState::LabelCreated, "it never leaves");
    assert_eq!(rig.teapots().await, (1, 0));
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_carrier_that_is_faster_than_the_shop_is_asked_to_tell_again() {
    let rig = Rig::with(1).await;
    let now = rig.shop.now();
    let report = body("SC00000000000", 1, "hub", 1, now);
    assert_eq!(rig.report(&report).await, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(rig.report(&body("SC00000000000", 1, "weighed", 1, now)).await, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(rig.report("{}").await, StatusCode::BAD_REQUEST);
    let forged = Request::post("/webhooks/carriers/simcarrier").header("simcarrier-sent", "1").header("simcarrier-seal", "00");
    assert_eq!(rig.send(forged.body(Body::from(report)).unwrap()).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_the_shop_has_no_word_for_is_written_down_and_moves_nothing() {
    let rig = Rig::with(1).await;
    let (placed, parcel) = rig.sent_to("LV").await;
    let now = rig.shop.now();
    for (event, status, hour) in [(1, "picked_up", 1), (2, "weighed", 9), (3, "hub", 5)] {
        assert_eq!(rig.report(&body(&parcel.number, event, status, hour, now)).await, StatusCode::OK);
    }
    let parcel = rig.parcel(&placed).await.unwrap();
    let said: Vec<_> = parcel.checkpoints.iter().map(|told| (told.checkpoint.kind, told.checkpoint.said.as_str())).collect();
    use CheckpointKind as K;
    assert_eq!(said, [(K::PickedUp, ""), (K::Hub, ""), (K::Unknown, "weighed")]);
    assert_eq!(parcel.state, ParcelState::InTransit);
}

#[tokio::test]
async fn what_happened_before_the_order_was_placed_happened_to_another_parcel_with_that_number() {
    let rig = Rig::with(1).await;
    let (placed, parcel) = rig.sent_to("LV").await;
    let now = rig.shop.now();
    assert_eq!(rig.report(&body(&parcel.number, 1, "delivered", -40 * 24, now)).await, StatusCode::OK, "it is not told again");
    let parcel = rig.parcel(&placed).await.unwrap();
    assert_eq!((parcel.state, parcel.checkpoints.len()), (ParcelState::LabelCreated, 0));
}

#[tokio::test]
async fn what_the_carriers_letters_have_lost_is_asked_for() {
    let rig = Rig::with(1).await;
    let (placed, _) = rig.sent_to("LV").await;
    rig.wait(10 * 24 * 3600);
    rig.work().await;
    assert_eq!(rig.parcel(&placed).await.unwrap().state, ParcelState::Delivered);
}

#[tokio::test]
async fn a_carrier_that_is_silent_for_too_long_was_asked_and_it_is_written_down() {
    let rig = Rig::with(1).await;
    let (placed, parcel) = rig.sent_to("LV").await;
    assert_eq!(rig.world.simcarrier.stop(Known::by(&parcel.number)).await, Ok(true));
    rig.wait(6 * 3600);
    rig.work().await;
    assert_eq!(rig.parcel(&placed).await.unwrap().asked_at, None, "six hours are no silence");
    rig.world.simcarrier.mishaps.add(Mishap::Unreachable);
    rig.wait(7 * 24 * 3600);
    rig.work().await;
    assert_eq!(rig.parcel(&placed).await.unwrap().asked_at, None, "it could not be asked");
    rig.wait(31);
    rig.work().await;
    assert_eq!(rig.parcel(&placed).await.unwrap().asked_at, Some(rig.shop.now()));
}

#[tokio::test]
async fn simcarrier_names_its_prices_its_points_and_prints_its_labels() {
    let rig = Rig::with(1).await;
    let (placed, parcel) = rig.sent_to("LV").await;
    let order = rig.shop.read(|conn| db::orders::by_id(conn, placed.order)).await.unwrap();
    let packet = rig.shop.read(|conn| db::tracking::packet(conn, placed.order, 1)).await.unwrap();
    let rates = rig.world.simcarrier.rates(Consignment::of(&order, &order.pieces[0], packet)).await.unwrap();
    assert!(rates.len() >= 2 && rates.is_sorted_by_key(|rate| rate.price.minor), "{rates:?}");
    let points = rig.world.simcarrier.points(order.address.country, "LV-1011", "Rīga").await.unwrap();
    assert_eq!(points[0].id, "LV-03");
    let known = Known::by(&parcel.number);
    let Printed::File(page) = rig.world.simcarrier.label(known, Paper::Pdf).await.unwrap() else { panic!("it is no file") };
    assert!(page.starts_with(b"%PDF"));
    assert!(rig.world.simcarrier.label(Known::by("SC1"), Paper::Zpl).await.is_err(), "nobody has that number");
}

#[tokio::test]
async fn with_everyone_at_work_a_payment_becomes_a_parcel_at_the_door() {
    let rig = Rig::at_speed(1, 1_000_000).await;
    rig.let_time_pass();
    let (end, stop) = tokio::sync::watch::channel(false);
    let mut at_work = rig.world.start(&stop);
    at_work.push(cartwright::jobs::start(rig.tools.clone(), stop));
    let placed = rig.order().await;
    let mut events = rig.shop.events();
    rig.pay(&placed, PLAIN_CARD).await;
    let arrived = async {
        while rig.parcel(&placed).await.is_none_or(|parcel| parcel.state != ParcelState::Delivered) {
            events.recv().await.unwrap();
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), arrived).await.unwrap();
    assert!(rig.parcel(&placed).await.unwrap().checkpoints.len() >= 5);
    end.send(true).unwrap();
    for worker in at_work {
        tokio::time::timeout(std::time::Duration::from_secs(10), worker).await.unwrap().unwrap();
    }
    rig.books_are_right().await;
}
