//! Being told when a thing in a list costs less or is back: asked for, confirmed, once for each fall, and stopped.

use std::collections::BTreeSet;
use std::path::PathBuf;

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::account::{ADA, signed_in};
use crate::form::{between, in_order, value};
use crate::rig::{GOODS, Rig};
use crate::shopper::Shopper;
use crate::wishlists::{about, listed, number};

const BOB: &str = "bob@example.org";
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Whoever reads the letters of one address as they come.
pub struct Reader<'a> {
    rig: &'a Rig,
    to: &'static str,
    seen: BTreeSet<PathBuf>,
}

impl<'a> Reader<'a> {
    fn of(rig: &'a Rig, to: &'static str) -> Self {
        Self { rig, to, seen: BTreeSet::new() }
    }

    /// What came since the last look, once the work that is due is done.
    pub async fn news(&mut self) -> Vec<String> {
        self.rig.work().await;
        let Ok(folder) = std::fs::read_dir(self.rig.shop.house.config.data.join("mail")) else { return Vec::new() };
        let paths = folder.map(|one| one.unwrap().path()).filter(|path| path.extension().is_some_and(|kind| kind == "eml"));
        let new: Vec<PathBuf> = paths.filter(|path| self.seen.insert(path.clone())).collect();
        let read = new.iter().map(|path| std::fs::read_to_string(path).unwrap().replace("=\r\n", "").replace("=3D", "="));
        read.filter(|letter| letter.contains(&format!("\r\nTo: {}\r\n", self.to))).collect()
    }

    /// The one letter that came.
    pub async fn letter(&mut self) -> String {
        let mut news = self.news().await;
        assert_eq!(news.len(), 1, "{news:?}");
        news.remove(0)
    }

    pub async fn nothing(&mut self, why: &str) {
        assert_eq!(self.news().await, Vec::<String>::new(), "{why}");
    }
}

pub fn subject(letter: &str) -> &str {
    between(letter, "\r\nSubject: ", "\r\n")
}

/// The goods with other prices of the oat mug and of the pan.
pub fn priced(oat: &str, pan: &str) -> String {
    GOODS.replace("Oat,21.00", &format!("Oat,{oat}")).replace("P-1,,,49.00", &format!("P-1,,,{pan}"))
}

/// The merchant takes in other prices or stock, and what is due then is done.
pub async fn falls(rig: &Rig, goods: &str) {
    rig.take_in(goods).await;
    rig.work().await;
}

fn key_in(letter: &str) -> String {
    between(letter, "/en/lists/confirm?key=", "\r\n").chars().take(64).collect()
}

async fn confirm(who: &Shopper<'_>, key: &str) -> String {
    who.send("/api/lists/confirm", &[("lang", "en"), ("key", key)]).await
}

/// Bob's list with a mug and a pan in it, and his address confirmed.
pub async fn watched<'a>(rig: &'a Rig, bob: &Shopper<'_>) -> (String, Reader<'a>) {
    let list = listed(bob, &rig.variant("ridge-mug", "Oat").await, "1").await;
    listed(bob, &rig.variant("carbon-pan", "").await, "1").await;
    let mut reader = Reader::of(rig, BOB);
    reader.news().await;
    about(bob, "watch", &list, &[("email", BOB)]).await;
    let key = key_in(&reader.letter().await);
    assert_eq!(confirm(bob, &key).await, "/en/lists/confirm?heard=watched");
    (list, reader)
}

#[tokio::test]
async fn an_address_that_is_typed_is_told_nothing_before_the_link_in_a_letter_was_pressed() {
    let rig = Rig::new().await;
    let (bob, mut reader) = (rig.shopper(), Reader::of(&rig, BOB));
    let list = listed(&bob, &rig.variant("ridge-mug", "Oat").await, "1").await;
    for (typed, code) in [("", "empty"), ("bob at home", "shape")] {
        let back = about(&bob, "watch", &list, &[("email", typed)]).await;
        assert_eq!(back, format!("{list}?heard={code}"), "what was typed is in no address");
        let page = bob.read(&back).await;
        in_order(&page, &["There is a problem", "href=\"#email\"", "id=\"email-error\""]);
        assert_eq!(value(&page, "email"), typed);
    }
    let asked = about(&bob, "watch", &list, &[("email", " bob@example.org ")]).await;
    assert_eq!(asked, format!("{list}?heard=asked"));
    in_order(&bob.read(&asked).await, &["A letter with a link is on its way.", "We have sent a letter to bob@example.org."]);
    let letter = reader.letter().await;
    assert_eq!(subject(&letter), "Shall we tell you of your list?");
    let first = key_in(&letter);
    falls(&rig, &priced("19.00", "49.00")).await;
    rig.wait(HOUR);
    reader.nothing("nobody has confirmed anything").await;
    about(&bob, "watch", &list, &[("email", BOB)]).await;
    let key = key_in(&reader.letter().await);
    let elsewhere = rig.shopper();
    assert!(elsewhere.read(&format!("/en/lists/confirm?key={first}")).await.contains("no longer works"), "a newer one was sent");
    for _ in 0..2 {
        let page = elsewhere.read(&format!("/en/lists/confirm?key={key}")).await;
        assert!(value(&page, "key") == key && !page.contains("Ridge mug"), "a look uses nothing up and shows nothing: {page}");
    }
    assert_eq!(confirm(&elsewhere, &first).await, "/en/lists/confirm?heard=over");
    assert_eq!(confirm(&elsewhere, &key).await, "/en/lists/confirm?heard=watched");
    assert_eq!(confirm(&elsewhere, &key).await, "/en/lists/confirm?heard=over");
    assert!(bob.read(&list).await.contains("bob@example.org is told."));
    let seed = key.clone();
    let kept = rig.shop.house.db.read(move |conn| {
        conn.one("SELECT count(*) AS n FROM wishlist_watches WHERE token_hash = $1", &[&seed], |row| row.get::<_, i64>(0))
    });
    assert_eq!(kept.await.unwrap(), Some(0));
    reader.nothing("what fell before is no news").await;
}

