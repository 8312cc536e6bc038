//! Letters: one for what happens, when it happens, in the reader's language, and never lost.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::form::{between, plain};
use crate::post_office::{Letter, Mood, PostOffice};
use crate::rig::{GOODS, Rig};
use crate::shopper::Shopper;

const WAITING: &str = "SELECT count(*) FROM notifications WHERE state = 'waiting' AND due_at <= 1795165200000";
const DEAD: &str = "SELECT count(*) FROM notifications WHERE state = 'dead'";

/// A shop whose letters go to a mail server on this machine.
async fn rig(office: &PostOffice) -> Rig {
    Rig::with(&office.settings(), GOODS).await
}

/// Buys a pan, up to the thanks.
async fn bought(rig: &Rig) -> (Shopper<'_>, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    (ada, link)
}

/// A letter's parts with their soft line ends taken out.
fn read(letter: &Letter) -> String {
    letter.text.replace("=\r\n", "").replace("=3D", "=").replace("=3d", "=")
}

fn subjects(office: &PostOffice) -> Vec<String> {
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
async fn one_click_in_a_mail_program_stops_a_kind_and_the_page_behind_the_link_does_too() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    let (ada, _) = bought(&rig).await;
    rig.work().await;
    rig.carrier_tells("e1", "delivered", 1, None).await;
    rig.wait(8 * 86_400);
    rig.work().await;
    let asked = office.letters().pop().unwrap();
    let address = asked.header("List-Unsubscribe");
    let path = address.trim_matches(['<', '>']).strip_prefix("http://127.0.0.1:3000").unwrap().to_owned();
    assert!(path.starts_with("/webhooks/messages/") && path.ends_with("/how_was_it"), "{path}");
    let looked = rig.shop.get(&path).await;
    assert_eq!(looked.status, StatusCode::SEE_OTHER, "a look stops nothing");
    let page = looked.header("location").to_owned();
    assert!(rig.shopper().read(&page).await.contains("No more letters of this kind: How was it?"));
    let declined = "SELECT count(*) FROM message_choices WHERE wanted = 0";
    assert_eq!(rig.count(declined).await, 0);
    let click = Request::post(&path).header("content-type", "application/x-www-form-urlencoded");
    let stopped = rig.shop.ask(click.body(Body::from("List-Unsubscribe=One-Click")).unwrap()).await;
    assert_eq!((stopped.status, rig.count(declined).await), (StatusCode::OK, 1));
    let wrong = path.replace("/webhooks/messages/", "/webhooks/messages/0");
    for wrong in [wrong, path.replace("how_was_it", "nothing"), "/webhooks/messages/x/how_was_it".to_owned()] {
        let click = rig.shop.ask(Request::post(&wrong).body(Body::empty()).unwrap()).await;
        assert_eq!(click.status, StatusCode::NOT_FOUND, "{wrong}");
    }

    let choices = page.split('?').next().unwrap();
    let token = choices.rsplit('/').next().unwrap();
    let shown = ada.read(choices).await;
    assert!(shown.contains("ada@example.org") && shown.contains("name=\"wanted[shipped-email]\" value=\"1\" checked"), "{shown}");
    assert!(!shown.contains("wanted[received-email]"), "what an order needs cannot be chosen");
    let back = ada.send("/api/messages/choose", &[("lang", "en"), ("token", token), ("wanted[delivered-email]", "1")]).await;
    assert_eq!(back, format!("{choices}?saved"));
    let shown = plain(ada.open(&back).await.text());
    assert!(shown.contains("It is saved.") && !shown.contains("name=\"wanted[shipped-email]\" value=\"1\" checked"), "{shown}");
    assert!(shown.contains("name=\"wanted[delivered-email]\" value=\"1\" checked"), "{shown}");
    for wrong in ["0".repeat(64), token.to_uppercase(), format!("{}{}", &token[..32], "0".repeat(32)), String::new()] {
        let answer = ada.post("/api/messages/choose", &[("lang", "en"), ("token", &wrong)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{wrong}");
        assert_eq!(ada.open(&format!("/en/messages/{wrong}x")).await.status, StatusCode::NOT_FOUND);
    }
    let sent = office.letters().len();
    bought(&rig).await;
    rig.work().await;
    rig.carrier_tells("f1", "picked_up", 0, None).await;
    rig.wait(3600);
    rig.work().await;
    assert_eq!(office.letters().len(), sent + 1, "confirmed, and nothing of the parcel: {:?}", subjects(&office));
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
    assert_eq!(rig.count("SELECT count(*) FROM notifications WHERE state = 'waiting'").await, 2);
    assert!(rig.count("SELECT count(*) FROM dispatches WHERE outcome = 'later'").await > 20);
    rig.wait(6 * 86_400);
    rig.work().await;
    assert_eq!(rig.count(DEAD).await, 2, "after days it is given up, and seen to be");
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

#[tokio::test]
async fn the_demo_shows_its_letters_and_a_shop_in_earnest_does_not() {
    let rig = Rig::new().await;
    bought(&rig).await;
    rig.work().await;
    let list = rig.shop.get("/dev/mail").await;
    let shown = list.text();
    assert!(shown.contains("is confirmed") && shown.contains("ada@example.org"), "{shown}");
    let letter = between(shown, "<a href=\"", "\"").to_owned();
    let page = rig.shop.get(&letter).await;
    assert!(page.header("content-security-policy").starts_with("default-src 'none'"), "no script runs in a letter");
    let html = page.text();
    assert!(html.contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"") && html.contains("srcdoc=\"&lt;!doctype"), "{html}");
    let link = between(html, "<a href=\"http://127.0.0.1:3000/en/orders/", "\"").to_owned();
    assert!(rig.shopper().read(&format!("/en/orders/{link}")).await.contains("ada@example.org"));
    for none in ["/dev/mail/x", "/dev/mail/..%2Fsecrets", "/dev/mail/00000000000000000000000000000000"] {
        assert_eq!(rig.shop.get(none).await.status, StatusCode::NOT_FOUND, "{none}");
    }
    let files = std::fs::read_dir(rig.shop.house.config.data.join("mail")).unwrap();
    assert_eq!(files.filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().ends_with(".eml")).count(), 1);
    let office = PostOffice::open().await;
    for settings in ["demo = false".to_owned(), office.settings()] {
        let earnest = Rig::with(&settings, GOODS).await;
        assert_eq!(earnest.shop.get("/dev/mail").await.status, StatusCode::NOT_FOUND, "{settings}");
    }
}

#[tokio::test]
async fn the_merchant_s_template_is_used_and_a_broken_one_is_left_aside() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    let folder = rig.shop.house.config.data.join("letters");
    std::fs::create_dir_all(&folder).unwrap();
    let own = "<mjml><mj-body><mj-section><mj-column><mj-text>Ours: {{ heading }}</mj-text></mj-column></mj-section></mj-body></mjml>";
    std::fs::write(folder.join("paid.mjml"), own).unwrap();
    bought(&rig).await;
    rig.work().await;
    assert!(read(&office.letters()[0]).contains("Ours: It is confirmed"), "{}", office.letters()[0].text);
    assert_eq!(rig.company.mail.templates.flaws(), []);
    for broken in ["<mjml><mj-body>", &own.replace("heading", "haeding"), &own.replace("}}", "")] {
        std::fs::write(folder.join("paid.mjml"), broken).unwrap();
        let sent = office.letters().len();
        bought(&rig).await;
        rig.work().await;
        let letter = office.letters().pop().unwrap();
        assert_eq!(office.letters().len(), sent + 1, "{broken}");
        assert!(!read(&letter).contains("Ours:") && read(&letter).contains("It is confirmed"), "the shop's own takes its place");
        let flaws = rig.company.mail.templates.flaws();
        assert_eq!(flaws.iter().map(|flaw| flaw.file.as_str()).collect::<Vec<_>>(), ["paid.mjml"], "{broken}");
    }
}

