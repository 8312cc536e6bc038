//! Load in closed loops: each connection asks again as soon as it is answered.

use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::LocalSet;

use super::{AT_ONCE, WINDOW_SECONDS, WINDOWS};
use crate::client::find;
use crate::premises::processor_seconds;
use crate::trouble::{Outcome, wrong};

/// What was done in a window of time.
#[derive(Clone, Debug, Default)]
pub struct Window {
    /// How long it was.
    pub seconds: f64,
    /// How long each thing took, in microseconds, sorted.
    pub micros: Vec<u32>,
    /// Processor seconds of whoever answered.
    pub busy: f64,
}

impl Window {
    /// From what was measured in so long.
    pub fn new(time: Duration, mut micros: Vec<u32>) -> Self {
        micros.sort_unstable();
        Self { seconds: time.as_secs_f64(), micros, busy: 0.0 }
    }

    /// How many a second.
    pub fn rate(&self) -> f64 {
        self.micros.len() as f64 / self.seconds
    }

    /// What one costs whoever answered, in processor milliseconds: a busy machine changes it less than the rate.
    pub fn cost(&self) -> f64 {
        1000.0 * self.busy / self.micros.len().max(1) as f64
    }

    /// The better of two.
    pub fn or(self, other: Self) -> Self {
        if self.micros.is_empty() || other.rate() > self.rate() { other } else { self }
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

/// Where this stands in a request, other marks that mean nothing to a search stand each time it is sent: it is another question, of
/// which nothing is kept.
pub const ANEW: &str = "........";

/// Puts other marks in the place of [`ANEW`].
pub fn made_anew(request: &mut [u8]) {
    static ASKED: AtomicU32 = AtomicU32::new(1);
    if let Some(place) = find(request, ANEW.as_bytes()) {
        let number = ASKED.fetch_add(1, Ordering::Relaxed);
        for (digit, mark) in request[place..].iter_mut().take(ANEW.len()).enumerate() {
            *mark = b".,!'"[(number >> (2 * digit)) as usize % 4];
        }
    }
}

/// Who answers, and what is asked.
pub struct Asked {
    /// Where.
    pub to: SocketAddr,
    /// The whole request.
    pub request: String,
    /// The process that answers.
    pub pid: u32,
}

/// The best of several windows of each, after one to warm up; in turn, so that the machine's moods meet all.
pub async fn best(all: &[Asked]) -> Outcome<Vec<Window>> {
    let mut best = vec![Window::default(); all.len()];
    for asked in all {
        one_window(asked, Duration::from_secs(1)).await?;
    }
    for _ in 0..WINDOWS {
        for (best, asked) in best.iter_mut().zip(all) {
            let window = one_window(asked, Duration::from_secs(WINDOW_SECONDS)).await?;
            *best = std::mem::take(best).or(window);
        }
    }
    Ok(best)
}

async fn one_window(asked: &Asked, time: Duration) -> Outcome<Window> {
    let request: Rc<[u8]> = asked.request.as_bytes().into();
    let (local, began, before) = (LocalSet::new(), Instant::now(), processor_seconds(asked.pid)?);
    let one = || connection(asked.to, Rc::clone(&request), began + time);
    let loops: Vec<_> = (0..AT_ONCE).map(|_| local.spawn_local(one())).collect();
    let gather = async {
        let mut micros = Vec::new();
        for one in loops {
            micros.extend(one.await??);
        }
        let busy = processor_seconds(asked.pid)? - before;
        Outcome::Ok(Window { busy, ..Window::new(began.elapsed(), micros) })
    };
    local.run_until(gather).await
}

async fn connection(to: SocketAddr, request: Rc<[u8]>, until: Instant) -> Outcome<Vec<u32>> {
    let mut stream = TcpStream::connect(to).await?;
    stream.set_nodelay(true)?;
    let mut buffer = Vec::with_capacity(128 * 1024);
    let mut micros = Vec::new();
    while Instant::now() < until {
        let mut request = request.to_vec();
        made_anew(&mut request);
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
