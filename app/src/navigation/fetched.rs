//! The next page's HTML, asked for ahead when the pointer comes near.

use std::cell::RefCell;

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{RequestInit, Response, js_sys::Promise};

use crate::browser;

/// One page ahead is enough: the link under the pointer.
struct Ahead {
    href: String,
    at: f64,
    answer: Promise,
}

/// What was asked ahead is not used after so many milliseconds: stock and prices move.
const FRESH: f64 = 5_000.0;

thread_local! {
    static AHEAD: RefCell<Option<Ahead>> = RefCell::default();
}

/// A page that came: where it really is, and its HTML.
pub struct Fetched {
    /// The address after redirects.
    pub href: String,
    /// The document's text.
    pub html: String,
}

/// Asks for a page that will be wanted soon; not for who saves data.
pub fn ahead(href: &str) {
    if browser::find("[data-thrifty]").is_some() {
        return;
    }
    AHEAD.with_borrow_mut(|ahead| {
        if ahead.as_ref().is_none_or(|ahead| ahead.href != href || now() - ahead.at > FRESH) {
            *ahead = Some(Ahead { href: href.to_owned(), at: now(), answer: window().fetch_with_str_and_init(href, &as_page()) });
        }
    });
}

/// The page at this address; none when what comes is not a page of the shop.
pub async fn page(href: &str) -> Option<Fetched> {
    let kept = AHEAD.take().filter(|ahead| ahead.href == href && now() - ahead.at <= FRESH);
    let answer = kept.map_or_else(|| window().fetch_with_str_and_init(href, &as_page()), |ahead| ahead.answer);
    let response: Response = browser::wait(answer).await?.dyn_into().ok()?;
    let kind = response.headers().get("content-type").ok()??;
    if !kind.starts_with("text/html") {
        return None;
    }
    let html = browser::wait(response.text().ok()?).await?.as_string()?;
    Some(Fetched { href: response.url(), html })
}

fn as_page() -> RequestInit {
    let init = RequestInit::new();
    if let Ok(headers) = web_sys::Headers::new() {
        let _ = headers.set("accept", "text/html");
        init.set_headers(headers.as_ref());
    }
    init
}

fn now() -> f64 {
    web_sys::js_sys::Date::now()
}
