//! What else a product's page is good for: waiting for a thing, what goes with it, what was seen last, how it is rated.

use axum::body::Body;
use axum::http::StatusCode;
use serde_json::Value;

use crate::form::{between, in_order, plain, value};
use crate::rig::{GOODS, Rig};
use crate::shopper::{GOOD_CARD, Shopper};
use crate::support::Shop;

const WISHES: &str = "SELECT count(*) FROM restock_wishes";

/// Wishes for a variant, and says where that leads.
async fn wish(who: &Shopper<'_>, variant: &str, email: &str) -> String {
    who.send("/api/restock/wish", &[("lang", "en"), ("variant", variant), ("email", email)]).await
}

#[tokio::test]
async fn who_waits_for_moss_hears_the_same_the_first_time_and_the_second() {
    let rig = Rig::new().await;
    let moss = rig.variant("ridge-mug", "Moss").await;
    let page = rig.shopper().read(&format!("/en/products/ridge-mug?v={moss}")).await;
    in_order(&page, &["sold out", "action=\"/api/restock/wish\"", "You get one mail", "Tell me when it is back"]);
    assert!(!page.contains("/api/cart/add"), "{page}");
    assert_eq!((value(&page, "variant"), value(&page, "lang")), (moss.as_str(), "en"));
    let (ada, bob) = (rig.shopper(), rig.shopper());
    let first = wish(&ada, &moss, " ada@example.org ").await;
    assert_eq!(first, format!("/en/products/ridge-mug?v={moss}&wish=kept#restock"));
    assert_eq!(wish(&bob, &moss, "Ada@example.org").await, first, "nobody learns who waits already");
    assert_eq!(rig.count(WISHES).await, 1);
    let page = ada.read(&first).await;
    assert!(page.contains("It is noted.") && !page.contains("action=\"/api/restock/wish\""), "{page}");
    assert!(!page.contains("ada@example.org"), "{page}");
}

#[tokio::test]
async fn goods_that_come_in_are_told_to_who_waits_once_and_who_waits_in_vain_is_forgotten() {
    const DUE: &str = "SELECT count(*) FROM restock_wishes WHERE due_at IS NOT NULL";
    const WAITING: &str = "SELECT count(*) FROM outbox WHERE kind = 'tell_back' AND state = 'waiting'";
    let rig = Rig::new().await;
    let moss = rig.variant("ridge-mug", "Moss").await;
    wish(&rig.shopper(), &moss, "ada@example.org").await;
    rig.work().await;
    assert_eq!((rig.count(DUE).await, rig.count(WAITING).await), (0, 0));
    rig.take_in(&GOODS.replace("Moss,18.00,,shopify,0", "Moss,18.00,,shopify,4")).await;
    assert_eq!((rig.count(DUE).await, rig.count(WAITING).await), (1, 1));
    for _ in 0..3 {
        rig.work().await;
        rig.wait(24 * 3600);
    }
    assert_eq!((rig.count(WISHES).await, rig.count(WAITING).await), (0, 0));
    const TOLD: &str = "SELECT count(*) FROM notifications WHERE kind = 'back_in_stock' AND state = 'sent'";
    assert_eq!(rig.count(TOLD).await, 1, "once, however often it is looked");
    let stool = rig.variant("old-stool", "").await;
    wish(&rig.shopper(), &stool, "ada@example.org").await;
    rig.wait(366 * 24 * 3600);
    rig.work().await;
    assert_eq!((rig.count(WISHES).await, rig.count(TOLD).await), (0, 1), "after a year there is nobody to tell");
}

#[tokio::test]
async fn what_is_no_address_is_said_so_and_still_typed_there() {
    let rig = Rig::new().await;
    let moss = rig.variant("ridge-mug", "Moss").await;
    let long = format!("{}@example.org", "a".repeat(288));
    for (typed, code, says) in [
        ("", "empty", "Enter your e-mail address"),
        ("ada at \"home\"; <b>", "shape", "Enter an e-mail address in the form name@example.com"),
        ("имя@", "shape", "Enter an e-mail address in the form name@example.com"),
        (&long, "long", "Enter an e-mail address of at most 254 characters"),
    ] {
        let ada = rig.shopper();
        let back = wish(&ada, &moss, typed).await;
        assert_eq!(back, format!("/en/products/ridge-mug?v={moss}&wish={code}"), "what was typed is in no address");
        let answer = ada.open(&back).await;
        assert_eq!(answer.header("cache-control"), "private, no-store");
        let page = plain(answer.text());
        assert!(between(&page, "<title>", "</title>").starts_with("Error: Ridge mug"), "{page}");
        let link = format!("<a href=\"#email\">{says}</a>");
        in_order(
            &page,
            &[
                "<main",
                "There is a problem",
                &link,
                "<h1>",
                &format!("id=\"email-error\" class=\"error\">{says}</p>"),
                "id=\"email\"",
            ],
        );
        let escaped = typed.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        assert_eq!(value(&page, "email"), escaped);
        assert!(page.contains("aria-invalid=\"true\"") && page.contains("aria-describedby=\"email-error email-hint\""));
        let others = rig.shopper().read(&back).await;
        assert_eq!(value(&others, "email"), "", "only in the browser it was typed in");
    }
    assert_eq!(rig.count(WISHES).await, 0);
}

