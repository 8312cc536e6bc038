//! What of problems needs the machine itself: taking in their form with its pictures (`problems/form.rs`), and showing those to whom
//! they are for (`problems/photos.rs`). Meaning: `domain/problems`, memory: `db/problems`, the page: `app/problems`.

use std::sync::Arc;

use app::cookies::Cookie;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use db::Fault;
use db::orders::Keys;
use db::token::Token;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use tokio::sync::Semaphore;

use crate::pictures::Album;
use crate::router::House;

mod form;
mod photos;

/// So many pictures are opened at once; whoever sends more waits.
const AT_ONCE: usize = 2;

/// The house, its album, and how many pictures it opens at once.
struct Counter {
    house: Arc<House>,
    album: Album,
    places: Semaphore,
}

/// What the address says besides its path.
#[derive(Deserialize)]
struct Link {
    /// The secret of the order's link.
    #[serde(default)]
    key: String,
}

/// Where the form is sent to, and where the pictures are.
pub fn routes(house: &Arc<House>, album: Album) -> Router {
    let counter = Arc::new(Counter { house: Arc::clone(house), album, places: Semaphore::new(AT_ONCE) });
    Router::new()
        // How much may come is bounded at the front door, and per picture here.
        .route("/{lang}/orders/{number}/problem", post(form::take).layer(DefaultBodyLimit::disable()))
        .route("/{lang}/orders/{number}/photos/{photo}/{size}", get(photos::of_order))
        .route("/desk/problems/photos/{photo}/{size}", get(photos::for_desk))
        .with_state(counter)
}

impl Counter {
    /// The keys a request holds: the browser's own, and the one in the order's link.
    fn keys(&self, headers: &HeaderMap, link: &Link) -> Keys {
        Keys { browser: self.house.cookies.read(headers, Cookie::Session), link: Token::parse(&link.key) }
    }
}

/// What is answered where the books do not.
fn broken(fault: &Fault) -> Response {
    match fault {
        Fault::NotFound(_) => StatusCode::NOT_FOUND.into_response(),
        Fault::Busy => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        fault => {
            tracing::error!(%fault, "a problem is neither taken nor shown");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
