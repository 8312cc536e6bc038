//! Pictures of problems: for whoever may see the order, and for staff; for others there is none. Nobody keeps them on the way.

use std::sync::Arc;

use app::cookies::Cookie;
use app::routes;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use db::problems::photos;
use db::{Fault, orders};
use domain::ids::PhotoId;
use domain::orders::OrderNumber;
use domain::problems::PhotoSize;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};

use super::{Counter, Link, broken};
use crate::router::media::LOCKED_IN;

/// `/{lang}/orders/{number}/photos/{photo}/{size}`
pub async fn of_order(
    State(counter): State<Arc<Counter>>,
    Path((_, number, photo, size)): Path<(String, String, String, String)>,
    Query(link): Query<Link>,
    headers: HeaderMap,
) -> Response {
    let (Ok(number), Some((photo, size))) = (OrderNumber::parse(&number), asked(&photo, &size)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keys = counter.keys(&headers, &link);
    let found = counter.house.db.read(move |conn| photos::file_of(conn, orders::id_for(conn, &number, &keys)?, photo)).await;
    counter.shown(found, photo, size).await
}

/// `/desk/problems/photos/{photo}/{size}`
pub async fn for_desk(
    State(counter): State<Arc<Counter>>,
    Path((photo, size)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let Some(token) = counter.house.cookies.read(&headers, Cookie::Staff) else { return to_the_door() };
    let now = counter.house.db.now();
    match counter.house.db.read(move |conn| db::staff::of_session(conn, &token, now)).await {
        Ok(Some(_)) => {}
        Ok(None) => return to_the_door(),
        Err(fault) => return broken(&fault),
    }
    let Some((photo, size)) = asked(&photo, &size) else { return StatusCode::NOT_FOUND.into_response() };
    let found = counter.house.db.read(move |conn| photos::file_for_desk(conn, photo)).await;
    counter.shown(found, photo, size).await
}

fn to_the_door() -> Response {
    Redirect::to(&routes::desk_door(&routes::desk_problems(1))).into_response()
}

fn asked(photo: &str, size: &str) -> Option<(PhotoId, PhotoSize)> {
    Some((PhotoId(photo.parse().ok()?), PhotoSize::from_code(size)?))
}

impl Counter {
    async fn shown(&self, found: Result<String, Fault>, photo: PhotoId, size: PhotoSize) -> Response {
        let name = match found {
            Ok(name) => name,
            Err(fault) => return broken(&fault),
        };
        let album = self.album.clone();
        let bytes = match tokio::task::spawn_blocking(move || album.read(&name, size)).await {
            Ok(Ok(bytes)) => bytes,
            // A backup of the books has no pictures in it.
            Ok(Err(error)) => {
                tracing::warn!(%error, %photo, "a picture of a problem is not there");
                return StatusCode::NOT_FOUND.into_response();
            }
            Err(error) => return broken(&Fault::Books(error.to_string())),
        };
        let headers = [
            (CONTENT_TYPE, "image/jpeg".to_owned()),
            (CACHE_CONTROL, "private, no-store".to_owned()),
            (CONTENT_DISPOSITION, format!("inline; filename=\"picture-{photo}.jpg\"")),
        ];
        let mut answer = (headers, bytes).into_response();
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, LOCKED_IN);
        answer
    }
}
