//! Customs papers to print: `/desk/orders/{number}/customs/{piece}`, the post's form, and `?invoice`, the commercial invoice. For staff.

use std::sync::Arc;

use app::cookies::{Cookie, Cookies};
use app::documents::{commercial_invoice, customs_form};
use app::routes;
use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use db::{Conn, Database, Fault, customs};
use domain::customs::Declaration;
use domain::orders::OrderNumber;

use crate::documents::pdf;

#[derive(Clone)]
struct Press {
    db: Database,
    cookies: Cookies,
}

/// The route.
pub fn routes(db: Database, cookies: Cookies) -> Router {
    let press = Arc::new(Press { db, cookies });
    Router::new().route("/desk/orders/{number}/customs/{piece}", get(print)).with_state(press)
}

async fn print(
    State(press): State<Arc<Press>>,
    Path((number, piece)): Path<(String, u32)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let Ok(number) = OrderNumber::parse(&number) else { return StatusCode::NOT_FOUND.into_response() };
    if !press.is_staff(&headers).await {
        return Redirect::to(&routes::desk_door(&routes::desk_order(&number))).into_response();
    }
    let invoice = query.is_some_and(|query| query.starts_with("invoice"));
    match press.db.read(move |conn| declared(conn, &number, piece)).await {
        Ok(Some(declaration)) => printed(declaration, invoice).await,
        Ok(None) | Err(Fault::NotFound(_)) => StatusCode::NOT_FOUND.into_response(),
        Err(fault) => {
            tracing::error!(%fault, "what a parcel declares cannot be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// What a piece of an order declares; none where there is no such piece, or customs do not look at it.
fn declared(conn: &Conn, number: &OrderNumber, piece: u32) -> db::Result<Option<Declaration>> {
    let order = db::orders::by_id(conn, db::desk::order(conn, number)?)?;
    match order.pieces.iter().find(|known| known.number == piece) {
        Some(piece) => customs::declared(conn, &order, piece),
        None => Ok(None),
    }
}

async fn printed(declaration: Declaration, invoice: bool) -> Response {
    let name = format!("{}-{}", if invoice { "invoice" } else { declaration.form.code() }, declaration.name());
    let set = move || pdf(&if invoice { commercial_invoice(&declaration) } else { customs_form(&declaration) });
    let Ok(file) = tokio::task::spawn_blocking(set).await else {
        tracing::error!(name, "customs papers cannot be printed");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let told = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        // An address stands on it.
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}.pdf\"")),
    ];
    (told, file).into_response()
}

impl Press {
    async fn is_staff(&self, headers: &HeaderMap) -> bool {
        let Some(token) = self.cookies.read(headers, Cookie::Staff) else { return false };
        let now = self.db.now();
        let found = self.db.read(move |conn| db::staff::of_session(conn, &token, now)).await;
        found.inspect_err(|fault| tracing::error!(%fault, "nobody is let in")).is_ok_and(|staff| staff.is_some())
    }
}
