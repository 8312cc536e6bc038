//! What a request asks: which page, in which language, for whom.

use db::Conn;
use domain::delivery::is_served;
use domain::market::{Home, Market, View};
use http::HeaderMap;
use http::header::{ACCEPT, REFERER};
use http::request::Parts;
use leptos::prelude::use_context;

use super::kept::{cookies, prefs};
use super::shop::{db, shop};
use crate::failure::Failure;
use crate::i18n::{Lang, negotiated};

/// The language of the page: the first part of its address, or what the shopper wants where that says nothing.
pub fn lang() -> Lang {
    let Some(parts) = use_context::<Parts>() else { return Lang::default() };
    Lang::of_path(parts.uri.path()).unwrap_or_else(|| negotiated(cookies(), &parts.headers))
}

/// What the shopper of this page has set.
pub fn market() -> Market {
    market_in(lang())
}

/// The same for a form, which says itself which language its page was in.
pub fn market_in(lang: Lang) -> Market {
    let prefs = prefs();
    let home = db().map_or(Home::RIGA, |db| db.home());
    Market::of(lang, prefs.country.filter(|country| is_served(*country)), prefs.currency, home.country)
}

/// Asks a question as the shopper of this page sees the shop.
pub async fn ask<T>(question: impl FnOnce(&Conn, &View) -> db::Result<T>) -> Result<T, Failure> {
    ask_in(market(), question).await
}

/// The same for a shopper of this market.
pub async fn ask_in<T>(market: Market, question: impl FnOnce(&Conn, &View) -> db::Result<T>) -> Result<T, Failure> {
    let db = db()?;
    let today = db.now().day();
    Ok(db.read(move |conn| question(conn, &db::market::view(conn, market, None, today)?)).await?)
}

/// A part of the page's path, counted from 0, decoded once.
pub fn segment(at: usize) -> Result<String, Failure> {
    let parts = use_context::<Parts>().ok_or(Failure::Broken)?;
    let segment = parts.uri.path().split('/').filter(|part| !part.is_empty()).nth(at).ok_or(Failure::NotFound)?;
    decoded(segment).ok_or(Failure::NotFound)
}

/// A parameter of the page's address, decoded once. (`leptos_router` 0.8 decodes twice.)
pub fn query(name: &str) -> Option<String> {
    let parts = use_context::<Parts>()?;
    parts.uri.query()?.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (key == name).then(|| decoded(&value.replace('+', " "))).flatten()
    })
}

/// Every parameter of the page's address, decoded once; what cannot be decoded is left out.
pub fn parameters() -> Vec<(String, String)> {
    let Some(parts) = use_context::<Parts>() else { return Vec::new() };
    let pairs = parts.uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
    let text = |part: &str| decoded(&part.replace('+', " "));
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .filter_map(|(name, value)| Some((text(name)?, text(value)?)))
        .collect()
}

/// The page's own path, without its query.
pub fn path() -> String {
    use_context::<Parts>().map(|parts| parts.uri.path().to_owned()).unwrap_or_default()
}

/// The page's own address: its path and its query.
pub fn address() -> String {
    use_context::<Parts>().and_then(|parts| Some(parts.uri.path_and_query()?.as_str().to_owned())).unwrap_or_default()
}

/// The page of this shop that led here, if the browser says so: its path and its query.
pub fn came_from() -> Option<String> {
    let parts = use_context::<Parts>()?;
    let origin = shop().ok()?.origin;
    let path = parts.headers.get(REFERER)?.to_str().ok()?.strip_prefix(&*origin)?;
    Lang::of_path(path).filter(|_| !path.contains("/settings")).map(|_| path.to_owned())
}

/// Whether the browser was told to save data (`Save-Data: on`, W3C "Save Data API"): smaller pictures, and nothing loaded ahead.
pub fn saves_data() -> bool {
    use_context::<Parts>().is_some_and(|parts| is_thrifty(&parts.headers))
}

/// The same of a request's headers.
pub fn is_thrifty(headers: &HeaderMap) -> bool {
    headers.get("save-data").is_some_and(|says| says.as_bytes().eq_ignore_ascii_case(b"on"))
}

/// Whether a browser without script sent a form and waits for a page, not for data.
pub fn wants_page() -> bool {
    use_context::<Parts>()
        .and_then(|parts| parts.headers.get(ACCEPT)?.to_str().ok().map(|accept| accept.contains("text/html")))
        .unwrap_or(false)
}

/// A text without its percents (RFC 3986, 2.1); none where they are wrong, or what they say is no UTF-8.
pub fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}
