//! Letters: one for what happens, when it happens, in the reader's language, and never lost.

use crate::form::between;
use crate::post_office::{Letter, Mood, PostOffice};
use crate::rig::{GOODS, Rig};
use crate::shopper::Shopper;

const WAITING: &str = "SELECT count(*) FROM notifications WHERE state = 'waiting' AND due_at <= 1795165200000";
const DEAD: &str = "SELECT count(*) FROM notifications WHERE state = 'dead'";

/// A shop whose letters go to a mail server on this machine.
pub async fn rig(office: &PostOffice) -> Rig {
    Rig::with(&office.settings(), GOODS).await
}

/// Buys a pan, up to the thanks.
pub async fn bought(rig: &Rig) -> (Shopper<'_>, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    (ada, link)
}

/// A letter's parts with their soft line ends taken out.
pub fn read(letter: &Letter) -> String {
    letter.text.replace("=\r\n", "").replace("=3D", "=").replace("=3d", "=")
}

pub fn subjects(office: &PostOffice) -> Vec<String> {
    office.letters().iter().map(|letter| letter.header("Subject")).collect()
}

#[tokio::test]
async fn an_order_that_is_paid_at_once_is_one_letter_with_a_link_that_opens_it() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    let (ada, link) = bought(&rig).await;
    rig.work().await;
    let letters = office.letters();
    assert_eq!(letters.len(), 1, "{:?}", subjects(&office));
    let letter = &letters[0];
    let number = link.split(['/', '?']).nth(3).unwrap();
    assert_eq!(letter.header("Subject"), format!("Order {number} is confirmed"));
    assert_eq!((letter.to.as_str(), letter.header("From").as_str()), ("ada@example.org", "Cartwright <shop@example.com>"));
    assert_eq!(letter.header("Reply-To"), "help@example.com");
    assert_eq!(letter.header("List-Unsubscribe"), "", "it is about an order");
    assert!(letter.header("Message-ID").ends_with("@127.0.0.1>"), "{}", letter.header("Message-ID"));
    assert!(letter.text.len() < 102 * 1024, "{}", letter.text.len());
    let text = read(letter);
    for part in ["Content-Type: text/plain", "Content-Type: text/html", "Carbon pan", "Thank you,", "<html"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let address = between(&text, "http://127.0.0.1:3000/en/orders/", "\r\n").to_owned();
    assert!(rig.shopper().read(&format!("/en/orders/{address}")).await.contains("ada@example.org"), "nobody's cookie is needed");
    rig.wait(3600);
    rig.work().await;
    assert_eq!(office.letters().len(), 1, "what went along is not sent once more");
    drop(ada);
    rig.books_are_right().await;
}

