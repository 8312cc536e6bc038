//! Who of the shoppers is signed in.

use std::sync::Arc;

use db::account::{self, Device, Held};
use db::notifications::Asker;
use db::token::Token;
use domain::account::Profile;
use http::HeaderMap;
use http::header::USER_AGENT;
use http::request::Parts;
use leptos::prelude::use_context;

use super::kept::{browser, browser_or_new, cart, forget, give, keep};
use super::shop::{db, shop};
use super::{address, go};
use crate::cookies::{Cookie, Prefs};
use crate::failure::Failure;
use crate::routes;

/// Whoever is signed in, as the front door knows it. Their secrets stand in the request in the place of the browser's own.
#[derive(Clone, Debug)]
pub struct SignedIn(pub Arc<Held>);

/// Whoever is signed in; nobody else may.
pub fn account() -> Result<Arc<Held>, Failure> {
    use_context::<Parts>()
        .and_then(|parts| parts.extensions.get::<SignedIn>().map(|one| Arc::clone(&one.0)))
        .ok_or(Failure::SignedOut)
}

/// Whether somebody is.
pub fn is_signed_in() -> bool {
    account().is_ok()
}

/// Whoever looks at a page of their account; somebody who is not signed in is sent to where that is done.
pub fn account_page() -> Option<Arc<Held>> {
    let held = account().ok();
    if held.is_none() {
        go(&routes::sign_in(crate::i18n::Lang::of_path(&address()).unwrap_or_default()));
    }
    held
}

/// The device that asks, with what its browser holds. Where somebody is signed in it holds nothing of its own.
pub fn device() -> Device {
    let agent = |headers: &HeaderMap| headers.get(USER_AGENT)?.to_str().ok().map(str::to_owned);
    let name = use_context::<Parts>().and_then(|parts| agent(&parts.headers)).unwrap_or_default();
    if is_signed_in() { Device { name, ..Device::default() } } else { Device { name, browser: browser(), cart: cart() } }
}

/// Who has a device told of orders.
pub fn asker() -> Result<Asker, Failure> {
    Ok(match account() {
        Ok(held) => Asker { session: Some(held.session), browser: None },
        Err(_) => Asker { session: None, browser: Some(browser_or_new()?) },
    })
}

/// Remembers what was set: the account's for whoever is signed in, the browser's for everybody else.
pub async fn keep_settings(prefs: &Prefs) -> Result<(), Failure> {
    let Ok(held) = account() else { return keep(prefs) };
    let Prefs { lang, country, currency } = *prefs;
    let (id, profile) = (held.account.id, Profile { name: String::new(), lang, country, currency });
    db()?.write(move |tx| account::keep_settings(tx, id, &profile)).await?;
    Ok(())
}

/// Lets somebody in. What was in the browser's cart is in theirs.
pub fn let_in(token: &Token) -> Result<(), Failure> {
    forget(Cookie::Cart)?;
    give(Cookie::Account, token)
}

/// Gives whoever is signed in another secret of the same session.
pub fn renew_session(token: &Token) -> Result<(), Failure> {
    give(Cookie::Account, token)
}

/// Lets somebody out: the browser forgets them, and the pages it has kept.
pub fn let_out() -> Result<(), Failure> {
    super::answer::forget_pages()?;
    forget(Cookie::Account)
}

/// Another cart for whoever is signed in, since theirs became an order.
pub(super) async fn another_cart() -> Result<Token, Failure> {
    let held = account()?;
    let (id, carts) = (held.account.id, held.account.carts);
    db()?.write(move |tx| account::next_cart(tx, id, carts)).await?;
    Ok(account::cart(&*shop()?.account, &held.account.seed, carts + 1))
}
