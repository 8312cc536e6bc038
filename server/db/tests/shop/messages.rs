//! Messages: one for each thing that happens, decided when it is due, and the same however often it is tried.

use db::notifications::{self, Chosen, Claim, Message};
use db::testing::TestDb;
use db::tracking::{self, NewLabel};
use domain::Never;
use domain::contact::Email;
use domain::ids::NotificationId;
use domain::lang::Lang;
use domain::notifications::{Channel, Class, Kind, Particulars};
use domain::payments::Reported;
use domain::time::Day;
use domain::tracking::{Checkpoint, CheckpointKind};

use super::goods::shelf;
use super::{ada, books_are_right, cart, place, ready, report, settle};

/// Every message there is, by its number: kind, channel, state.
fn all(shop: &TestDb) -> Vec<(i64, String, String)> {
    const ALL: &str = "SELECT id, kind || '/' || channel AS what, state FROM notifications ORDER BY id";
    shop.read(|conn| conn.all(ALL, &[], |row| Ok((row.get("id")?, row.get("what")?, row.get("state")?))))
}

fn of(shop: &TestDb, what: &str) -> NotificationId {
    NotificationId(all(shop).iter().rev().find(|(_, kind, _)| kind == what).unwrap_or_else(|| panic!("no {what}")).0)
}

fn state(shop: &TestDb, what: &str) -> String {
    let id = of(shop, what).0;
    all(shop).into_iter().find(|(other, ..)| *other == id).unwrap().2
}

/// Claims at an hour that is good for everything.
fn claim(shop: &TestDb, id: NotificationId) -> Claim {
    shop.write(move |tx| {
        let now = tx.now();
        notifications::claim(tx, id, &|_: Class| now)
    })
    .unwrap()
}

fn sent(claim: &Claim) -> Vec<Message> {
    let Claim::Send(all) = claim else { panic!("{claim:?}") };
    all.clone()
}

fn checkpoint(event: &str, kind: CheckpointKind, minute: i64, expected: Option<i64>) -> Checkpoint {
    let at = db::testing::FRIDAY_MORNING.plus_seconds(minute * 60);
    Checkpoint {
        event: event.to_owned(),
        kind,
        at,
        place: "Leipzig".to_owned(),
        offset_minutes: 60,
        expected: expected.map(Day),
        said: String::new(),
    }
}

#[test]
fn what_happens_once_is_said_once_and_what_is_claimed_stays_as_it_is() {
    let shop = shelf(20);
    let placed = place(&shop, &ready(&shop), 8_000).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 8_000));
    settle(&shop, &placed, report(Reported::Captured, 8_000));
    let (received, paid) = (of(&shop, "received/email"), of(&shop, "paid/email"));
    assert_eq!(all(&shop).len(), 2, "{:?}", all(&shop));
    let first = sent(&claim(&shop, paid));
    assert_eq!(first.iter().map(|one| one.id).collect::<Vec<_>>(), [received, paid]);
    assert_eq!(claim(&shop, received), Claim::Over, "it goes with the other");
    let order = placed.order;
    shop.write::<_, Never>(move |tx| Ok(notifications::say(tx, Kind::HowWasIt, order)?)).unwrap();
    shop.wait(60);
    assert_eq!(sent(&claim(&shop, paid)), first, "the sender was killed: the same, under the same name");
    shop.write(move |tx| notifications::sent(tx, paid, "250 ok")).unwrap();
    assert_eq!((state(&shop, "received/email"), state(&shop, "paid/email")), ("sent".to_owned(), "sent".to_owned()));
    assert_eq!(claim(&shop, paid), Claim::Over);
    books_are_right(&shop);
}

