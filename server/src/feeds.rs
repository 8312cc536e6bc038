//! What search engines, comparison sites and feed readers take in: `sitemap` says which pages there are, `merchant` what
//! can be bought and for how much, `news` what came last. `xml` writes them.

use std::sync::Arc;

use app::i18n::Lang;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::contact::Country;
use domain::delivery::Zone;
use domain::local_rules;
use domain::market::Market;
use domain::money::Currency;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use serde::Deserialize;

use crate::router::House;

mod merchant;
mod news;
mod sitemap;
mod xml;

/// What machines take in may be an hour old.
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// `/robots.txt`, `/sitemap.xml` and what it names, `/feeds/{lang}/...`.
pub fn routes(house: &Arc<House>) -> Router {
    let router = Router::new()
        .route("/sitemap.xml", get(sitemap::index))
        .route("/sitemaps/{lang}/{part}", get(sitemap::part))
        .route("/feeds/{lang}/products.xml", get(merchant::feed))
        .route("/feeds/{lang}/news.atom", get(news::feed));
    // A merchant may put a file of their own beside the built ones.
    let own = house.site.root.join("robots.txt").is_file();
    let router = if own { router } else { router.route("/robots.txt", get(robots)) };
    router.with_state(Arc::clone(house))
}

/// What nobody needs to find: orders, machines’ addresses.
async fn robots(State(house): State<Arc<House>>) -> String {
    let origin = house.config.origin.as_str();
    format!("User-agent: *\nDisallow: /api/\nDisallow: /*/checkout/\nDisallow: /*/orders\n\nSitemap: {origin}/sitemap.xml\n")
}

/// Whom prices are for, as an address says it: `?country=DE&currency=EUR`. What is left out is the language's likely
/// country, and the country's currency.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Whom {
    /// By ISO 3166-1.
    pub country: Option<String>,
    /// By ISO 4217.
    pub currency: Option<String>,
}

impl Whom {
    /// The market, if the shop sends things to that country and knows that currency.
    pub fn market(&self, lang: Lang, home: Country) -> Option<Market> {
        let country = match &self.country {
            Some(code) => Country::parse(code).ok().filter(|country| Zone::between(home, *country).is_some())?,
            None => lang.likely_country(home),
        };
        let currency = match &self.currency {
            Some(code) => Currency::parse(code).ok()?,
            None => local_rules::of(country).currency,
        };
        Some(Market { lang, country, currency })
    }
}

/// A document of this kind.
fn document(kind: &'static str, body: impl Into<Body>) -> Response {
    ([(CONTENT_TYPE, HeaderValue::from_static(kind)), (CACHE_CONTROL, FOR_AN_HOUR)], body.into()).into_response()
}

/// Nothing is at this address.
fn nothing() -> Response {
    StatusCode::NOT_FOUND.into_response()
}

/// The books do not answer: a machine comes back later.
fn later(fault: &db::Fault) -> Response {
    tracing::error!(%fault, "a feed");
    (StatusCode::SERVICE_UNAVAILABLE, [(http::header::RETRY_AFTER, "60")]).into_response()
}
