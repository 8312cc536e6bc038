//! Which pages may be everyone's, and what tells one from another.

use app::cookies::Cookies;
use app::i18n::Lang;
use app::request::is_thrifty;
use axum::extract::Request;
use http::{HeaderValue, Method, Uri};

/// Parameters that say what is on the page.
const TELLING: &[&str] = &["sort", "page", "v", "q", "as"];
/// Parameters of those who sent the shopper; no page depends on them.
const TELLTALES: &[&str] = &["gclid", "fbclid", "msclkid", "ref"];
/// An address longer than this is nobody's link.
const LONGEST: usize = 256;

/// A page that may be everyone's who has set the same: its path with its language, what of its query tells, and where
/// things go and what is paid in, which decide its prices; and whether data is to be saved, which decides its
/// pictures.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    address: String,
    prefs: Option<HeaderValue>,
    thrifty: bool,
}

impl Key {
    /// The key of a request, if it asks for such a page. A parameter nobody knows makes it a page of one's own.
    pub fn of(request: &Request, cookies: Cookies) -> Option<Self> {
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
        let prefs = Some(cookies.prefs(request.headers())).filter(|prefs| prefs.country.is_some() || prefs.currency.is_some());
        let prefs = prefs.and_then(|prefs| cookies.only_prefs(prefs));
        let thrifty = is_thrifty(request.headers());
        (key.len() <= LONGEST).then_some(Self { address: key, prefs, thrifty })
    }

    /// The address the page is made for.
    pub fn uri(&self) -> Option<Uri> {
        self.address.parse().ok()
    }

    /// The cookie of everybody who gets this page; none for those who have set nothing.
    pub fn cookie(&self) -> Option<&HeaderValue> {
        self.prefs.as_ref()
    }
}

fn is_everyones(path: &str) -> bool {
    let mut rooms = path.trim_start_matches('/').splitn(2, '/');
    let lang = rooms.next().unwrap_or_default();
    let is_lang = Lang::from_code(lang).is_some();
    let room = rooms.next().unwrap_or("-");
    is_lang
        && path.starts_with('/')
        && !path.starts_with("//")
        && (room.is_empty()
            || ["search", "offline"].contains(&room)
            || ["c/", "products/", "help/"].iter().any(|start| room.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(address: &str) -> Option<String> {
        let request = Request::get(address).body(axum::body::Body::empty()).unwrap();
        Key::of(&request, Cookies::of("http://127.0.0.1")).map(|key| key.address)
    }

    #[test]
    fn who_sent_the_shopper_makes_no_other_page() {
        let plain = key("/en/c/kitchen?sort=price&page=2");
        assert_eq!(plain.as_deref(), Some("/en/c/kitchen?page=2&sort=price"));
        assert_eq!(key("/en/c/kitchen?utm_source=a&page=2&gclid=1&sort=price"), plain);
    }

    #[test]
    fn who_pays_in_other_money_gets_another_page_and_nothing_else_of_a_cookie_counts() {
        let cookies = Cookies::of("http://127.0.0.1");
        let with = |cookie: &'static str| {
            let request = Request::get("/en/").header("cookie", cookie).body(axum::body::Body::empty()).unwrap();
            Key::of(&request, cookies).unwrap()
        };
        assert_ne!(with("prefs=en.LV.USD"), with("prefs=en.LV.EUR"));
        assert_eq!(with("prefs=en.LV.USD; cart=abc"), with("sid=x; prefs=lv.LV.USD"));
        assert_eq!(with("prefs=en..; cart=abc").cookie(), None);
        assert_eq!(with("prefs=en.<script>.x").cookie(), None);
    }

    #[test]
    fn only_pages_that_show_goods_or_help_may_be_everyones() {
        for address in
            ["/en/", "/en/c/kitchen", "/pt-BR/products/ridge-mug?v=7", "/en/help/delivery", "/en/search?q=mug&as=typed"]
        {
            assert!(key(address).is_some(), "{address}");
        }
        for address in [
            "/",
            "/en/cart",
            "/en/orders/1",
            "/en/checkout/review",
            "/api/cart",
            "/en/c/kitchen?who=me",
            "/en/search/x?q=mug",
            "/desk/c/x",
            "//en/",
        ] {
            assert!(key(address).is_none(), "{address}");
        }
    }
}
