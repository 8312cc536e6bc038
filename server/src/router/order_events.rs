//! The news of an order, as a stream of server-sent events.
//!
//! Each event carries the order's revision, so a browser that was away says the last one it saw and hears whether there is a newer.
//! What is sent is only that something happened; the page asks for what.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::response::sse::{Event as Message, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use db::orders::{self, Keys};
use db::token::Token;
use db::{Conn, Event, Fault};
use domain::ids::{OrderId, Revision};
use domain::orders::OrderNumber;
use futures_util::stream::{self, Stream};
use http::header::CACHE_CONTROL;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Deserialize;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::Instant;

use super::House;
use crate::serve::life::Stage;
use app::cookies::Cookie;

/// After this the browser connects again, so that no stream outlives the rights it was opened with for long.
const LONGEST: Duration = Duration::from_secs(3600);
/// A comment this often tells proxies that somebody is there.
const ALIVE: Duration = Duration::from_secs(15);

/// What the stream's address says.
#[derive(Deserialize)]
pub struct Link {
    /// The secret of the order's link.
    key: Option<String>,
    /// The revision the page was drawn with: what came between drawing and listening is told too.
    after: Option<i64>,
}

/// Opens the stream for who may see the order; for others there is no such order.
pub async fn stream(
    State(house): State<Arc<House>>,
    Path((_, number)): Path<(String, String)>,
    Query(link): Query<Link>,
    headers: HeaderMap,
) -> Response {
    let (browser, key) = (house.cookies.read(&headers, Cookie::Session), link.key.as_deref().and_then(Token::parse));
    let Ok(number) = OrderNumber::parse(&number) else { return StatusCode::NOT_FOUND.into_response() };
    let keys = Keys { browser, link: key };
    told(house, (&headers, &link), move |conn| orders::id_for(conn, &number, &keys)).await
}

/// The same for whom its shopper gave the link to its way.
pub async fn shared(
    State(house): State<Arc<House>>,
    Path((_, token)): Path<(String, String)>,
    Query(link): Query<Link>,
    headers: HeaderMap,
) -> Response {
    let token = Token::parse(&token).unwrap_or_default();
    let now = house.db.now();
    let which = move |conn: &Conn| orders::shares::order_of(conn, &token, now)?.ok_or(Fault::NotFound("order"));
    told(house, (&headers, &link), which).await
}

/// Tells of an order, if there is one for whoever asks.
async fn told(
    house: Arc<House>,
    (headers, link): (&HeaderMap, &Link),
    which: impl FnOnce(&Conn) -> Result<OrderId, Fault>,
) -> Response {
    // Heard from before the first look, so that nothing falls between the two.
    let (hearing, seen) = (house.db.events(), after(headers).or(link.after.map(Revision)));
    let question = |conn: &Conn| {
        let order = which(conn)?;
        Ok((order, seen.map_or_else(|| orders::revision(conn, order), Ok)?))
    };
    match house.db.read(question).await {
        Ok((order, last)) => answer(Follow { house, order, last, hearing, until: Instant::now() + LONGEST, begun: false }),
        Err(Fault::NotFound(_)) => StatusCode::NOT_FOUND.into_response(),
        Err(fault) => {
            tracing::error!(%fault, "an order's news could not be opened");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// The last revision the browser heard of before it lost the connection.
fn after(headers: &HeaderMap) -> Option<Revision> {
    headers.get("last-event-id")?.to_str().ok()?.parse().ok().map(Revision)
}

fn answer(follow: Follow) -> Response {
    let unkept = (CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    let unbuffered = (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    let stream = Sse::new(follow.messages()).keep_alive(KeepAlive::new().interval(ALIVE).text("here"));
    ([unkept, unbuffered], stream).into_response()
}

struct Follow {
    house: Arc<House>,
    order: OrderId,
    last: Revision,
    hearing: broadcast::Receiver<Event>,
    until: Instant,
    begun: bool,
}

impl Follow {
    fn messages(self) -> impl Stream<Item = Result<Message, Infallible>> {
        stream::unfold(self, |mut follow| async move {
            let id = follow.next().await?;
            Some((Ok(Message::default().id(id.to_string()).event("order").data(format!("{{\"id\":{id}}}"))), follow))
        })
    }

    /// The order's next revision; none at the end.
    async fn next(&mut self) -> Option<Revision> {
        loop {
            if std::mem::replace(&mut self.begun, true) && !self.hear().await {
                return None;
            }
            let newest = self.look().await?;
            if newest > self.last {
                self.last = newest;
                return Some(newest);
            }
        }
    }

    /// Waits for news of this order. False when it is time to go.
    async fn hear(&mut self) -> bool {
        loop {
            let heard = tokio::select! {
                heard = self.hearing.recv() => heard,
                () = tokio::time::sleep_until(self.until) => return false,
                () = self.house.life.until(Stage::Closing) => return false,
            };
            match heard {
                Ok(Event::Order(order)) if order == self.order => return true,
                // Too much was said at once; the order knows whether something was missed.
                Err(RecvError::Lagged(_)) => return true,
                Ok(_) => {}
                Err(RecvError::Closed) => return false,
            }
        }
    }

    async fn look(&mut self) -> Option<Revision> {
        let order = self.order;
        match self.house.db.read(|conn| orders::revision(conn, order)).await {
            Ok(newest) => Some(newest),
            Err(fault) => {
                tracing::warn!(%fault, "an order's news ended early; the browser asks again");
                None
            }
        }
    }
}
