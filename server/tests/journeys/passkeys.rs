//! Passkeys: in without a name, a password or a letter; and everything that does not open.

mod device;

use axum::http::StatusCode;
use device::{Device, TOUCHED, challenge_in};

use crate::account::{ADA, signed_in};
use crate::form::value;
use crate::moving::keys;
use crate::rig::{GOODS, Rig};
use crate::shopper::Shopper;

const BOB: &str = "bob@example.org";

async fn named_shop() -> Rig {
    Rig::with("origin = 'http://localhost:3000'\n", GOODS).await
}

/// What a device is asked, and the secret its answer is sent with.
async fn asked(who: &Shopper<'_>, form: &str) -> (String, String) {
    let answer = who.ask(&format!("/api/account/{form}"), &[]).await;
    (answer[0].as_str().unwrap().to_owned(), answer[1].as_str().unwrap().to_owned())
}

async fn add(who: &Shopper<'_>, device: &mut Device, name: &str) -> String {
    let (challenge, asks) = asked(who, "passkey-new").await;
    let answer = device.make(&asks);
    who.send("/api/account/passkey-add", &[("lang", "en"), ("name", name), ("challenge", &challenge), ("answer", &answer)]).await
}

async fn send(who: &Shopper<'_>, challenge: &str, answer: &str) -> String {
    who.send("/api/account/passkey-enter", &[("lang", "en"), ("challenge", challenge), ("answer", answer)]).await
}

/// Answers a new question with this device.
async fn enter(who: &Shopper<'_>, device: &Device) -> String {
    let (challenge, asks) = asked(who, "passkey-ask").await;
    send(who, &challenge, &device.sign(&asks)).await
}

/// Every letter to somebody that says this.
fn letters(rig: &Rig, to: &str, says: &str) -> usize {
    let folder = std::fs::read_dir(rig.shop.house.config.data.join("mail")).unwrap();
    let read = folder.map(|one| std::fs::read_to_string(one.unwrap().path()).unwrap().replace("=\r\n", ""));
    read.filter(|letter| letter.contains(&format!("\r\nTo: {to}\r\n")) && letter.contains(says)).count()
}

/// Ada with a passkey.
async fn with_passkey<'a>(rig: &'a Rig, email: &str, number: u8) -> (Shopper<'a>, Device) {
    let (who, mut device) = (signed_in(rig, rig.shopper(), email).await, Device::new(number));
    assert_eq!(add(&who, &mut device, "Her telephone").await, "/en/account/passkeys?heard=passkey-added");
    (who, device)
}

