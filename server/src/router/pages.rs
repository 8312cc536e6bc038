//! The pages and the server functions: rendered by the app, each in a task of its own.

use std::sync::Arc;

use app::app::{App, shell};
use axum::Router;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use leptos::config::LeptosOptions;
use leptos::prelude::provide_context;
use leptos_axum::{LeptosRoutes, generate_route_list};

use super::House;

/// Every page, and what is said where there is none.
pub fn routes(house: &Arc<House>) -> Router {
    let options = LeptosOptions::builder().output_name("cartwright").site_pkg_dir(house.site.package().to_owned()).build();
    let shop = house.shop.clone();
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
        .layer(from_fn(whole))
}

/// The first page is in a language; which one follows from nothing but that there is one.
async fn first() -> Redirect {
    Redirect::temporary("/en/")
}

/// An address where nothing is: the app has drawn its page, the status is ours.
fn lost(page: Response) -> Response {
    (StatusCode::NOT_FOUND, page).into_response()
}

/// Renders in a task of its own and collects the whole answer: a client that goes away does not leave a half-rendered
/// page behind, whose reactive owner would never be freed (leptos 0.8).
async fn whole(request: Request, next: Next) -> Response {
    let rendered = tokio::spawn(async move {
        let (parts, body) = next.run(request).await.into_parts();
        let bytes = axum::body::to_bytes(body, 8 << 20).await.unwrap_or_default();
        (parts, bytes)
    });
    match rendered.await {
        Ok((mut parts, bytes)) => {
            parts.headers.insert(header::CONTENT_LENGTH, bytes.len().into());
            Response::from_parts(parts, bytes.into())
        }
        Err(error) => {
            tracing::error!(%error, "a page did not come to its end");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
