//! How a kind of letters looks in a language: `/desk/messages/preview/{kind}/{lang}`, and the shop's own templates to begin one's own
//! with: `/desk/messages/templates/{file}`. For staff.

use std::sync::Arc;

use app::cookies::{Cookie, Cookies};
use app::routes;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use db::Database;
use domain::lang::Lang;
use domain::notifications::Kind;

use crate::letters::sample;
use crate::letters::templates::{BUILT_IN, Templates};

/// What a letter may do here: bring its own styles, and nothing else.
const POLICY: HeaderValue = HeaderValue::from_static(
    "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'",
);

struct Shelf {
    db: Database,
    templates: Templates,
    cookies: Cookies,
}

/// Both.
pub fn routes(db: Database, templates: Templates, cookies: Cookies) -> Router {
    Router::new()
        .route("/desk/messages/preview/{kind}/{lang}", get(preview))
        .route("/desk/messages/templates/{file}", get(template))
        .with_state(Arc::new(Shelf { db, templates, cookies }))
}

async fn preview(State(shelf): State<Arc<Shelf>>, Path((kind, lang)): Path<(String, String)>, headers: HeaderMap) -> Response {
    if let Err(answer) = shelf.staff(&headers).await {
        return answer;
    }
    let (Some(kind), Some(lang)) = (Kind::from_code(&kind), Lang::from_code(&lang)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match shelf.templates.render(&sample::letter(kind, lang)) {
        Ok(made) => ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(made.html)).into_response(),
        Err(broken) => {
            tracing::error!(%broken, "a letter cannot be shown");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn template(State(shelf): State<Arc<Shelf>>, Path(file): Path<String>, headers: HeaderMap) -> Response {
    if let Err(answer) = shelf.staff(&headers).await {
        return answer;
    }
    match BUILT_IN.iter().find(|(name, _)| *name == file) {
        Some((_, source)) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], *source).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

impl Shelf {
    /// Whoever is not signed in is sent to the door.
    async fn staff(&self, headers: &HeaderMap) -> Result<(), Response> {
        let door = || Redirect::to(&routes::desk_door(&routes::desk_messages(1))).into_response();
        let token = self.cookies.read(headers, Cookie::Staff).ok_or_else(door)?;
        let now = self.db.now();
        match self.db.read(move |conn| db::staff::of_session(conn, &token, now)).await {
            Ok(Some(_)) => Ok(()),
            Ok(None) => Err(door()),
            Err(fault) => {
                tracing::error!(%fault, "nobody knows who is signed in");
                Err(StatusCode::INTERNAL_SERVER_ERROR.into_response())
            }
        }
    }
}
