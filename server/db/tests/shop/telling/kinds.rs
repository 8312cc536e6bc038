//! What is told when: packed, to be fetched still, late, in trouble, back, and how it was.

use db::notifications::{self, Asker, Chosen, Claim, Device, Hears};
use db::testing::TestDb;
use db::tracking::{self, NewLabel};
use domain::Never;
use domain::ids::{NotificationId, OrderId, ParcelId};
use domain::notifications::{Channel, Kind};
use domain::problems::{Report, Trouble};
use domain::tracking::{Checkpoint, CheckpointKind};

use super::super::goods::shelf;
use super::super::{books_are_right, place, ready};
use super::{claim, dropped, ids, in_two, paid, state, tells, the};

/// A device that is told of all orders of who reads of this one.
fn with_device(shop: &TestDb, order: OrderId) {
    let text = str::to_owned;
    let device = Device { endpoint: text("https://push.example/1"), p256dh: text("key"), auth: text("auth"), all: true };
    shop.write(move |tx| {
        let number = db::orders::by_id(tx, order)?.number;
        notifications::tell_device(tx, &Hears::Of(order, number), &device, &Asker::default())
    })
    .unwrap();
}

/// What was written down of a kind: its channels.
fn channels(shop: &TestDb, kind: &'static str) -> Vec<String> {
    const OF: &str = "SELECT channel FROM notifications WHERE kind = $1 ORDER BY id";
    shop.read(|conn| conn.all(OF, &[&kind], |row| row.get("channel")))
}

fn on(shop: &TestDb, kind: &'static str, channel: &'static str) -> NotificationId {
    const ON: &str = "SELECT id FROM notifications WHERE kind = $1 AND channel = $2 ORDER BY id DESC LIMIT 1";
    shop.read(|conn| conn.one(ON, &[&kind, &channel], |row| Ok(NotificationId(row.get("id")?)))).unwrap()
}

#[test]
fn that_an_order_is_packed_is_a_notice_once_all_of_it_is_and_a_letter_only_for_who_asks_for_one() {
    let shop = shelf(20);
    let (quiet, keen) = (paid(&shop), paid(&shop));
    with_device(&shop, quiet);
    let made = |order: OrderId, number: &'static str| {
        shop.write(move |tx| tracking::made(tx, order, 1, &NewLabel::of("sim", number, None))).unwrap();
    };
    made(quiet, "S1");
    assert_eq!(channels(&shop, "packed"), ["push"]);
    let notice = on(&shop, "packed", "push");
    assert!(matches!(claim(&shop, notice), Claim::Hold(_)), "the carrier may come at once");
    tells(&shop, "S1", CheckpointKind::PickedUp);
    shop.wait(3_600);
    assert_eq!((claim(&shop, notice), state(&shop, notice)), (Claim::Over, dropped("stale")));
    let who = shop.read(|conn| notifications::by_id(conn, notice)).correspondent;
    let wants = Chosen { kind: Kind::Packed, channel: Channel::Email, wanted: true };
    shop.write(move |tx| notifications::choose(tx, who, &[wants])).unwrap();
    made(keen, "S2");
    assert_eq!(channels(&shop, "packed"), ["push", "email"]);
    shop.wait(3_600);
    let letter = on(&shop, "packed", "email");
    assert_eq!(ids(&claim(&shop, letter)), [letter]);
    books_are_right(&shop);
}

#[test]
fn a_parcel_that_waits_to_be_fetched_is_spoken_of_again_before_it_goes_back_and_not_once_it_was_fetched() {
    let shop = shelf(20);
    in_two(&shop);
    tells(&shop, "S1", CheckpointKind::PickupReady);
    tells(&shop, "S2", CheckpointKind::PickupReady);
    let (first, second) = (the(&shop, "pickup_waits", "S1"), the(&shop, "pickup_waits", "S2"));
    assert!(matches!(claim(&shop, first), Claim::Hold(_)));
    shop.wait(2 * 86_400);
    tells(&shop, "S2", CheckpointKind::Delivered);
    shop.wait(86_400);
    assert_eq!((claim(&shop, second), state(&shop, second)), (Claim::Over, dropped("stale")));
    assert!(ids(&claim(&shop, first)).contains(&first));
    books_are_right(&shop);
}

#[test]
fn a_parcel_whose_day_is_over_is_said_to_be_late_once_unless_another_day_was_said() {
    let shop = shelf(20);
    let order = paid(&shop);
    let friday = db::testing::FRIDAY_MORNING.day();
    for (piece, number, day) in [(1, "S1", 1), (2, "S2", 1)] {
        shop.write(move |tx| tracking::made(tx, order, piece, &NewLabel::of("sim", number, Some(friday.plus(day))))).unwrap();
        tells(&shop, number, CheckpointKind::PickedUp);
    }
    let parcels: Vec<ParcelId> =
        shop.read(|conn| conn.all("SELECT id FROM parcels ORDER BY id", &[], |row| Ok(ParcelId(row.get("id")?))));
    let asked = || {
        for &id in &parcels {
            shop.write::<_, Never>(move |tx| Ok(tracking::asked(tx, id)?)).unwrap();
        }
    };
    shop.wait(86_400);
    asked();
    assert_eq!(channels(&shop, "late"), Vec::<String>::new(), "its day is today");
    shop.write(move |tx| {
        let said = Checkpoint {
            event: "held".to_owned(),
            kind: CheckpointKind::Delay,
            at: tx.now(),
            place: String::new(),
            offset_minutes: 60,
            expected: Some(friday.plus(9)),
            said: String::new(),
        };
        tracking::record(tx, "sim", ("S2", ""), &said)
    })
    .unwrap();
    for _ in 0..3 {
        shop.wait(86_400);
        asked();
    }
    assert_eq!(channels(&shop, "late"), ["email"], "once, and of the one that is silent");
    let late = the(&shop, "late", "S1");
    let about = shop.read(|conn| notifications::by_id(conn, late)).about;
    assert_eq!(about.day, Some(friday.plus(1)));
    tells(&shop, "S1", CheckpointKind::Delivered);
    assert_eq!((claim(&shop, late), state(&shop, late)), (Claim::Over, dropped("stale")));
    books_are_right(&shop);
}

