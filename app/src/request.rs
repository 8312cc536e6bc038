//! What a page or a server function may ask of the request it answers, and what it may say beside its answer.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use db::token::Token;
use db::{Conn, Database};
use domain::contact::Country;
use domain::ids::PaymentId;
use domain::market::{Market, View};
use domain::orders::OrderNumber;
use domain::search::{Found, Ideas, Typed, Wish};
use domain::tax::VatNumber;
use http::header::{ACCEPT, CACHE_CONTROL, LOCATION, REFERER, SET_COOKIE};
use http::request::Parts;
use http::{HeaderName, HeaderValue, StatusCode};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use crate::checkout::Suggestion;
use crate::cookies::{Cookie, Cookies, Prefs};
use crate::failure::Failure;
use crate::i18n::{Lang, negotiated};

/// What a port gives: an answer that comes later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, Failure>> + Send + 'a>>;

/// Where money is taken. The embedded provider and real ones stand behind it, in `server::outside`.
pub trait Till: Send + Sync {
    /// The provider's name, as payments are written with it.
    fn provider(&self) -> &'static str;
    /// Begins a payment and says where the shopper goes to make it. Beginning it twice gives the same place.
    /// `done` and `cancelled` are full addresses to come back to.
    fn begin(&self, payment: PaymentId, done: String, cancelled: String) -> Later<'_, String>;
    /// Asks the provider what became of a payment, and settles it.
    fn settle(&self, payment: PaymentId) -> Later<'_, ()>;
}

/// Where streets are looked up. The embedded one and real ones stand behind it, in `server::outside`.
pub trait Places: Send + Sync {
    /// Addresses in a country that begin as typed, the likeliest first; ten at most.
    fn suggest(&self, country: Country, typed: &str) -> Later<'_, Vec<Suggestion>>;
}

/// Where goods are searched. The shop's own engine and others stand behind it, in `server::outside`.
pub trait Finder: Send + Sync {
    /// The goods a shopper may mean.
    fn find(&self, wish: Wish) -> Later<'_, Found>;
    /// What a search that is still being typed may become.
    fn ideas(&self, lang: Lang, typed: &Typed) -> Later<'_, Ideas>;
}

/// Where a business's VAT number is asked about.
pub trait Register: Send + Sync {
    /// Whether the number is a business's today. A failure where the register does not answer.
    fn knows(&self, number: &VatNumber) -> Later<'_, bool>;
}

/// The shop, as pages see it. Provided to every page and server function.
#[derive(Clone)]
pub struct Shop {
    /// What it remembers.
    pub db: Database,
    /// Where it takes money.
    pub till: Arc<dyn Till>,
    /// Where streets are looked up.
    pub places: Arc<dyn Places>,
    /// Where goods are searched.
    pub finder: Arc<dyn Finder>,
    /// Where VAT numbers are asked about.
    pub register: Arc<dyn Register>,
    /// Gives the secret of an order's link.
    pub link: Arc<dyn Fn(&OrderNumber) -> Token + Send + Sync>,
    /// Its own address, such as `https://shop.example`, without a slash at the end.
    pub origin: Arc<str>,
    /// The folder of the built site's files, such as `pkg-0123456789ab`.
    pub pkg: Arc<str>,
    /// Whether the embedded provider and carrier are in use, which the page then says.
    pub trial: bool,
}

/// The shop this request came to.
pub fn shop() -> Result<Shop, Failure> {
    use_context().ok_or(Failure::Broken)
}

/// What the shop remembers.
pub fn db() -> Result<Database, Failure> {
    Ok(shop()?.db)
}

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
    let country = prefs.country.filter(|country| domain::delivery::Zone::of(*country).is_some());
    let country = country.unwrap_or(lang.likely_country());
    let currency = prefs.currency.unwrap_or(domain::local_rules::of(country).currency);
    Market { lang, country, currency }
}

/// What this browser was told to remember.
pub fn prefs() -> Prefs {
    use_context::<Parts>().map(|parts| cookies().prefs(&parts.headers)).unwrap_or_default()
}

/// Tells the browser to remember what was set.
pub fn keep(prefs: &Prefs) -> Result<(), Failure> {
    let options = use_context::<ResponseOptions>().ok_or(Failure::Broken)?;
    options.append_header(SET_COOKIE, cookies().keep_prefs(prefs).ok_or(Failure::Broken)?);
    Ok(())
}

/// The shopper's time zone, if the browser has said one that exists.
pub fn zone() -> Option<String> {
    let parts = use_context::<Parts>()?;
    cookies().zone(&parts.headers).filter(|name| crate::i18n::format::is_zone(name)).map(str::to_owned)
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

/// The secret of this browser's cart.
pub fn cart() -> Option<Token> {
    cookie(Cookie::Cart)
}

/// The secret of this browser, for its order history.
pub fn browser() -> Option<Token> {
    cookie(Cookie::Session)
}

/// The secret of a cart that things can be put in: this browser's, or a new one, with its cookie, when it has none
/// or when its cart has become an order.
pub async fn cart_for_adding() -> Result<Token, Failure> {
    browser_or_new()?;
    let Some(token) = cart() else { return renew_cart() };
    let asked = token.clone();
    // A secret the shop never gave out, or one whose cart became an order, is not made a cart's.
    let open = db()?.read(move |conn| db::cart::id_of(conn, &asked)).await?.is_some();
    if open { Ok(token) } else { renew_cart() }
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

fn cookies() -> Cookies {
    Cookies::of(&shop().map(|shop| shop.origin).unwrap_or_default())
}

fn cookie(which: Cookie) -> Option<Token> {
    cookies().read(&use_context::<Parts>()?.headers, which)
}

fn give(which: Cookie, token: &Token) -> Result<(), Failure> {
    let options = use_context::<ResponseOptions>().ok_or(Failure::Broken)?;
    options.append_header(SET_COOKIE, cookies().keep(which, token).ok_or(Failure::Broken)?);
    Ok(())
}

/// The answer's status.
pub fn status(code: u16) {
    if let (Some(options), Ok(code)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(code)) {
        options.set_status(code);
    }
}

/// The page shows nothing of anybody's, so it may be kept and given to others.
pub fn anyones() {
    // The front door decides for how long.
    let _ = header(CACHE_CONTROL, "public");
}

fn header(name: HeaderName, value: &str) -> Result<(), Failure> {
    let options = use_context::<ResponseOptions>().ok_or(Failure::Broken)?;
    options.insert_header(name, HeaderValue::from_str(value).map_err(|_| Failure::Broken)?);
    Ok(())
}

/// Whether a browser without script sent a form and waits for a page, not for data.
pub fn wants_page() -> bool {
    use_context::<Parts>()
        .and_then(|parts| parts.headers.get(ACCEPT)?.to_str().ok().map(|accept| accept.contains("text/html")))
        .unwrap_or(false)
}

/// Sends the browser to a page of this shop. (`leptos_axum::redirect` follows any text and panics on bad bytes.)
pub fn go(path: &str) {
    let local = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    redirect(if local { path } else { "/" });
}

/// Sends the browser to where this page now is, for good.
pub fn moved(path: &str) {
    go(path);
    status(301);
}

/// Sends the browser to where the provider told us to send it.
pub fn go_outside(url: &str) {
    redirect(url);
}

fn redirect(to: &str) {
    status(303);
    if header(LOCATION, to).is_err() {
        tracing::warn!("an address that cannot be a header was not followed");
        status(404);
    }
}

fn decoded(text: &str) -> Option<String> {
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
