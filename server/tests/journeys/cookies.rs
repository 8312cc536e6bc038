//! The cookies' names, their marks, and what is read back.

use app::cookies::{Cookie, Cookies};
use axum::http::{HeaderMap, HeaderValue};
use db::token::Token;

fn cookies(origin: &str) -> Cookies {
    Cookies::of(origin)
}

fn sent(line: &str) -> HeaderMap {
    HeaderMap::from_iter([(axum::http::header::COOKIE, HeaderValue::from_str(line).unwrap())])
}

#[test]
fn over_https_a_cookie_belongs_to_this_host_alone() {
    let token = Token::mint().unwrap();
    let line = cookies("https://shop.example").keep(Cookie::Session, &token).unwrap();
    let expected = format!("__Host-sid={}; HttpOnly; SameSite=Lax; Path=/; Max-Age=2592000; Secure", token.secret());
    assert_eq!(line.to_str().unwrap(), expected);
}

#[test]
fn on_plain_http_a_cookie_has_a_plain_name() {
    let cookies = cookies("http://127.0.0.1:3000");
    let token = Token::mint().unwrap();
    let line = cookies.keep(Cookie::Cart, &token).unwrap();
    assert_eq!(line.to_str().unwrap(), format!("cart={}; HttpOnly; SameSite=Lax; Path=/; Max-Age=2592000", token.secret()));
}

#[test]
fn what_the_browser_kept_is_read_back() {
    let cookies = cookies("https://shop.example");
    let (cart, sid) = (Token::mint().unwrap(), Token::mint().unwrap());
    let headers = sent(&format!("other=1; __Host-cart={};__Host-sid={}", cart.secret(), sid.secret()));
    assert_eq!(cookies.read(&headers, Cookie::Cart), Some(cart.clone()));
    assert_eq!(cookies.read(&headers, Cookie::Session), Some(sid));
    let plain = sent(&format!("cart={}", cart.secret()));
    assert_eq!(cookies.read(&plain, Cookie::Cart), None, "a sibling host can set a plain name");
}

#[test]
fn what_was_not_minted_here_is_as_good_as_nothing() {
    let cookies = cookies("http://127.0.0.1:3000");
    let good = Token::mint().unwrap();
    let twice = format!("sid={0}; sid={0}", good.secret());
    let upper = format!("sid={}", "A".repeat(64));
    for line in ["sid=", "sid", "sid=1", &upper, "sid=%27%20OR%201", &twice, ";;;=;", "sid=\u{1}x"] {
        let Ok(value) = HeaderValue::from_bytes(line.as_bytes()) else { continue };
        let headers = HeaderMap::from_iter([(axum::http::header::COOKIE, value)]);
        assert_eq!(cookies.read(&headers, Cookie::Session), None, "{line}");
    }
}
