//! The news of an order, as a stream of server-sent events.
//!
//! Each event carries the number of a row of the order's timeline, so a browser that was away says the last one it
//! saw and hears the rest. What is sent is only that something happened; the page asks for what.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::response::sse::{Event as Message, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use db::orders::{self, Keys};
use db::token::Token;
use db::{Event, Fault};
use domain::ids::{EventId, OrderId};
use domain::orders::OrderNumber;
use futures_util::stream::{self, Stream, StreamExt};
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
    /// The last event the page was drawn with: what came between drawing and listening is told too.
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
    let keys = Keys { browser, link: key };
    // Heard from before the first look, so that nothing falls between the two.
    let hearing = house.db.events();
    match find(&house, &number, &keys, after(&headers).or(link.after.map(EventId))).await {
        Ok((order, last)) => answer(Follow { house, order, last, hearing, until: Instant::now() + LONGEST, begun: false }),
        Err(Fault::NotFound(_)) => StatusCode::NOT_FOUND.into_response(),
        Err(fault) => {
            tracing::error!(%fault, "an order's news could not be opened");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

async fn find(house: &House, number: &str, keys: &Keys, after: Option<EventId>) -> Result<(OrderId, EventId), Fault> {
    let number = OrderNumber::parse(number).map_err(|_| Fault::NotFound("order"))?;
    let question = |conn: &db::Conn| {
        let order = orders::id_for(conn, &number, keys)?;
        let last = after.map_or_else(|| orders::last_event(conn, order), Ok)?;
        Ok((order, last))
    };
    house.db.read(question).await
}

/// The last event the browser heard before it lost the connection.
fn after(headers: &HeaderMap) -> Option<EventId> {
    headers.get("last-event-id")?.to_str().ok()?.parse().ok().map(EventId)
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
    last: EventId,
    hearing: broadcast::Receiver<Event>,
    until: Instant,
    begun: bool,
}

impl Follow {
    fn messages(self) -> impl Stream<Item = Result<Message, Infallible>> {
        stream::unfold(self, |mut follow| async move {
            let news = follow.next().await?;
            Some((stream::iter(news), follow))
        })
        .flatten()
        .map(|id| Ok(Message::default().id(id.to_string()).event("order").data(format!("{{\"id\":{id}}}"))))
    }

    /// What happened since the last message; none at the end.
    async fn next(&mut self) -> Option<Vec<EventId>> {
        loop {
            if std::mem::replace(&mut self.begun, true) && !self.hear().await {
                return None;
            }
            let news = self.look().await?;
            if let Some(&newest) = news.last() {
                self.last = newest;
                return Some(news);
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
                // Too much was said at once; the timeline knows what was missed.
                Err(RecvError::Lagged(_)) => return true,
                Ok(_) => {}
                Err(RecvError::Closed) => return false,
            }
        }
    }

    async fn look(&mut self) -> Option<Vec<EventId>> {
        let (order, last) = (self.order, self.last);
        match self.house.db.read(|conn| orders::events_after(conn, order, last)).await {
            Ok(news) => Some(news),
            Err(fault) => {
                tracing::warn!(%fault, "an order's news ended early; the browser asks again");
                None
            }
        }
    }
}
