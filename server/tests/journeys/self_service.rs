//! What a shopper does with an order alone: finding it again without its link, and sending it elsewhere before it is packed.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::StatusCode;

use crate::form::{between, form, in_order, value};
use crate::rig::{GOODS, Rig};
use crate::shopper::{ADDRESS, Shopper};

const SENT: &str = "/en/track?heard=sent";

/// Ada has bought a pan; nobody packs it yet. The order's link and its number.
async fn bought(rig: &Rig) -> (Shopper<'_>, String, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    let number = between(&link, "/en/orders/", "?").to_owned();
    (ada, link, number)
}

/// Types a number and something known of an order; says where that leads.
async fn track(who: &Shopper<'_>, lang: &str, number: &str, contact: &str) -> String {
    who.send("/api/orders/link", &[("lang", lang), ("number", number), ("contact", contact)]).await
}

/// Every letter with a link that was asked for.
fn letters(rig: &Rig) -> Vec<String> {
    let Ok(folder) = std::fs::read_dir(rig.shop.house.config.data.join("mail")) else { return Vec::new() };
    let letters = folder.map(|one| one.unwrap().path()).filter(|path| path.extension().is_some_and(|kind| kind == "eml"));
    let read = letters.map(|path| std::fs::read_to_string(path).unwrap().replace("=\r\n", "").replace("=3D", "="));
    read.filter(|letter| letter.contains("the link to it")).collect()
}

/// The path of the link in a letter.
fn link_in(letter: &str) -> String {
    format!("/en/orders/{}", between(letter, "http://127.0.0.1:3000/en/orders/", "\r\n"))
}

#[tokio::test]
async fn who_knows_number_and_email_or_postcode_gets_a_letter_whose_link_opens_the_order_anywhere() {
    let rig = Rig::new().await;
    let (_, _, number) = bought(&rig).await;
    for (turn, contact) in ["ADA@example.org ", "10 115"].into_iter().enumerate() {
        let elsewhere = rig.shopper();
        let page = elsewhere.read("/en/track").await;
        assert!(page.contains("action=\"/api/orders/link\"") && page.contains("autocomplete=\"email\""), "{page}");
        let typed = number.to_lowercase();
        assert_eq!(track(&elsewhere, "en", &typed, contact).await, SENT);
        assert!(elsewhere.read(SENT).await.contains("a letter with a link is on its way"));
        assert_eq!(elsewhere.open(&format!("/en/orders/{number}")).await.status, StatusCode::NOT_FOUND);
        rig.work().await;
        let all = letters(&rig);
        assert_eq!(all.len(), turn + 1);
        let letter = &all[turn];
        assert!(letter.contains("\r\nTo: ada@example.org\r\n") && letter.contains(&number), "{letter}");
        let link = link_in(letter);
        assert!(elsewhere.read(&link).await.contains("Carbon pan"), "{link}");
        assert!(elsewhere.read(&link.replace("?key=", "/cancel?key=")).await.contains(&number), "and all that is below it");
    }
}

#[tokio::test]
async fn a_wrong_pair_hears_what_a_right_one_hears_and_nobody_is_written_to() {
    let rig = Rig::new().await;
    let (_, _, number) = bought(&rig).await;
    let eve = rig.shopper();
    let nobodys = domain::orders::OrderNumber::of(7);
    for (number, contact) in [(&*number, "eve@example.org"), (&number, "99999"), (nobodys.as_str(), "ada@example.org")] {
        assert_eq!(track(&eve, "en", number, contact).await, SENT);
    }
    assert_eq!(track(&eve, "en", &number, "ada@example.org").await, SENT);
    assert_eq!(rig.count("SELECT count(*) FROM outbox WHERE kind = 'send_order_link'").await, 4, "each is the same work");
    rig.work().await;
    let all = letters(&rig);
    assert_eq!(all.len(), 1);
    assert!(all[0].contains("\r\nTo: ada@example.org\r\n"), "{}", all[0]);
}

#[tokio::test]
async fn what_was_mistyped_is_told_and_typed_there_still() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let to = track(&ada, "en", "7K3M", "ada@example.org").await;
    let page = ada.read(&to).await;
    in_order(&page, &["role=\"alert\"", "That is not an order number.", "id=\"number-error\""]);
    assert_eq!((value(&page, "number"), value(&page, "contact")), ("7K3M", "ada@example.org"));
    assert_eq!(rig.count("SELECT count(*) FROM order_links").await, 0);
}

