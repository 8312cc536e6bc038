//! Gift cards, from the product to the order that is paid with one, and back.

use axum::http::StatusCode;

use crate::desk;
use crate::form::{between, in_order, plain, value};
use crate::rig::Rig;
use crate::shopper::{GOOD_CARD, Shopper};

/// What another shop says of its gift cards; nobody counts them.
const CARDS: &str = "Handle,Title,Price,Gift Card,Option1 Name,Option1 Value\ngift-card,Gift card,50.00,TRUE,Amount,50\n";

/// Somebody who buys a card of 50 and nothing else; the order's page and the card's code.
async fn buys_a_card<'a>(rig: &'a Rig) -> (Shopper<'a>, String, String) {
    rig.take_in(CARDS).await;
    let ben = rig.shopper();
    ben.put(&rig.variant("gift-card", "50").await, "1").await;
    assert_eq!(ben.live_at(&[]).await, "/en/checkout/delivery");
    let delivery = plain(&ben.read("/en/checkout/delivery").await);
    assert!(delivery.contains("On the order’s page, at once") && !delivery.contains("value=\"standard\""), "{delivery}");
    assert_eq!(ben.send("/api/checkout/delivery", &[("lang", "en"), ("service", "online")]).await, "/en/checkout/payment");
    ben.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await;
    let pay = ben.place(value(&ben.read("/en/checkout/review").await, "total")).await;
    let link = pays(rig, &ben, &pay).await;
    let page = ben.read(&link).await;
    let code = between(between(&page, "Your gift cards", "</section>"), "<bdi dir=\"ltr\">", "</bdi>").to_owned();
    assert_eq!(code.len(), 24, "{code}");
    (ben, link, code)
}

/// Pays with a card and comes back; the money is taken as soon as it may be. The order's page, with the key in its link.
async fn pays(rig: &Rig, ben: &Shopper<'_>, pay: &str) -> String {
    let back = ben.pay(pay, GOOD_CARD).await.header("location").to_owned();
    assert!(ben.read(&back).await.contains("Thank you"), "{back}");
    rig.work().await;
    back.strip_suffix("&paid").unwrap().to_owned()
}

/// A pan and 5.90 of delivery, up to the review.
async fn at_review(rig: &Rig) -> Shopper<'_> {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.reach_review().await;
    ada
}

async fn types(ada: &Shopper<'_>, code: &str) {
    ada.send("/api/offers/code", &[("lang", "en"), ("code", code), ("back", "/en/checkout/review")]).await;
}

#[tokio::test]
async fn a_card_comes_without_a_parcel_and_pays_a_part_of_the_next_order() {
    let rig = Rig::new().await;
    let (ben, link, code) = buys_a_card(&rig).await;
    let page = plain(&ben.read(&link).await);
    assert!(page.contains("Ready") && page.contains("Gift card of €50.00"), "{page}");
    assert_eq!(rig.count("SELECT count(*) FROM parcels").await, 0);
    let ada = at_review(&rig).await;
    types(&ada, &code.to_lowercase().replace('-', " ")).await;
    let review = ada.read("/en/checkout/review").await;
    let tail = &code[20..];
    in_order(&review, &["Total", &format!("Gift card ···{tail}"), "-€50.00", "Left to pay"]);
    let pay = ada.place(value(&review, "total")).await;
    let order = plain(&ada.read(&pays(&rig, &ada, &pay).await).await);
    in_order(&order, &["Total", &format!("Gift card ···{tail}"), "-€50.00", "Left to pay"]);
    assert!(plain(&ben.read(&link).await).contains("€0.00 is left on it."));
    rig.books_are_right().await;
}

