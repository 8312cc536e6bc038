//! Accounts: the ways in, what comes along, and that nothing stays behind on a shared computer.

use axum::http::StatusCode;

use crate::form::{between, value};
use crate::rig::Rig;
use crate::shopper::Shopper;

pub const ADA: &str = "ada@example.org";
const PASSWORD: &str = "teapot under the moon";

/// Every letter with a link that signs in, as it was sent to somebody.
fn letters(rig: &Rig, to: &str) -> Vec<String> {
    let Ok(folder) = std::fs::read_dir(rig.shop.house.config.data.join("mail")) else { return Vec::new() };
    let mut paths: Vec<_> = folder.map(|one| one.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|kind| kind == "eml"));
    let read = paths.iter().map(|path| std::fs::read_to_string(path).unwrap().replace("=\r\n", "").replace("=3D", "="));
    read.filter(|letter| letter.contains("account/enter?key=") && letter.contains(&format!("\r\nTo: {to}\r\n"))).collect()
}

fn key_in(letter: &str) -> String {
    between(letter, "/en/account/enter?key=", "\r\n").chars().take(64).collect()
}

/// Asks for a letter and gives the key of its link.
pub async fn key_of(rig: &Rig, who: &Shopper<'_>, email: &str) -> String {
    rig.work().await;
    let before: Vec<String> = letters(rig, email).iter().map(|letter| key_in(letter)).collect();
    let to = who.send("/api/account/link", &[("lang", "en"), ("email", email)]).await;
    assert_eq!(to, "/en/account/sign-in?heard=sent");
    rig.work().await;
    letters(rig, email).iter().map(|letter| key_in(letter)).find(|key| !before.contains(key)).expect("a letter")
}

async fn enter(who: &Shopper<'_>, key: &str) -> String {
    who.send("/api/account/enter", &[("lang", "en"), ("key", key)]).await
}

pub async fn signed_in<'a>(rig: &'a Rig, who: Shopper<'a>, email: &str) -> Shopper<'a> {
    let key = key_of(rig, &who, email).await;
    assert_eq!(enter(&who, &key).await, "/en/account");
    who
}

async fn sign_in(who: &Shopper<'_>, email: &str, password: &str) -> String {
    who.send("/api/account/sign-in", &[("lang", "en"), ("email", email), ("password", password)]).await
}

async fn choose(who: &Shopper<'_>, current: &str, password: &str) -> String {
    who.send("/api/account/password", &[("lang", "en"), ("current", current), ("password", password)]).await
}

async fn sign_out(who: &Shopper<'_>, more: &[(&str, &str)]) -> String {
    let mut fields = vec![("lang", "en")];
    fields.extend(more);
    who.send("/api/account/sign-out", &fields).await
}

#[tokio::test]
async fn a_letters_link_signs_in_once_and_looking_at_it_does_not_use_it_up() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    assert_eq!(ada.open("/en/account").await.header("location"), "/en/account/sign-in");
    let page = ada.read("/en/account/sign-in").await;
    for token in ["autocomplete=\"email\"", "autocomplete=\"username\"", "autocomplete=\"current-password\""] {
        assert!(page.contains(token), "{token}");
    }
    let key = key_of(&rig, &ada, ADA).await;
    let page = format!("/en/account/enter?key={key}");
    for _ in 0..2 {
        let text = rig.shopper().read(&page).await;
        assert!(text.contains("Sign me in"), "programs of mail servers look, too");
        assert!(text.contains("It signs in a•••@example.org.") && !text.contains(ADA), "it says whom, as far as it must: {text}");
    }
    assert_eq!(enter(&ada, &key).await, "/en/account");
    assert!(ada.read("/en/account").await.contains(ADA));
    assert_eq!(rig.count("SELECT count(*) FROM accounts").await, 1);
    let eve = rig.shopper();
    assert_eq!(enter(&eve, &key).await, "/en/account/sign-in?heard=over");
    assert!(eve.read(&page).await.contains("no longer works"));
    assert!(eve.cookie("account").is_empty());
}

#[tokio::test]
async fn only_the_newest_link_works_and_none_after_a_quarter_of_an_hour() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let (first, second) = (key_of(&rig, &ada, ADA).await, key_of(&rig, &ada, "ADA@example.org").await);
    assert_eq!(enter(&ada, &first).await, "/en/account/sign-in?heard=over");
    rig.wait(15 * 60 + 1);
    assert_eq!(enter(&ada, &second).await, "/en/account/sign-in?heard=over");
    for nothing in ["", "0", &"0".repeat(64), "' OR 1=1 --"] {
        assert_eq!(enter(&ada, nothing).await, "/en/account/sign-in?heard=over", "{nothing}");
    }
    assert_eq!(rig.count("SELECT count(*) FROM accounts").await, 0);
}

#[tokio::test]
async fn an_address_gets_five_letters_an_hour_and_the_last_link_goes_on_working() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let mut last = String::new();
    for _ in 0..5 {
        last = key_of(&rig, &ada, ADA).await;
    }
    let to = ada.send("/api/account/link", &[("lang", "en"), ("email", ADA)]).await;
    assert_eq!(to, "/en/account/sign-in?heard=sent", "nobody is told");
    rig.work().await;
    assert_eq!(letters(&rig, ADA).len(), 5);
    assert_eq!(enter(&ada, &last).await, "/en/account");
}

