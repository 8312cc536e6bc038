//! Accounts on a computer that others use: nothing stays behind.

use axum::body::Body;
use axum::http::StatusCode;

use crate::account::{ADA, bought, signed_in};
use crate::rig::Rig;
use crate::shopper::Shopper;

#[tokio::test]
async fn on_a_shared_computer_nothing_of_ada_is_left_for_who_comes_next() {
    let rig = Rig::new().await;
    let browser = signed_in(&rig, rig.shopper(), ADA).await;
    browser.put(&rig.variant("carbon-pan", "").await, "1").await;
    browser.live_at(&[("remember", "true")]).await;
    let number = bought(&rig, &browser).await;
    browser.put(&rig.variant("ridge-mug", "Oat").await, "1").await;
    assert!(browser.read("/en/account").await.contains(&number));
    for page in ["/en/account", "/en/orders", "/en/cart"] {
        assert_eq!(browser.open(page).await.header("cache-control"), "private, no-store", "{page}");
    }
    let secret = browser.cookie("account");
    let left = browser.post("/api/account/sign-out", &[("lang", "en")]).await;
    assert_eq!(left.header("clear-site-data"), "\"cache\", \"storage\"");
    let nothing_of_ada = async |who: &Shopper<'_>| {
        for page in ["/en/orders", "/en/cart", "/en/checkout/address"] {
            let text = who.open(page).await.text().to_owned();
            assert!(!text.contains(&number) && !text.contains("Elm Street") && !text.contains(ADA), "{page}: {text}");
            assert!(!text.contains("Ridge mug"), "{page}: {text}");
        }
        for below in ["", "/cancel", "/address", "/events", "/invoice", "/invoice.pdf", "/arrival.ics"] {
            let path = format!("/en/orders/{number}{below}");
            assert_eq!(who.open(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    };
    nothing_of_ada(&browser).await;
    assert_eq!(rig.shopper().with("account", &secret).open("/en/account").await.status, StatusCode::SEE_OTHER);
    let bob = signed_in(&rig, browser, "bob@example.org").await;
    nothing_of_ada(&bob).await;
    assert!(!bob.read("/en/account").await.contains(&number));
}

#[tokio::test]
async fn whoever_is_signed_in_gives_none_of_the_accounts_secrets_to_a_browser() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let order = ada.buy().await;
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.live_at(&[("remember", "true")]).await;
    for name in ["sid", "cart"] {
        assert_eq!(ada.cookie(name), "", "{name}");
    }
    let stale = ada.request(&order.replace("?key=", "?none="), "text/html").header("cookie", "account=0").body(Body::empty());
    assert_eq!(rig.shop.ask(stale.unwrap()).await.status, StatusCode::NOT_FOUND);
}
