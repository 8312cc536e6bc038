//! Load in closed loops: each connection asks again as soon as it is answered.

use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::LocalSet;

use super::{AT_ONCE, WINDOW_SECONDS, WINDOWS};
use crate::client::find;
use crate::trouble::{Outcome, wrong};

/// What was done in a window of time.
#[derive(Clone, Debug, Default)]
pub struct Window {
    /// How long it was.
    pub seconds: f64,
    /// How long each thing took, in microseconds, sorted.
    pub micros: Vec<u32>,
}

impl Window {
    /// From what was measured in so long.
    pub fn new(time: Duration, mut micros: Vec<u32>) -> Self {
        micros.sort_unstable();
        Self { seconds: time.as_secs_f64(), micros }
    }

    /// How many a second.
    pub fn rate(&self) -> f64 {
        self.micros.len() as f64 / self.seconds
    }

    /// How long the slowest one of a hundred took at least, in milliseconds.
    pub fn p99(&self) -> f64 {
        self.quantile(0.99)
    }

    /// How long one took that is slower than this part of all, in milliseconds.
    pub fn quantile(&self, part: f64) -> f64 {
        let at = (self.micros.len() as f64 * part) as usize;
        self.micros.get(at.min(self.micros.len().saturating_sub(1))).map_or(0.0, |micros| f64::from(*micros) / 1000.0)
    }
}

/// The best of several windows of one request, after one to warm up.
pub async fn best(to: SocketAddr, request: &str) -> Outcome<Window> {
    one_window(to, request, Duration::from_secs(1)).await?;
    let mut best = Window::default();
    for _ in 0..WINDOWS {
        let window = one_window(to, request, Duration::from_secs(WINDOW_SECONDS)).await?;
        if best.micros.is_empty() || window.rate() > best.rate() {
            best = window;
        }
    }
    Ok(best)
}

async fn one_window(to: SocketAddr, request: &str, time: Duration) -> Outcome<Window> {
    let request: Rc<[u8]> = request.as_bytes().into();
    let (local, began) = (LocalSet::new(), Instant::now());
    let loops: Vec<_> = (0..AT_ONCE).map(|_| local.spawn_local(connection(to, Rc::clone(&request), began + time))).collect();
    let gather = async {
        let mut micros = Vec::new();
        for one in loops {
            micros.extend(one.await??);
        }
        Outcome::Ok(Window::new(began.elapsed(), micros))
    };
    local.run_until(gather).await
}

async fn connection(to: SocketAddr, request: Rc<[u8]>, until: Instant) -> Outcome<Vec<u32>> {
    let mut stream = TcpStream::connect(to).await?;
    stream.set_nodelay(true)?;
    let mut buffer = Vec::with_capacity(128 * 1024);
    let mut micros = Vec::new();
    while Instant::now() < until {
        let asked = Instant::now();
        stream.write_all(&request).await?;
        answer(&mut stream, &mut buffer).await?;
        micros.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
    }
    Ok(micros)
}

/// Reads one answer of status 200 to its end.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Outcome<()> {
    buffer.clear();
    let head = loop {
        match find(buffer, b"\r\n\r\n") {
            Some(end) => break end + 4,
            None if stream.read_buf(buffer).await? == 0 => return wrong("the shop hung up".to_owned()),
            None => {}
        }
    };
    if !buffer.starts_with(b"HTTP/1.1 200") {
        return wrong(format!("not answered: {}", String::from_utf8_lossy(&buffer[..head.min(200)])));
    }
    let length = length(&buffer[..head]);
    let done = |buffer: &[u8]| match length {
        Some(length) => buffer.len() >= head + length,
        None => buffer.ends_with(b"0\r\n\r\n"),
    };
    while !done(buffer) {
        if stream.read_buf(buffer).await? == 0 {
            return wrong("the shop hung up".to_owned());
        }
    }
    Ok(())
}

/// What the head says of the body's length; none when it comes in chunks.
fn length(head: &[u8]) -> Option<usize> {
    const NAME: &[u8] = b"\r\ncontent-length: ";
    let at = find(head, NAME)? + NAME.len();
    let end = at + find(&head[at..], b"\r\n")?;
    std::str::from_utf8(&head[at..end]).ok()?.parse().ok()
}
