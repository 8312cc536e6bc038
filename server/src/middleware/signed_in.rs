//! Who is signed in: found once for a request, whose cookies are the account's from then on, so that no page and no form has to know
//! whether what it asks for is a browser's or an account's.
//!
//! A session can end while nobody sits before the browser it is in: it was ended from another device, it was too long ago, its
//! account was deleted. The next page that is opened there then tells the browser to forget what it keeps, as signing out does, since
//! somebody else may have opened it.

use std::sync::Arc;

use app::cookies::{Cookie, Prefs};
use app::request::{FORGET, SignedIn};
use axum::extract::Request;
use axum::response::Response;
use db::account;
use http::header::{CACHE_CONTROL, SET_COOKIE};
use http::{HeaderValue, Method};

use super::class::Class;
use crate::router::House;

/// Whoever was signed in is no longer, and their browser does not know it.
pub struct Left;

/// Notes whoever is signed in. Where the books do not answer nobody is.
pub async fn note(house: &House, class: Class, request: &mut Request) -> Option<Left> {
    let reads = !matches!(class, Class::File | Class::Machine | Class::Webhook | Class::Report);
    let token = house.cookies.read(request.headers(), Cookie::Account).filter(|_| reads);
    let (token, key) = (token?, house.account.get()?);
    let now = house.db.now();
    let held = match house.db.read(move |conn| account::of_session(conn, &token, now)).await {
        Ok(Some(held)) => held,
        Ok(None) => return (is_page(class) && request.method() == Method::GET).then_some(Left),
        Err(fault) => {
            tracing::error!(%fault, "nobody knows who is signed in");
            return None;
        }
    };
    let session = held.session;
    if held.long_ago && house.db.write(move |tx| account::seen(tx, session)).await.is_err() {
        tracing::warn!("it was not noted that somebody is still there");
    }
    let (key, seed) = (&**key, &*held.account.seed);
    let (browser, cart) = (account::owner(key, seed), account::cart(key, seed, held.account.carts));
    let profile = &held.account.profile;
    let set = Prefs { lang: profile.lang, country: profile.country, currency: profile.currency };
    house.cookies.stand_in(request.headers_mut(), &browser, &cart, set);
    request.extensions_mut().insert(SignedIn(Arc::new(held)));
    None
}

const fn is_page(class: Class) -> bool {
    matches!(class, Class::Page | Class::Search | Class::Checkout)
}

/// Lets the browser forget them, and the page be kept for nobody.
pub fn forget(house: &House, answer: &mut Response) {
    let headers = answer.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert("clear-site-data", HeaderValue::from_static(FORGET));
    if let Some(cookie) = house.cookies.forget(Cookie::Account) {
        headers.append(SET_COOKIE, cookie);
    }
}
