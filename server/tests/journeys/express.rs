//! The short way: a button that says how it is paid, and a checkout that asks only for what is not known.

use crate::form::{in_order, value};
use crate::rig::Rig;
use crate::shopper::Shopper;

const PAN: &str = "/en/products/carbon-pan";

fn button(way: &str) -> String {
    format!("formaction=\"/api/checkout/express\" name=\"way\" value=\"{way}\"")
}

/// Presses a button on the page of a thing. Says where it leads.
async fn press(ada: &Shopper<'_>, page: &str, quantity: &str, way: &str) -> String {
    let html = ada.read(page).await;
    assert!(html.contains(&button(way)), "{html}");
    let (variant, back) = (value(&html, "variant"), value(&html, "back"));
    let fields = [("lang", "en"), ("variant", variant), ("back", back), ("quantity", quantity), ("way", way)];
    ada.send("/api/checkout/express", &fields).await
}

#[tokio::test]
async fn a_product_has_the_buttons_that_are_at_home_where_the_shopper_is() {
    let rig = Rig::new().await;
    let german = rig.shopper().with("prefs", "en.DE.EUR").read(PAN).await;
    in_order(&german, &[&button("paypal"), "PayPal", &button("apple_pay"), "Apple Pay", &button("google_pay"), "Google Pay"]);
    let gone = rig.shopper().read("/en/products/old-stool").await;
    assert!(!gone.contains("/api/checkout/express"), "what cannot be bought has none");
}

#[tokio::test]
async fn who_is_not_known_yet_is_asked_where_and_how_it_comes_and_not_how_it_is_paid() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    for _ in 0..2 {
        assert_eq!(press(&ada, PAN, "2", "apple_pay").await, "/en/checkout/address", "pressed twice it is not there twice");
    }
    assert_eq!(ada.cart().await["count"], 2);
    assert_eq!(ada.live_at(&[]).await, "/en/checkout/delivery");
    let to = ada.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await;
    assert_eq!(to, "/en/checkout/review");
    assert!(ada.read(&to).await.contains("Apple Pay"));
}

#[tokio::test]
async fn who_is_remembered_goes_straight_to_the_button_that_carries_the_sum() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    press(&ada, PAN, "1", "apple_pay").await;
    ada.live_at(&[("remember", "true")]).await;
    ada.send("/api/checkout/delivery", &[("lang", "en"), ("service", "express")]).await;
    let total = value(&ada.read("/en/checkout/review").await, "total").to_owned();
    ada.place(&total).await;
    let to = press(&ada, PAN, "1", "google_pay").await;
    assert_eq!(to, "/en/checkout/review");
    let review = ada.read(&to).await;
    in_order(&review, &["1 Elm Street", "Express, to the door", "Google Pay"]);
    assert!(ada.place(value(&review, "total")).await.starts_with("/testpay/pay/"));
    assert_eq!(rig.orders().await, 2);
}

#[tokio::test]
async fn the_cart_has_them_too_and_what_was_paid_with_last_stands_first() {
    let rig = Rig::new().await;
    let ada = rig.shopper().with("prefs", "en.DE.EUR");
    press(&ada, PAN, "1", "google_pay").await;
    in_order(&ada.read("/en/cart").await, &[&button("paypal"), &button("apple_pay"), &button("google_pay")]);
    ada.live_at(&[]).await;
    ada.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await;
    let pay = ada.place(value(&ada.read("/en/checkout/review").await, "total")).await;
    let paid = ada.send(&format!("{pay}/agree"), &[("story", "pays")]).await;
    assert!(ada.read(&paid).await.contains("Thank you"));
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    in_order(&ada.read("/en/cart").await, &[&button("google_pay"), &button("paypal")]);
    let to = ada.send("/api/checkout/express", &[("lang", "en"), ("way", "paypal")]).await;
    assert_eq!(to, "/en/checkout/address", "the cart is bought as it is");
    assert_eq!(ada.cart().await["count"], 1);
}

#[tokio::test]
async fn what_is_not_there_any_more_leads_back_to_its_page_and_an_empty_cart_to_the_cart() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let lamp = rig.variant("last-lamp", "").await;
    let fields = |quantity: &'static str| {
        [("lang", "en"), ("variant", lamp.as_str()), ("quantity", quantity), ("way", "paypal"), ("back", "/en/x")]
    };
    assert_eq!(ada.send("/api/checkout/express", &fields("2")).await, "/en/x?refused=left-1");
    assert_eq!(ada.send("/api/checkout/express", &fields("many")).await, "/en/x?refused=quantity");
    assert_eq!(ada.send("/api/checkout/express", &[("lang", "en"), ("way", "paypal")]).await, "/en/cart?checkout=over");
    let empty = rig.shopper().read("/en/cart").await;
    assert!(!empty.contains("/api/checkout/express\" name"), "there is nothing to buy");
}
