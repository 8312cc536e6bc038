//! Every link of every public page, followed to its end.

use std::collections::BTreeSet;

use axum::http::StatusCode;

use crate::shopper::Shopper;
use crate::support::Shop;

/// What the build brings, which is not in these tests.
const BUILT: [&str; 6] = ["/art/", "/fonts/", "/icons/", "/pkg-", "/favicon", "/manifest"];

/// The addresses in this shop that a page names.
fn links(page: &str) -> impl Iterator<Item = String> {
    let named = ["href=\"/", "src=\"/"].into_iter().flat_map(|start| page.split(start).skip(1));
    let whole = named.map(|rest| format!("/{}", rest.split(['"', '#']).next().unwrap()).replace("&amp;", "&"));
    whole.filter(|path| !BUILT.iter().any(|built| path.starts_with(built)))
}

#[tokio::test]
async fn no_link_of_the_demo_shop_leads_nowhere() {
    let shop = Shop::real().await;
    let ada = Shopper::new(&shop);
    let (mut ahead, mut seen) = (vec!["/en/".to_owned()], BTreeSet::new());
    while let Some(path) = ahead.pop() {
        let answer = ada.open(&path).await;
        let led_to_cart = path.starts_with("/en/checkout/") && answer.header("location") == "/en/cart";
        let led_to_door = path == "/en/account" && answer.header("location") == "/en/account/sign-in";
        ahead.extend(led_to_door.then(|| answer.header("location").to_owned()));
        assert!(answer.status == StatusCode::OK || led_to_cart || led_to_door, "{path}: {}", answer.status);
        if answer.header("content-type").starts_with("text/html") {
            let page = answer.text();
            ahead.extend(links(page).filter(|link| seen.insert(link.clone())));
        }
    }
    let count = |start: &str| seen.iter().filter(|path| path.starts_with(start)).count();
    assert!(count("/en/c/") > 10 && count("/media/") > 50, "{seen:?}");
    assert!(count("/en/products/") > 50 && count("/en/help/") == 6, "{seen:?}");
}
