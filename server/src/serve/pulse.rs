//! Whether a connection is alive: it asks, it reads, or it is cut.
//!
//! hyper's own timer starts with HTTP/1.1's first header byte and knows nothing of HTTP/2 or of a client that does
//! not read, so the connection's bytes are watched here, below the protocol.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// How long is too long.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For the handshake and a request's head.
    pub header: Duration,
    /// Without a request.
    pub idle: Duration,
    /// Without reading what was asked for.
    pub stall: Duration,
}

impl Patience {
    /// When most places are taken, those who only hold one are shown out sooner.
    pub fn when_crowded(self) -> Self {
        Self { header: self.header / 5, idle: self.idle / 30, ..self }
    }
}

/// Milliseconds since the connection opened; 0 means "not now".
#[derive(Debug)]
pub struct Pulse {
    opened: Instant,
    requests: AtomicU32,
    head_since: AtomicU64,
    quiet_since: AtomicU64,
    stalled_since: AtomicU64,
    streams: AtomicBool,
}

impl Pulse {
    pub fn new() -> Self {
        Self {
            opened: Instant::now(),
            requests: AtomicU32::new(0),
            head_since: AtomicU64::new(1),
            quiet_since: AtomicU64::new(1),
            stalled_since: AtomicU64::new(0),
            streams: AtomicBool::new(false),
        }
    }

    fn now(&self) -> u64 {
        u64::try_from(self.opened.elapsed().as_millis()).unwrap_or(u64::MAX).max(1)
    }

    fn read(&self) {
        if self.requests.load(Relaxed) == 0 && !self.streams.load(Relaxed) && self.head_since.load(Relaxed) == 0 {
            self.head_since.store(self.now(), Relaxed);
        }
    }

    fn wrote(&self) {
        self.stalled_since.store(0, Relaxed);
        self.quiet_since.store(self.now(), Relaxed);
    }

    fn stalled(&self) {
        let _ = self.stalled_since.compare_exchange(0, self.now(), Relaxed, Relaxed);
    }

    /// Whether patience is at its end.
    pub fn is_gone(&self, patience: Patience) -> bool {
        let over = |since: &AtomicU64, limit: Duration| match since.load(Relaxed) {
            0 => false,
            since => u128::from(self.now().saturating_sub(since)) > limit.as_millis(),
        };
        let busy = self.requests.load(Relaxed) > 0;
        over(&self.stalled_since, patience.stall)
            || (!busy && (over(&self.head_since, patience.header) || over(&self.quiet_since, patience.idle)))
    }
}

/// A request, from its head until the end of its answer.
pub struct Asked(Arc<Pulse>);

impl Asked {
    /// A request's head is here. `streams` says that the protocol is HTTP/2, where bytes between requests are no head.
    pub fn of(pulse: &Arc<Pulse>, streams: bool) -> Self {
        pulse.requests.fetch_add(1, Relaxed);
        pulse.head_since.store(0, Relaxed);
        pulse.streams.store(streams, Relaxed);
        Self(Arc::clone(pulse))
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        self.0.requests.fetch_sub(1, Relaxed);
        self.0.quiet_since.store(self.0.now(), Relaxed);
    }
}

/// A stream whose bytes are felt.
pub struct Felt<S> {
    pub stream: S,
    pub pulse: Arc<Pulse>,
}

impl<S: AsyncRead + Unpin> AsyncRead for Felt<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<std::io::Result<()>> {
        let before = buf.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, buf);
        if buf.filled().len() > before {
            self.pulse.read();
        }
        read
    }
}

impl<S> Felt<S> {
    fn feel<T>(&self, written: Poll<T>) -> Poll<T> {
        if written.is_ready() {
            self.pulse.wrote();
        } else {
            self.pulse.stalled();
        }
        written
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Felt<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<std::io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.feel(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[std::io::IoSlice<'_>],
    ) -> Poll<std::io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.feel(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
