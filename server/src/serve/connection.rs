//! One connection: HTTP/1.1 or HTTP/2, within its limits, until either side has had enough.

use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::{Frame, Incoming, SizeHint};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tower::Service;

use super::life::{Life, Stage};
use super::pulse::{Asked, Felt, Patience, Pulse};

/// How both protocols are spoken.
pub fn builder(patience: Patience) -> Builder<TokioExecutor> {
    const HEAD: usize = 16 * 1024;
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(patience.idle).max_headers(64).max_buf_size(HEAD);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(100)
        .max_header_list_size(HEAD as u32)
        .keep_alive_interval(Duration::from_secs(20))
        .keep_alive_timeout(Duration::from_secs(10));
    builder
}

/// Speaks with one client until the end. `patience` is asked for each time, as it shrinks when it is crowded.
pub async fn converse<S>(
    stream: S,
    peer: SocketAddr,
    builder: Builder<TokioExecutor>,
    app: Router,
    life: Life,
    patience: impl Fn() -> Patience,
) where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let pulse = Arc::new(Pulse::new());
    let felt = TokioIo::new(Felt { stream, pulse: Arc::clone(&pulse) });
    let heart = Arc::clone(&pulse);
    let service = service_fn(move |request: Request<Incoming>| {
        let asked = Asked::of(&heart, request.version() == http::Version::HTTP_2);
        let answer = app.clone().call(received(request, peer));
        async move { answer.await.map(|answer| answer.map(|body| Told { body, _asked: asked })) }
    });
    let mut connection = pin!(builder.serve_connection(felt, service));
    let mut closing = pin!(life.until(Stage::Closing));
    let mut told = false;
    loop {
        let tick = (patience().header / 4).clamp(Duration::from_millis(20), Duration::from_secs(1));
        tokio::select! {
            // How a client leaves is its own affair.
            _ = connection.as_mut() => break,
            () = closing.as_mut(), if !told => {
                told = true;
                connection.as_mut().graceful_shutdown();
            }
            () = tokio::time::sleep(tick) => if pulse.is_gone(patience()) { break },
        }
    }
}

fn received(request: Request<Incoming>, peer: SocketAddr) -> Request<Body> {
    let (mut parts, body) = request.into_parts();
    parts.extensions.insert(ConnectInfo(peer));
    Request::from_parts(parts, Body::new(body))
}

/// An answer on its way: whoever hears the news of an order for an hour does not only hold a place.
struct Told {
    body: Body,
    /// Over when the last of it is sent, or nobody takes it any more.
    _asked: Asked,
}

impl hyper::body::Body for Told {
    type Data = bytes::Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
