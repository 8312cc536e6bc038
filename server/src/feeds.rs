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
use domain::delivery::is_served;
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
    format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /desk/\nDisallow: /*/checkout/\nDisallow: /*/orders\nDisallow: /*/messages/\n\nSitemap: {origin}/sitemap.xml\n"
    )
}

/// Whom prices are for, as an address says it: `?country=DE&currency=EUR`.
#[derive(Clone, Debug, Default, Deserialize)]
struct Whom {
    country: Option<String>,
    currency: Option<String>,
}

impl Whom {
    fn market(&self, lang: Lang, home: Country) -> Option<Market> {
        market(lang, self.country.as_deref(), self.currency.as_deref(), home)
    }
}

/// The market a machine names by its codes; none where the shop sends nothing to that country, or does not know that
/// currency.
pub fn market(lang: Lang, country: Option<&str>, currency: Option<&str>, home: Country) -> Option<Market> {
    let country = country.map(|code| Country::parse(code).ok().filter(|country| is_served(*country)));
    let currency = currency.map(|code| Currency::parse(code).ok());
    match (country, currency) {
        (Some(None), _) | (_, Some(None)) => None,
        (country, currency) => Some(Market::of(lang, country.flatten(), currency.flatten(), home)),
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
