//! A shopper with a browser: pages, forms, cookies. Without script, unless it says otherwise.

use std::cell::RefCell;
use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Request, StatusCode};
use serde_json::Value;

use crate::form::{form, plain, value};
use crate::support::{Answer, Shop};

/// Pays.
pub const GOOD_CARD: &str = "4242424242424242";
/// Is declined.
pub const BAD_CARD: &str = "4000000000000002";

/// An address in Berlin that is right.
pub const ADDRESS: [(&str, &str); 9] = [
    ("email", "ada@example.org"),
    ("country", "DE"),
    ("name", "Ada Lovelace"),
    ("line1", "1 Elm Street"),
    ("line2", ""),
    ("postcode", "10115"),
    ("city", "Berlin"),
    ("region", ""),
    ("phone", ""),
];

/// A shopper, with what the browser keeps.
#[derive(Clone)]
pub struct Shopper<'a> {
    pub shop: &'a Shop,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl<'a> Shopper<'a> {
    pub fn new(shop: &'a Shop) -> Self {
        Self { shop, cookies: RefCell::default() }
    }

    /// The secret kept under this name; empty when there is none.
    pub fn cookie(&self, name: &str) -> String {
        self.cookies.borrow().get(name).cloned().unwrap_or_default()
    }

    /// A request of this browser.
    pub fn request(&self, path: &str, accept: &str) -> Builder {
        let cookies: Vec<String> = self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder().uri(path).header("accept", accept).header("sec-fetch-site", "same-origin");
        if cookies.is_empty() { request } else { request.header("cookie", cookies.join("; ")) }
    }

    pub async fn keep(&self, request: Request<Body>) -> Answer {
        let answer = self.shop.ask(request).await;
        for line in answer.headers.get_all("set-cookie") {
            let (name, value) = line.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
        }
        answer
    }

    /// Opens a page.
    pub async fn open(&self, path: &str) -> Answer {
        self.keep(self.request(path, "text/html").body(Body::empty()).unwrap()).await
    }

    /// Opens a page that is there, and reads it.
    pub async fn read(&self, path: &str) -> String {
        let answer = self.open(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {} {}", answer.header("location"), answer.text());
        plain(answer.text())
    }

    async fn post_as(&self, accept: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.request(path, accept).method("POST").header("content-type", "application/x-www-form-urlencoded");
        self.keep(request.body(Body::from(form(fields))).unwrap()).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_as("text/html,application/xhtml+xml", path, fields).await
    }

    /// Presses the button of a page that shows what changes of an order. Says where it leads.
    pub async fn agrees(&self, page: &str) -> String {
        let named = ["number", "key", "wanted", "seen", "difference"];
        let mut fields = vec![("lang", "en")];
        fields.extend(named.map(|name| (name, value(page, name))));
        let answer = self.post("/api/orders/change", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer.header("location").to_owned()
    }

    /// Sends a form that leads on, and says where to. It is always a page of the shop.
    pub async fn send(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text());
        let to = answer.header("location").to_owned();
        assert!(to.starts_with('/') && !to.starts_with("//"), "{path} leads to {to}");
        to
    }

    /// Sends a form as the script does, and reads the answer.
    pub async fn ask(&self, path: &str, fields: &[(&str, &str)]) -> Value {
        let answer = self.post_as("application/json", path, fields).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        assert_eq!(answer.header("content-type"), "application/json");
        serde_json::from_slice(&answer.body).unwrap()
    }

    /// The cart as the script gets it.
    pub async fn cart(&self) -> Value {
        let answer = self.keep(self.request("/api/cart?lang=en", "application/json").body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        serde_json::from_slice(&answer.body).unwrap()
    }

    /// Puts something in the cart.
    pub async fn put(&self, variant: &str, quantity: &str) {
        let to = self.send("/api/cart/add", &[("lang", "en"), ("variant", variant), ("quantity", quantity)]).await;
        assert_eq!(to, "/en/cart");
    }

    /// What forms call the first line of the cart.
    pub async fn line(&self) -> String {
        value(&self.read("/en/cart").await, "line").to_owned()
    }

    /// The same shopper with another cookie.
    pub fn with(self, name: &str, value: &str) -> Self {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
        self
    }

    /// Sends the address form, with some fields as they are in `other`; what is no line of an address there is sent beside
    /// it. Says where it leads.
    pub async fn live_at(&self, other: &[(&str, &str)]) -> String {
        let instead = |name: &str, usual| other.iter().find(|(field, _)| *field == name).map_or(usual, |(_, value)| *value);
        let names: Vec<String> = ADDRESS.iter().map(|(name, _)| format!("address[{name}]")).collect();
        let values = ADDRESS.iter().map(|(name, usual)| instead(name, usual));
        let mut fields = vec![("lang", "en")];
        fields.extend(names.iter().map(String::as_str).zip(values));
        fields.extend(other.iter().filter(|(name, _)| ADDRESS.iter().all(|(field, _)| field != name)));
        self.send("/api/checkout/address", &fields).await
    }

    /// Goes from a cart with something in it to the review.
    pub async fn reach_review(&self) {
        assert_eq!(self.live_at(&[]).await, "/en/checkout/delivery");
        let to = self.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await;
        // Who has said before how it is paid is not asked again.
        assert!(["/en/checkout/payment", "/en/checkout/review"].contains(&to.as_str()), "{to}");
        let to = self.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await;
        assert_eq!(to, "/en/checkout/review");
    }

    /// Presses the button that carries this sum. Says where it leads.
    pub async fn place(&self, total: &str) -> String {
        self.send("/api/checkout/place", &[("lang", "en"), ("total", total)]).await
    }

    /// Goes from a cart with something in it to the provider's page.
    pub async fn order(&self) -> String {
        self.reach_review().await;
        let total = value(&self.read("/en/checkout/review").await, "total").to_owned();
        let pay = self.place(&total).await;
        assert!(pay.starts_with("/testpay/pay/"), "{pay}");
        pay
    }

    /// Puts a card to the provider's page.
    pub async fn pay(&self, page: &str, card: &str) -> Answer {
        self.post(page, &[("number", card), ("expiry", "12/34"), ("cvc", "123"), ("name", "Ada Lovelace")]).await
    }

    /// Buys what is in the cart, up to the thanks. Says where the order's page is, with the key in its link.
    pub async fn buy(&self) -> String {
        let page = self.order().await;
        let back = self.pay(&page, GOOD_CARD).await;
        let thanks = back.header("location").to_owned();
        assert!(self.read(&thanks).await.contains("Thank you"), "{thanks}");
        thanks.strip_suffix("&paid").unwrap().to_owned()
    }
}
