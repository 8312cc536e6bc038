//! The news of an order, heard by who may hear it while it is bought, paid and followed.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode};
use futures_util::StreamExt;
use tower::ServiceExt;

use crate::support::{Answer, Shop};

/// Ada, with what her browser keeps.
struct Ada {
    shop: Shop,
    cookies: Vec<String>,
}

impl Ada {
    async fn new() -> Self {
        Self { shop: Shop::real().await, cookies: Vec::new() }
    }

    fn request(&self, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().uri(path).header("accept", "text/html").header("sec-fetch-site", "same-origin");
        request.header("cookie", self.cookies.join("; "))
    }

    async fn keep(&mut self, request: Request<Body>) -> Answer {
        let answer = self.shop.ask(request).await;
        let set = answer.headers.get_all("set-cookie").iter().map(|line| line.to_str().unwrap());
        self.cookies.extend(set.map(|line| line.split(';').next().unwrap().to_owned()));
        answer
    }

    async fn open(&mut self, path: &str) -> Answer {
        let request = self.request(path).body(Body::empty()).unwrap();
        self.keep(request).await
    }

    /// Sends a form and says where it leads.
    async fn send(&mut self, path: &str, form: &str) -> String {
        let request = self.request(path).method("POST").header("content-type", "application/x-www-form-urlencoded");
        let answer = self.keep(request.body(Body::from(form.to_owned())).unwrap()).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text());
        answer.header("location").to_owned()
    }

    /// Buys a pan, up to the provider's page. Answers with that page and the order's own.
    async fn place(&mut self) -> (String, String) {
        let page = self.open("/en/products/carbon-pan").await;
        let variant = between(page.text(), "name=\"variant\" value=\"", "\"");
        assert_eq!(self.send("/api/cart/add", &format!("lang=en&variant={variant}&quantity=1")).await, "/en/cart");
        let address = "lang=en&address[name]=Ada&address[email]=ada@example.org&address[line1]=1+Elm+Street&address[line2]=\
            &address[city]=Berlin&address[region]=&address[postcode]=10115&address[country]=DE&address[phone]=";
        assert_eq!(self.send("/api/checkout/address", address).await, "/en/checkout/delivery");
        assert_eq!(self.send("/api/checkout/delivery", "lang=en&service=standard").await, "/en/checkout/payment");
        assert_eq!(self.send("/api/checkout/payment", "lang=en&method=card").await, "/en/checkout/review");
        let total = between(self.open("/en/checkout/review").await.text(), "name=\"total\" value=\"", "\"");
        let pay = self.send("/api/checkout/place", &format!("lang=en&total={total}")).await;
        let order = format!("/en/orders/{}", between(self.open("/en/orders").await.text(), "href=\"/en/orders/", "\""));
        (pay, order)
    }

    async fn follow(&self, path: &str, last: Option<u32>) -> BodyDataStream {
        let mut request = self.request(path);
        if let Some(last) = last {
            request = request.header("last-event-id", last.to_string());
        }
        let response = self.shop.app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["x-accel-buffering"], "no");
        assert!(!response.headers().contains_key("content-encoding"));
        response.into_body().into_data_stream()
    }
}

fn between(text: &str, start: &str, end: &str) -> String {
    let from = text.find(start).unwrap_or_else(|| panic!("`{start}` is not in {text}")) + start.len();
    text[from..].split(end).next().unwrap().to_owned()
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
    let mut ada = Ada::new().await;
    let (pay, order) = ada.place().await;
    let news = format!("{order}/events");
    let mut open = ada.follow(&news, None).await;
    let back = ada.send(&pay, "number=4242424242424242&expiry=12/30&cvc=123&name=Ada").await;
    assert!(ada.open(&back).await.status.is_redirection() || ada.open(&back).await.status == StatusCode::OK);
    let paid = heard(&mut open).await;
    let mut after = ada.follow(&news, Some(paid - 1)).await;
    assert_eq!(heard(&mut after).await, paid, "who was away hears it too");
    let key = between(&back, "key=", "&");
    let mut linked = Ada { cookies: Vec::new(), ..ada };
    let mut with_link = linked.follow(&format!("{news}?key={key}&after={}", paid - 1), None).await;
    assert_eq!(heard(&mut with_link).await, paid, "the link is a key as well");
    let strangers = [news.clone(), format!("{news}?key={}", "0".repeat(64)), "/en/orders/000000000/events".to_owned()];
    for path in strangers {
        let answer = linked.open(&path).await;
        assert_eq!((answer.status, answer.text()), (StatusCode::NOT_FOUND, ""), "{path}");
    }
}

#[tokio::test]
async fn a_stream_ends_when_the_shop_closes() {
    let mut ada = Ada::new().await;
    let (_, order) = ada.place().await;
    let mut open = ada.follow(&format!("{order}/events"), None).await;
    ada.shop.house.life.enter(cartwright::serve::life::Stage::Closing);
    let end = tokio::time::timeout(Duration::from_secs(5), open.next()).await.unwrap();
    assert!(end.is_none(), "{end:?}");
}