#[tokio::test]
async fn what_falls_is_told_once_for_all_of_it_and_again_only_when_it_falls_further() {
    let rig = Rig::new().await;
    let bob = rig.shopper();
    let (_, mut reader) = watched(&rig, &bob).await;
    falls(&rig, &priced("15.00", "49.00")).await;
    reader.nothing("what else falls goes along").await;
    rig.wait(300);
    falls(&rig, &priced("15.00", "40.00")).await;
    rig.wait(700);
    let letter = reader.letter().await;
    assert_eq!(subject(&letter), "2 things in your list cost less now");
    in_order(&letter, &["Ridge mug (Oat)", "15.00", "21.00", "Carbon pan", "40.00", "49.00", "/en/lists"]);
    assert!(between(&letter, "\r\nList-Unsubscribe: <", ">").ends_with("/price_fell"), "{letter}");
    for (price, why) in [("15.00", "the same"), ("18.00", "it rose"), ("15.00", "it was told that it cost this")] {
        falls(&rig, &priced(price, "40.00")).await;
        rig.wait(DAY);
        reader.nothing(why).await;
    }
    falls(&rig, &priced("14.00", "40.00")).await;
    rig.wait(HOUR);
    let letter = reader.letter().await;
    assert_eq!(subject(&letter), "Ridge mug (Oat) costs less now");
    // Its price of yesterday is the lowest of thirty days, and beside a lower price the law wants that said.
    in_order(&letter, &["14.00", "15.00", "30 days", "15.00", "/en/products/ridge-mug?v="]);
    falls(&rig, &priced("13.00", "39.00")).await;
    falls(&rig, &priced("12.00", "49.00")).await;
    rig.wait(HOUR);
    let letter = reader.letter().await;
    in_order(&letter, &["Ridge mug (Oat) costs less now", "12.00", "14.00"]);
    assert!(!letter.contains("Carbon pan"), "it rose again before the letter left: {letter}");
    rig.books_are_right().await;
}

