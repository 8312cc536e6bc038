//! Which request goes where, and what every request passes on its way.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use db::Database;

use crate::config::Config;
use crate::middleware::load::Load;
use crate::serve::{Life, Site};

mod machine;
pub mod pages;

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
    /// What pages see of the shop.
    pub shop: app::request::Shop,
    /// How much is being done.
    pub load: Load,
}

impl House {
    /// Puts the house together.
    pub fn new(config: Config, db: Database, site: Site, life: Life, shop: app::request::Shop) -> Arc<Self> {
        Arc::new(Self { shop, load: Load::new(config.in_flight), config, db, site, life })
    }
}

/// Every route, inside everything a request passes.
pub fn front(house: &Arc<House>, others: Router) -> Router {
    Router::new()
        .route("/healthz", get(machine::health))
        .route("/readyz", get(machine::ready))
        .with_state(Arc::clone(house))
        .merge(others)
        .merge(pages::routes(house))
}
