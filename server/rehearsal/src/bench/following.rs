//! B11: a thousand shoppers watch the pages of their orders while a carrier tells of their parcels: what that takes of memory, how
//! long it is from the carrier's word to the page, and how fast the carrier is answered.

use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use domain::orders::OrderNumber;
use rusqlite::types::Value;
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;
use tokio::time::interval;

use super::load::Window;
use super::orders::{copied, with_an_order};
use super::table::Table;
use crate::client::{Client, find};
use crate::premises::Program;
use crate::sealed::{Secret, now, webhook};
use crate::trouble::{Outcome, wrong};

/// Open pages, each of an order of its own.
const PAGES: usize = 1_000;
/// Megabytes they may take together.
const MEMORY: f64 = 60.0;
/// Reports a second while pages are watched, and how long 99 of 100 are on their way to a page, in milliseconds.
const EVENTS: (u64, f64) = (50, 500.0);
/// Reports a second when a carrier tells of all at once, how many, and how soon 99 of 100 are answered, in milliseconds.
const REPORTS: (u64, usize, f64) = (200, 2_000, 50.0);
/// Connections the carrier keeps open.
const LINES: usize = 16;

/// Prints all of it.
pub async fn measure(program: &Program, table: &mut Table) -> Outcome<()> {
    table.title(&format!("B11 {PAGES} open pages of orders, shop on one core"));
    let premises = with_an_order(program).await?;
    under_way(&premises.file("shop.sqlite"))?;
    let carrier = Carrier { secret: Secret::of("simcarrier", &premises.file("secrets.toml"))?, to: premises.addr };
    let shop = premises.open().await?;
    let before = shop.resident()?;
    let (heard, mut news) = unbounded_channel();
    let mut pages = JoinSet::new();
    for order in 0..PAGES {
        let stream = watch(premises.addr, order).await?;
        pages.spawn(read(stream, order, heard.clone()));
    }
    let took = (shop.resident()?.saturating_sub(before)) as f64 / 1e6;
    table.judged("they take of memory", &format!("{took:.1} MB"), took <= MEMORY, "<= 60 MB");

    let told = carrier.tell(EVENTS.0, (0..PAGES).map(|order| (order, "seen"))).await?;
    let mut micros = Vec::new();
    while micros.len() < PAGES {
        let next = tokio::time::timeout(Duration::from_secs(20), news.recv()).await.ok().flatten();
        let (order, at): (usize, Instant) = next.ok_or_else(|| format!("{} of {PAGES} pages heard", micros.len()))?;
        let begun = told.get(order).map_or(at, |(begun, _)| *begun);
        micros.push(u32::try_from(at.saturating_duration_since(begun).as_micros()).unwrap_or(u32::MAX));
    }
    let seen = Window::new(Duration::from_secs(1), micros);
    let figure = format!("p50 {:.1} ms, p99 {:.1} ms", seen.quantile(0.5), seen.p99());
    table.judged(
        &format!("from the carrier's word to the page, {}/s", EVENTS.0),
        &figure,
        seen.p99() <= EVENTS.1,
        "p99 <= 500 ms",
    );

    let told =
        carrier.tell(REPORTS.0, (0..REPORTS.1).map(|at| (at % PAGES, if at < PAGES { "again" } else { "once more" }))).await?;
    let answers = Window::new(Duration::from_secs(1), told.iter().map(|(_, micros)| *micros).collect());
    let figure = format!("p50 {:.1} ms, p99 {:.1} ms", answers.quantile(0.5), answers.p99());
    table.judged(&format!("the carrier is answered, {}/s", REPORTS.0), &figure, answers.p99() <= REPORTS.2, "p99 <= 50 ms");
    pages.abort_all();
    shop.close().await
}

/// The secret in the link to an order, and the parcel's number.
fn secret(order: usize) -> String {
    format!("{order:064x}")
}

fn number(order: usize) -> OrderNumber {
    OrderNumber::of(order as u64 + 1)
}

