//! What is told of which parcel, and what becomes of it when it could not be told at first.

use db::notifications::{self, Claim};
use db::testing::TestDb;
use db::tracking::{self, NewLabel};
use domain::Never;
use domain::ids::{NotificationId, OrderId};
use domain::notifications::{Channel, Class, Kind};
use domain::payments::Reported;
use domain::time::Timestamp;
use domain::tracking::{Checkpoint, CheckpointKind};

use super::goods::shelf;
use super::{books_are_right, place, ready, report, settle};

mod kinds;

/// An order that is paid, of which that was told.
pub fn paid(shop: &TestDb) -> OrderId {
    let placed = place(shop, &ready(shop), 8_000).unwrap();
    settle(shop, &placed, report(Reported::Captured, 8_000));
    let paid = the(shop, "paid", "");
    claim(shop, paid);
    shop.write(move |tx| notifications::sent(tx, paid, "")).unwrap();
    placed.order
}

/// A paid order of two parcels, `S1` and `S2`.
fn in_two(shop: &TestDb) -> OrderId {
    let order = paid(shop);
    for (piece, number) in [(1, "S1"), (2, "S2")] {
        shop.write(move |tx| tracking::made(tx, order, piece, &NewLabel::of("sim", number, None))).unwrap();
    }
    order
}

/// The carrier tells of a parcel, now.
pub fn tells(shop: &TestDb, number: &'static str, kind: CheckpointKind) {
    shop.write(move |tx| {
        let checkpoint = Checkpoint {
            event: format!("{number}{}{}", kind.code(), tx.now().0),
            kind,
            at: tx.now(),
            place: "Leipzig".to_owned(),
            offset_minutes: 60,
            expected: None,
            said: String::new(),
        };
        tracking::record(tx, "sim", (number, ""), &checkpoint)
    })
    .unwrap();
}

/// The newest message of a kind, of a parcel's number where one is given.
pub fn the(shop: &TestDb, kind: &'static str, number: &'static str) -> NotificationId {
    const THE: &str = "SELECT n.id FROM notifications n WHERE n.kind = $1 AND n.channel = 'email' AND ($2 = ''
            OR EXISTS (SELECT 1 FROM parcels p WHERE p.number = $2 AND n.about LIKE '%\"parcel\":' || p.id || '%'))
        ORDER BY n.id DESC LIMIT 1";
    let found = shop.read(|conn| conn.one(THE, &[&kind, &number], |row| Ok(NotificationId(row.get("id")?))));
    found.unwrap_or_else(|| panic!("no {kind} of {number}"))
}

pub fn state(shop: &TestDb, id: NotificationId) -> (String, String) {
    const STATE: &str = "SELECT state, why FROM notifications WHERE id = $1";
    shop.read(|conn| conn.one(STATE, &[&id.0], |row| Ok((row.get("state")?, row.get("why")?)))).unwrap()
}

/// Claims at an hour that is good for everything.
pub fn claim(shop: &TestDb, id: NotificationId) -> Claim {
    shop.write(move |tx| notifications::claim(tx, id, &|_| tx.now())).unwrap()
}

/// Claims while only what is urgent may be said before `until`.
fn claim_at_night(shop: &TestDb, id: NotificationId, until: Timestamp) -> Claim {
    let open = move |now: Timestamp, class| if class == Class::Urgent { now } else { until.max(now) };
    shop.write(move |tx| notifications::claim(tx, id, &|class| open(tx.now(), class))).unwrap()
}

fn ids(claim: &Claim) -> Vec<NotificationId> {
    let Claim::Send(all) = claim else { panic!("{claim:?}") };
    all.iter().map(|one| one.id).collect()
}

fn not_now(shop: &TestDb, id: NotificationId) {
    shop.write(move |tx| notifications::later(tx, id, "421 come back later")).unwrap();
}

fn dropped(why: &str) -> (String, String) {
    ("dropped".to_owned(), why.to_owned())
}

#[test]
fn that_one_parcel_is_in_the_van_keeps_nobody_from_hearing_that_the_other_has_left() {
    let shop = shelf(20);
    in_two(&shop);
    tells(&shop, "S1", CheckpointKind::PickedUp);
    tells(&shop, "S2", CheckpointKind::PickedUp);
    shop.wait(60);
    tells(&shop, "S1", CheckpointKind::OutForDelivery);
    let (first, second, van) = (the(&shop, "shipped", "S1"), the(&shop, "shipped", "S2"), the(&shop, "out_for_delivery", "S1"));
    assert_eq!(claim(&shop, first), Claim::Over, "of that one there is newer news");
    assert_eq!(ids(&claim(&shop, van)), [second, van], "a letter tells of both");
    books_are_right(&shop);
}

