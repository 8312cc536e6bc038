//! Another e-mail address for an account: the new one says yes, and the old one can say no.

use axum::http::StatusCode;

use crate::account::{ADA, bought, key_of, signed_in};
use crate::form::value;
use crate::rig::Rig;
use crate::shopper::Shopper;

const NEW: &str = "ada@newton.example";
const PASSWORD: &str = "teapot under the moon";
const DAY: i64 = 24 * 3600;

/// The keys of the links in the letters of a kind to somebody, the latest last.
pub fn keys(rig: &Rig, to: &str, kind: &str) -> Vec<String> {
    let Ok(folder) = std::fs::read_dir(rig.shop.house.config.data.join("mail")) else { return Vec::new() };
    let mut paths: Vec<_> =
        folder.map(|one| one.unwrap().path()).filter(|path| path.extension().is_some_and(|ext| ext == "eml")).collect();
    paths.sort_by_key(|path| std::fs::metadata(path).unwrap().modified().unwrap());
    let read = paths.iter().map(|path| std::fs::read_to_string(path).unwrap().replace("=\r\n", "").replace("=3D", "="));
    let link = format!("/en/account/email/{kind}?key=");
    let mine = read.filter(|letter| letter.contains(&format!("\r\nTo: {to}\r\n")) && letter.contains(&link));
    mine.map(|letter| letter.split_once(&link).unwrap().1.chars().take(64).collect()).collect()
}

async fn ask(rig: &Rig, who: &Shopper<'_>, email: &str) -> String {
    let to = who.send("/api/account/email", &[("lang", "en"), ("email", email)]).await;
    rig.work().await;
    to
}

async fn press(who: &Shopper<'_>, answer: &str, key: &str) -> String {
    who.send(&format!("/api/account/email-{answer}"), &[("lang", "en"), ("key", key)]).await
}

#[tokio::test]
async fn an_address_is_changed_when_the_new_one_says_so_and_every_session_is_another() {
    let rig = Rig::new().await;
    let guest = rig.shopper();
    let number = bought(&rig, &guest).await;
    let (ada, phone) = (signed_in(&rig, rig.shopper(), ADA).await, signed_in(&rig, rig.shopper(), ADA).await);
    assert_eq!(ask(&rig, &ada, "nonsense").await, "/en/account/email?heard=email");
    assert_eq!(value(&ada.read("/en/account/email?heard=email").await, "email"), "nonsense");
    assert_eq!(ask(&rig, &ada, "ADA@example.org").await, "/en/account/email?heard=same");
    assert_eq!(ask(&rig, &ada, NEW).await, "/en/account/email?heard=asked");
    assert!(ada.read("/en/account").await.contains(ADA), "nothing has happened yet");
    let (confirm, refuse) = (keys(&rig, NEW, "confirm"), keys(&rig, ADA, "refuse"));
    assert_eq!((confirm.len(), refuse.len()), (1, 1));
    let page = rig.shopper().read(&format!("/en/account/email/confirm?key={}", confirm[0])).await;
    assert!(page.contains("a•••@newton.example") && !page.contains(NEW), "{page}");
    let before = ada.cookie("account");
    assert_eq!(press(&ada, "confirm", &confirm[0]).await, "/en/account?heard=moved");
    assert_ne!(ada.cookie("account"), before);
    let page = ada.read("/en/account").await;
    assert!(page.contains(NEW) && page.contains(&number), "her orders came along");
    assert_eq!(phone.open("/en/account").await.status, StatusCode::SEE_OTHER, "all others are signed out");
    assert_eq!(rig.shopper().with("account", &before).open("/en/account").await.status, StatusCode::SEE_OTHER);
    assert_eq!(press(&ada, "confirm", &confirm[0]).await, "/en/account/sign-in?heard=gone", "once");
    assert!(signed_in(&rig, rig.shopper(), NEW).await.read("/en/account").await.contains(&number));
    rig.books_are_right().await;
}

