//! An order's page: for who holds a key to it, and true to the parcel.

use axum::http::StatusCode;

use crate::form::{between, in_order};
use crate::rig::Rig;
use crate::shopper::Shopper;

/// Monday 23 November 2026.
const MONDAY: i64 = 20_780;

async fn bought(rig: &Rig) -> (Shopper<'_>, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    (ada, link)
}

#[tokio::test]
async fn an_order_opens_for_its_link_and_its_browser_and_for_nobody_else() {
    let rig = Rig::new().await;
    let (ada, link) = bought(&rig).await;
    let (page, key) = link.split_once("?key=").unwrap();
    assert!(ada.read(page).await.contains("ada@example.org"), "her browser needs no key");
    assert!(rig.shopper().read(&link).await.contains("ada@example.org"), "the link needs no cookie");
    let (ben, _) = bought(&rig).await;
    let wrong = [
        page.to_owned(),
        format!("{page}?key="),
        format!("{page}?key={}", key.to_uppercase()),
        format!("{page}?key={}", &key[..63]),
        format!("{page}?key={key}0"),
        format!("{page}?key={}", "0".repeat(64)),
        format!("{page}?key=%00&key={key}"),
        format!("{page}?Key={key}"),
        format!("{page}/?key"),
        "/en/orders/000000000".to_owned(),
        format!("/en/orders/000000000?key={key}"),
        "/en/orders/none".to_owned(),
        "/en/orders/%F0%9F%93%A6".to_owned(),
    ];
    for who in [&ben, &rig.shopper()] {
        for path in &wrong {
            let answer = who.open(path).await;
            let tidy = answer.status == StatusCode::PERMANENT_REDIRECT;
            let answer = if tidy { who.open(answer.header("location")).await } else { answer };
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(!answer.text().contains("ada@") && !answer.text().contains("Carbon pan"), "{path}");
        }
    }
    let spoken = page.to_lowercase();
    assert!(ada.read(&format!("{}-{}", &spoken[..14], &spoken[14..])).await.contains("ada@example.org"), "as people type it");
}

#[tokio::test]
async fn the_history_is_of_this_browser_the_latest_first() {
    let rig = Rig::new().await;
    let (ada, first) = bought(&rig).await;
    rig.wait(60);
    ada.put(&rig.variant("last-lamp", "").await, "1").await;
    let second = ada.buy().await;
    let pages = [&second, &first].map(|link| format!("href=\"{}\"", link.split('?').next().unwrap()));
    let history = ada.read("/en/orders").await;
    in_order(&history, &[&pages[0], "€80.00", &pages[1], "€55.90"]);
    for stranger in [rig.shopper(), {
        let ben = rig.shopper();
        ben.put(&rig.variant("carbon-pan", "").await, "1").await;
        ben
    }] {
        let page = stranger.read("/en/orders").await;
        assert!(page.contains("No orders from this browser yet.") && !page.contains("/en/orders/"), "{page}");
    }
}

#[tokio::test]
async fn how_long_ago_stands_beside_the_exact_time() {
    let rig = Rig::new().await;
    let (ada, link) = bought(&rig).await;
    let ago = |page: &str| between(page, "<span class=\"event-ago\">", "</span>").to_owned();
    assert_eq!(ago(&ada.read(&link).await), "now");
    rig.wait(3 * 3600 + 120);
    let page = ada.read(&link).await;
    assert_eq!(ago(&page), "3 hours ago");
    in_order(&page, &["3 hours ago", "<time datetime=\"2026-11-20T09:00:00Z\">Friday 20 November · 11:00</time>"]);
    assert!(!ada.read("/en/orders").await.contains(" ago"), "a list that nothing tells anew counts days only");
    rig.wait(2 * 86_400);
    assert_eq!(ago(&ada.read(&link).await), "2 days ago");
    in_order(&ada.read("/en/orders").await, &["<time datetime=\"2026-11-20T09:00:00Z\">20 November 2026</time> (2 days ago)"]);
    rig.wait(9 * 86_400);
    assert_eq!(ago(&ada.read(&link).await), "", "what is long ago has a date");
}

#[tokio::test]
async fn nothing_of_an_order_is_kept_by_anybody_on_the_way() {
    let rig = Rig::new().await;
    let (ada, link) = bought(&rig).await;
    for path in ["/en/orders", link.split('?').next().unwrap(), &link, &format!("{link}&paid"), "/en/cart", "/api/cart?lang=en"] {
        let answer = ada.open(path).await;
        assert_eq!(answer.header("cache-control"), "private, no-store", "{path}");
        assert_eq!(answer.header("etag"), "", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}: the key in the link stays here");
    }
    assert!(ada.read(&link).await.contains("noindex"));
}