#[tokio::test]
async fn ada_adds_a_passkey_and_comes_in_with_it_typing_nothing() {
    let rig = named_shop().await;
    let (ada, mut device) = with_passkey(&rig, ADA, 1).await;
    rig.work().await;
    assert_eq!(letters(&rig, ADA, "has added a passkey to your account"), 1);
    let page = ada.read("/en/account/passkeys?heard=passkey-added").await;
    assert!(page.contains("Her telephone") && page.contains("not used yet") && page.contains("/passkey.js"), "{page}");
    let first = ada.cookie("account");
    ada.send("/api/account/sign-out", &[("lang", "en")]).await;
    let page = ada.read("/en/account/sign-in").await;
    for part in [
        "username webauthn",
        "email webauthn",
        "data-passkey=\"/api/account/passkey-ask\"",
        "/passkey.js",
        "data-pkg=\"pkg-0123456789ab/en/account/sign-in\"",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let other = rig.shopper();
    other.put(&rig.variant("carbon-pan", "").await, "1").await;
    device.counter = 1;
    assert_eq!(enter(&other, &device).await, "/en/account");
    let page = other.read("/en/account").await;
    assert!(page.contains(ADA) && page.contains("What was in the cart here is in your cart now."), "{page}");
    assert!(!other.cookie("account").is_empty() && other.cookie("account") != first, "the session is a new one");
    assert!(other.read("/en/account/passkeys").await.contains("last used on"));
    // A passkey proves who they are as a letter does.
    assert!(other.read("/en/account/data").await.contains("data.zip"));
    device.counter = 2;
    assert_eq!(enter(&rig.shopper(), &device).await, "/en/account", "it opens as often as it is asked");
    // No other page loads the script.
    assert!(!other.read("/en/account").await.contains("passkey.js"));
    assert!(!other.read("/en/products/carbon-pan").await.contains("passkey.js"));
}

#[tokio::test]
async fn no_answer_opens_twice_or_too_late_or_what_it_was_not_made_for() {
    let rig = named_shop().await;
    let (_, device) = with_passkey(&rig, ADA, 1).await;
    let (_, bobs) = with_passkey(&rig, BOB, 2).await;
    let eve = rig.shopper();
    let (over, wrong) = ("/en/account/sign-in?heard=passkey-over", "/en/account/sign-in?heard=passkey-wrong");
    let (challenge, asks) = asked(&eve, "passkey-ask").await;
    let answer = device.sign(&asks);
    assert_eq!(send(&rig.shopper(), &challenge, &answer).await, "/en/account");
    assert_eq!(send(&eve, &challenge, &answer).await, over, "an answer counts once");
    let (next, _) = asked(&eve, "passkey-ask").await;
    assert_eq!(send(&eve, &next, &answer).await, wrong, "it answers another question");
    let sessions = rig.count("SELECT count(*) FROM account_sessions").await;
    let forged = Device { id: device.id, handle: device.handle.clone(), ..Device::new(3) };
    let stranger = Device { handle: device.handle.clone(), ..Device::new(4) };
    let bad = [
        ("it is signed by another key", forged),
        ("nobody knows it", stranger),
        ("it says that it is bob's", Device { handle: bobs.handle.clone(), ..device.clone() }),
        ("it is nobody's by name", Device { handle: String::new(), ..device.clone() }),
        ("another page has asked", Device { origin: "https://shop.evil.example", ..device.clone() }),
        ("another port has asked", Device { origin: "http://localhost:3001", ..device.clone() }),
        ("it was made for another shop", Device { host: "evil.example", ..device.clone() }),
        ("its owner has not opened it", Device { flags: TOUCHED, ..device.clone() }),
    ];
    for (why, device) in &bad {
        assert_eq!(enter(&eve, device).await, wrong, "{why}");
    }
    let (challenge, asks) = asked(&eve, "passkey-ask").await;
    rig.wait(601);
    assert_eq!(send(&eve, &challenge, &device.sign(&asks)).await, over, "ten minutes are over");
    for nothing in ["", "{}", "null", "[]", "{\"id\":1}", &"x".repeat(4000)] {
        let (challenge, _) = asked(&eve, "passkey-ask").await;
        assert_eq!(send(&eve, &challenge, nothing).await, wrong, "{nothing}");
        assert_eq!(send(&eve, nothing, nothing).await, over, "{nothing}");
    }
    assert!(eve.cookie("account").is_empty());
    assert_eq!(rig.count("SELECT count(*) FROM account_sessions").await, sessions);
    // What is said names nobody, and a letter still comes.
    assert!(eve.read(wrong).await.contains("That did not work with this passkey."));
    assert_eq!(eve.send("/api/account/link", &[("lang", "en"), ("email", ADA)]).await, "/en/account/sign-in?heard=sent");
}

#[tokio::test]
async fn a_counter_that_goes_back_closes_the_passkey_and_its_owner_is_told() {
    let rig = named_shop().await;
    let (ada, mut device) = with_passkey(&rig, ADA, 1).await;
    device.counter = 5;
    assert_eq!(enter(&rig.shopper(), &device).await, "/en/account");
    // Whoever has no copy cannot have it closed.
    let forged = Device { id: device.id, handle: device.handle.clone(), counter: 1, ..Device::new(3) };
    assert_eq!(enter(&rig.shopper(), &forged).await, "/en/account/sign-in?heard=passkey-wrong");
    let copy = Device { counter: 4, ..device.clone() };
    let eve = rig.shopper();
    assert_eq!(enter(&eve, &copy).await, "/en/account/sign-in?heard=passkey-copied");
    assert!(eve.read("/en/account/sign-in?heard=passkey-copied").await.contains("This passkey was refused"));
    device.counter = 9;
    for one in [&device, &copy] {
        assert_eq!(enter(&eve, one).await, "/en/account/sign-in?heard=passkey-wrong", "it opens nothing any more");
    }
    rig.work().await;
    assert_eq!(letters(&rig, ADA, "whose counter had gone back"), 1, "she is told once");
    assert!(ada.read("/en/account/passkeys").await.contains("Refused on"));
}

#[tokio::test]
async fn a_passkey_is_added_by_whoever_has_just_proven_who_they_are_and_for_them_alone() {
    let rig = named_shop().await;
    let (ada, mut device) = with_passkey(&rig, ADA, 1).await;
    let bob = signed_in(&rig, rig.shopper(), BOB).await;
    assert_eq!(add(&ada, &mut device, "Once more").await, "/en/account/passkeys?heard=passkey-wrong", "it is there already");
    assert_eq!(add(&bob, &mut device.clone(), "Ada's").await, "/en/account/passkeys?heard=passkey-wrong", "it is ada's");
    // A question to ada is answered by nobody else, and no question at the door adds anything.
    let mut other = Device::new(2);
    for form in ["passkey-new", "passkey-ask"] {
        let (challenge, asks) = asked(&ada, form).await;
        let made = Device::new(2).made(&challenge_in(&asks));
        let fields = [("lang", "en"), ("name", "x"), ("challenge", &*challenge), ("answer", &*made)];
        assert_eq!(bob.send("/api/account/passkey-add", &fields).await, "/en/account/passkeys?heard=passkey-over", "{form}");
    }
    other.origin = "https://shop.evil.example";
    assert_eq!(add(&ada, &mut other, "Evil").await, "/en/account/passkeys?heard=passkey-wrong");
    other = Device { flags: TOUCHED, ..Device::new(2) };
    assert_eq!(add(&ada, &mut other, "Unlocked").await, "/en/account/passkeys?heard=passkey-wrong", "a thief could open it");
    let (challenge, asks) = asked(&ada, "passkey-new").await;
    rig.wait(16 * 60);
    let page = ada.read("/en/account/passkeys").await;
    assert!(page.contains("First, prove that it is you") && !page.contains("data-passkey"), "{page}");
    assert_eq!(ada.post("/api/account/passkey-new", &[]).await.status, StatusCode::UNAUTHORIZED);
    let made = Device::new(2).make(&asks);
    let fields = [("lang", "en"), ("name", "x"), ("challenge", &*challenge), ("answer", &*made)];
    assert_eq!(ada.send("/api/account/passkey-add", &fields).await, "/en/account/passkeys");
    let guest = rig.shopper();
    for form in ["passkey-new", "passkey-add", "passkey-remove"] {
        let answer = guest.post(&format!("/api/account/{form}"), &[("lang", "en"), ("passkey", "1")]).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{form}");
    }
    assert_eq!(guest.open("/en/account/passkeys").await.header("location"), "/en/account/sign-in");
    assert_eq!(rig.count("SELECT count(*) FROM passkeys").await, 1);
}

#[tokio::test]
async fn what_is_removed_opens_nothing_and_nobody_removes_anothers() {
    let rig = named_shop().await;
    let (ada, device) = with_passkey(&rig, ADA, 1).await;
    let (bob, _) = with_passkey(&rig, BOB, 2).await;
    let id = value(&ada.read("/en/account/passkeys").await, "passkey").to_owned();
    let remove = async |who: &Shopper<'_>| who.send("/api/account/passkey-remove", &[("lang", "en"), ("passkey", &id)]).await;
    assert_eq!(remove(&bob).await, "/en/account/passkeys?heard=passkey-removed");
    assert_eq!(enter(&rig.shopper(), &device).await, "/en/account", "it is ada's still");
    assert_eq!(remove(&ada).await, "/en/account/passkeys?heard=passkey-removed");
    assert_eq!(enter(&rig.shopper(), &device).await, "/en/account/sign-in?heard=passkey-wrong");
    assert!(ada.read("/en/account/passkeys").await.contains("No passkeys yet."));
    for number in 10..30 {
        assert_eq!(add(&ada, &mut Device::new(number), " ").await, "/en/account/passkeys?heard=passkey-added");
    }
    assert_eq!(add(&ada, &mut Device::new(30), "One more").await, "/en/account/passkeys?heard=passkey-full");
    // Whoever refuses a change of address has nobody left who can come in.
    ada.send("/api/account/delete", &[("lang", "en"), ("sure", "true")]).await;
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM passkeys").await, 1, "bob's is left");
}

#[tokio::test]
async fn whoever_refuses_a_change_of_address_has_no_passkey_of_a_stranger_left() {
    let rig = named_shop().await;
    let (ada, device) = with_passkey(&rig, ADA, 1).await;
    assert_eq!(
        ada.send("/api/account/email", &[("lang", "en"), ("email", "eve@example.org")]).await,
        "/en/account/email?heard=asked"
    );
    rig.work().await;
    let key = keys(&rig, ADA, "refuse").remove(0);
    let owner = rig.shopper();
    assert!(owner.read(&format!("/en/account/email/refuse?key={key}")).await.contains("Its passkeys are gone, too."));
    owner.send("/api/account/email-refuse", &[("lang", "en"), ("key", &key)]).await;
    assert_eq!(enter(&owner, &device).await, "/en/account/sign-in?heard=passkey-wrong");
}

#[tokio::test]
async fn a_shop_whose_address_is_a_number_has_no_passkeys_and_says_nothing_of_them() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    assert_eq!(ada.open("/en/account/passkeys").await.status, StatusCode::NOT_FOUND);
    for page in ["/en/account", "/en/account/sign-in"] {
        let page = ada.read(page).await;
        assert!(!page.contains("asskey") && !page.contains("webauthn"), "{page}");
    }
    for form in ["passkey-new", "passkey-ask", "passkey-enter", "passkey-add"] {
        let answer = ada.post(&format!("/api/account/{form}"), &[("lang", "en")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{form}");
    }
}