#[tokio::test]
async fn what_can_be_bought_is_not_waited_for_and_what_is_not_sold_is_nowhere() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let oat = rig.variant("ridge-mug", "Oat").await;
    let back = wish(&ada, &oat, "ada@example.org").await;
    assert_eq!(back, format!("/en/products/ridge-mug?v={oat}&wish=in-stock#back"));
    let page = ada.read(&back).await;
    in_order(&page, &["It is back already", "<a href=\"#add\">Put in cart</a>", "id=\"add\""]);
    for nothing in [rig.variant("past-bowl", "").await, rig.variant("secret-jug", "").await, "999999".to_owned(), "x".to_owned()]
    {
        let fields = [("lang", "en"), ("variant", &*nothing), ("email", "ada@example.org")];
        let answer = ada.post("/api/restock/wish", &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{nothing}");
        assert!(!answer.text().contains("/products/"), "{}", answer.text());
    }
    assert_eq!(rig.count(WISHES).await, 0);
    let gone = ada.read("/en/products/past-bowl").await;
    assert!(gone.contains("no longer sold") && !gone.contains("/api/restock/wish"), "{gone}");
}

/// Somebody buys these, up to the thanks.
async fn buys(rig: &Rig, email: &str, variants: &[String]) {
    let somebody = rig.shopper();
    for variant in variants {
        somebody.put(variant, "1").await;
    }
    somebody.live_at(&[("email", email)]).await;
    somebody.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await;
    somebody.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await;
    let total = value(&somebody.read("/en/checkout/review").await, "total").to_owned();
    let page = somebody.place(&total).await;
    let back = somebody.pay(&page, GOOD_CARD).await;
    assert!(somebody.read(back.header("location")).await.contains("Thank you"));
}

#[tokio::test]
async fn what_three_shoppers_bought_together_is_told_on_both_pages_and_two_is_nobodys_business() {
    let rig = Rig::new().await;
    let both = [rig.variant("ridge-mug", "Oat").await, rig.variant("carbon-pan", "").await];
    for email in ["ada@example.org", "bob@example.org", "Ada@example.org"] {
        buys(&rig, email, &both).await;
    }
    let page = rig.shopper().read("/en/products/ridge-mug").await;
    assert!(!page.contains("Often bought together"), "{page}");
    buys(&rig, "cem@example.org", &both).await;
    // A page is kept for some seconds of the machine's own clock; this one is another.
    let page = rig.shopper().read("/en/products/ridge-mug?wish=none").await;
    let together = between(&page, "<h2 id=\"together\">Often bought together</h2>", "</section>");
    assert!(together.contains("/en/products/carbon-pan"), "{together}");
    assert_eq!(page.matches("<h3><a href=\"/en/products/carbon-pan\">").count(), 1, "not once more among what stands beside it");
    assert!(rig.shopper().read("/en/products/carbon-pan").await.contains("<h3><a href=\"/en/products/ridge-mug\">"));
    rig.books_are_right().await;
}

/// What the script gets for these ids.
async fn seen(shopper: &Shopper<'_>, lang: &str, ids: &str) -> String {
    let path = format!("/api/catalogue/seen?lang={lang}&ids={ids}");
    let answer = shopper.keep(shopper.request(&path, "application/json").body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    assert!(!answer.header("cache-control").contains("public"), "{}", answer.header("cache-control"));
    plain(serde_json::from_slice::<Value>(&answer.body).unwrap().as_str().unwrap())
}

#[tokio::test]
async fn what_was_seen_is_drawn_in_its_order_at_todays_prices_and_what_is_gone_is_left_out() {
    const ID: &str = "SELECT id FROM products WHERE slug = $1";
    let rig = Rig::new().await;
    let mut ids = Vec::new();
    for slug in ["last-lamp", "past-bowl", "secret-jug", "carbon-pan"] {
        let id = rig.shop.house.db.read(|conn| conn.one(ID, &[&slug], |row| row.get::<_, i64>(0))).await.unwrap();
        ids.push(id.unwrap().to_string());
    }
    let ada = rig.shopper();
    rig.reprice("carbon-pan", 5100).await;
    let drawn = seen(&ada, "en", &ids.join(",")).await;
    in_order(
        &drawn,
        &["<h2 id=\"seen-title\">Seen last</h2>", "Last lamp", "Carbon pan", "€51.00", "Only this browser", "<button"],
    );
    assert!(!drawn.contains("Past bowl") && !drawn.contains("Secret jug"), "{drawn}");
    let page = ada.read("/en/products/carbon-pan").await;
    let place = format!("data-product=\"{}\" hidden", ids[3]);
    assert!(page.contains(&place), "empty, and for the script: {page}");
    assert!(seen(&ada, "ar", &ids[0]).await.contains("/ar/products/last-lamp"));
    for nothing in ["", "0", "x,;--,%3Cb%3E", &ids[1], "99999999999999999999"] {
        assert_eq!(seen(&ada, "en", nothing).await, "", "{nothing}");
    }
    let many = ids[0].clone() + &format!(",{}", ids[3]).repeat(100);
    assert_eq!(seen(&ada, "en", &many).await.matches("<li class=\"card\">").count(), 12, "not all that is asked");
}

#[tokio::test]
async fn a_rating_is_the_same_at_the_top_in_its_place_and_for_machines() {
    let shop = Shop::real().await;
    let page = Shopper::new(&shop).read("/en/products/ridge-mug").await;
    let rating = |text: &str| serde_json::from_str::<Value>(text).unwrap()["@graph"][0]["aggregateRating"].clone();
    let told = rating(between(&page, "<script type=\"application/ld+json\">", "</script>"));
    let (average, count) = (told["ratingValue"].as_str().unwrap(), told["ratingCount"].as_u64().unwrap());
    let says = format!("{average} of 5 stars from {count} ratings");
    in_order(&page, &["<h1>", "href=\"#reviews\"", &says, "id=\"reviews\"", &says]);
    let rig = Rig::new().await;
    let page = rig.shopper().read("/en/products/carbon-pan").await;
    assert!(!page.contains("href=\"#reviews\"") && !page.contains("aggregateRating"), "{page}");
    in_order(&page, &["id=\"reviews\"", "Nobody has rated this yet."]);
}