#[tokio::test]
async fn five_are_looked_up_in_a_quarter_of_an_hour_from_one_place() {
    let rig = Rig::with("limits = 'on'", GOODS).await;
    let number = domain::orders::OrderNumber::of(7);
    let tried = async |peer: &str| {
        let shopper = rig.shopper();
        let request = shopper.request("/api/orders/link", "text/html").method("POST");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let request = request.extension(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
        let fields = [("lang", "en"), ("number", number.as_str()), ("contact", "ada@example.org")];
        shopper.keep(request.body(Body::from(form(&fields))).unwrap()).await.header("location").to_owned()
    };
    for _ in 0..5 {
        assert_eq!(tried("203.0.113.9:5000").await, SENT);
    }
    assert_eq!(tried("203.0.113.9:5001").await, "/en/track?heard=wait");
    assert_eq!(tried("203.0.113.10:5000").await, SENT, "somebody else is not kept waiting");
    assert!(rig.shopper().read("/en/track?heard=wait").await.contains("Wait a quarter of an hour"));
}

/// Sends the form that sends an order elsewhere, with some fields as they are in `other`. Says where it leads.
async fn go_to(who: &Shopper<'_>, link: &str, other: &[(&str, &str)]) -> String {
    let (number, key) = (between(link, "/en/orders/", "?"), link.split("key=").nth(1).unwrap_or_default());
    let instead = |name: &str, usual| other.iter().find(|(field, _)| *field == name).map_or(usual, |(_, value)| *value);
    let names: Vec<String> = ADDRESS.iter().map(|(name, _)| format!("address[{name}]")).collect();
    let values = ADDRESS.iter().map(|(name, usual)| instead(name, usual));
    let mut fields = vec![("lang", "en"), ("number", number), ("key", key)];
    fields.extend(names.iter().map(String::as_str).zip(values));
    who.send("/api/orders/address", &fields).await
}

#[tokio::test]
async fn an_order_that_nobody_packs_goes_where_its_shopper_says_and_its_letters_go_where_they_went() {
    let rig = Rig::new().await;
    let (ada, link, _) = bought(&rig).await;
    let page = ada.read(&link).await;
    assert!(page.contains("Send it to another address"), "{page}");
    let page = ada.read(&link.replace("?key=", "/address?key=")).await;
    assert_eq!(value(&page, "address[line1]"), "1 Elm Street");
    assert!(!page.contains("address[email]") && page.contains("value=\"DE\" selected"), "{page}");
    let to = go_to(&ada, &link, &[("line1", "2 Oak Street"), ("email", "eve@example.org")]).await;
    let page = ada.read(&to).await;
    assert!(page.contains("The new address is on the order.") && page.contains("2 Oak Street"), "{page}");
    assert!(page.contains("Address changed by you"), "{page}");
    assert!(page.contains("ada@example.org") && !page.contains("eve@example.org"), "{page}");
    rig.work().await;
    assert!(!ada.read(&link).await.contains("Send it to another address"), "there is a label");
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_packed_order_stays_as_it_is_and_its_page_says_what_then() {
    let rig = Rig::new().await;
    let (ada, link, _) = bought(&rig).await;
    rig.work().await;
    let to = go_to(&ada, &link, &[("line1", "2 Oak Street")]).await;
    let page = ada.read(&to).await;
    assert!(page.contains("The order can no longer be changed") && page.contains("/cancel?key="), "{page}");
    assert!(ada.read(&link).await.contains("1 Elm Street"));
    assert_eq!(rig.count("SELECT count(*) FROM timeline WHERE kind = 'address_changed'").await, 0);
}

#[tokio::test]
async fn what_is_wrong_with_a_new_address_is_told_and_nothing_of_it_is_lost() {
    let rig = Rig::new().await;
    let (ada, link, _) = bought(&rig).await;
    let to = go_to(&ada, &link, &[("line1", "2 Oak Street"), ("city", "")]).await;
    let page = ada.read(&to).await;
    assert!(page.contains("role=\"alert\"") && page.contains("id=\"city-error\""), "{page}");
    assert_eq!(value(&page, "address[line1]"), "2 Oak Street");
    assert!(ada.read(&link).await.contains("1 Elm Street"));
    let to = go_to(&ada, &link, &[("line1", "2 Oak Street")]).await;
    assert!(ada.read(&to).await.contains("2 Oak Street"));
    assert_eq!(rig.count("SELECT count(*) FROM typed_addresses").await, 0);
}

#[tokio::test]
async fn nobody_moves_the_parcel_of_another() {
    let rig = Rig::new().await;
    let (_, _, number) = bought(&rig).await;
    let eve = rig.shopper();
    for key in ["", "0", &"0".repeat(64)] {
        let fields = [("lang", "en"), ("number", &*number), ("key", key), ("address[line1]", "3 Den Lane")];
        assert_eq!(eve.post("/api/orders/address", &fields).await.status, StatusCode::NOT_FOUND, "{key}");
        assert_eq!(eve.open(&format!("/en/orders/{number}/address?key={key}")).await.status, StatusCode::NOT_FOUND, "{key}");
    }
    assert_eq!(rig.count("SELECT count(*) FROM typed_addresses").await, 0);
}

#[tokio::test]
async fn what_was_bought_is_bought_again_and_what_has_changed_is_said_before() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "2").await;
    ada.put(&rig.variant("last-lamp", "").await, "1").await;
    let link = ada.buy().await;
    let (page, key) = link.split_once("?key=").unwrap();
    let number = between(&link, "/en/orders/", "?");
    assert!(ada.read(page).await.contains("action=\"/api/orders/again\""));
    rig.reprice("carbon-pan", 5900).await;
    let fields = [("lang", "en"), ("number", number), ("key", key)];
    assert_eq!(ada.send("/api/orders/again", &fields).await, "/en/cart");
    let cart = ada.read("/en/cart").await;
    in_order(&cart, &["Prices or stock have changed", "Carbon pan", "Last lamp"]);
    assert!(cart.contains("€49.00"), "what it cost then: {cart}");
    assert_eq!(ada.send("/api/orders/again", &fields).await, "/en/cart");
    assert_eq!(rig.count("SELECT quantity FROM cart_lines l JOIN variants v ON v.id = l.variant_id WHERE v.sku = 'P-1' AND l.seen_minor < 5900 ORDER BY l.id DESC LIMIT 1").await, 4);
    let eve = rig.shopper();
    let nobodys = eve.post("/api/orders/again", &[("lang", "en"), ("number", number)]).await;
    assert_eq!(nobodys.status, StatusCode::NOT_FOUND, "who has no key to it buys nothing of it");
    rig.books_are_right().await;
}