#[test]
fn an_order_that_waits_says_how_it_is_paid_and_is_silent_once_it_is() {
    use domain::payments::{Report, Shown, Waiting};
    let shop = shelf(20);
    let placed = place(&shop, &ready(&shop), 8_000).unwrap();
    let until = db::testing::FRIDAY_MORNING.plus_seconds(7 * 86_400);
    let waiting = Some(Waiting { shown: Shown::Slip("1234".to_owned()), until, page: None });
    let open = Report { waiting, ..report(Reported::Open, 8_000) };
    settle(&shop, &placed, open.clone());
    settle(&shop, &placed, open);
    assert_eq!(all(&shop).len(), 3, "received, how to pay, and a reminder on the last day: {:?}", all(&shop));
    let (pending, expiring) = (of(&shop, "payment_pending/email"), of(&shop, "payment_expiring/email"));
    let pay = sent(&claim(&shop, pending));
    assert_eq!(pay.last().map(|one| (one.kind, one.about.until)), Some((Kind::PaymentPending, Some(until))));
    shop.write(move |tx| notifications::sent(tx, pending, "")).unwrap();
    assert_eq!(claim(&shop, expiring), Claim::Hold(until.plus_seconds(-86_400)));
    settle(&shop, &placed, report(Reported::Captured, 8_000));
    shop.wait(7 * 86_400);
    assert_eq!(claim(&shop, expiring), Claim::Over);
    assert_eq!(state(&shop, "payment_expiring/email"), "dropped");
    books_are_right(&shop);
}

#[test]
fn what_a_carrier_tells_twice_or_late_is_said_once_and_text_messages_go_to_who_asked_for_them() {
    let shop = shelf(20);
    let token = ready(&shop);
    let told = token.clone();
    shop.write(move |tx| {
        let typed = domain::checkout::TypedAddress { phone: "20000000".to_owned(), ..ada() };
        db::checkout::keep_address(tx, &told, &typed, &db::checkout::Business::default())?;
        notifications::remind(tx, &told, (Lang::En, ""), (true, false))
    })
    .unwrap();
    let placed = place(&shop, &token, 8_000).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 8_000));
    let order = placed.order;
    let tells = |told: Checkpoint| shop.write(move |tx| tracking::record(tx, "sim", ("S1", ""), &told)).unwrap();
    shop.write(move |tx| tracking::made(tx, order, 1, &NewLabel::of("sim", "S1", Some(Day(20_780))))).unwrap();
    for _ in 0..2 {
        tells(checkpoint("a", CheckpointKind::PickedUp, 10, Some(20_780)));
        tells(checkpoint("c", CheckpointKind::Delay, 30, Some(20_782)));
        tells(checkpoint("b", CheckpointKind::Hub, 20, Some(20_790)));
    }
    let said: Vec<String> = all(&shop).into_iter().map(|(_, what, _)| what).collect();
    let wanted = ["received/email", "paid/email", "shipped/email", "shipped/sms", "delayed/email", "delayed/sms"];
    assert_eq!(said, wanted, "an older report that comes late says no new day");
    let text = sent(&claim(&shop, of(&shop, "delayed/sms")));
    assert_eq!(text.last().map(|one| (one.recipient.as_str(), one.about.day)), Some(("+37120000000", Some(Day(20_782)))));
    assert_eq!(claim(&shop, of(&shop, "shipped/sms")), Claim::Over);
    let delayed = of(&shop, "delayed/sms");
    shop.write(move |tx| notifications::sent(tx, delayed, "")).unwrap();
    assert_eq!(state(&shop, "shipped/sms"), "sent", "it went with the newer one");
    books_are_right(&shop);
}

#[test]
fn what_could_not_be_sent_until_it_was_stale_is_not_sent() {
    let shop = shelf(20);
    let placed = place(&shop, &ready(&shop), 8_000).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 8_000));
    let order = placed.order;
    let says = |kind: Kind| shop.write::<_, Never>(move |tx| Ok(notifications::say(tx, kind, order)?)).unwrap();
    let paid = of(&shop, "paid/email");
    claim(&shop, paid);
    shop.write(move |tx| notifications::sent(tx, paid, "")).unwrap();
    says(Kind::OutForDelivery);
    let today = of(&shop, "out_for_delivery/email");
    assert_eq!(sent(&claim(&shop, today)).len(), 1);
    assert_eq!(shop.write(move |tx| notifications::later(tx, today, "nobody there")).unwrap(), 1);
    assert_eq!(sent(&claim(&shop, today)).len(), 1, "it is still true");
    shop.wait(86_400);
    says(Kind::Delivered);
    assert_eq!(claim(&shop, today), Claim::Over);
    assert_eq!(state(&shop, "out_for_delivery/email"), "dropped");
    books_are_right(&shop);
}