/// What is told of an answer: its status, where it leads, what is in it, and the names of what it sets.
async fn told(who: &Shopper<'_>, path: &str, fields: &[(&str, &str)]) -> (StatusCode, String, String, Vec<String>) {
    let answer = who.post(path, fields).await;
    let mut names: Vec<String> = answer.headers.keys().map(|name| name.as_str().to_owned()).collect();
    names.sort();
    (answer.status, answer.header("location").to_owned(), answer.text().to_owned(), names)
}

#[tokio::test]
async fn nobody_learns_who_has_an_account_from_what_is_said_at_the_door() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    assert_eq!(choose(&ada, "", PASSWORD).await, "/en/account?heard=changed");
    for (path, more) in [("/api/account/link", None), ("/api/account/sign-in", Some(("password", "a guess of eve's")))] {
        let mut all = Vec::new();
        for email in [ADA, "bob@example.org"] {
            let mut fields = vec![("lang", "en"), ("email", email)];
            fields.extend(more);
            all.push(told(&rig.shopper(), path, &fields).await);
        }
        assert_eq!(all[0], all[1], "{path}");
    }
    assert_eq!(rig.count("SELECT count(*) FROM sign_in_tries").await, 2, "each is written down");
    let eve = rig.shopper();
    for email in [ADA, "bob@example.org"] {
        for _ in 0..6 {
            sign_in(&eve, email, "a guess of eve's").await;
        }
        assert_eq!(sign_in(&eve, email, PASSWORD).await, "/en/account/sign-in?heard=wait", "{email}");
    }
    let key = key_of(&rig, &ada, ADA).await;
    assert_eq!(enter(&rig.shopper(), &key).await, "/en/account", "a letter is never kept waiting");
}

#[tokio::test]
async fn a_password_opens_and_changing_it_ends_all_other_sessions() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    assert!(ada.read("/en/account").await.contains("autocomplete=\"new-password\""));
    for (password, heard) in [("seven77", "short"), (&*"a1".repeat(257), "long"), ("password1", "leaked")] {
        assert_eq!(choose(&ada, "", password).await, format!("/en/account?heard={heard}"));
        assert!(ada.read(&format!("/en/account?heard={heard}")).await.contains("id=\"password-error\""), "{heard}");
    }
    let before = ada.cookie("account");
    assert_eq!(choose(&ada, "", PASSWORD).await, "/en/account?heard=changed");
    assert_ne!(ada.cookie("account"), before, "the session has another secret");
    let thief = rig.shopper().with("account", &before);
    assert_eq!(thief.open("/en/account").await.status, StatusCode::SEE_OTHER);
    let phone = rig.shopper();
    assert_eq!(sign_in(&phone, " Ada@Example.org", PASSWORD).await, "/en/account");
    rig.wait(16 * 60);
    assert_eq!(choose(&ada, "not it, surely", "another one of hers").await, "/en/account?heard=current");
    assert_eq!(choose(&ada, PASSWORD, "another one of hers").await, "/en/account?heard=changed");
    assert_eq!(phone.open("/en/account").await.status, StatusCode::SEE_OTHER);
    assert_eq!(sign_in(&phone, ADA, PASSWORD).await, "/en/account/sign-in?heard=wrong");
    assert_eq!(
        value(&phone.read("/en/account/sign-in?heard=wrong").await, "email"),
        ADA,
        "nothing is typed twice but the password"
    );
}

