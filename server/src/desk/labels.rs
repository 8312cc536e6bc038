//! Labels to print: `/desk/orders/{number}/labels/{piece}`, and `?zpl` for the printers of packing benches. For staff.
//!
//! A label was bought when it was made; here it is only fetched, as often as it is wanted. A carrier that keeps the file itself is
//! led to.

use std::sync::Arc;
use std::time::Duration;

use app::cookies::{Cookie, Cookies};
use app::routes;
use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use db::tracking::Followed;
use db::{Database, Fault, tracking};
use domain::orders::OrderNumber;

use crate::outside::carriers::{Known, Paper, Printed};
use crate::outside::{Carriers, Trouble};

/// How long whoever prints waits for a carrier.
const PATIENCE: Duration = Duration::from_secs(8);

/// Shown to the one who asked, and kept nowhere: an address stands on it.
const ONES_OWN: HeaderValue = HeaderValue::from_static("private, no-store");

struct Printer {
    db: Database,
    carriers: Carriers,
    cookies: Cookies,
}

/// The route.
pub fn routes(db: Database, carriers: Carriers, cookies: Cookies) -> Router {
    let printer = Arc::new(Printer { db, carriers, cookies });
    Router::new().route("/desk/orders/{number}/labels/{piece}", get(print)).with_state(printer)
}

async fn print(
    State(printer): State<Arc<Printer>>,
    Path((number, piece)): Path<(String, u32)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let Ok(number) = OrderNumber::parse(&number) else { return StatusCode::NOT_FOUND.into_response() };
    let back = routes::desk_order(&number);
    if let Err(answer) = printer.staff(&headers, &back).await {
        return answer;
    }
    let paper = if query.is_some_and(|query| query.starts_with("zpl")) { Paper::Zpl } else { Paper::Pdf };
    let asked = number.clone();
    let found = printer.db.read(move |conn| tracking::label_of(conn, db::desk::order(conn, &asked)?, piece)).await;
    let label = match found {
        Ok(Some(label)) => label,
        Ok(None) | Err(Fault::NotFound(_)) => return StatusCode::NOT_FOUND.into_response(),
        Err(fault) => return broken(&fault),
    };
    match printer.printed(&label, paper).await {
        Ok(Printed::File(file)) => file_of(&label.number, paper, file),
        // Whatever a carrier answers, nobody is led anywhere but to a page.
        Ok(Printed::At(page)) if page.starts_with("https://") => Redirect::to(&page).into_response(),
        Ok(Printed::At(_)) => told(&back, "unknown"),
        Err(Trouble::Refused(why)) => {
            tracing::warn!(parcel = label.number, why, "a label cannot be printed");
            told(&back, "refused")
        }
        Err(trouble) => {
            tracing::warn!(parcel = label.number, %trouble, "a label cannot be printed now");
            told(&back, "unknown")
        }
    }
}

fn file_of(number: &str, paper: Paper, file: Vec<u8>) -> Response {
    let (kind, ending) = match paper {
        Paper::Pdf => ("application/pdf", "pdf"),
        Paper::Zpl => ("application/zpl", "zpl"),
    };
    let name: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    let named = format!("inline; filename=\"{name}.{ending}\"");
    let told = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, named)];
    ([(header::CACHE_CONTROL, ONES_OWN)], told, file).into_response()
}

/// Back to the order, with why nothing is printed.
fn told(back: &str, why: &str) -> Response {
    Redirect::to(&routes::with(back, &[("unprinted".to_owned(), why.to_owned())])).into_response()
}

impl Printer {
    async fn printed(&self, label: &Followed, paper: Paper) -> Result<Printed, Trouble> {
        let carrier = self.carriers.iter().find(|carrier| carrier.name() == label.carrier);
        let carrier = carrier.ok_or_else(|| Trouble::Refused("whoever brought it there has its label".to_owned()))?;
        let known = Known { number: &label.number, shipment: &label.shipment, brand: &label.brand };
        tokio::time::timeout(PATIENCE, carrier.label(known, paper)).await.unwrap_or(Err(Trouble::Unknown))
    }

    /// Whoever is not signed in is sent to the door.
    async fn staff(&self, headers: &HeaderMap, back: &str) -> Result<(), Response> {
        let door = || Redirect::to(&routes::desk_door(back)).into_response();
        let token = self.cookies.read(headers, Cookie::Staff).ok_or_else(door)?;
        let now = self.db.now();
        match self.db.read(move |conn| db::staff::of_session(conn, &token, now)).await {
            Ok(Some(_)) => Ok(()),
            Ok(None) => Err(door()),
            Err(fault) => Err(broken(&fault)),
        }
    }
}

fn broken(fault: &Fault) -> Response {
    tracing::error!(%fault, "a label is not looked for");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
