//! A checkout that can go no further: every form and every page says what happened, and where to go on.

use crate::form::{between, value};
use crate::rig::Rig;
use crate::shopper::{ADDRESS, Shopper};

const STEPS: [&str; 4] = ["address", "delivery", "payment", "review"];

async fn at_review(rig: &Rig) -> Shopper<'_> {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.reach_review().await;
    ada
}

/// Where every page of the checkout leads, and every form but the last.
async fn leads(who: &Shopper<'_>) -> Vec<String> {
    let mut led = Vec::new();
    for step in STEPS {
        led.push(who.open(&format!("/en/checkout/{step}")).await.header("location").to_owned());
    }
    led.push(who.live_at(&[]).await);
    for (form, field) in [("delivery", ("service", "standard")), ("payment", ("way", "card")), ("remembered", ("address", "1"))] {
        led.push(who.send(&format!("/api/checkout/{form}"), &[("lang", "en"), field]).await);
    }
    led
}

#[tokio::test]
async fn when_the_browser_has_lost_its_cart_every_step_says_so_and_nothing_is_ordered() {
    let rig = Rig::new().await;
    for lost in ["", "0", &"0".repeat(64)] {
        let ada = at_review(&rig).await.with("cart", lost);
        for to in leads(&ada).await.into_iter().chain([ada.place("5590").await]) {
            assert_eq!(to, "/en/cart?checkout=over");
        }
    }
    let page = rig.shopper().read("/en/cart?checkout=over").await;
    assert!(page.contains("This checkout is over") && page.contains("href=\"/en/orders\""), "{page}");
    assert!(!rig.shopper().read("/en/cart?checkout=%3Cb%3E").await.contains("checkout-ended"));
    assert_eq!(rig.orders().await, 0);
}

#[tokio::test]
async fn when_the_cart_is_an_order_every_step_leads_to_it_and_says_that_nothing_is_ordered_twice() {
    let rig = Rig::new().await;
    let ada = at_review(&rig).await;
    let pay = ada.place("5590").await;
    let number = between(&ada.read("/en/orders").await, "href=\"/en/orders/", "\"").to_owned();
    let order = format!("/en/orders/{number}?already");
    let fresh = "/en/cart?checkout=ordered".to_owned();
    let (a, o) = (&fresh, &order);
    assert_eq!(leads(&ada).await.iter().collect::<Vec<_>>(), [a, o, o, o, a, o, o, a]);
    assert_eq!(ada.place("5590").await, pay, "the button leads to the same payment");
    assert!(ada.read(&order).await.contains("Nothing was ordered twice."));
    assert!(ada.read(&fresh).await.contains("has been ordered already"));
    assert_eq!(rig.orders().await, 1);
}

#[tokio::test]
async fn the_address_form_asks_eight_things_at_most_wherever_it_goes() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let page = ada.read("/en/checkout/address").await;
    let list = between(&page, "name=\"address[country]\"", "</select>");
    let countries: Vec<&str> = list.split("<option value=\"").skip(1).map(|option| option.split('"').next().unwrap()).collect();
    assert!(countries.len() > 150, "{countries:?}");
    let mut more = Vec::new();
    for country in countries.into_iter().filter(|country| !country.is_empty()) {
        ada.live_at(&[("country", country), ("line2", ""), ("relay", "1")]).await;
        let page = ada.read("/en/checkout/address").await;
        assert_eq!(value(&page, "address[email]"), ADDRESS[0].1);
        more.extend((seen(&page) > 8).then(|| format!("{country}: {}", seen(&page))));
    }
    assert_eq!(more, Vec::<String>::new());
}

/// How many fields of the address are seen without unfolding anything.
fn seen(page: &str) -> usize {
    let form = between(page, "data-address", "</form>");
    let unfolded = form.split("<details").map(|part| part.split_once("</details>").map_or(part, |(_, after)| after));
    unfolded.map(|part| part.matches("name=\"address[").count()).sum()
}
