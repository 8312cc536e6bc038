//! A shop that is not in Riga, or does not count in euros.

use crate::form::{between, in_order, value};
use crate::rig::{GOODS, Rig};

#[tokio::test]
async fn a_shop_in_berlin_sells_with_germanys_tax_from_germany() {
    let rig = Rig::with("country = 'DE'", GOODS).await;
    let ada = rig.shopper();
    let page = ada.read("/en/products/carbon-pan").await;
    assert!(page.contains("incl. 19% VAT") || page.contains("19% VAT"), "{}", between(&page, "class=\"buy-price\"", "</p>"));
    assert!(page.contains("To Germany: ") && page.contains("Delivery €3.50, free from €60"), "nearby is near");
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.reach_review().await;
    let review = ada.read("/en/checkout/review").await;
    in_order(&review, &["19% VAT included"]);
    assert_eq!(value(&review, "total"), "5250");
    let page = rig.shopper().with("prefs", "en.LV.EUR").read("/en/products/carbon-pan").await;
    assert!(page.contains("21% VAT") && page.contains("Delivery €3.90"), "Latvia is the Union, by post");
}

#[tokio::test]
async fn a_shop_in_berlin_rests_when_germany_does() {
    // Whit Monday, 25 May 2026, 08:00 UTC: nothing leaves Berlin, all of it leaves Riga.
    const WHIT_MONDAY: i64 = 1_779_696_000_000;
    for (settings, days) in [("country = 'DE'", "To Germany: Wednesday 27"), ("", "To Germany: Monday 1")] {
        let rig = Rig::with(settings, GOODS).await;
        rig.wait((WHIT_MONDAY - rig.shop.house.db.now().0) / 1000);
        let page = rig.shopper().with("prefs", "en.DE.EUR").read("/en/products/carbon-pan").await;
        assert!(page.contains(days), "{settings}: {}", between(&page, "<ul class=\"lines\"", "</ul>"));
    }
}

#[tokio::test]
async fn a_shop_that_counts_in_dollars_tells_delivery_in_dollars() {
    let rig = Rig::with("currency = 'USD'", GOODS).await;
    rig.company.stock_up(false).await.unwrap();
    let ada = rig.shopper().with("prefs", "en.LV.USD");
    // A euro buys 1.1172 dollars: 3.50 are 3.91, and 60 are 67.03.
    let page = ada.read("/en/products/carbon-pan").await;
    assert!(page.contains("Delivery US$3.91, free from US$67.03"), "{}", between(&page, "<ul class=\"lines\"", "</ul>"));
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let cart = ada.read("/en/cart").await;
    assert!(cart.contains("US$18.03 more and delivery to Latvia is free"), "{}", between(&cart, "class=\"meter\"", "</p>"));
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    assert!(ada.read("/en/cart").await.contains("Delivery to Latvia is free"));
    let euros = rig.shopper().with("prefs", "en.LV.EUR").read("/en/products/carbon-pan").await;
    assert!(euros.contains("Delivery €3.50, free from €60"), "there and back is the same");
}

#[tokio::test]
async fn a_shop_that_counts_in_a_currency_nobody_exchanges_does_not_open_and_says_why() {
    let rig = Rig::with("currency = 'XAF'", "Title,Price\nMug,10\n").await;
    let says = rig.company.stock_up(false).await.unwrap_err().to_string();
    assert!(says.starts_with("there is no exchange rate between EUR and XAF"), "{says}");
    assert!(says.contains("CARTWRIGHT_CURRENCY: AED, AUD"), "{says}");
}