#[tokio::test]
async fn sessions_end_by_hand_one_by_one_or_all_and_by_themselves() {
    let rig = Rig::new().await;
    let (desk, phone) = (signed_in(&rig, rig.shopper(), ADA).await, signed_in(&rig, rig.shopper(), ADA).await);
    let page = desk.read("/en/account").await;
    let other = value(&page, "session").to_owned();
    let eve = signed_in(&rig, rig.shopper(), "eve@example.org").await;
    assert_eq!(sign_out(&eve, &[("session", &other)]).await, "/en/account");
    assert!(phone.read("/en/account").await.contains(ADA), "it is not eve's to end");
    assert_eq!(sign_out(&desk, &[("session", &other)]).await, "/en/account");
    assert_eq!(phone.open("/en/account").await.status, StatusCode::SEE_OTHER);
    let phone = signed_in(&rig, phone, ADA).await;
    assert_eq!(sign_out(&phone, &[("everywhere", "true")]).await, "/en/account/sign-in");
    assert_eq!(desk.open("/en/account").await.status, StatusCode::SEE_OTHER);
    let desk = signed_in(&rig, desk, ADA).await;
    rig.wait(29 * 24 * 3600);
    assert!(desk.read("/en/account").await.contains(ADA));
    rig.wait(31 * 24 * 3600);
    assert_eq!(desk.open("/en/account").await.status, StatusCode::SEE_OTHER, "nobody was there for a month");
    assert_eq!(desk.post("/api/account/undo", &[("lang", "en"), ("join", "1")]).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_guest_is_offered_an_account_on_the_orders_page_with_nothing_to_type() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let number = bought(&rig, &ada).await;
    let page = ada.read(&format!("/en/orders/{number}")).await;
    let offer = between(&page, "action=\"/api/account/link\"", "</form>");
    assert!(offer.contains("Keep your orders in one place"), "{offer}");
    let key = key_of(&rig, &ada, value(offer, "email")).await;
    assert_eq!(enter(&ada, &key).await, "/en/account");
    assert!(ada.read("/en/account").await.contains("An order placed with your e-mail address is here now."));
    assert!(!ada.read(&format!("/en/orders/{number}")).await.contains("/api/account/link"), "whoever is signed in has one");
}

/// Buys a pan as a guest; says the order's number.
pub async fn bought(rig: &Rig, who: &Shopper<'_>) -> String {
    who.put(&rig.variant("carbon-pan", "").await, "1").await;
    between(&who.buy().await, "/en/orders/", "?").to_owned()
}

#[tokio::test]
async fn orders_with_the_address_come_along_from_everywhere_and_go_back_when_they_are_sent_back() {
    let rig = Rig::new().await;
    let (here, elsewhere) = (rig.shopper(), rig.shopper());
    let (mine, other) = (bought(&rig, &here).await, bought(&rig, &elsewhere).await);
    let here = signed_in(&rig, here, ADA).await;
    let page = here.read("/en/account").await;
    assert!(page.contains("2 orders placed with your e-mail address are here now."), "{page}");
    for number in [&mine, &other] {
        assert!(page.contains(number.as_str()));
        assert!(here.read(&format!("/en/orders/{number}")).await.contains("Carbon pan"));
    }
    assert!(here.read(&format!("/en/account?q={}", mine.to_lowercase())).await.contains(&format!("/en/orders/{mine}")));
    assert!(!here.read(&format!("/en/account?q={mine}")).await.contains(&format!("/en/orders/{other}")));
    assert!(here.read("/en/account?q=CARBON").await.contains(&other));
    assert!(here.read("/en/account?q=lamp").await.contains("No order has this in it."));
    assert!(elsewhere.read(&format!("/en/orders/{other}")).await.contains("Carbon pan"), "it is there still, too");
    let join = value(&page, "join").to_owned();
    let eve = signed_in(&rig, rig.shopper(), "eve@example.org").await;
    eve.send("/api/account/undo", &[("lang", "en"), ("join", &join)]).await;
    assert!(here.read("/en/account").await.contains(&mine), "it is not eve's to send back");
    assert_eq!(here.send("/api/account/undo", &[("lang", "en"), ("join", &join)]).await, "/en/account?heard=undone");
    assert!(!here.read("/en/account").await.contains(&mine));
    assert_eq!(sign_out(&here, &[]).await, "/en/account/sign-in");
    assert!(here.read(&format!("/en/orders/{mine}")).await.contains("Carbon pan"), "it is where it was");
    let here = signed_in(&rig, here, ADA).await;
    assert!(!here.read("/en/account").await.contains(&mine), "what was sent back does not come again");
    rig.books_are_right().await;
}

#[tokio::test]
async fn carts_are_put_together_and_are_the_same_on_every_device() {
    let rig = Rig::new().await;
    let (mug, pan) = (rig.variant("ridge-mug", "Oat").await, rig.variant("carbon-pan", "").await);
    let phone = rig.shopper();
    phone.put(&mug, "1").await;
    let phone = signed_in(&rig, phone, ADA).await;
    let desk = rig.shopper();
    desk.put(&mug, "2").await;
    desk.put(&pan, "1").await;
    let desk = signed_in(&rig, desk, ADA).await;
    assert!(desk.read("/en/account").await.contains("What was in the cart here is in your cart now."));
    // Where it goes, and what that costs, is each browser's own.
    let lines = |cart: serde_json::Value| (cart["body"].clone(), cart["count"].clone());
    assert_eq!(lines(desk.cart().await), lines(phone.cart().await));
    assert_eq!(
        rig.count("SELECT quantity FROM cart_lines l JOIN variants v ON v.id = l.variant_id WHERE v.sku = 'M-1'").await,
        3
    );
    let page = desk.read("/en/account").await;
    desk.send("/api/account/undo", &[("lang", "en"), ("join", value(&page, "join"))]).await;
    assert_eq!(
        rig.count("SELECT quantity FROM cart_lines l JOIN variants v ON v.id = l.variant_id WHERE v.sku = 'M-1' AND saved = 0")
            .await,
        1
    );
    assert_eq!(rig.count("SELECT sum(quantity) FROM cart_lines WHERE saved = 1").await, 3, "nothing is lost");
    desk.put(&pan, "1").await;
    let number = between(&desk.buy().await, "/en/orders/", "?").to_owned();
    assert!(phone.read("/en/account").await.contains(&number), "what is bought on one device is seen on the other");
    phone.put(&pan, "1").await;
    desk.put(&pan, "1").await;
    assert_eq!(lines(desk.cart().await), lines(phone.cart().await), "and the next cart is one again");
    rig.books_are_right().await;
}
