//! What somebody looked at, kept with their account on all their devices: for who has ticked that, for so long, and no longer than
//! they want it.

use axum::body::Body;
use axum::http::StatusCode;
use domain::Never;

use crate::account::{ADA, signed_in};
use crate::form::between;
use crate::person::unpacked;
use crate::rig::Rig;
use crate::shopper::Shopper;

const BOB: &str = "bob@example.org";
const DAY: i64 = 24 * 3600;
const TICK: &str = "Keep what I looked at on all my devices";

async fn keep(who: &Shopper<'_>, wanted: bool) -> String {
    let mut fields = vec![("lang", "en")];
    fields.extend(wanted.then_some(("keep", "true")));
    who.send("/api/account/seen-keep", &fields).await
}

/// What a browser does on a page of the account: tells what it has seen since it told of any. What it is to remember, and what is
/// drawn.
async fn tells(who: &Shopper<'_>, ids: &str) -> (String, String) {
    let told = who.ask("/api/account/seen-join", &[("lang", "en"), ("ids", ids), ("list", "list")]).await;
    let text = |at: usize| told[at].as_str().unwrap().to_owned();
    (text(0), text(1))
}

/// The names on the page, in their order.
async fn shown(who: &Shopper<'_>) -> Vec<String> {
    let page = who.read("/en/account/seen").await;
    let cards = page.split("<h3>").skip(1).map(|rest| rest.split("</h3>").next().unwrap());
    cards.map(|card| between(card, "\">", "</a>").replace("<!>", "").replace("<!---->", "")).collect()
}

/// The merchant shows the lamp no longer.
async fn hide(rig: &Rig) {
    const HIDE: &str = "UPDATE products SET shown = 'draft' WHERE slug = 'last-lamp'";
    rig.shop.house.db.write::<_, Never>(|tx| Ok(tx.run(HIDE, &[]).map(drop)?)).await.unwrap();
}

async fn id(rig: &Rig, question: &'static str) -> String {
    rig.count(question).await.to_string()
}

async fn goods(rig: &Rig) -> [String; 4] {
    [
        id(rig, "SELECT id FROM products WHERE slug = 'ridge-mug'").await,
        id(rig, "SELECT id FROM products WHERE slug = 'carbon-pan'").await,
        id(rig, "SELECT id FROM products WHERE slug = 'last-lamp'").await,
        id(rig, "SELECT id FROM products WHERE slug = 'secret-jug'").await,
    ]
}