#[tokio::test]
async fn the_desk_sees_what_was_sent_what_was_not_and_how_every_letter_looks() {
    let rig = crate::desk::rig().await;
    let staff = crate::desk::ada(&rig).await;
    assert!(staff.read("/desk/messages").await.contains("No message was written yet."));
    let (_, link) = bought(&rig).await;
    rig.work().await;
    let page = staff.read("/desk/messages").await;
    let number = link.split(['/', '?']).nth(3).unwrap();
    for part in ["Order confirmed", "Order received", "ada@example.org", "Sent", number, "/desk/messages/preview/shipped/ar"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("Boxes that do not exist") && !page.contains("cannot be used"), "{page}");
    let letter = staff.open("/desk/messages/preview/shipped/ar").await;
    assert!(letter.text().contains("dir=\"rtl\"") && letter.header("content-security-policy").starts_with("sandbox"));
    assert!(staff.open("/desk/messages/templates/letter.mjml").await.text().contains("<mjml"));
    for none in ["/desk/messages/preview/shipped/xx", "/desk/messages/preview/x/en", "/desk/messages/templates/secrets.toml"] {
        assert_eq!(staff.open(none).await.status, StatusCode::NOT_FOUND, "{none}");
    }
    for path in ["/desk/messages", "/desk/messages/preview/shipped/en", "/desk/messages/templates/letter.mjml"] {
        let answer = rig.shopper().open(path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
        assert!(answer.header("location").starts_with("/desk/sign-in"), "{path}");
    }
    let folder = rig.shop.house.config.data.join("letters");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("shipped.txt"), "{{ nothing }}").unwrap();
    let page = staff.read("/desk/messages").await;
    assert!(page.contains("cannot be used") && page.contains("shipped.txt"), "{page}");
}