#[test]
fn a_cart_is_reminded_of_only_where_that_was_asked_for_and_only_while_it_is_left() {
    let shop = shelf(20);
    let tick = |token: &db::token::Token, reminder: bool| {
        let token = token.clone();
        shop.write(move |tx| notifications::remind(tx, &token, (Lang::En, ""), (false, reminder))).unwrap();
    };
    let (left, bought) = (ready(&shop), ready(&shop));
    tick(&left, false);
    assert_eq!(all(&shop), []);
    tick(&left, true);
    tick(&left, true);
    let reminder = of(&shop, "cart_left/email");
    assert_eq!(all(&shop).len(), 1);
    assert!(matches!(claim(&shop, reminder), Claim::Hold(_)));
    shop.wait(20 * 3600);
    assert_eq!(sent(&claim(&shop, reminder)).len(), 1);
    shop.write(move |tx| notifications::sent(tx, reminder, "")).unwrap();
    tick(&bought, true);
    place(&shop, &bought, 8_000).unwrap();
    shop.wait(20 * 3600);
    assert_eq!(claim(&shop, of(&shop, "cart_left/email")), Claim::Over);
    assert_eq!(state(&shop, "cart_left/email"), "dropped");
    let names = shop.read(|conn| notifications::in_cart(conn, Lang::En, cart::id_of(conn, &left)?.unwrap()));
    assert_eq!(names.len(), 1);
}

#[test]
fn who_does_not_want_it_and_whose_box_is_gone_gets_nothing_but_what_must_be() {
    let shop = shelf(20);
    let placed = place(&shop, &ready(&shop), 8_000).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 8_000));
    let (order, paid) = (placed.order, of(&shop, "paid/email"));
    let who = shop.read(|conn| notifications::by_id(conn, paid)).correspondent;
    let no = |kind| Chosen { kind, channel: Channel::Email, wanted: false };
    shop.write(move |tx| notifications::choose(tx, who, &[no(Kind::Delivered), no(Kind::Paid)])).unwrap();
    shop.write::<_, Never>(move |tx| Ok(notifications::say(tx, Kind::Delivered, order)?)).unwrap();
    assert_eq!(claim(&shop, of(&shop, "delivered/email")), Claim::Over);
    assert_eq!(state(&shop, "delivered/email"), "dropped");
    assert_eq!(sent(&claim(&shop, paid)).len(), 2, "what an order needs is sent");
    shop.write(move |tx| notifications::bounced(tx, paid, "550 nobody")).unwrap();
    shop.write::<_, Never>(move |tx| Ok(notifications::say(tx, Kind::OrderLink, order)?)).unwrap();
    assert_eq!(claim(&shop, of(&shop, "order_link/email")), Claim::Over);
    let told = |email: &str, event: &'static str| {
        let email = Email::parse(email).unwrap();
        shop.write::<_, Never>(move |tx| {
            Ok(notifications::tell(tx, Kind::OrderLink, (&email, Lang::En), event, &Particulars::default())?)
        })
        .unwrap();
        claim(&shop, of(&shop, "order_link/email"))
    };
    assert_eq!(told("Ada@Example.com", "a"), Claim::Over, "the same box, however it is written");
    assert!(matches!(told("bob@example.com", "b"), Claim::Send(_)));
    shop.wait(91 * 86_400);
    assert!(matches!(told("ada@example.com", "c"), Claim::Send(_)), "boxes come back");
}
