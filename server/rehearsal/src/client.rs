//! HTTP/1.1 over one connection, kept open: no more than a measurement and a shopper need.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// An answer as it came.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its head, without the first line.
    pub head: String,
    /// Its body, as sent.
    pub body: Vec<u8>,
}

impl Answer {
    /// The first header of this name (lower-case).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// Every header.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.head.lines().filter_map(|line| line.split_once(':')).map(|(key, value)| (key.trim(), value.trim()))
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One connection, opened when it is first needed and again after it broke.
pub struct Client {
    to: SocketAddr,
    stream: Option<TcpStream>,
    read: Vec<u8>,
}

impl Client {
    /// To this address.
    pub fn new(to: SocketAddr) -> Self {
        Self { to, stream: None, read: Vec::with_capacity(64 * 1024) }
    }

    /// Sends a whole request and reads the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> std::io::Result<Answer> {
        let asked = self.try_ask(request).await;
        if asked.is_err() {
            self.stream = None;
        }
        asked
    }

    async fn connected(&mut self) -> std::io::Result<&mut TcpStream> {
        if self.stream.is_none() {
            let stream = TcpStream::connect(self.to).await?;
            stream.set_nodelay(true)?;
            self.stream = Some(stream);
            self.read.clear();
        }
        self.stream.as_mut().ok_or_else(|| bad("no connection"))
    }

    async fn try_ask(&mut self, request: &[u8]) -> std::io::Result<Answer> {
        self.connected().await?.write_all(request).await?;
        let end = loop {
            match find(&self.read, b"\r\n\r\n") {
                Some(end) => break end + 4,
                None => self.more().await?,
            }
        };
        let head = String::from_utf8_lossy(&self.read[..end]).into_owned();
        self.read.drain(..end);
        let (first, rest) = head.split_once("\r\n").ok_or_else(|| bad("no head"))?;
        let status = first.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(|| bad("no status"))?;
        let mut answer = Answer { status, head: rest.to_owned(), body: Vec::new() };
        answer.body = match (answer.header("content-length").map(str::parse), answer.header("transfer-encoding")) {
            (Some(Ok(length)), _) => self.take(length).await?,
            (None, Some(_)) => self.chunks().await?,
            _ if matches!(status, 204 | 304) => Vec::new(),
            _ => return Err(bad("an answer without a length")),
        };
        if answer.header("connection").is_some_and(|says| says.eq_ignore_ascii_case("close")) {
            self.stream = None;
        }
        Ok(answer)
    }

    async fn more(&mut self) -> std::io::Result<()> {
        let stream = self.stream.as_mut().ok_or_else(|| bad("no connection"))?;
        match stream.read_buf(&mut self.read).await? {
            0 => Err(std::io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }

    async fn take(&mut self, length: usize) -> std::io::Result<Vec<u8>> {
        while self.read.len() < length {
            self.more().await?;
        }
        Ok(self.read.drain(..length).collect())
    }

    async fn chunks(&mut self) -> std::io::Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let end = loop {
                match find(&self.read, b"\r\n") {
                    Some(end) => break end,
                    None => self.more().await?,
                }
            };
            let line = self.take(end + 2).await?;
            let size = std::str::from_utf8(&line[..end]).ok().and_then(|text| usize::from_str_radix(text.trim(), 16).ok());
            let size = size.ok_or_else(|| bad("a chunk without a size"))?;
            let chunk = self.take(size + 2).await?;
            if size == 0 {
                return Ok(body);
            }
            body.extend_from_slice(&chunk[..size]);
        }
    }
}

/// Where a sequence of bytes begins.
pub fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn bad(why: &str) -> std::io::Error {
    std::io::Error::new(std::io::ErrorKind::InvalidData, why.to_owned())
}