#[tokio::test]
async fn the_timeline_tells_what_the_carrier_told_the_newest_first() {
    let rig = Rig::new().await;
    let (ada, link) = bought(&rig).await;
    in_order(&ada.read(&link).await, &["Confirmed", "What happened", "Payment confirmed", "Order placed"]);
    rig.work().await;
    rig.carrier_tells("e1", "label", 0, Some(MONDAY)).await;
    assert!(between(&ada.read(&link).await, "way-state\">", "<").contains("Packed"));
    rig.carrier_tells("e3", "hub", 9, None).await;
    rig.carrier_tells("e2", "picked_up", 8, None).await;
    rig.carrier_tells("e3", "hub", 9, None).await;
    let page = ada.read(&link).await;
    in_order(
        &page,
        &[
            "On the way",
            "Monday 23 November",
            "Passed a sorting centre",
            "Picked up by the carrier",
            "Packed, label made",
            "Payment confirmed",
        ],
    );
    assert_eq!(page.matches("Passed a sorting centre").count(), 1, "told twice it is written once");
    assert!(page.contains("Leipzig &lt;DE&gt;") && !page.contains("<DE>"));
}

#[tokio::test]
async fn a_day_that_was_promised_before_is_struck_and_not_hidden() {
    let rig = Rig::new().await;
    let (ada, link) = bought(&rig).await;
    rig.work().await;
    rig.carrier_tells("e1", "label", 0, Some(MONDAY)).await;
    assert!(!ada.read(&link).await.contains("<s>"));
    rig.carrier_tells("e2", "delay", 20, Some(MONDAY + 2)).await;
    let page = ada.read(&link).await;
    in_order(
        &page,
        &[
            "way-day",
            "Wednesday 25 November",
            "<s>Monday 23 November</s>",
            "Delayed on the road",
            "Now expected Wednesday 25 November",
        ],
    );
    rig.carrier_tells("e0", "picked_up", 5, Some(MONDAY)).await;
    in_order(&ada.read(&link).await, &["way-day", "Wednesday 25 November", "<s>Monday 23 November</s>"]);
}

#[tokio::test]
async fn the_way_is_drawn_on_a_map_of_our_own_as_soon_as_two_places_are_known() {
    let rig = Rig::new().await;
    let (ada, link) = bought(&rig).await;
    rig.work().await;
    rig.carrier_tells("e1", "hub", 1, None).await;
    assert!(!ada.read(&link).await.contains("class=\"journey\""), "no map knows that place");
    rig.carrier_tells_from("Riga, LV", "e2", "hub", 2, None).await;
    let page = ada.read(&link).await;
    in_order(&page, &["from Riga to Berlin", "class=\"journey\"", "class=\"land\"", "leg ahead", ">Riga<"]);
    rig.carrier_tells_from("Warsaw, PL", "e3", "hub", 9, None).await;
    assert!(ada.read(&link).await.contains("Last seen in Warsaw"));
    rig.carrier_tells_from("Berlin, DE", "e4", "delivered", 40, None).await;
    let page = ada.read(&link).await;
    assert!(page.contains("class=\"journey\"") && !page.contains("leg ahead"), "it has arrived");
}

#[tokio::test]
async fn what_is_delivered_stays_delivered_but_for_a_return() {
    let rig = Rig::new().await;
    let (ada, link) = bought(&rig).await;
    rig.work().await;
    rig.carrier_tells("e4", "delivered", 40, None).await;
    rig.carrier_tells("e3", "out_for_delivery", 38, None).await;
    rig.carrier_tells("e5", "attempt_failed", 41, None).await;
    let page = ada.read(&link).await;
    assert_eq!(between(&page, "way-state\">", "<"), "Delivered");
    in_order(
        &page,
        &["Nobody was in", "checkpoint", "order-facts"]
            .map(|text| if text == "checkpoint" { "In the van for delivery" } else { text }),
    );
    assert!(!page.contains("http-equiv=\"refresh\"") && !page.contains("/events"), "there is nothing to wait for");
    rig.carrier_tells("e6", "returning", 60, None).await;
    assert_eq!(between(&ada.read(&link).await, "way-state\">", "<"), "On its way back to us");
}

#[tokio::test]
async fn without_script_the_page_looks_again_by_itself() {
    let rig = Rig::new().await;
    let (ada, link) = bought(&rig).await;
    let page = ada.read(&link).await;
    assert!(page.contains("<noscript><meta http-equiv=\"refresh\" content=\"20\"></noscript>"), "{page}");
    assert!(page.contains(&format!("{}/events?key=", link.split('?').next().unwrap())), "and with script it listens");
}

#[tokio::test]
async fn what_was_bought_stays_as_it_was_whatever_becomes_of_the_goods() {
    let rig = Rig::new().await;
    let (ada, link) = bought(&rig).await;
    rig.reprice("carbon-pan", 99_900).await;
    rig.take_in("Handle,Title,Status,Price\ncarbon-pan,Another pan,archived,999.00\n").await;
    let page = ada.read(&link).await;
    assert!(page.contains("Carbon pan") && page.contains("€49.00") && !page.contains("Another pan"), "{page}");
    assert!(ada.read("/en/products/carbon-pan").await.contains("This is no longer sold."), "its link still leads somewhere");
}
