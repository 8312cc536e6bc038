//! Where an answer may send a browser: to a page of this shop or to the payment provider, and nowhere else.

use axum::extract::Request;
use http::header::{HOST, LOCATION};
use http::{HeaderMap, HeaderValue};

use crate::config::Config;

/// The host the browser asked for.
pub fn host(request: &Request) -> Option<String> {
    let header = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    header.or_else(|| request.uri().authority().map(|authority| authority.as_str())).map(str::to_owned)
}

/// Replaces a `Location` that leads elsewhere by the first page. One that names this shop in full becomes a path.
pub fn guard(headers: &mut HeaderMap, config: &Config, host: Option<&str>) {
    let Some(value) = headers.get(LOCATION) else { return };
    let to = value.to_str().unwrap_or_default();
    let safe = match own_path(to, config, host) {
        Some(path) => path,
        None if is_provider(to, config) => return,
        None => {
            tracing::warn!(to, "a redirect that led away was not followed");
            "/"
        }
    };
    let safe = HeaderValue::from_str(safe).unwrap_or(HeaderValue::from_static("/"));
    headers.insert(LOCATION, safe);
}

/// A path that browsers cannot take for another host.
pub fn is_local(path: &str) -> bool {
    let second = path.as_bytes().get(1).copied().unwrap_or(b'a');
    path.starts_with('/')
        && !matches!(second, b'/' | b'\\')
        && path.bytes().all(|byte| (0x21..=0x7e).contains(&byte) && byte != b'\\')
}

fn own_path<'a>(to: &'a str, config: &Config, host: Option<&str>) -> Option<&'a str> {
    let path = match to.strip_prefix("http://").or_else(|| to.strip_prefix("https://")) {
        None => to,
        Some(rest) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let own = authority.eq_ignore_ascii_case(config.origin.authority())
                || host.is_some_and(|host| host.eq_ignore_ascii_case(authority));
            if !own {
                return None;
            }
            if path.is_empty() { "/" } else { path }
        }
    };
    is_local(path).then_some(path)
}

fn is_provider(to: &str, config: &Config) -> bool {
    let mut rests = config.payment_origins.iter().filter_map(|origin| to.strip_prefix(origin.as_str()));
    rests.any(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Values;

    fn sent_to(to: &str) -> String {
        let file = "origin = 'https://shop.example'\npayment_origin = 'https://pay.example'";
        let config = Config::read(&Values::gather(Some(file), std::iter::empty()).unwrap()).unwrap();
        let mut headers = HeaderMap::new();
        headers.insert(LOCATION, HeaderValue::from_bytes(to.as_bytes()).unwrap());
        guard(&mut headers, &config, Some("127.0.0.1:3000"));
        headers[LOCATION].to_str().unwrap().to_owned()
    }

    #[test]
    fn a_redirect_stays_in_the_shop_or_goes_to_the_provider() {
        for to in ["/en/cart", "/", "/en/search?q=a%2Fb#top", "https://pay.example/s/1", "https://pay.example"] {
            assert_eq!(sent_to(to), to);
        }
        assert_eq!(sent_to("https://shop.example/en/cart?err=1"), "/en/cart?err=1");
        assert_eq!(sent_to("http://127.0.0.1:3000/en/"), "/en/");
    }

    #[test]
    fn a_redirect_that_leads_away_leads_home() {
        let away = [
            "//evil.example",
            "/\\evil.example",
            "https://evil.example/",
            "https://pay.example.evil.example/",
            "https://pay.example@evil.example/",
            "https://shop.example@evil.example/",
            "https://shop.example//evil.example",
            "javascript:alert(1)",
            "en/cart",
            "",
            "/\tevil",
        ];
        for to in away {
            assert_eq!(sent_to(to), "/", "{to}");
        }
    }
}
