//! What the browser keeps for the shop: its settings, and the secrets of its cart and of itself.

use db::token::Token;
use domain::cart::ChangeKey;
use domain::checkout::Remembered;
use http::header::{HeaderName, HeaderValue, SET_COOKIE};
use http::request::Parts;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use super::account::{another_cart, is_signed_in};
use super::asked::decoded;
use super::shop::{db, shop};
use crate::cookies::{Cookie, Cookies, Prefs};
use crate::failure::Failure;
use crate::routes::encoded;

/// A cookie holds 4096 bytes, and a letter of a foreign script takes nine of them.
const MOST_TYPED: usize = 320;

/// What this browser was told to remember.
pub fn prefs() -> Prefs {
    use_context::<Parts>().map(|parts| cookies().prefs(&parts.headers)).unwrap_or_default()
}

/// Tells the browser to remember what was set.
pub(super) fn keep(prefs: &Prefs) -> Result<(), Failure> {
    let options = use_context::<ResponseOptions>().ok_or(Failure::Broken)?;
    options.append_header(SET_COOKIE, cookies().keep_prefs(prefs).ok_or(Failure::Broken)?);
    Ok(())
}

/// The shopper's time zone, if the browser has said one that exists.
pub fn zone() -> Option<String> {
    let parts = use_context::<Parts>()?;
    cookies().zone(&parts.headers).filter(|name| crate::i18n::format::is_zone(name)).map(str::to_owned)
}

/// What was typed in the form that led here with an error, exactly as it was.
pub fn typed() -> String {
    let typed = use_context::<Parts>().and_then(|parts| decoded(cookies().typed(&parts.headers)?));
    typed.unwrap_or_default()
}

/// Lets the browser keep what was typed, for the page that says what is wrong with it.
pub fn keep_typed(text: &str) -> Result<(), Failure> {
    let options = use_context::<ResponseOptions>().ok_or(Failure::Broken)?;
    let text: String = text.chars().take(MOST_TYPED).collect();
    options.append_header(SET_COOKIE, cookies().keep_typed(&encoded(&text)).ok_or(Failure::Broken)?);
    Ok(())
}

/// The secret of this browser's cart.
pub fn cart() -> Option<Token> {
    held(Cookie::Cart)
}

/// The secret of this browser, for its order history.
pub fn browser() -> Option<Token> {
    held(Cookie::Session)
}

/// Says beside the answer whose it is: a name of this browser from which its secret cannot be told. What the browser keeps of one
/// is not shown to another.
pub fn say_whose() {
    let name = browser().map_or_else(|| "nobody".to_owned(), |browser| browser.name());
    if let (Some(options), Ok(name)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&name)) {
        options.insert_header(HeaderName::from_static("owner"), name);
    }
}

/// The name of this change, if the browser gave it one by which it is known when it is sent again.
pub fn change_key() -> Option<ChangeKey> {
    ChangeKey::parse(use_context::<Parts>()?.headers.get("idempotency-key")?.to_str().ok()?)
}

/// The secret of a cart that things can be put in: this browser's, or a new one, with its cookie, when it has none
/// or when its cart has become an order.
pub async fn cart_for_adding() -> Result<Token, Failure> {
    browser_or_new()?;
    let Some(token) = cart() else { return renew_cart() };
    let asked = token.clone();
    // A secret the shop never gave out, or one whose cart became an order, is not made a cart's.
    let open = db()?.read(move |conn| db::cart::id_of(conn, &asked)).await?.is_some();
    match open {
        true => Ok(token),
        false if is_signed_in() => another_cart().await,
        false => renew_cart(),
    }
}

fn renew_cart() -> Result<Token, Failure> {
    let token = Token::mint()?;
    give(Cookie::Cart, &token)?;
    Ok(token)
}

/// The secret of this browser; a new one, with its cookie, when it has none.
pub fn browser_or_new() -> Result<Token, Failure> {
    match browser() {
        Some(token) => Ok(token),
        None => {
            let token = Token::mint()?;
            give(Cookie::Session, &token)?;
            Ok(token)
        }
    }
}

/// The secret of this browser, which it holds from now on for as long as addresses are remembered for it. An account's is never given
/// to a browser.
pub fn browser_that_remembers() -> Result<Token, Failure> {
    const SECONDS: i64 = Remembered::KEPT_DAYS * 24 * 3600;
    if let Some(token) = browser().filter(|_| is_signed_in()) {
        return Ok(token);
    }
    let token = match browser() {
        Some(token) => token,
        None => Token::mint()?,
    };
    let options = use_context::<ResponseOptions>().ok_or(Failure::Broken)?;
    options.append_header(SET_COOKIE, cookies().keep_for(Cookie::Session, &token, Some(SECONDS)).ok_or(Failure::Broken)?);
    Ok(token)
}

pub(super) fn cookies() -> Cookies {
    Cookies::of(&shop().map(|shop| shop.origin).unwrap_or_default())
}

/// The secret the browser holds.
pub(super) fn held(which: Cookie) -> Option<Token> {
    cookies().read(&use_context::<Parts>()?.headers, which)
}

/// Gives the browser a secret to hold.
pub(super) fn give(which: Cookie, token: &Token) -> Result<(), Failure> {
    let options = use_context::<ResponseOptions>().ok_or(Failure::Broken)?;
    options.append_header(SET_COOKIE, cookies().keep(which, token).ok_or(Failure::Broken)?);
    Ok(())
}

/// Takes a secret from the browser again.
pub(super) fn forget(which: Cookie) -> Result<(), Failure> {
    let options = use_context::<ResponseOptions>().ok_or(Failure::Broken)?;
    options.append_header(SET_COOKIE, cookies().forget(which).ok_or(Failure::Broken)?);
    Ok(())
}