#[tokio::test]
async fn where_cards_pay_for_everything_nobody_is_led_to_a_provider() {
    let rig = Rig::new().await;
    let ((_, _, one), (_, _, two)) = (buys_a_card(&rig).await, buys_a_card(&rig).await);
    let ada = at_review(&rig).await;
    types(&ada, &one).await;
    types(&ada, &two).await;
    let review = ada.read("/en/checkout/review").await;
    assert_eq!(value(&review, "total"), "0");
    assert!(review.contains("Place the order") && !review.contains("Pay €"), "the button says what it does");
    let done = ada.send("/api/checkout/place", &[("lang", "en"), ("total", "0"), ("currency", "EUR")]).await;
    assert!(done.contains("/en/orders/"), "{done}");
    let order = plain(&ada.read(&done[done.find("/en/orders/").unwrap()..]).await);
    assert!(order.contains("Thank you") && order.contains("Nothing was left to pay."), "{order}");
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM parcels").await, 1);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_card_that_does_not_pay_says_why_and_is_taken_up_again() {
    let rig = Rig::new().await;
    rig.takes_rates().await;
    let (_, _, code) = buys_a_card(&rig).await;
    let ada = rig.shopper().with("prefs", "en..USD");
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.send("/api/offers/code", &[("lang", "en"), ("code", &code)]).await;
    let cart = ada.read("/en/cart").await;
    assert!(plain(&cart).contains("It holds €50.00, and pays in that currency only."), "{cart}");
    let card = value(&cart, "card").to_owned();
    ada.send("/api/offers/card", &[("lang", "en"), ("card", &card)]).await;
    assert!(!ada.read("/en/cart").await.contains("It holds"));
    let other = rig.shopper();
    other.put(&rig.variant("carbon-pan", "").await, "1").await;
    other.send("/api/offers/card", &[("lang", "en"), ("card", &card)]).await;
    assert_eq!(rig.count("SELECT count(*) FROM cart_cards").await, 0, "whoever knows a number has no card");
}

#[tokio::test]
async fn guesses_at_cards_are_told_what_guesses_at_codes_are_and_run_out() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    for at in 0..10 {
        ada.send("/api/offers/code", &[("lang", "en"), ("code", &format!("2222-2222-2222-2222-222{}", at % 8 + 2))]).await;
        ada.send("/api/offers/drop", &[("lang", "en"), ("code", &format!("2222222222222222222{}", at % 8 + 2))]).await;
    }
    let answer = ada.ask("/api/offers/code", &[("lang", "en"), ("code", "2222-2222-2222-2222-2222")]).await;
    assert!(!answer["fine"].as_bool().unwrap(), "{answer}");
}

#[tokio::test]
async fn the_desk_gives_store_credit_in_place_of_money() {
    let rig = desk::rig().await;
    let ben = at_review(&rig).await;
    let pay = ben.place(value(&ben.read("/en/checkout/review").await, "total")).await;
    let link = pays(&rig, &ben, &pay).await;
    rig.carrier_tells("1", "picked_up", 1, None).await;
    rig.work().await;
    let number = between(&link, "/en/orders/", "?").to_owned();
    let ada = desk::ada(&rig).await;
    let page = ada.read(&format!("/desk/orders/{number}")).await;
    let fields = [
        ("number", number.as_str()),
        ("refund[left]", value(&page, "refund[left]")),
        ("refund[lines][0]", "1"),
        ("refund[onto_card]", "1"),
    ];
    assert_eq!(ada.send("/api/desk/refund", &fields).await, format!("/desk/orders/{number}?saved="));
    let order = plain(&ben.read(&link).await);
    assert!(order.contains("€49.00 of store credit, in place of money back"), "{order}");
    assert_eq!(rig.count("SELECT sum(returned) FROM payments").await, 0, "the money stays with the shop");
    rig.books_are_right().await;
}

#[tokio::test]
async fn the_codes_are_for_whoever_may_see_the_order() {
    let rig = Rig::new().await;
    let (_, link, _) = buys_a_card(&rig).await;
    let (path, _) = link.split_once('?').unwrap();
    assert_eq!(rig.shopper().open(path).await.status, StatusCode::NOT_FOUND);
}
