//! Security headers, on every answer there is.
//!
//! A nonce is minted for each request; pages find it among the request's extensions.

use axum::extract::Request;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, VARY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use leptos::nonce::Nonce;

use crate::config::Config;

/// The parts of the headers that do not change from answer to answer.
#[derive(Clone, Debug)]
pub struct Dress {
    before_nonce: String,
    between: &'static str,
    after_nonce: String,
    https: bool,
}

/// Whose pages may load an answer; what is for everybody says so itself.
pub const SHARED_WITH: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

const ALWAYS: [(HeaderName, &str); 7] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    // `no-referrer` would make browsers say `Origin: null` on forms.
    (REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), usb=(), payment=(self), publickey-credentials-get=(self), \
         publickey-credentials-create=(self), browsing-topics=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("origin-agent-cluster"), "?1"),
    (HeaderName::from_static("reporting-endpoints"), "csp=\"/csp-report\""),
];

impl Dress {
    /// For the shop at this origin. `form-action` names the providers, since Chrome asks it of the redirects that
    /// follow a form too. On plain HTTP, which only this machine speaks, nothing is upgraded.
    pub fn of(config: &Config) -> Self {
        let providers: String = config.payment_origins.iter().map(|origin| format!(" {}", origin.as_str())).collect();
        let https = config.origin.is_https();
        let upgrade = if https { "upgrade-insecure-requests; " } else { "" };
        Self {
            before_nonce: "default-src 'none'; script-src 'self' 'nonce-".to_owned(),
            between: "' 'wasm-unsafe-eval'; style-src 'self' 'nonce-",
            after_nonce: format!(
                "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
                 media-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'{providers}; \
                 frame-ancestors 'none'; {upgrade}report-to csp; report-uri /csp-report"
            ),
            https,
        }
    }

    fn policy(&self, nonce: &Nonce) -> Option<HeaderValue> {
        let nonce: &str = nonce.as_inner();
        HeaderValue::try_from([self.before_nonce.as_str(), nonce, self.between, nonce, self.after_nonce.as_str()].concat()).ok()
    }
}

/// Mints this request's nonce and leaves it where the page finds it.
pub fn mint(request: &mut Request) -> Nonce {
    let nonce = Nonce::new();
    request.extensions_mut().insert(nonce.clone());
    nonce
}

/// What an answer follows: what its route says it does, the cookies where it is one shopper's, and always the encoding.
fn follows(headers: &HeaderMap, private: bool) -> String {
    let said = headers.get_all(VARY).iter().filter_map(|names| names.to_str().ok());
    let said = said.flat_map(|names| names.split(',')).map(str::trim);
    let mut names: Vec<&str> = said.filter(|name| !name.is_empty() && !name.eq_ignore_ascii_case("accept-encoding")).collect();
    if private && !names.iter().any(|name| name.eq_ignore_ascii_case("cookie")) {
        names.push("Cookie");
    }
    names.push("Accept-Encoding");
    names.join(", ")
}

/// Puts the headers on an answer. What a route says of itself about caching, what it follows, its content policy and who may
/// load it stands: a picture is stricter with itself than a page.
pub fn dress(headers: &mut HeaderMap, dress: &Dress, nonce: &Nonce, id: &str) {
    if !headers.contains_key(CONTENT_SECURITY_POLICY)
        && let Some(policy) = dress.policy(nonce)
    {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    for (name, value) in ALWAYS {
        // A page whose address is a secret tells it to nobody; it has no forms.
        if name != REFERRER_POLICY || headers.get(&name).is_none_or(|said| said != "no-referrer") {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    headers.entry(SHARED_WITH).or_insert(HeaderValue::from_static("same-origin"));
    if dress.https {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
    let cached = headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
    let private = !cached.as_bytes().starts_with(b"public");
    if let Ok(follows) = HeaderValue::try_from(follows(headers, private)) {
        headers.insert(VARY, follows);
    }
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert("x-request-id", id);
    }
}