#[tokio::test]
async fn the_old_address_says_no_before_and_after_and_a_thief_is_out() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    ada.send("/api/account/password", &[("lang", "en"), ("current", ""), ("password", PASSWORD)]).await;
    let thief = signed_in(&rig, rig.shopper(), ADA).await;
    for confirmed in [false, true] {
        let thief = if confirmed { signed_in(&rig, thief.clone(), ADA).await } else { thief.clone() };
        assert_eq!(ask(&rig, &thief, "thief@example.com").await, "/en/account/email?heard=asked");
        let confirm = keys(&rig, "thief@example.com", "confirm").pop().unwrap();
        if confirmed {
            assert_eq!(press(&thief, "confirm", &confirm).await, "/en/account?heard=moved");
            rig.wait(6 * DAY);
        }
        let refuse = keys(&rig, ADA, "refuse").pop().unwrap();
        assert!(rig.shopper().read(&format!("/en/account/email/refuse?key={refuse}")).await.contains("a•••@example.org"));
        assert_eq!(press(&rig.shopper(), "refuse", &refuse).await, "/en/account/sign-in?heard=refused");
        assert_eq!(thief.open("/en/account").await.status, StatusCode::SEE_OTHER);
        assert_eq!(press(&thief, "confirm", &confirm).await, "/en/account/sign-in?heard=gone");
        assert_eq!(press(&rig.shopper(), "refuse", &refuse).await, "/en/account/sign-in?heard=gone");
        let sent = [("lang", "en"), ("email", ADA), ("password", PASSWORD)];
        assert_eq!(rig.shopper().send("/api/account/sign-in", &sent).await, "/en/account/sign-in?heard=wrong");
        assert!(signed_in(&rig, rig.shopper(), ADA).await.read("/en/account").await.contains(ADA));
    }
    assert_eq!(rig.count("SELECT count(*) FROM accounts").await, 1);
}

#[tokio::test]
async fn whoever_signed_in_with_the_old_address_meanwhile_keeps_their_orders_when_it_comes_back() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    ask(&rig, &ada, NEW).await;
    press(&ada, "confirm", &keys(&rig, NEW, "confirm")[0]).await;
    let again = signed_in(&rig, rig.shopper(), ADA).await;
    let number = bought(&rig, &again).await;
    assert_eq!(press(&rig.shopper(), "refuse", &keys(&rig, ADA, "refuse")[0]).await, "/en/account/sign-in?heard=refused");
    assert_eq!(rig.count("SELECT count(*) FROM accounts").await, 1);
    assert!(signed_in(&rig, rig.shopper(), ADA).await.read("/en/account").await.contains(&number));
    rig.books_are_right().await;
}

#[tokio::test]
async fn nobody_learns_who_has_an_account_and_nobody_is_let_in_by_anothers_letter() {
    let rig = Rig::new().await;
    let bob = signed_in(&rig, rig.shopper(), "bob@example.org").await;
    let eve = signed_in(&rig, rig.shopper(), "eve@example.org").await;
    let mut told = Vec::new();
    for email in ["bob@example.org", "nobody@example.org"] {
        let answer = eve.post("/api/account/email", &[("lang", "en"), ("email", email)]).await;
        told.push((answer.status, answer.header("location").to_owned(), answer.text().to_owned()));
    }
    assert_eq!(told[0], told[1]);
    rig.work().await;
    assert_eq!(
        press(&bob, "confirm", &keys(&rig, "bob@example.org", "confirm")[0]).await,
        "/en/account/sign-in?heard=gone",
        "a newer one was asked for"
    );
    assert_eq!(ask(&rig, &eve, "bob@example.org").await, "/en/account/email?heard=asked");
    let to_bob = keys(&rig, "bob@example.org", "confirm").pop().unwrap();
    assert_eq!(
        press(&rig.shopper(), "confirm", &to_bob).await,
        "/en/account/sign-in?heard=taken",
        "whoever reads bob's letters knows it"
    );
    assert!(bob.read("/en/account").await.contains("bob@example.org"));
    assert_eq!(ask(&rig, &eve, NEW).await, "/en/account/email?heard=often", "three a day");
    rig.wait(DAY);
    let eve = signed_in(&rig, eve, "eve@example.org").await;
    assert_eq!(ask(&rig, &eve, "carol@example.org").await, "/en/account/email?heard=asked");
    let carol = rig.shopper();
    let key = keys(&rig, "carol@example.org", "confirm").pop().unwrap();
    assert_eq!(press(&carol, "confirm", &key).await, "/en/account/sign-in?heard=moved");
    assert_eq!(carol.open("/en/account").await.status, StatusCode::SEE_OTHER, "carol is not in eve's account by pressing");
}

#[tokio::test]
async fn links_are_over_after_their_days_and_asking_wants_proof() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    assert_eq!(ask(&rig, &ada, NEW).await, "/en/account/email?heard=asked");
    rig.wait(DAY + 1);
    assert_eq!(press(&ada, "confirm", &keys(&rig, NEW, "confirm")[0]).await, "/en/account/sign-in?heard=gone");
    assert_eq!(ask(&rig, &ada, NEW).await, "/en/account/email", "she has to prove who she is first");
    rig.wait(6 * DAY);
    let refuse = &keys(&rig, ADA, "refuse")[0];
    assert!(rig.shopper().read(&format!("/en/account/email/refuse?key={refuse}")).await.contains("no longer works"));
    for nothing in ["", "0", &"0".repeat(64)] {
        assert_eq!(press(&ada, "refuse", nothing).await, "/en/account/sign-in?heard=gone", "{nothing}");
    }
    assert!(key_of(&rig, &ada, ADA).await.len() == 64);
}
