//! What is an account's beside its orders: what the shop holds about somebody, what they say of themselves, their addresses.

use std::collections::BTreeMap;
use std::io::Read;

use axum::http::StatusCode;
use serde_json::Value;

use crate::account::{ADA, bought, signed_in};
use crate::form::{between, value};
use crate::rig::Rig;
use crate::shopper::Shopper;

const PASSWORD: &str = "teapot under the moon";

async fn choose(who: &Shopper<'_>) {
    let to = who.send("/api/account/password", &[("lang", "en"), ("current", ""), ("password", PASSWORD)]).await;
    assert_eq!(to, "/en/account?heard=changed");
}

/// The files in a ZIP file, by its directory.
pub fn unpacked(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let short = |at: usize| usize::from(u16::from_le_bytes([zip[at], zip[at + 1]]));
    let long = |at: usize| u32::from_le_bytes(zip[at..at + 4].try_into().unwrap()) as usize;
    let end = zip.len() - 22;
    assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
    let (mut at, mut files) = (long(end + 16), BTreeMap::new());
    for _ in 0..short(end + 10) {
        assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
        let (packed, size, named, head) = (long(at + 20), long(at + 24), short(at + 28), long(at + 42));
        let name = String::from_utf8(zip[at + 46..at + 46 + named].to_vec()).unwrap();
        let from = head + 30 + short(head + 26) + short(head + 28);
        let mut file = Vec::new();
        flate2::read::DeflateDecoder::new(&zip[from..from + packed]).read_to_end(&mut file).unwrap();
        assert_eq!(file.len(), size, "{name}");
        files.insert(name, file);
        at += 46 + named + short(at + 30) + short(at + 32);
    }
    files
}

#[tokio::test]
async fn everything_the_shop_holds_is_one_file_for_ada_alone_after_she_has_proven_who_she_is() {
    let rig = Rig::new().await;
    let guest = rig.shopper();
    let number = bought(&rig, &guest).await;
    rig.work().await;
    rig.carrier_tells("a1", "picked_up", 0, None).await;
    rig.work().await;
    let other = rig.shopper();
    other.put(&rig.variant("carbon-pan", "").await, "1").await;
    other.live_at(&[("email", "bob@example.org"), ("name", "Bob Babbage")]).await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    choose(&ada).await;
    rig.wait(16 * 60);
    let page = ada.read("/en/account/data").await;
    assert!(page.contains("autocomplete=\"current-password\"") && !page.contains("data.zip"), "{page}");
    assert_eq!(ada.open("/en/account/data.zip").await.header("location"), "/en/account/data");
    assert_eq!(rig.shopper().open("/en/account/data.zip").await.header("location"), "/en/account/sign-in");
    let prove = |password| [("lang", "en"), ("then", "data"), ("password", password)];
    assert_eq!(ada.send("/api/account/prove", &prove("not it, surely")).await, "/en/account/data?heard=current");
    assert!(ada.read("/en/account/data?heard=current").await.contains("id=\"password-error\""));
    assert_eq!(ada.send("/api/account/prove", &prove(PASSWORD)).await, "/en/account/data");
    assert!(ada.read("/en/account/data").await.contains("href=\"/en/account/data.zip\""));
    let file = ada.open("/en/account/data.zip").await;
    assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "application/zip"));
    assert_eq!(file.header("cache-control"), "private, no-store");
    let files = unpacked(&file.body).into_iter().map(|(name, file)| (name, String::from_utf8(file).unwrap()));
    let files: BTreeMap<_, _> = files.collect();
    let all: Value = serde_json::from_str(&files["data.json"]).unwrap();
    assert_eq!((&all["orders"][0]["number"], &all["orders"][0]["line1"]), (&Value::from(number), &Value::from("1 Elm Street")));
    assert_eq!(all["documents"][0]["says"]["buyer"]["lines"][0], "Ada Lovelace", "what is JSON is told as JSON");
    assert!(files["orders.csv"].starts_with("number,state,placed_at"), "{}", files["orders.csv"]);
    assert!(files["order_lines.csv"].contains("Carbon pan"));
    assert!(files.values().all(|file| !file.contains("Babbage") && !file.contains("bob@")), "{files:?}");
    rig.wait(16 * 60);
    assert_eq!(ada.open("/en/account/data.zip").await.header("location"), "/en/account/data", "a while later she is asked again");
}