/// Writes as many orders as pages, each like the one there is and with a parcel that is on its way.
fn under_way(file: &Path) -> Outcome<()> {
    let mut books = Connection::open(file)?;
    let books = books.transaction()?;
    books.execute_batch("PRAGMA defer_foreign_keys=ON")?;
    let first: i64 = books.query_row("SELECT id FROM orders", [], |row| row.get(0))?;
    for order in 0..PAGES {
        let id = 1_000_000 + order as i64;
        let hash: String = Sha256::digest(secret(order).as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        let instead = [
            ("id", Value::from(id)),
            ("number", Value::from(number(order).as_str().to_owned())),
            ("cart_id", Value::from(id)),
            ("token_hash", Value::from(hash)),
            ("state", Value::from("placed".to_owned())),
        ];
        copied(&books, "orders", ("id", first), &instead)?;
        copied(&books, "order_lines", ("order_id", first), &[("order_id", Value::from(id))])?;
        books.execute("UPDATE orders SET state = 'paid' WHERE id = ?1", [id])?;
        books.execute("INSERT INTO pieces (order_id, piece) VALUES (?1, 1)", [id])?;
        books.execute(
            "INSERT INTO parcels (id, order_id, piece, carrier, number, state, made_at) VALUES (?1, ?1, 1, 'simcarrier', ?2, 'in_transit', 1)",
            params![id, parcel(order)],
        )?;
    }
    books.commit()?;
    Ok(())
}

fn parcel(order: usize) -> String {
    format!("SCB{order:08}")
}

/// Opens the stream of an order's page.
async fn watch(to: SocketAddr, order: usize) -> Outcome<TcpStream> {
    let mut stream = TcpStream::connect(to).await?;
    let path = format!("/en/orders/{}/events?key={}", number(order).as_str(), secret(order));
    stream.write_all(format!("GET {path} HTTP/1.1\r\nhost: {to}\r\naccept: text/event-stream\r\n\r\n").as_bytes()).await?;
    let mut head = Vec::new();
    while find(&head, b"\r\n\r\n").is_none() {
        if stream.read_buf(&mut head).await? == 0 {
            return wrong("the shop hung up on an open page".to_owned());
        }
    }
    match head.starts_with(b"HTTP/1.1 200") {
        true => Ok(stream),
        false => wrong(format!("an order's news were not told: {}", String::from_utf8_lossy(&head))),
    }
}

/// Says when the first news of an order comes, and listens on.
async fn read(mut stream: TcpStream, order: usize, heard: UnboundedSender<(usize, Instant)>) {
    let (mut buffer, mut first) = (Vec::new(), true);
    while stream.read_buf(&mut buffer).await.is_ok_and(|length| length > 0) {
        if first && find(&buffer, b"event: order").is_some() {
            first = false;
            // Nobody listens any more once all were heard.
            let _ = heard.send((order, Instant::now()));
        }
        buffer.clear();
    }
}

struct Carrier {
    secret: Secret,
    to: SocketAddr,
}

impl Carrier {
    /// Tells of parcels, so many a second whether it is answered or not; when each was told, and how long the answer took, in
    /// microseconds.
    async fn tell(&self, a_second: u64, reports: impl Iterator<Item = (usize, &'static str)>) -> Outcome<Vec<(Instant, u32)>> {
        let mut lines: Vec<Option<Client>> = (0..LINES).map(|_| Some(Client::new(self.to))).collect();
        let (mut ticks, mut going, mut told) = (interval(Duration::from_secs(1) / a_second as u32), JoinSet::new(), Vec::new());
        for (at, (order, event)) in reports.enumerate() {
            ticks.tick().await;
            let request = self.report(order, event)?;
            let mut line = lines.get_mut(at % LINES).and_then(Option::take).unwrap_or_else(|| Client::new(self.to));
            going.spawn(async move {
                let begun = Instant::now();
                let answer = line.ask(&request).await;
                (at, begun, begun.elapsed(), answer.map(|answer| answer.status), line)
            });
            while let Some(ended) = going.try_join_next() {
                keep(ended?, &mut lines, &mut told)?;
            }
        }
        while let Some(ended) = going.join_next().await {
            keep(ended?, &mut lines, &mut told)?;
        }
        told.sort_by_key(|(at, ..)| *at);
        Ok(told.into_iter().map(|(_, begun, micros)| (begun, micros)).collect())
    }

    fn report(&self, order: usize, event: &str) -> Outcome<Vec<u8>> {
        let at = now();
        let body = format!(
            "{{\"event\":\"{event}-{order}\",\"parcel\":\"{}\",\"status\":\"hub\",\"time\":{},\"place\":\"Leipzig, DE\",\
             \"utc_offset_minutes\":60,\"expected_day\":null}}",
            parcel(order),
            at * 1000
        );
        let seal = self.secret.seal(at, body.as_bytes())?;
        let headers = [("simcarrier-sent", at.to_string()), ("simcarrier-seal", seal)];
        let headers = headers.each_ref().map(|(name, value)| (*name, value.as_str()));
        Ok(webhook("/webhooks/carriers/simcarrier", &headers, body.as_bytes()))
    }
}

type Ended = (usize, Instant, Duration, std::io::Result<u16>, Client);

fn keep(ended: Ended, lines: &mut [Option<Client>], told: &mut Vec<(usize, Instant, u32)>) -> Outcome<()> {
    let (at, begun, took, status, line) = ended;
    if status? != 200 {
        return wrong("a carrier's report was not taken".to_owned());
    }
    if let Some(place) = lines.get_mut(at % LINES) {
        *place = Some(line);
    }
    told.push((at, begun, u32::try_from(took.as_micros()).unwrap_or(u32::MAX)));
    Ok(())
}
