//! Which request goes where, inside `middleware::pass`, which every request passes.
//!
//! `pages` are the app's, kept by `page_cache` where they are everyone's; `files` and `media` are files; `machine` is
//! for balancers; `order_events` is the news of an order, `calendar` when it comes; `pocket` is for when there is no connection; `reports` is what browsers complain about.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use db::Database;

use crate::config::Config;
use crate::documents::answer as documents;
use crate::feeds;
use crate::middleware::headers::Dress;
use crate::middleware::limits::Limits;
use crate::middleware::load::Load;
use crate::middleware::{compress, pass};
use crate::personal;
use crate::serve::{Life, Site};
use app::cookies::Cookies;
use app::request::AccountKey;

mod calendar;
pub mod files;
mod machine;
pub mod media;
mod order_events;
pub mod page_cache;
pub mod pages;
mod pocket;
mod reports;
pub mod short;
mod tidy;

/// What every room of the house may ask for.
pub struct House {
    /// The settings.
    pub config: Config,
    /// The memory.
    pub db: Database,
    /// The built site.
    pub site: Site,
    /// Open or leaving.
    pub life: Life,
    /// How much is being done.
    pub load: Load,
    /// What each client may still ask for.
    pub limits: Arc<Limits>,
    /// The headers of every answer.
    pub dress: Dress,
    /// The names of the cookies here.
    pub cookies: Cookies,
    /// What secrets of accounts are made with, once the shop is put together.
    pub account: OnceLock<AccountKey>,
    /// Pages that are the same for everyone.
    pub pages: page_cache::Pages,
    /// Drawings, compressed.
    pub drawings: media::Drawings,
}

impl House {
    /// Puts the house together. Belongs into a tokio runtime: pages that are kept are watched over from the start.
    pub fn new(config: Config, db: Database, site: Site, life: Life) -> Arc<Self> {
        let pages = page_cache::Pages::new(page_cache::MOST);
        tokio::spawn(pages.clone().follow(db.events()));
        Arc::new(Self {
            load: Load::new(config.in_flight),
            limits: Arc::new(Limits::new(config.limits)),
            dress: Dress::of(&config),
            account: OnceLock::new(),
            cookies: Cookies::of(config.origin.as_str()),
            drawings: media::Drawings::new(),
            pages,
            config,
            db,
            site,
            life,
        })
    }
}

/// Every route of the shop: its pages, and those of others beside them, such as webhooks and the embedded provider.
pub fn front(house: &Arc<House>, pages: Router, others: Router) -> Router {
    let machines = Router::new()
        .route("/healthz", get(machine::health))
        .route("/readyz", get(machine::ready))
        .route("/csp-report", post(reports::receive))
        .route("/media/{file}", get(media::serve))
        .route("/{lang}/orders/{number}/events", get(order_events::stream))
        .route("/{lang}/shared/{token}/events", get(order_events::shared))
        .route("/{lang}/orders/{number}/arrival.ics", get(calendar::arrival))
        .with_state(Arc::clone(house));
    let pages = pages.layer(from_fn_with_state(Arc::clone(house), page_cache::serve));
    pages
        .merge(machines)
        .merge(documents::routes(house))
        .merge(personal::routes(house))
        .merge(feeds::routes(house))
        .merge(files::routes(&house.site))
        .merge(pocket::routes(house))
        .merge(others)
        .layer(axum::middleware::from_fn(tidy::paths))
        .layer(compress::layer())
        .layer(from_fn_with_state(Arc::clone(house), pass))
}