#[tokio::test]
async fn nothing_is_kept_of_what_ada_looks_at_before_she_has_ticked_that() {
    let rig = Rig::new().await;
    let [mug, ..] = goods(&rig).await;
    assert_eq!(rig.shopper().open("/en/account/seen").await.header("location"), "/en/account/sign-in");
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    assert!(ada.read("/en/account").await.contains("href=\"/en/account/seen\""));
    let page = ada.read("/en/account/seen").await;
    assert!(page.contains(TICK) && page.contains("50 at most, each for 180 days"), "{page}");
    for (page, text) in [("seen", page), ("home", ada.read("/en/account").await)] {
        assert!(!text.contains(" checked") && !text.contains("/seen.js") && !text.contains("data-seen"), "{page}: {text}");
    }
    let answer = ada.post("/api/account/seen-join", &[("lang", "en"), ("ids", &mug)]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(rig.count("SELECT count(*) FROM goods_seen").await, 0);

    assert_eq!(keep(&ada, true).await, "/en/account/seen?heard=seen-on");
    let page = ada.read("/en/account/seen?heard=seen-on").await;
    assert!(page.contains(" checked") && page.contains("/seen.js") && page.contains("Nothing yet."), "{page}");
    assert!(ada.read("/en/account").await.contains("/seen.js"));
    assert!(!ada.read("/en/products/ridge-mug").await.contains("/seen.js"), "a product's page is as light as it was");
}

#[tokio::test]
async fn what_was_seen_on_both_devices_is_one_list_and_the_newest_moment_wins() {
    let rig = Rig::new().await;
    let [mug, pan, lamp, jug] = goods(&rig).await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    keep(&ada, true).await;
    let (here, drawn) = tells(&ada, &format!("{mug},{jug},{lamp},999999,-1,x")).await;
    assert_eq!(here, format!("{mug},{lamp}"), "what nobody finds is left out");
    assert!(drawn.contains("2 things you looked at in this browser"), "{drawn}");
    assert_eq!(shown(&ada).await, ["Ridge mug", "Last lamp"]);

    rig.wait(60);
    let telephone = signed_in(&rig, rig.shopper(), ADA).await;
    let (here, _) = tells(&telephone, &format!("{pan},{lamp}")).await;
    assert_eq!(here, format!("{pan},{lamp},{mug}"));
    rig.wait(60);
    assert_eq!(tells(&ada, "").await, (here, String::new()), "who has seen nothing new moves nothing");
    assert_eq!(shown(&ada).await, ["Carbon pan", "Last lamp", "Ridge mug"]);

    hide(&rig).await;
    assert_eq!(shown(&telephone).await, ["Carbon pan", "Ridge mug"]);
    assert_eq!(tells(&ada, "").await.0, format!("{pan},{mug}"));
}

#[tokio::test]
async fn what_was_not_hers_goes_out_again_and_what_was_there_before_stays() {
    let rig = Rig::new().await;
    let [mug, pan, lamp, _] = goods(&rig).await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    keep(&ada, true).await;
    tells(&ada, &format!("{mug},{pan}")).await;
    rig.wait(60);
    let family = signed_in(&rig, rig.shopper(), ADA).await;
    let (_, drawn) = tells(&family, &format!("{lamp},{pan}")).await;
    assert_eq!(shown(&family).await, ["Last lamp", "Carbon pan", "Ridge mug"]);
    let join = between(&drawn, "name=\"join\" value=\"", "\"").to_owned();
    let undo = [("lang", "en"), ("join", join.as_str())];
    let bob = signed_in(&rig, rig.shopper(), BOB).await;
    keep(&bob, true).await;
    bob.send("/api/account/seen-undo", &undo).await;
    assert_eq!(shown(&ada).await.len(), 3, "bob undoes nothing of hers");
    for _ in 0..2 {
        assert_eq!(family.send("/api/account/seen-undo", &undo).await, "/en/account/seen?heard=seen-out");
        assert_eq!(shown(&family).await, ["Ridge mug", "Carbon pan"]);
    }
    let page = family.read("/en/account/seen?heard=seen-out").await;
    assert!(page.contains("They are out of your account again.") && !page.contains("Not mine"), "{page}");
    assert_eq!(tells(&family, "").await.0, format!("{mug},{pan}"));
    rig.wait(DAY + 60);
    assert!(!ada.read("/en/account/seen").await.contains("Not mine"), "that was yesterday");
}

#[tokio::test]
async fn unticking_deletes_all_of_it_at_once_and_so_does_forgetting() {
    let rig = Rig::new().await;
    let [mug, pan, ..] = goods(&rig).await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    keep(&ada, true).await;
    tells(&ada, &format!("{mug},{pan}")).await;
    assert_eq!(ada.send("/api/account/seen-forget", &[("lang", "en")]).await, "/en/account/seen?heard=seen-forgotten");
    assert_eq!(rig.count("SELECT count(*) FROM goods_seen").await, 0);
    tells(&ada, &pan).await;
    assert_eq!(shown(&ada).await, ["Carbon pan"], "it goes on");
    for (who, says) in [(&ada, "Your account keeps them"), (&rig.shopper(), "Only this browser remembers them")] {
        let drawn = who.request(&format!("/api/catalogue/seen?lang=en&ids={mug}"), "application/json").body(Body::empty());
        let drawn = who.keep(drawn.unwrap()).await;
        assert!(drawn.text().contains(says), "{}", drawn.text());
        assert_eq!(drawn.header("cache-control"), "private, no-store");
    }
    assert_eq!(keep(&ada, false).await, "/en/account/seen?heard=seen-off");
    assert_eq!(rig.count("SELECT (SELECT count(*) FROM goods_seen) + (SELECT count(*) FROM goods_seen_keepers)").await, 0);
    assert_eq!(shown(&ada).await, Vec::<String>::new());
}

#[tokio::test]
async fn fifty_things_are_kept_and_each_for_half_a_year() {
    const HEAD: &str = "Handle,Title,Vendor,Type,Status,SKU,Price,Variant Inventory Tracker,Variant Inventory Qty\n";
    let many: String = (0..60).map(|at| format!("cup-{at},Cup {at},Kalna,Cups,active,C-{at},9.00,shopify,5\n")).collect();
    let rig = Rig::selling(&format!("{HEAD}{many}")).await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    keep(&ada, true).await;
    let first = rig.count("SELECT min(id) FROM products").await;
    for from in (0..60).step_by(10) {
        let ids: Vec<_> = (from..from + 10).map(|at| (first + at).to_string()).collect();
        tells(&ada, &ids.join(",")).await;
        rig.wait(60);
    }
    assert_eq!(rig.count("SELECT count(*) FROM goods_seen").await, 50);
    assert_eq!(shown(&ada).await.len(), 50);
    assert_eq!(tells(&ada, "").await.0.split(',').count(), 12, "a browser remembers no more");
    for _ in 0..2 {
        rig.wait(91 * DAY);
        rig.work().await;
    }
    assert_eq!(rig.count("SELECT count(*) FROM goods_seen").await, 0);
}

#[tokio::test]
async fn it_is_told_as_a_file_and_deleted_with_her() {
    let rig = Rig::new().await;
    let [mug, ..] = goods(&rig).await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    keep(&ada, true).await;
    tells(&ada, &mug).await;
    let files = unpacked(&ada.open("/en/account/data.zip").await.body);
    let text = |name: &str| String::from_utf8_lossy(&files[name]).into_owned();
    assert!(text("goods_seen.csv").contains("Ridge mug"), "{}", text("goods_seen.csv"));
    assert!(text("goods_seen_keepers.csv").starts_with("since"), "{}", text("goods_seen_keepers.csv"));
    ada.send("/api/account/delete", &[("lang", "en"), ("sure", "true")]).await;
    assert_eq!(rig.count("SELECT (SELECT count(*) FROM goods_seen) + (SELECT count(*) FROM goods_seen_keepers)").await, 0);
    let privacy = rig.shopper().read("/en/help/privacy").await;
    assert!(privacy.contains("50 at most, each for 180 days"), "{privacy}");
}

const FORGET: &str = "\"cache\", \"storage\"";

#[tokio::test]
async fn a_browser_forgets_what_ada_saw_when_her_session_ended_somewhere_else() {
    let rig = Rig::new().await;
    let library = signed_in(&rig, rig.shopper(), ADA).await;
    let home = signed_in(&rig, rig.shopper(), ADA).await;
    assert_eq!(library.open("/en/products/ridge-mug").await.header("clear-site-data"), "");
    home.post("/api/account/sign-out", &[("lang", "en"), ("everywhere", "true")]).await;
    let next = library.open("/en/products/ridge-mug").await;
    assert_eq!((next.status, next.header("clear-site-data")), (StatusCode::OK, FORGET));
    assert_eq!(next.header("cache-control"), "private, no-store", "nobody else is given that answer");
    assert_eq!(library.cookie("account"), "");
    assert_eq!(library.open("/en/products/ridge-mug").await.header("clear-site-data"), "", "once");
    assert_eq!(rig.shopper().open("/en/products/ridge-mug").await.header("clear-site-data"), "");
}

#[tokio::test]
async fn a_browser_forgets_what_ada_saw_when_bob_signs_in_in_her_place_and_not_when_she_does() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    let key = crate::account::key_of(&rig, &ada, ADA).await;
    let again = ada.post("/api/account/enter", &[("lang", "en"), ("key", &key)]).await;
    assert_eq!((again.header("location"), again.header("clear-site-data")), ("/en/account", ""));
    let key = crate::account::key_of(&rig, &ada, BOB).await;
    let bob = ada.post("/api/account/enter", &[("lang", "en"), ("key", &key)]).await;
    assert_eq!((bob.header("location"), bob.header("clear-site-data")), ("/en/account", FORGET));
    assert!(ada.read("/en/account").await.contains(BOB));
}
