//! The pages and the server functions, rendered by the app.

use std::sync::Arc;

use app::app::{App, shell};
use app::cookies::Cookies;
use app::i18n::negotiated;
use app::request::{Guesses, Shop};
use axum::Router;
use axum::extract::{FromRef, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use http::HeaderMap;
use http::header::VARY;
use leptos::config::LeptosOptions;
use leptos::nonce::Nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::{LeptosRoutes, generate_route_list};

use super::House;

/// Every page, and what is said where there is none.
pub fn routes(house: &Arc<House>, shop: Shop) -> Router {
    let options = LeptosOptions::builder().output_name("cartwright").site_pkg_dir(house.site.package().to_owned()).build();
    // axum copies a route, with all that is in it, several times for each request: so it is in there by its address.
    let given = Arc::new((shop, Guesses(house.limits.clone())));
    let context = move || {
        let (shop, guesses) = &*given;
        provide_context(shop.clone());
        provide_context(guesses.clone());
        // The nonce of the header, in place of the one leptos makes up.
        if let Some(nonce) = use_context::<http::request::Parts>().and_then(|parts| parts.extensions.get::<Nonce>().cloned()) {
            provide_context(nonce);
        }
    };
    // The first page's address ends in a slash, which the app's own list leaves out; and what is nowhere is a page too.
    let rest = leptos_axum::render_app_async_with_context(context.clone(), shell);
    let options = Options(Arc::new(options));
    Router::new()
        .leptos_routes_with_context(&options, generate_route_list(App), context, shell)
        .route("/{lang}/", get(rest.clone()))
        .fallback(rest)
        .with_state(options)
        .route("/", get(first).with_state(house.cookies))
}

/// What leptos wants to know of where its files are; shared, since it is part of every route.
#[derive(Clone)]
struct Options(Arc<LeptosOptions>);

impl FromRef<Options> for LeptosOptions {
    fn from_ref(options: &Options) -> Self {
        LeptosOptions::clone(&options.0)
    }
}

/// The first page is in a language: the one set before, else the best the browser asks for.
async fn first(State(cookies): State<Cookies>, headers: HeaderMap) -> impl IntoResponse {
    let lang = negotiated(cookies, &headers);
    ([(VARY, "Cookie, Accept-Language")], Redirect::temporary(&app::routes::home(lang)))
}
