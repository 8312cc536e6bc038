//! Which pages may be everyone's, and what tells one from another.

use axum::extract::Request;
use http::{Method, Uri};

/// Parameters that say what is on the page.
const TELLING: &[&str] = &["sort", "page", "v"];
/// Parameters of those who sent the shopper; no page depends on them.
const TELLTALES: &[&str] = &["gclid", "fbclid", "msclkid", "ref"];
/// An address longer than this is nobody's link.
const LONGEST: usize = 256;

/// A page that may be everyone's: its path with its language, and what of its query tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key(String);

impl Key {
    /// The key of a request, if it asks for such a page. A parameter nobody knows makes it a page of one's own.
    pub fn of(request: &Request) -> Option<Self> {
        let (path, query) = (request.uri().path(), request.uri().query().unwrap_or_default());
        if !matches!(*request.method(), Method::GET | Method::HEAD) || !is_everyones(path) {
            return None;
        }
        let mut telling = Vec::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let name = pair.split('=').next().unwrap_or_default();
            match name {
                _ if TELLING.contains(&name) => telling.push(pair),
                _ if TELLTALES.contains(&name) || name.starts_with("utm_") => {}
                _ => return None,
            }
        }
        telling.sort_unstable();
        let key = if telling.is_empty() { path.to_owned() } else { format!("{path}?{}", telling.join("&")) };
        (key.len() <= LONGEST).then_some(Self(key))
    }

    /// The address the page is made for.
    pub fn uri(&self) -> Option<Uri> {
        self.0.parse().ok()
    }
}

fn is_everyones(path: &str) -> bool {
    let mut rooms = path.trim_start_matches('/').splitn(2, '/');
    let lang = rooms.next().unwrap_or_default();
    let is_lang = lang.split('-').next().is_some_and(|code| code.len() == 2) && lang.len() <= 10;
    let room = rooms.next().unwrap_or("-");
    is_lang
        && path.starts_with('/')
        && !path.starts_with("//")
        && (room.is_empty() || ["c/", "products/", "help/"].iter().any(|start| room.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(address: &str) -> Option<String> {
        let request = Request::get(address).body(axum::body::Body::empty()).unwrap();
        Key::of(&request).map(|key| key.0)
    }

    #[test]
    fn who_sent_the_shopper_makes_no_other_page() {
        let plain = key("/en/c/kitchen?sort=price&page=2");
        assert_eq!(plain.as_deref(), Some("/en/c/kitchen?page=2&sort=price"));
        assert_eq!(key("/en/c/kitchen?utm_source=a&page=2&gclid=1&sort=price"), plain);
    }

    #[test]
    fn only_pages_that_show_goods_or_help_may_be_everyones() {
        for address in ["/en/", "/en/c/kitchen", "/pt-BR/products/ridge-mug?v=7", "/en/help/delivery"] {
            assert!(key(address).is_some(), "{address}");
        }
        for address in
            ["/", "/en/cart", "/en/orders/1", "/en/checkout/review", "/api/cart", "/en/c/kitchen?who=me", "/desk/c/x", "//en/"]
        {
            assert!(key(address).is_none(), "{address}");
        }
    }
}