#[tokio::test]
async fn nobody_is_woken_by_a_price_and_what_is_no_news_in_the_morning_is_not_sent() {
    let rig = Rig::new().await;
    let bob = rig.shopper();
    let (list, mut reader) = watched(&rig, &bob).await;
    // It is eleven in the morning in Riga.
    rig.wait(12 * HOUR);
    falls(&rig, &priced("15.00", "40.00")).await;
    rig.wait(HOUR);
    reader.nothing("it is midnight").await;
    rig.wait(8 * HOUR + 1800);
    reader.nothing("it is half past eight").await;
    rig.wait(1800);
    assert_eq!(subject(&reader.letter().await), "2 things in your list cost less now");
    falls(&rig, &priced("10.00", "40.00")).await;
    falls(&rig, &priced("21.00", "40.00")).await;
    rig.wait(HOUR);
    reader.nothing("it rose again").await;
    falls(&rig, &priced("9.00", "30.00")).await;
    let items = bob.read(&list).await;
    for item in items.split("name=\"item\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect::<BTreeSet<_>>()
    {
        about(&bob, "remove", &list, &[("item", item)]).await;
    }
    rig.wait(HOUR);
    reader.nothing("neither is in the list any more").await;
}

#[tokio::test]
async fn one_click_stops_the_letters_and_asking_again_begins_them_again() {
    let rig = Rig::new().await;
    let bob = rig.shopper();
    let (list, mut reader) = watched(&rig, &bob).await;
    falls(&rig, &priced("20.00", "49.00")).await;
    rig.wait(HOUR);
    let letter = reader.letter().await;
    let click = between(&letter, "\r\nList-Unsubscribe: <http://127.0.0.1:3000", ">").to_owned();
    let form = Request::post(&click).header("content-type", "application/x-www-form-urlencoded");
    let stopped = rig.shop.ask(form.body(Body::from("List-Unsubscribe=One-Click")).unwrap()).await;
    assert_eq!(stopped.status, StatusCode::OK);
    falls(&rig, &priced("19.00", "49.00")).await;
    rig.wait(HOUR);
    reader.nothing("it was stopped").await;
    about(&bob, "unwatch", &list, &[]).await;
    about(&bob, "watch", &list, &[("email", BOB)]).await;
    confirm(&bob, &key_in(&reader.letter().await)).await;
    falls(&rig, &priced("18.00", "49.00")).await;
    rig.wait(HOUR);
    assert_eq!(subject(&reader.letter().await), "Ridge mug (Oat) costs less now");
    about(&bob, "unwatch", &list, &[]).await;
    assert!(bob.read(&list).await.contains("id=\"email\""));
    falls(&rig, &priced("17.00", "49.00")).await;
    rig.wait(HOUR);
    reader.nothing("nobody is told any more").await;
}

#[tokio::test]
async fn ada_is_told_at_her_own_address_that_the_moss_mug_is_back_once_a_week_at_most() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    let mut reader = Reader::of(&rig, ADA);
    reader.news().await;
    let list = listed(&ada, &rig.variant("ridge-mug", "Moss").await, "1").await;
    let page = ada.read(&list).await;
    assert!(page.contains("We write to ada@example.org.") && !page.contains("id=\"email\""), "she types nothing: {page}");
    assert_eq!(about(&ada, "watch", &list, &[("email", BOB)]).await, format!("{list}?heard=watched"));
    assert!(ada.read(&list).await.contains("ada@example.org is told."), "and nobody else");
    let with = |moss: u32, price: &str| GOODS.replace("Moss,18.00,,shopify,0", &format!("Moss,{price},,shopify,{moss}"));
    falls(&rig, &with(0, "17.00")).await;
    rig.wait(HOUR);
    reader.nothing("what is sold out is not cheaper").await;
    falls(&rig, &with(4, "17.00")).await;
    falls(&rig, &with(5, "17.00")).await;
    let letter = reader.letter().await;
    assert_eq!(subject(&letter), "Ridge mug (Moss) is back");
    assert!(between(&letter, "\r\nList-Unsubscribe: <", ">").ends_with("/back_in_stock"), "{letter}");
    for (wait, told) in [(DAY, 0), (7 * DAY, 1)] {
        falls(&rig, &with(0, "17.00")).await;
        rig.wait(wait);
        falls(&rig, &with(1, "17.00")).await;
        assert_eq!(reader.news().await.len(), told, "{wait}");
    }
    rig.books_are_right().await;
}

#[tokio::test]
async fn letters_that_ask_are_few_and_what_nobody_confirms_or_renews_is_forgotten() {
    const WATCHES: &str = "SELECT count(*) FROM wishlist_watches";
    let rig = Rig::new().await;
    let (bob, eve) = (rig.shopper(), rig.shopper());
    let (list, mut reader) = watched(&rig, &bob).await;
    let oat = rig.variant("ridge-mug", "Oat").await;
    let hers = listed(&eve, &oat, "1").await;
    for form in ["watch", "unwatch"] {
        let fields = [("lang", "en"), ("list", number(&list)), ("email", "eve@example.org")];
        assert_eq!(eve.post(&format!("/api/lists/{form}"), &fields).await.status, StatusCode::NOT_FOUND, "{form}");
    }
    for at in 0..8 {
        let hers = if at == 0 { hers.clone() } else { eve.send("/api/lists/make", &[("lang", "en"), ("name", "x")]).await };
        assert!(about(&eve, "watch", &hers, &[("email", "Bob@example.org")]).await.ends_with("?heard=asked"), "always the same");
    }
    let letters = reader.news().await.len() + Reader::of(&rig, "Bob@example.org").news().await.len();
    assert_eq!(letters, 5, "no more letters than that");
    assert_eq!(rig.count(WATCHES).await, 9);
    rig.wait(4 * DAY);
    rig.work().await;
    assert_eq!(rig.count(WATCHES).await, 1, "an address that nobody confirmed is forgotten");
    rig.wait(170 * DAY);
    listed(&bob, &rig.variant("last-lamp", "").await, "1").await;
    rig.wait(170 * DAY);
    listed(&bob, &rig.variant("ridge-mug", "Ink").await, "1").await;
    rig.wait(22 * DAY);
    rig.work().await;
    assert_eq!(rig.count(WATCHES).await, 0, "after a year they are asked anew");
    falls(&rig, &priced("9.00", "9.00")).await;
    rig.wait(HOUR);
    reader.nothing("nobody is told").await;
}
