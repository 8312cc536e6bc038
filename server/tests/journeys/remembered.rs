//! Addresses a browser was asked to remember: for it alone, a few, for a while, and until it says to forget.

use crate::form::{between, in_order, value};
use crate::rig::Rig;
use crate::shopper::Shopper;

const WISHED: (&str, &str) = ("remember", "true");
const DAYS: i64 = 24 * 3600;

/// Ada has ordered to an address that is remembered, by express, and begins another purchase.
async fn ordered<'a>(rig: &'a Rig, address: &[(&str, &str)]) -> Shopper<'a> {
    let ada = rig.shopper();
    orders(rig, &ada, address, "express").await;
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada
}

async fn orders(rig: &Rig, ada: &Shopper<'_>, address: &[(&str, &str)], service: &str) {
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.live_at(address).await;
    ada.send("/api/checkout/delivery", &[("lang", "en"), ("service", service)]).await;
    ada.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await;
    let total = value(&ada.read("/en/checkout/review").await, "total").to_owned();
    assert!(ada.place(&total).await.starts_with("/testpay/pay/"));
}

fn ticked(page: &str) -> bool {
    page.split('<').find(|tag| tag.contains("name=\"remember\"")).unwrap().contains(" checked")
}

#[tokio::test]
async fn what_is_not_wished_is_not_remembered() {
    let rig = Rig::new().await;
    let ada = ordered(&rig, &[]).await;
    let page = ada.read("/en/checkout/address").await;
    assert!(!ticked(&page) && value(&page, "address[line1]").is_empty(), "{page}");
    assert!(!ada.read("/en/orders").await.contains("Remembered addresses"));
    assert_eq!(rig.count("SELECT count(*) FROM remembered_addresses").await, 0);
}

#[tokio::test]
async fn what_is_remembered_stands_in_the_form_and_the_way_it_came_is_chosen() {
    let rig = Rig::new().await;
    let ada = ordered(&rig, &[WISHED]).await;
    let page = ada.read("/en/checkout/address").await;
    in_order(&page, &["filled in from what this device remembers", "Forget it", "value=\"1 Elm Street\""]);
    assert!(ticked(&page), "{page}");
    assert_eq!(ada.live_at(&[WISHED]).await, "/en/checkout/delivery");
    let delivery = ada.read("/en/checkout/delivery").await;
    assert!(delivery.contains("value=\"express\" checked"), "{delivery}");
    assert_eq!(rig.count("SELECT count(*) FROM remembered_addresses").await, 1, "it is the same address");
}

#[tokio::test]
async fn an_address_that_is_still_wrong_keeps_its_tick_and_is_not_remembered() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let to = ada.live_at(&[WISHED, ("email", "nobody")]).await;
    assert!(ticked(&ada.read(&to).await));
    ada.live_at(&[WISHED, ("relay", "1"), ("country", "LV")]).await;
    assert!(ticked(&ada.read("/en/checkout/address").await), "another form is laid, what was ticked goes along");
    assert_eq!(rig.count("SELECT count(*) FROM remembered_addresses").await, 0);
}

#[tokio::test]
async fn of_several_one_is_chosen_and_four_are_kept() {
    let rig = Rig::new().await;
    let ada = ordered(&rig, &[WISHED]).await;
    for street in ["2 Elm Street", "3 Elm Street", "4 Elm Street", "5 Elm Street"] {
        rig.wait(60);
        orders(&rig, &ada, &[WISHED, ("line1", street)], "standard").await;
    }
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let page = ada.read("/en/checkout/address").await;
    in_order(&page, &["5 Elm Street ·", "4 Elm Street ·", "3 Elm Street ·", "2 Elm Street ·", "value=\"5 Elm Street\""]);
    assert!(!page.contains("1 Elm Street"), "the one that was used the longest ago has made room");
    let third = page.split("type=\"radio\" name=\"address\" value=\"").nth(3).unwrap().split('"').next().unwrap().to_owned();
    let to = ada.send("/api/checkout/remembered", &[("lang", "en"), ("address", &third)]).await;
    assert_eq!(to, "/en/checkout/delivery");
    assert_eq!(value(&ada.read("/en/checkout/address").await, "address[line1]"), "3 Elm Street");
    ada.send("/api/checkout/remembered", &[("lang", "en"), ("address", &third), ("forget", "true")]).await;
    let page = ada.read("/en/checkout/address").await;
    assert_eq!(page.matches("type=\"radio\" name=\"address\"").count(), 3);
    assert_eq!(value(&page, "address[line1]"), "3 Elm Street", "this checkout goes on as it was");
}

#[tokio::test]
async fn an_address_is_forgotten_on_the_page_of_the_orders_and_when_it_is_unticked() {
    let rig = Rig::new().await;
    let ada = ordered(&rig, &[WISHED]).await;
    let page = ada.read("/en/orders").await;
    in_order(&page, &["Remembered addresses", "180", "1 Elm Street", "Forget it"]);
    let fields = [("lang", "en"), ("address", value(&page, "address")), ("shown", "orders"), ("forget", "true")];
    assert_eq!(ada.send("/api/checkout/remembered", &fields).await, "/en/orders");
    assert!(!ada.read("/en/orders").await.contains("Remembered addresses"));
    ada.live_at(&[WISHED]).await;
    assert_eq!(rig.count("SELECT count(*) FROM remembered_addresses").await, 1);
    ada.live_at(&[]).await;
    assert_eq!(rig.count("SELECT count(*) FROM remembered_addresses").await, 0);
}

#[tokio::test]
async fn no_other_browser_sees_takes_or_forgets_it() {
    let rig = Rig::new().await;
    let ada = ordered(&rig, &[WISHED]).await;
    let id = value(&ada.read("/en/orders").await, "address").to_owned();
    let ben = rig.shopper();
    ben.put(&rig.variant("carbon-pan", "").await, "1").await;
    for forget in ["", "true"] {
        ben.send("/api/checkout/remembered", &[("lang", "en"), ("address", &id), ("forget", forget)]).await;
    }
    for path in ["/en/checkout/address", "/en/orders"] {
        assert!(!ben.read(path).await.contains("Elm Street"), "{path}");
    }
    assert!(ada.read("/en/orders").await.contains("Elm Street"));
    // Who has the cart, but not the browser's own secret, is another browser.
    let eve = rig.shopper().with("cart", &ada.cookie("cart"));
    assert!(!eve.read("/en/checkout/address").await.contains("Elm Street"));
}

#[tokio::test]
async fn half_a_year_unused_it_is_forgotten() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let fields: Vec<(String, &str)> =
        crate::shopper::ADDRESS.iter().map(|(name, value)| (format!("address[{name}]"), *value)).collect();
    let mut all = vec![("lang", "en"), WISHED];
    all.extend(fields.iter().map(|(name, value)| (name.as_str(), *value)));
    let answer = ada.post("/api/checkout/address", &all).await;
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().map(|line| line.to_str().unwrap()).collect();
    let sid = cookies.iter().find(|line| line.starts_with("sid=")).unwrap();
    assert_eq!(between(sid, "Max-Age=", ";").parse(), Ok(180 * DAYS), "the browser knows itself as long as the shop does");
    rig.wait(179 * DAYS);
    rig.work().await;
    assert!(ada.read("/en/orders").await.contains("1 Elm Street"));
    rig.wait(2 * DAYS);
    assert!(!ada.read("/en/orders").await.contains("1 Elm Street"));
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM remembered_addresses").await, 0);
}