#[tokio::test]
async fn the_day_it_comes_can_be_put_in_a_calendar_and_moves_there_when_it_is_late() {
    let rig = Rig::new().await;
    let (ada, link, number) = bought(&rig).await;
    let (page, key) = link.split_once("?key=").unwrap();
    assert!(ada.read(page).await.contains(&format!("href=\"{page}/arrival.ics\"")));
    rig.work().await;
    rig.carrier_tells("e1", "label", 0, Some(20_780)).await;
    let file = format!("{page}/arrival.ics?key={key}");
    let answer = rig.shopper().open(&file).await;
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    let uid = format!("UID:{number}-1@");
    in_order(answer.text(), &["BEGIN:VCALENDAR\r\n", &uid, "DTSTART;VALUE=DATE:20261123\r\n", "DTEND;VALUE=DATE:20261124\r\n"]);
    let times = |text: &str| between(text, "SEQUENCE:", "\r\n").parse::<u32>().unwrap();
    let before = times(answer.text());
    rig.carrier_tells("e2", "delay", 20, Some(20_782)).await;
    let later = rig.shopper().open(&file).await.text().to_owned();
    assert!(later.contains(&uid) && later.contains("DTSTART;VALUE=DATE:20261125\r\n"), "{later}");
    assert!(times(&later) > before, "the same event, changed");
    assert_eq!(
        rig.shopper().open(&format!("{page}/arrival.ics")).await.status,
        StatusCode::NOT_FOUND,
        "a number alone opens nothing"
    );
    rig.carrier_tells("e3", "delivered", 40, None).await;
    assert_eq!(rig.shopper().open(&file).await.status, StatusCode::NOT_FOUND, "there is nothing to come");
}
