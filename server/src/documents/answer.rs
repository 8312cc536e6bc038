//! A document's file, for whoever may see its order; for others there is none.

use std::sync::Arc;

use app::cookies::Cookie;
use app::documents::paper;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use db::documents;
use db::orders::{self, Keys};
use db::token::Token;
use db::{Conn, Fault};
use domain::documents::{Document, DocumentKind, DocumentNumber};
use domain::ids::OrderId;
use domain::orders::OrderNumber;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use tokio::sync::Semaphore;

use crate::router::House;

/// So many papers are set at once; who asks for more waits.
const AT_ONCE: usize = 2;

/// What a document's address says besides its path.
#[derive(Deserialize)]
pub struct Link {
    /// The secret of the order's link.
    key: Option<String>,
}

/// The house, and how many papers it sets at once.
struct Press {
    house: Arc<House>,
    places: Semaphore,
}

/// Where the files are.
pub fn routes(house: &Arc<House>) -> Router {
    let press = Arc::new(Press { house: Arc::clone(house), places: Semaphore::new(AT_ONCE) });
    Router::new()
        .route("/{lang}/orders/{number}/invoice.pdf", get(invoice))
        .route("/{lang}/orders/{number}/receipt.pdf", get(receipt))
        .route("/{lang}/orders/{number}/credit-notes/{document}/credit-note.pdf", get(credit_note))
        .route("/{lang}/orders/{number}/documents/{document}/document.pdf", get(further))
        .with_state(press)
}

async fn invoice(
    State(press): State<Arc<Press>>,
    Path((_, number)): Path<(String, String)>,
    link: Query<Link>,
    headers: HeaderMap,
) -> Response {
    press.answer(&number, &link, &headers, |conn, order| documents::of_kind(conn, order, DocumentKind::Invoice)).await
}

async fn receipt(
    State(press): State<Arc<Press>>,
    Path((_, number)): Path<(String, String)>,
    link: Query<Link>,
    headers: HeaderMap,
) -> Response {
    press.answer(&number, &link, &headers, |conn, order| documents::of_kind(conn, order, DocumentKind::Receipt)).await
}

async fn credit_note(
    State(press): State<Arc<Press>>,
    Path((_, number, document)): Path<(String, String, String)>,
    link: Query<Link>,
    headers: HeaderMap,
) -> Response {
    let asked = DocumentNumber::parse(&document).ok().filter(|number| number.kind == DocumentKind::CreditNote);
    let find = |conn: &Conn, order| documents::by_number(conn, order, asked.ok_or(Fault::NotFound("document"))?);
    press.answer(&number, &link, &headers, find).await
}

async fn further(
    State(press): State<Arc<Press>>,
    Path((_, number, document)): Path<(String, String, String)>,
    link: Query<Link>,
    headers: HeaderMap,
) -> Response {
    let asked = DocumentNumber::parse(&document).ok();
    let find = |conn: &Conn, order| documents::by_number(conn, order, asked.ok_or(Fault::NotFound("document"))?);
    press.answer(&number, &link, &headers, find).await
}

impl Press {
    async fn answer(
        &self,
        number: &str,
        link: &Link,
        headers: &HeaderMap,
        find: impl FnOnce(&Conn, OrderId) -> db::Result<Document>,
    ) -> Response {
        let (browser, key) = (self.house.cookies.read(headers, Cookie::Session), link.key.as_deref().and_then(Token::parse));
        let keys = Keys { browser, link: key };
        let Ok(number) = OrderNumber::parse(number) else { return StatusCode::NOT_FOUND.into_response() };
        match self.house.db.read(|conn| find(conn, orders::id_for(conn, &number, &keys)?)).await {
            Ok(document) => self.printed(document).await,
            Err(Fault::NotFound(_)) => StatusCode::NOT_FOUND.into_response(),
            Err(Fault::Busy) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
            Err(fault) => {
                tracing::error!(%fault, "a document cannot be found");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }

    async fn printed(&self, document: Document) -> Response {
        let Ok(_place) = self.places.acquire().await else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
        let name = document.number.to_string();
        let Ok(bytes) = tokio::task::spawn_blocking(move || super::pdf(&paper(&document))).await else {
            tracing::error!(name, "a document cannot be printed");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let headers = [
            (CONTENT_TYPE, "application/pdf".to_owned()),
            (CACHE_CONTROL, "private, no-store".to_owned()),
            (CONTENT_DISPOSITION, format!("inline; filename=\"{name}.pdf\"")),
        ];
        (headers, bytes).into_response()
    }
}
