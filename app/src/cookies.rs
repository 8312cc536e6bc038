//! The cookies: a cart's and a browser's, each a secret the database keeps only the hash of; what a shopper has set, which
//! is no secret; and for a minute what was typed wrong, so that it can be typed right.

use db::token::Token;
use domain::contact::Country;
use domain::lang::Lang;
use domain::money::Currency;
use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

use crate::i18n::negotiate;

/// How long a browser keeps them, in seconds: 30 days.
const KEPT: i64 = 30 * 24 * 3600;
/// How long it keeps who is signed in: 90 days.
const SIGNED_IN: i64 = 90 * 24 * 3600;

/// Which cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookie {
    /// Whose cart this is.
    Cart,
    /// Which browser this is: its orders.
    Session,
    /// Who works in the shop and is signed in.
    Staff,
    /// Who has an account and is signed in.
    Account,
}

/// What a shopper has set: `lv.LV.EUR`, each part empty while it is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prefs {
    /// The language of the first page.
    pub lang: Option<Lang>,
    /// Where things are to be sent.
    pub country: Option<Country>,
    /// What is paid in.
    pub currency: Option<Currency>,
}

impl Prefs {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let (lang, country, currency) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self {
            lang: Lang::from_code(lang),
            country: Country::parse(country).ok(),
            currency: Currency::parse(currency).ok(),
        })
    }

    fn text(&self) -> String {
        let lang = self.lang.map_or("", Lang::code);
        let country = self.country.as_ref().map_or("", Country::code);
        format!("{lang}.{country}.{}", self.currency.as_ref().map_or("", Currency::code))
    }
}

/// Cookies as this origin may set them: `__Host-` and `Secure` over HTTPS; bare names on a loopback address, where
/// browsers would refuse them.
#[derive(Clone, Copy, Debug)]
pub struct Cookies {
    secure: bool,
}

impl Cookies {
    /// For pages of this origin, such as `https://shop.example`.
    pub fn of(origin: &str) -> Self {
        Self { secure: origin.starts_with("https:") }
    }

    /// The cookie's name.
    pub fn name(self, cookie: Cookie) -> &'static str {
        match (cookie, self.secure) {
            (Cookie::Cart, true) => "__Host-cart",
            (Cookie::Cart, false) => "cart",
            (Cookie::Session, true) => "__Host-sid",
            (Cookie::Session, false) => "sid",
            (Cookie::Staff, true) => "__Host-staff",
            (Cookie::Staff, false) => "staff",
            (Cookie::Account, true) => "__Host-account",
            (Cookie::Account, false) => "account",
        }
    }

    fn prefs_name(self) -> &'static str {
        if self.secure { "__Host-prefs" } else { "prefs" }
    }

    /// What this shopper has set; nothing where the cookie is missing or not ours. A country that is not set may be told
    /// by the browser.
    pub fn prefs(self, headers: &HeaderMap) -> Prefs {
        let set = self.value(headers, self.prefs_name()).and_then(Prefs::parse).unwrap_or_default();
        Prefs { country: set.country.or_else(|| negotiate::country(headers, self.zone(headers))), ..set }
    }

    /// The `Cookie` header of a shopper of whom nothing is known but where things go and what is paid in.
    pub fn only_prefs(self, prefs: Prefs) -> Option<HeaderValue> {
        let shared = Prefs { lang: None, ..prefs };
        HeaderValue::from_str(&format!("{}={}", self.prefs_name(), shared.text())).ok()
    }

    /// `Set-Cookie` that keeps what was set for a year.
    pub fn keep_prefs(self, prefs: &Prefs) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        let (name, text) = (self.prefs_name(), prefs.text());
        HeaderValue::from_str(&format!("{name}={text}; SameSite=Lax; Path=/; Max-Age=31536000{secure}")).ok()
    }

    /// What was typed last in a form that had an error in it, in percents.
    pub fn typed(self, headers: &HeaderMap) -> Option<&str> {
        self.value(headers, self.typed_name())
    }

    /// `Set-Cookie` that keeps what was typed for a minute: as long as it takes to be shown again.
    pub fn keep_typed(self, encoded: &str) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        let name = self.typed_name();
        HeaderValue::from_str(&format!("{name}={encoded}; HttpOnly; SameSite=Lax; Path=/; Max-Age=60{secure}")).ok()
    }

    fn typed_name(self) -> &'static str {
        if self.secure { "__Host-typed" } else { "typed" }
    }

    /// The name of the shopper's time zone, as the browser's own script says it; not to be believed before it is looked up.
    pub fn zone(self, headers: &HeaderMap) -> Option<&str> {
        self.value(headers, "zone")
    }

    /// What the browser sent. What was not minted here is as good as nothing, and so are two of one name.
    pub fn read(self, headers: &HeaderMap, cookie: Cookie) -> Option<Token> {
        Token::parse(self.value(headers, self.name(cookie))?)
    }

    fn value<'a>(self, headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let mut values = pairs.filter(|&(key, _)| key == name).map(|(_, value)| value);
        let first = values.next()?;
        if values.next().is_some() { None } else { Some(first) }
    }

    /// `Set-Cookie` that takes it away.
    pub fn forget(self, cookie: Cookie) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        HeaderValue::from_str(&format!("{}=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0{secure}", self.name(cookie))).ok()
    }

    /// `Set-Cookie` that keeps the secret: for 30 days, for 90 where it is an account's, or for as long as the browser is open where
    /// it is the desk's.
    pub fn keep(self, cookie: Cookie, token: &Token) -> Option<HeaderValue> {
        let seconds = match cookie {
            Cookie::Staff => None,
            Cookie::Account => Some(SIGNED_IN),
            Cookie::Cart | Cookie::Session => Some(KEPT),
        };
        self.keep_for(cookie, token, seconds)
    }

    /// Puts an account's secrets and what it has set in the place of the browser's own, so that whatever is asked for is the
    /// account's. What it has not set is as the browser has it.
    pub fn stand_in(self, headers: &mut HeaderMap, browser: &Token, cart: &Token, set: Prefs) {
        let (session, own, prefs) = (self.name(Cookie::Session), self.name(Cookie::Cart), self.prefs_name());
        let kept = self.value(headers, prefs).and_then(Prefs::parse).unwrap_or_default();
        let set = Prefs {
            lang: set.lang.or(kept.lang),
            country: set.country.or(kept.country),
            currency: set.currency.or(kept.currency),
        };
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).map(str::trim);
        let others = pairs.filter(|pair| pair.split_once('=').is_none_or(|(name, _)| ![session, own, prefs].contains(&name)));
        let mut all: Vec<String> = others.map(str::to_owned).collect();
        all.extend([format!("{session}={}", browser.secret()), format!("{own}={}", cart.secret())]);
        all.extend((set != Prefs::default()).then(|| format!("{prefs}={}", set.text())));
        if let Ok(line) = HeaderValue::try_from(all.join("; ")) {
            headers.insert(COOKIE, line);
        }
    }

    /// The same for so many seconds, or for as long as the browser is open.
    pub fn keep_for(self, cookie: Cookie, token: &Token, seconds: Option<i64>) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
        let (name, secret) = (self.name(cookie), token.secret());
        HeaderValue::from_str(&format!("{name}={secret}; HttpOnly; SameSite=Lax; Path=/{age}{secure}")).ok()
    }
}
