//! The two cookies: a cart's and a browser's. Each is a secret the database keeps only the hash of.

use db::token::Token;
use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

/// How long a browser keeps them, in seconds: 30 days.
const KEPT: u32 = 30 * 24 * 3600;

/// Which cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookie {
    /// Whose cart this is.
    Cart,
    /// Which browser this is: its orders.
    Session,
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
        }
    }

    /// What the browser sent. What was not minted here is as good as nothing, and so are two of one name.
    pub fn read(self, headers: &HeaderMap, cookie: Cookie) -> Option<Token> {
        let name = self.name(cookie);
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let mut values = pairs.filter(|&(key, _)| key == name).map(|(_, value)| value);
        let first = values.next()?;
        if values.next().is_some() { None } else { Token::parse(first) }
    }

    /// `Set-Cookie` that keeps the secret for 30 days.
    pub fn keep(self, cookie: Cookie, token: &Token) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        let (name, secret) = (self.name(cookie), token.secret());
        HeaderValue::from_str(&format!("{name}={secret}; HttpOnly; SameSite=Lax; Path=/; Max-Age={KEPT}{secure}")).ok()
    }
}
