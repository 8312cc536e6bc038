//! The pages and the server functions, rendered by the app.

use std::sync::Arc;

use app::app::{App, shell};
use app::request::Shop;
use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use leptos::config::LeptosOptions;
use leptos::prelude::provide_context;
use leptos_axum::{LeptosRoutes, generate_route_list};

use super::House;

/// Every page, and what is said where there is none.
pub fn routes(house: &Arc<House>, shop: Shop) -> Router {
    let options = LeptosOptions::builder().output_name("cartwright").site_pkg_dir(house.site.package().to_owned()).build();
    let context = move || provide_context(shop.clone());
    let document = {
        let options = options.clone();
        move || shell(options.clone())
    };
    let nowhere = leptos_axum::render_app_async_with_context(context.clone(), document.clone());
    Router::new()
        .leptos_routes_with_context(&options, generate_route_list(App), context, document)
        .fallback(move |request: Request| {
            let page = nowhere(request);
            async move { lost(page.await) }
        })
        .with_state(options)
        .route("/", get(first))
}

/// The first page is in a language; which one follows from nothing but that there is one.
async fn first() -> Redirect {
    Redirect::temporary("/en/")
}

/// An address where nothing is: the app has drawn its page, the status is ours.
fn lost(page: Response) -> Response {
    (StatusCode::NOT_FOUND, page).into_response()
}
