//! Who is signed in: found once for a request, whose cookies are the account's from then on, so that no page and no form has to know
//! whether what it asks for is a browser's or an account's.

use std::sync::Arc;

use app::cookies::{Cookie, Prefs};
use app::request::SignedIn;
use axum::extract::Request;
use db::account;

use super::class::Class;
use crate::router::House;

/// Notes whoever is signed in. Where the books do not answer nobody is.
pub async fn note(house: &House, class: Class, request: &mut Request) {
    let reads = !matches!(class, Class::File | Class::Machine | Class::Webhook | Class::Report);
    let token = house.cookies.read(request.headers(), Cookie::Account).filter(|_| reads);
    let (Some(token), Some(key)) = (token, house.account.get()) else { return };
    let now = house.db.now();
    let held = match house.db.read(move |conn| account::of_session(conn, &token, now)).await {
        Ok(Some(held)) => held,
        Ok(None) => return,
        Err(fault) => return tracing::error!(%fault, "nobody knows who is signed in"),
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
}