#[test]
fn a_letter_that_could_not_be_sent_leaves_out_what_is_stale_by_then_and_tells_the_rest() {
    let shop = shelf(20);
    in_two(&shop);
    shop.wait(3_600);
    tells(&shop, "S1", CheckpointKind::PickedUp);
    tells(&shop, "S2", CheckpointKind::PickedUp);
    let (first, second) = (the(&shop, "shipped", "S1"), the(&shop, "shipped", "S2"));
    assert_eq!(ids(&claim(&shop, first)), [first, second]);
    not_now(&shop, first);
    shop.wait(3_600);
    tells(&shop, "S1", CheckpointKind::Delivered);
    assert_eq!(claim(&shop, first), Claim::Over);
    assert_eq!(state(&shop, first), dropped("stale"));
    shop.wait(3_600);
    assert!(ids(&claim(&shop, second)).contains(&second), "what went with it is told all the same");
    books_are_right(&shop);
}

#[test]
fn what_could_not_be_said_in_the_evening_is_not_said_at_night() {
    let shop = shelf(20);
    let order = paid(&shop);
    shop.write::<_, Never>(move |tx| Ok(notifications::say(tx, Kind::Shipped, order)?)).unwrap();
    shop.wait(3_600);
    let shipped = the(&shop, "shipped", "");
    assert_eq!(ids(&claim(&shop, shipped)), [shipped]);
    let now = shop.write::<_, Never>(|tx| Ok(tx.now())).unwrap();
    let morning = now.plus_seconds(8 * 3_600);
    assert_eq!(ids(&claim_at_night(&shop, shipped, morning)), [shipped], "nobody knows whether it went out: the same once more");
    not_now(&shop, shipped);
    assert_eq!(claim_at_night(&shop, shipped, morning), Claim::Hold(morning));
    shop.write::<_, Never>(move |tx| Ok(notifications::say(tx, Kind::OutForDelivery, order)?)).unwrap();
    let van = the(&shop, "out_for_delivery", "");
    assert_eq!(ids(&claim_at_night(&shop, van, morning)), [van]);
    not_now(&shop, van);
    assert_eq!(ids(&claim_at_night(&shop, van, morning)), [van], "what is urgent is said, and waits for nothing else");
    shop.write(move |tx| notifications::sent(tx, van, "")).unwrap();
    shop.wait(8 * 3_600);
    assert_eq!((claim(&shop, shipped), state(&shop, shipped)), (Claim::Over, dropped("stale")));
    books_are_right(&shop);
}

#[test]
fn a_letter_that_waits_for_its_server_is_not_sent_to_who_has_declined_it_or_whose_box_is_gone_since() {
    let shop = shelf(20);
    let order = paid(&shop);
    shop.write::<_, Never>(move |tx| Ok(notifications::say(tx, Kind::HowToReturn, order)?)).unwrap();
    shop.write::<_, Never>(move |tx| Ok(notifications::say(tx, Kind::Delivered, order)?)).unwrap();
    shop.wait(4 * 86_400);
    let (how, delivered) = (the(&shop, "how_to_return", ""), the(&shop, "delivered", ""));
    let tried = |one| {
        assert_eq!(ids(&claim(&shop, one)), [one]);
        not_now(&shop, one);
        assert_eq!(ids(&claim(&shop, one)), [one], "nothing has changed");
    };
    tried(how);
    let who = shop.read(|conn| notifications::by_id(conn, how)).correspondent;
    shop.write(move |tx| notifications::decline(tx, who, Kind::HowToReturn)).unwrap();
    assert_eq!((claim(&shop, how), state(&shop, how)), (Claim::Over, dropped("declined")));
    tried(delivered);
    // Another order of hers finds out that there is no such box.
    let other = paid(&shop);
    shop.write::<_, Never>(move |tx| Ok(notifications::say(tx, Kind::OrderLink, other)?)).unwrap();
    let gone = the(&shop, "order_link", "");
    claim(&shop, gone);
    shop.write(move |tx| notifications::bounced(tx, gone, "550 5.1.1 nobody")).unwrap();
    assert_eq!((claim(&shop, delivered), state(&shop, delivered)), (Claim::Over, dropped("bounced")));
    assert_eq!(shop.read(|conn| notifications::by_id(conn, delivered)).channel, Channel::Email);
    books_are_right(&shop);
}