#[tokio::test]
async fn whoever_deletes_themselves_is_gone_and_the_books_are_right() {
    let rig = Rig::new().await;
    let guest = rig.shopper();
    bought(&rig, &guest).await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    ada.put(&rig.variant("ridge-mug", "Oat").await, "1").await;
    ada.live_at(&[("remember", "true")]).await;
    let delete = [("lang", "en"), ("sure", "true")];
    assert_eq!(ada.send("/api/account/delete", &[("lang", "en")]).await, "/en/account/data?heard=unsure");
    let page = ada.read("/en/account/data?heard=unsure").await;
    assert!(page.contains("id=\"sure-error\"") && page.contains("href=\"#sure\""), "{page}");
    rig.wait(16 * 60);
    assert_eq!(ada.send("/api/account/delete", &delete).await, "/en/account/data", "it has been too long since her letter");
    let ada = signed_in(&rig, ada, ADA).await;
    let gone = ada.post("/api/account/delete", &delete).await;
    assert_eq!(gone.header("location"), "/en/account/sign-in?heard=deleted");
    assert_eq!(gone.header("clear-site-data"), "\"cache\", \"storage\"");
    assert!(ada.read("/en/account/sign-in?heard=deleted").await.contains("Your account is deleted."));
    assert_eq!(ada.open("/en/account").await.status, StatusCode::SEE_OTHER);
    for question in [
        "SELECT count(*) FROM accounts",
        "SELECT count(*) FROM account_sessions",
        "SELECT count(*) FROM remembered_addresses",
        "SELECT count(*) FROM drafts",
        "SELECT count(*) FROM sign_in_links",
        "SELECT count(*) FROM orders WHERE account_id IS NOT NULL",
    ] {
        assert_eq!(rig.count(question).await, 0, "{question}");
    }
    assert_eq!(rig.count("SELECT count(*) FROM orders WHERE name = 'Ada Lovelace'").await, 1, "her pan is under way");
    rig.books_are_right().await;
    // Ninety days after it was to come at the latest it can no longer be sent back.
    for _ in 0..4 {
        rig.work().await;
        rig.wait(40 * 24 * 3600);
    }
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM orders WHERE name = 'N. N.' AND email = 'nobody@erased.invalid'").await, 1);
    assert_eq!(rig.count("SELECT count(*) FROM correspondents WHERE person NOT LIKE 'erased:%'").await, 0);
    assert_eq!(rig.count("SELECT count(*) FROM documents WHERE says LIKE '%Ada Lovelace%'").await, 2, "the law wants them");
    rig.books_are_right().await;
    // Sold from Latvia to Germany through the one-stop shop: ten years, not five.
    for (years, left) in [(7, 2), (5, 0)] {
        rig.wait(years * 366 * 24 * 3600);
        rig.work().await;
        let named = rig.count("SELECT count(*) FROM documents WHERE says LIKE '%Ada%'").await;
        assert_eq!(named, left, "after {years} more years");
    }
    assert_eq!(rig.count("SELECT count(*) FROM documents WHERE says LIKE '%Ada%'").await, 0, "and then no longer");
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_somebody_says_of_themselves_goes_with_them_to_a_new_device_and_stays_there_with_nobody() {
    let rig = Rig::new().await;
    rig.takes_rates().await;
    let phone = signed_in(&rig, rig.shopper(), ADA).await;
    let page = phone.read("/en/account/profile").await;
    for token in ["autocomplete=\"name\"", "id=\"set-language\"", "id=\"set-country\"", "id=\"set-currency\""] {
        assert!(page.contains(token), "{token}");
    }
    let say = async |who: &Shopper<'_>, name: &str, country: &str| {
        let fields = [("lang", "en"), ("name", name), ("language", "de"), ("country", country), ("currency", "CHF")];
        who.send("/api/account/profile", &fields).await
    };
    assert_eq!(say(&phone, "12345", "CH").await, "/en/account/profile?heard=name-flaw");
    assert_eq!(value(&phone.read("/en/account/profile?heard=name-flaw").await, "name"), "12345", "nothing is typed twice");
    assert_eq!(say(&phone, "Ada Lovelace", "CH").await, "/de/account/profile?heard=saved");
    assert_eq!(
        say(&phone, "Ada Lovelace", "nowhere").await,
        "/de/account/profile?heard=saved",
        "what is not known changes nothing"
    );
    let desk = rig.shopper();
    assert!(desk.read("/en/cart").await.contains(">LV · EUR<"));
    let key = crate::account::key_of(&rig, &desk, ADA).await;
    assert_eq!(desk.send("/api/account/enter", &[("lang", "en"), ("key", &key)]).await, "/de/account");
    assert!(desk.read("/de/cart").await.contains(">CH · CHF<"));
    assert_eq!(desk.open("/").await.header("location"), "/de/");
    assert_eq!(value(&desk.read("/de/account/addresses/new").await, "address[name]"), "Ada Lovelace");
    let set = [("lang", ""), ("country", "FR"), ("currency", "EUR"), ("back", "/de/cart")];
    desk.send("/api/settings", &set).await;
    assert!(phone.read("/de/cart").await.contains(">FR · EUR<"), "what is set on one device is set on the other");
    desk.send("/api/account/sign-out", &[("lang", "de")]).await;
    assert!(desk.read("/en/cart").await.contains(">LV · EUR<"), "and nothing of it stays behind");
}