#[test]
fn trouble_with_a_parcel_its_way_back_and_that_it_is_back_are_told_each_once() {
    let shop = shelf(20);
    in_two(&shop);
    tells(&shop, "S1", CheckpointKind::PickedUp);
    shop.wait(3_600);
    tells(&shop, "S1", CheckpointKind::Exception);
    let (shipped, trouble) = (the(&shop, "shipped", "S1"), the(&shop, "trouble", "S1"));
    assert_eq!(ids(&claim(&shop, trouble)), [shipped, trouble], "its number is told with it");
    shop.write(move |tx| notifications::sent(tx, trouble, "")).unwrap();
    shop.wait(3_600);
    tells(&shop, "S1", CheckpointKind::Returning);
    let back = the(&shop, "returning", "S1");
    shop.wait(86_400);
    tells(&shop, "S1", CheckpointKind::Hub);
    assert_eq!(ids(&claim(&shop, back)), [back]);
    shop.write(move |tx| notifications::sent(tx, back, "")).unwrap();
    tells(&shop, "S1", CheckpointKind::Delivered);
    shop.wait(3_600);
    tells(&shop, "S1", CheckpointKind::Delivered);
    assert_eq!(channels(&shop, "came_back"), ["email"]);
    assert_eq!(channels(&shop, "delivered"), Vec::<String>::new(), "that it is back here is not that it was delivered");
    let here = the(&shop, "came_back", "S1");
    assert_eq!(ids(&claim(&shop, here)), [here]);
    books_are_right(&shop);
}

#[test]
fn nobody_is_asked_how_it_was_before_all_of_it_is_there_nor_while_something_is_wrong_with_it() {
    let shop = shelf(20);
    let asked_of = |order: OrderId| {
        let mine = format!("how_was_it:{order}:");
        shop.read(|conn| {
            conn.one("SELECT id FROM notifications WHERE event = $1", &[&mine], |row| Ok(NotificationId(row.get("id")?)))
        })
    };
    let order = in_two(&shop);
    tells(&shop, "S1", CheckpointKind::Delivered);
    assert_eq!(asked_of(order), None, "the other is on its way");
    shop.wait(86_400);
    tells(&shop, "S2", CheckpointKind::Delivered);
    let asked = asked_of(order).unwrap();
    shop.wait(7 * 86_400);
    assert_eq!(ids(&claim(&shop, asked)), [asked]);

    let told = paid(&shop);
    shop.write(move |tx| tracking::made(tx, told, 1, &NewLabel::of("sim", "S3", None))).unwrap();
    tells(&shop, "S3", CheckpointKind::Delivered);
    let report = Report { trouble: Trouble::Damaged, piece: None, lines: Vec::new(), said: "In two.".to_owned() };
    shop.write(move |tx| db::problems::tell(tx, told, &report)).unwrap();
    let back = paid(&shop);
    shop.write(move |tx| tracking::made(tx, back, 1, &NewLabel::of("sim", "S4", None))).unwrap();
    tells(&shop, "S4", CheckpointKind::Delivered);
    shop.wait(86_400);
    tells(&shop, "S4", CheckpointKind::Returning);
    shop.wait(7 * 86_400);
    for order in [told, back] {
        let asked = asked_of(order).unwrap();
        assert_eq!((claim(&shop, asked), state(&shop, asked)), (Claim::Over, dropped("stale")));
    }
    books_are_right(&shop);
}

#[test]
fn a_box_that_was_given_anew_is_written_to_again() {
    let shop = shelf(20);
    paid(&shop);
    const BOUNCED: &str = "SELECT count(*) AS n FROM correspondents WHERE bounced_at IS NOT NULL";
    let bounced = || shop.read(|conn| conn.one(BOUNCED, &[], |row| row.get::<_, i64>("n"))).unwrap();
    let last = the(&shop, "paid", "");
    shop.write(move |tx| notifications::bounced(tx, last, "550 5.1.1 nobody")).unwrap();
    assert_eq!(bounced(), 1);
    place(&shop, &ready(&shop), 8_000).unwrap();
    assert_eq!(bounced(), 0);
    let received = the(&shop, "received", "");
    shop.wait(200);
    assert_eq!(ids(&claim(&shop, received)), [received]);
}

#[test]
fn things_can_be_sent_back_until_the_last_day_where_they_were_taken_to() {
    let shop = shelf(20);
    in_two(&shop);
    // Friday, 09:00 UTC and fourteen hours: on the other side of the world it is Saturday.
    shop.wait(14 * 3_600);
    for (number, offset) in [("S1", 780), ("S2", -480)] {
        shop.write(move |tx| {
            let said = Checkpoint {
                event: number.to_owned(),
                kind: CheckpointKind::Delivered,
                at: tx.now(),
                place: String::new(),
                offset_minutes: offset,
                expected: None,
                said: String::new(),
            };
            tracking::record(tx, "sim", (number, ""), &said)
        })
        .unwrap();
    }
    let until = |number| {
        let how = the(&shop, "how_to_return", number);
        shop.read(|conn| notifications::by_id(conn, how)).about.day
    };
    let friday = db::testing::FRIDAY_MORNING.day();
    assert_eq!((until("S1"), until("S2")), (Some(friday.plus(31)), Some(friday.plus(30))));
}
