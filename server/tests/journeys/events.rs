//! The news of an order, heard by who may hear it while it is bought, paid and followed.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::StatusCode;
use futures_util::StreamExt;
use tower::ServiceExt;

use crate::form::between;
use crate::rig::{GOODS, Rig};
use crate::shopper::{GOOD_CARD, Shopper};

/// Listens to an order's news, from what came after `last` on.
async fn follow(ada: &Shopper<'_>, path: &str, last: Option<u32>) -> BodyDataStream {
    let mut request = ada.request(path, "text/event-stream");
    if let Some(last) = last {
        request = request.header("last-event-id", last.to_string());
    }
    let response = ada.shop.app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    assert_eq!(response.headers()["x-accel-buffering"], "no");
    assert!(!response.headers().contains_key("content-encoding"));
    response.into_body().into_data_stream()
}

/// Places an order. Says where it is paid and where its page is.
async fn placed(rig: &Rig) -> (Shopper<'_>, String, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let pay = ada.order().await;
    let order = format!("/en/orders/{}", between(&ada.read("/en/orders").await, "href=\"/en/orders/", "\""));
    (ada, pay, order)
}

/// The next message's id.
async fn heard(stream: &mut BodyDataStream) -> u32 {
    let bytes = tokio::time::timeout(Duration::from_secs(5), stream.next()).await.unwrap().unwrap().unwrap();
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let id = between(&text, "id: ", "\n");
    assert_eq!(text, format!("id: {id}\nevent: order\ndata: {{\"id\":{id}}}\n\n"));
    id.parse().unwrap()
}

#[tokio::test]
async fn who_follows_an_order_hears_that_it_is_paid_and_what_was_missed() {
    let rig = Rig::new().await;
    let (ada, pay, order) = placed(&rig).await;
    let news = format!("{order}/events");
    let mut open = follow(&ada, &news, None).await;
    let back = ada.pay(&pay, GOOD_CARD).await.header("location").to_owned();
    ada.read(&back).await;
    let paid = heard(&mut open).await;
    let mut after = follow(&ada, &news, Some(paid - 1)).await;
    assert_eq!(heard(&mut after).await, paid, "who was away hears it too");
    let (key, friend) = (between(&back, "key=", "&"), rig.shopper());
    let mut with_link = follow(&friend, &format!("{news}?key={key}&after={}", paid - 1), None).await;
    assert_eq!(heard(&mut with_link).await, paid, "the link is a key as well");
    let strangers = [news.clone(), format!("{news}?key={}", "0".repeat(64)), "/en/orders/000000000/events".to_owned()];
    for path in strangers {
        let answer = tokio::time::timeout(Duration::from_secs(5), friend.open(&path)).await.expect("a stranger hears the news");
        assert_eq!((answer.status, answer.text()), (StatusCode::NOT_FOUND, ""), "{path}");
    }
}

#[tokio::test]
async fn what_is_no_moment_of_the_timeline_is_heard_too_by_who_follows_and_by_who_was_shown_the_way() {
    let rig = Rig::with("carrier_story = 'plain'\n", GOODS).await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    rig.work().await;
    rig.carrier_tells("e1", "picked_up", 0, None).await;
    let (number, key) = (between(&link, "/en/orders/", "?").to_owned(), link.split("key=").nth(1).unwrap().to_owned());
    let fields = [("lang", "en"), ("number", &*number), ("key", &*key)];
    let to = ada.send("/api/orders/share", &fields).await;
    let page = ada.read(to.split('#').next().unwrap()).await;
    let shared = format!("/en/shared/{}", between(&page, "value=\"http://127.0.0.1:3000/en/shared/", "\""));
    let bob = rig.shopper();
    let shown = bob.read(&shared).await;
    assert!(shown.contains("This page updates by itself"), "{shown}");
    let mut hers = follow(&ada, &format!("/en/orders/{number}/events?key={key}"), None).await;
    let mut his = follow(&bob, &format!("{shared}/events"), None).await;
    let wish = [&fields[..], &[("piece", "1"), ("kind", "instruct"), ("said", "Mind the dog")]].concat();
    assert!(ada.send("/api/orders/wish", &wish).await.contains("?wished"));
    let asked = heard(&mut hers).await;
    assert_eq!(heard(&mut his).await, asked);
    rig.work().await;
    assert!(heard(&mut hers).await > asked, "the carrier has answered");
    // Whoever was away when it did hears that there is something newer than what they saw.
    let mut late = follow(&ada, &format!("/en/orders/{number}/events?key={key}"), Some(asked)).await;
    assert!(heard(&mut late).await > asked);
    ada.send("/api/orders/unshare", &fields).await;
    assert_eq!(bob.open(&format!("{shared}/events")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_stream_ends_when_the_shop_closes() {
    let rig = Rig::new().await;
    let (ada, _, order) = placed(&rig).await;
    let mut open = follow(&ada, &format!("{order}/events"), None).await;
    rig.shop.house.life.enter(cartwright::serve::life::Stage::Closing);
    let end = tokio::time::timeout(Duration::from_secs(5), open.next()).await.unwrap();
    assert!(end.is_none(), "{end:?}");
}