#[tokio::test]
async fn an_address_book_is_filled_changed_and_put_in_order_and_the_checkout_takes_from_it() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    assert!(ada.read("/en/account/addresses").await.contains("No addresses yet."));
    let home = [
        ("lang", "en"),
        ("address[country]", "DE"),
        ("address[name]", "Ada Lovelace"),
        ("address[line1]", "1 Elm Street"),
        ("address[postcode]", "10115"),
        ("address[city]", "Berlin"),
    ];
    let with = |other: &'static [(&'static str, &'static str)]| -> Vec<(&str, &str)> {
        let kept = home.iter().filter(|(name, _)| other.iter().all(|(field, _)| field != name));
        kept.chain(other).copied().collect()
    };
    assert_eq!(ada.send("/api/account/address", &home).await, "/en/account/addresses?heard=saved");
    let wrong = ada.send("/api/account/address", &with(&[("address[line1]", "9 Oak Street"), ("address[postcode]", "1")])).await;
    assert!(wrong.starts_with("/en/account/addresses/") && wrong.ends_with("?errors"), "{wrong}");
    let form = ada.read(&wrong).await;
    assert!(form.contains("id=\"postcode-error\"") && value(&form, "address[line1]") == "9 Oak Street", "{form}");
    let id = value(&form, "id").to_owned();
    assert!(ada.read("/en/account/addresses").await.contains("Something is still missing here."));
    let leak: &'static str = id.leak();
    let right: &'static [(&str, &str)] = vec![("address[line1]", "9 Oak Street"), ("id", leak)].leak();
    assert_eq!(ada.send("/api/account/address", &with(right)).await, "/en/account/addresses?heard=saved");
    // The country lays the form anew, and keeps what was typed; of an empty one there is nothing to keep.
    let relaid: &'static [(&str, &str)] = vec![("address[country]", "LV"), ("relay", "1"), ("id", leak)].leak();
    assert_eq!(ada.send("/api/account/address", &with(relaid)).await, format!("/en/account/addresses/{leak}?relaid"));
    assert_eq!(ada.send("/api/account/address", &with(right)).await, "/en/account/addresses?heard=saved");
    let empty = [("lang", "en"), ("address[country]", "FR"), ("relay", "1")];
    assert_eq!(ada.send("/api/account/address", &empty).await, "/en/account/addresses/new?country=FR");
    // The one that is taken first stands in the checkout, however long ago it was used.
    ada.send("/api/account/address-kept", &[("lang", "en"), ("id", leak)]).await;
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    assert_eq!(value(&ada.read("/en/checkout/address").await, "address[line1]"), "9 Oak Street");
    rig.wait(300 * 24 * 3600);
    rig.work().await;
    let ada = signed_in(&rig, ada, ADA).await;
    let book = ada.read("/en/account/addresses").await;
    assert!(book.contains("9 Oak Street") && book.contains("1 Elm Street") && book.contains("Taken first"), "{book}");
    let eve = signed_in(&rig, rig.shopper(), "eve@example.org").await;
    for sent in [with(right), vec![("lang", "en"), ("id", leak)]] {
        let path = if sent.len() > 2 { "/api/account/address" } else { "/api/account/address-kept" };
        assert_eq!(eve.post(path, &sent).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    eve.send("/api/account/address-kept", &[("lang", "en"), ("id", leak), ("remove", "true")]).await;
    assert_eq!(eve.open(&format!("/en/account/addresses/{leak}")).await.status, StatusCode::NOT_FOUND);
    assert!(ada.read("/en/account/addresses").await.contains("9 Oak Street"), "it is not eve's");
    ada.send("/api/account/address-kept", &[("lang", "en"), ("id", leak), ("remove", "true")]).await;
    assert!(!ada.read("/en/account/addresses").await.contains("9 Oak Street"));
    let links = ada.read("/en/account").await;
    for room in ["profile", "addresses", "email", "data"] {
        assert!(links.contains(&format!("href=\"/en/account/{room}\"")), "{room}");
    }
    assert!(links.contains("href=\"/en/messages/") && links.contains("href=\"/en/help/returns\""));
    assert!(between(&rig.shopper().read("/en/help/privacy").await, "<article", "</article>").contains("If you have an account"));
}