#[tokio::test]
async fn the_parcel_s_way_is_told_and_what_is_stale_is_not() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    bought(&rig).await;
    rig.work().await;
    rig.wait(3600);
    rig.carrier_tells("e1", "picked_up", 0, Some(20_780)).await;
    rig.work().await;
    rig.wait(600);
    rig.carrier_tells("e2", "delay", 0, Some(20_782)).await;
    rig.work().await;
    assert_eq!(office.letters().len(), 2, "{:?}", subjects(&office));
    rig.wait(60);
    rig.carrier_tells("e3", "out_for_delivery", 0, None).await;
    rig.work().await;
    let subject = subjects(&office)[2].clone();
    assert!(subject.ends_with("comes today"), "{subject}");
    rig.wait(3600);
    rig.work().await;
    assert_eq!(office.letters().len(), 3, "that it is late is no news any more: {:?}", subjects(&office));
    rig.carrier_tells("e4", "delivered", 0, None).await;
    rig.work().await;
    assert!(subjects(&office)[3].ends_with("has arrived"));
    for (days, subject) in [(3, "if something is not right"), (4, "how was it?")] {
        rig.wait(days * 86_400);
        rig.work().await;
        assert!(subjects(&office).last().unwrap().ends_with(subject), "{:?}", subjects(&office));
    }
    let asked = office.letters().pop().unwrap();
    assert_eq!(asked.header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_box_that_does_not_exist_is_not_written_to_again() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    office.is(Mood::NoSuchBox);
    bought(&rig).await;
    rig.work().await;
    office.is(Mood::Takes);
    rig.wait(86_400);
    rig.carrier_tells("e1", "delivered", 0, None).await;
    rig.wait(8 * 86_400);
    rig.work().await;
    assert_eq!(office.letters().len(), 0);
    assert_eq!(rig.count("SELECT count(*) FROM correspondents WHERE bounce LIKE '%nobody of that name%'").await, 1);
    assert_eq!((rig.count(WAITING).await, rig.count(DEAD).await), (0, 0));
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_is_not_taken_now_is_tried_again_and_what_breaks_off_is_the_same_letter() {
    for mood in [Mood::Busy, Mood::NotYou, Mood::BreaksOff] {
        let office = PostOffice::open().await;
        let rig = rig(&office).await;
        office.is(mood);
        bought(&rig).await;
        rig.work().await;
        let before = office.letters();
        assert_eq!(before.len(), usize::from(mood == Mood::BreaksOff), "{mood:?}");
        assert_eq!(rig.count("SELECT count(*) FROM correspondents WHERE bounced_at IS NOT NULL").await, 0, "{mood:?}");
        office.is(Mood::Takes);
        rig.wait(120);
        rig.work().await;
        let after = office.letters();
        assert_eq!(after.len(), before.len() + 1, "{mood:?}");
        let ids: std::collections::BTreeSet<String> = after.iter().map(|letter| letter.header("Message-ID")).collect();
        assert_eq!(ids.len(), 1, "{mood:?}: {ids:?}");
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn a_server_that_is_away_for_a_day_keeps_no_other_work_waiting_and_no_letter_is_lost() {
    let office = PostOffice::open().await;
    let away = office.settings().replace(&format!(":{}", office.port), ":9");
    let rig = Rig::with(&away, GOODS).await;
    bought(&rig).await;
    for _ in 0..24 {
        rig.work().await;
        rig.wait(3600);
    }
    assert_eq!(rig.count("SELECT count(*) FROM parcels").await, 1, "the parcel is made");
    // The carrier has gone on meanwhile, and has been asked: there is more to tell.
    let first = "SELECT count(*) FROM notifications WHERE state = 'waiting' AND kind IN ('received', 'paid')";
    assert_eq!(rig.count(first).await, 2);
    assert!(rig.count("SELECT count(*) FROM dispatches WHERE outcome = 'later'").await > 20);
    rig.wait(6 * 86_400);
    rig.work().await;
    assert_eq!(rig.count(first).await, 0);
    assert!(rig.count(DEAD).await >= 2, "after days it is given up, and seen to be");
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_letter_that_is_refused_is_given_up_at_once() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    office.is(Mood::Spam);
    bought(&rig).await;
    rig.work().await;
    assert_eq!((office.letters().len(), rig.count(DEAD).await), (0, 2));
    assert_eq!(rig.count("SELECT count(*) FROM correspondents WHERE bounced_at IS NOT NULL").await, 0, "the box is there");
}

#[tokio::test]
async fn arabic_is_written_from_the_right_and_somebody_else_s_name_breaks_nothing() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.live_at(&[("name", "<b>{{ 7 * 7 }}</b> Ada\u{202e}")]).await;
    for (path, field, value) in [("delivery", "service", "standard"), ("payment", "way", "card")] {
        ada.send(&format!("/api/checkout/{path}"), &[("lang", "ar"), (field, value)]).await;
    }
    let total = crate::form::value(&ada.read("/ar/checkout/review").await, "total").to_owned();
    let page = ada.send("/api/checkout/place", &[("lang", "ar"), ("total", &total)]).await;
    ada.pay(&page, crate::shopper::GOOD_CARD).await;
    rig.wait(180);
    rig.work().await;
    let letter = office.letters().pop().unwrap();
    assert_eq!(letter.header("Content-Language"), "ar");
    assert!(letter.header("Subject").starts_with("=?utf-8?"), "{}", letter.header("Subject"));
    assert!(letter.text.len() < 102 * 1024);
}
