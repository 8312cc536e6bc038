//! Addresses, borders and businesses: the checkout of somebody who lives elsewhere.

use crate::form::{in_order, value};
use crate::rig::Rig;
use crate::shopper::Shopper;
use crate::support::Shop;

#[tokio::test]
async fn without_script_a_change_of_country_lays_the_form_anew_and_loses_nothing() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let typed = [
        ("lang", "en"),
        ("address[email]", "ada@"),
        ("address[name]", "Ada"),
        ("address[line1]", "1 Chiyoda"),
        ("address[postcode]", "１００-０００１"),
        ("address[country]", "JP"),
        ("relay", "1"),
    ];
    assert_eq!(ada.send("/api/checkout/address", &typed).await, "/en/checkout/address?relaid");
    let page = ada.read("/en/checkout/address?relaid").await;
    assert!(!page.contains("There is a problem"), "nothing is complained about yet");
    in_order(&page, &["address[postcode]", "Prefecture", "東京都 · Tokyo", "address[line1]"]);
    assert_eq!(value(&page, "address[postcode]"), "１００-０００１");
    assert_eq!(value(&page, "address[email]"), "ada@");
    ada.send("/api/checkout/address", &[("lang", "en"), ("address[country]", "AE"), ("relay", "1")]).await;
    let page = ada.read("/en/checkout/address?relaid").await;
    assert!(page.contains("Emirate") && !page.contains("address[postcode]") && !page.contains("address[city]"));
}

#[tokio::test]
async fn a_postcode_that_seems_wrong_is_doubted_and_the_shopper_may_keep_it() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let odd = ("postcode", "1O115");
    assert_eq!(ada.live_at(&[odd]).await, "/en/checkout/address?errors");
    let page = ada.read("/en/checkout/address?errors").await;
    in_order(&page, &["name=\"take\" value=\"postcode=10115\"", "Use the address as I typed it"]);
    assert_eq!(ada.live_at(&[odd, ("take", "postcode=10115")]).await, "/en/checkout/delivery");
    assert_eq!(value(&ada.read("/en/checkout/address").await, "address[postcode]"), "10115");
    assert_eq!(ada.live_at(&[odd, ("address[keep]", "true")]).await, "/en/checkout/delivery");
}

#[tokio::test]
async fn nobody_pays_for_what_cannot_be_delivered() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.reach_review().await;
    assert_eq!(ada.live_at(&[("country", "KP")]).await, "/en/checkout/address?errors");
    let page = ada.read("/en/checkout/address?errors").await;
    assert!(page.contains("Nobody delivers to North Korea for us yet. Choose another country"));
    assert_eq!(ada.place("5590").await, "/en/checkout/address?errors");
    assert_eq!(rig.orders().await, 0);
}

#[tokio::test]
async fn what_crosses_a_border_says_so_before_it_is_paid() {
    let shop = Shop::real().await;
    let ada = Shopper::new(&shop);
    let variant = value(&ada.read("/en/products/carbon-pan").await, "variant").to_owned();
    ada.send("/api/cart/add", &[("lang", "en"), ("variant", &variant), ("quantity", "5")]).await;
    let to = [("country", "GB"), ("line1", "1 Elm Street"), ("city", "London"), ("postcode", "sw1a1aa")];
    assert_eq!(ada.live_at(&to).await, "/en/checkout/delivery");
    ada.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await;
    ada.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await;
    let page = ada.read("/en/checkout/review").await;
    in_order(&page, &["SW1A 1AA", "Without VAT: it leaves the European Union."]);
    in_order(&page, &["May be asked for on arrival (estimate)", "Import duty", "Import tax", "It is an estimate"]);
}

#[tokio::test]
async fn a_business_buys_without_tax_when_its_number_is_known_and_is_told_when_it_is_not() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.reach_review().await;
    assert_eq!(ada.live_at(&[("vat", "DE136695975")]).await, "/en/checkout/address?errors");
    let page = ada.read("/en/checkout/address?errors").await;
    assert!(page.contains("<a href=\"#vat\">Check the VAT number: one of its characters is wrong</a>"), "{page}");
    assert_eq!(value(&page, "vat"), "DE136695975", "what was typed stays");
    assert_eq!(ada.live_at(&[("vat", "de 136 695 976")]).await, "/en/checkout/delivery");
    let page = ada.read("/en/checkout/review").await;
    assert!(page.contains("Without VAT: the buyer accounts for it (reverse charge)."), "{page}");
    assert_eq!(value(&page, "total"), "4698", "55.90 less 19 per cent, line by line");
    let pay = ada.place("4698").await;
    assert!(pay.starts_with("/testpay/pay/"), "{pay}");
    let kept = "SELECT count(*) FROM orders WHERE vat_reference = 'EMBEDDED-DE136695976' AND vat_checked_at = 1795165200000";
    assert_eq!(rig.count(kept).await, 1, "the register's answer is kept as evidence");
}
