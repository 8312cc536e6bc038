//! B1: a product's page made anew each time. B2: the same page from the cache, beside a bare axum handler.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::time::Duration;

use tokio::process::{Child, Command};

use super::load::{Asked, Window, best};
use super::table::{Table, grouped};
use super::{SHOP_CORE, WINDOW_SECONDS, WINDOWS};
use crate::client::{Answer, Client};
use crate::premises::{Premises, Program};
use crate::trouble::{Outcome, wrong};

/// A page of the demo goods with choices, pictures and related things.
pub const PRODUCT: &str = "/en/products/carbon-pan";
/// A parameter that no page knows makes it a page of one's own, which nobody keeps.
const ANEW: &str = "/en/products/carbon-pan?anew=1";
/// What a page made anew must do, a second, and within so many milliseconds.
const RENDERED: (f64, f64) = (1500.0, 25.0);
/// What part of a bare handler's rate a page from the cache must reach, in percent.
const OF_BARE: f64 = 50.0;

/// Measures both.
pub async fn measure(program: &Program, table: &mut Table) -> Outcome<()> {
    let premises = Premises::new(&with_demo(program))?;
    let shop = premises.open().await?;
    table.title(&format!("B1  product page from SQLite, {WINDOWS} x {WINDOW_SECONDS} s, 16 connections, shop on one core"));
    let ask = |path, codings| Asked { to: premises.addr, request: get(path, codings, premises.addr), pid: shop.pid() };
    let made = best(&[ask(ANEW, "identity"), ask(ANEW, "gzip, br")]).await?;
    show(table, "made anew, as it is", &made[0], Some(RENDERED));
    show(table, "made anew, brotli, as a browser gets it", &made[1], None);
    table.title("B2  the same page from the cache, beside a bare axum handler in the same run");
    for codings in ["gzip, br", "identity"] {
        let kept = ask(PRODUCT, codings);
        let page = Client::new(premises.addr).ask(kept.request.as_bytes()).await?;
        let (mut bare, addr) = bare_handler(&page, &premises).await?;
        let plain = Asked { to: addr, request: kept.request.clone(), pid: bare.id().unwrap_or(0) };
        let windows = best(&[kept, plain]).await?;
        bare.kill().await?;
        show(table, &format!("from the cache, {codings}, {} bytes", page.body.len()), &windows[0], None);
        show(table, "bare axum, the same bytes and headers", &windows[1], None);
        let part = 100.0 * windows[0].rate() / windows[1].rate();
        let by_cost = 100.0 * windows[1].cost() / windows[0].cost();
        table.judged("  part of the bare handler", &format!("{part:.0} % ({by_cost:.0} % by CPU)"), part >= OF_BARE, ">= 50 %");
    }
    shop.close().await
}

fn show(table: &mut Table, name: &str, window: &Window, target: Option<(f64, f64)>) {
    let figure = format!("{}/s", grouped(window.rate()));
    let (p50, p99, cost) = (window.quantile(0.5), window.p99(), window.cost());
    let times = format!("p50 {p50:.2} ms, p99 {p99:.2} ms");
    match target {
        Some((rate, millis)) => {
            table.judged(name, &figure, window.rate() >= rate, &format!(">= {}/s", grouped(rate)));
            table.row("", &format!("{cost:.3} ms CPU each"));
            table.judged("", &times, window.p99() <= millis, &format!("p99 <= {millis:.0} ms"));
        }
        None => table.row(name, &format!("{figure}, {times}, {cost:.3} ms CPU")),
    }
}

/// A shop that fills itself with the demo goods.
pub fn with_demo(program: &Program) -> Program {
    let mut program = program.clone();
    program.settings.push(("CARTWRIGHT_DEMO", "on".to_owned()));
    program
}

/// A page asked for as a browser does.
pub fn get(path: &str, codings: &str, addr: SocketAddr) -> String {
    format!(
        "GET {path} HTTP/1.1\r\nhost: {addr}\r\naccept: text/html,application/xhtml+xml\r\naccept-encoding: {codings}\r\n\r\n"
    )
}

/// This program as a bare handler, on the shop's core, sending what the page sent.
async fn bare_handler(page: &Answer, premises: &Premises) -> Outcome<(Child, SocketAddr)> {
    if page.status != 200 {
        return wrong(format!("{PRODUCT} answered {}", page.status));
    }
    let (head, body) = (premises.file("bare.head"), premises.file("bare.body"));
    std::fs::write(&head, &page.head)?;
    std::fs::write(&body, &page.body)?;
    let addr = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
    let mut command = Command::new("taskset");
    command.args(["-c", &SHOP_CORE.to_string()]).arg(std::env::current_exe()?);
    let child = command.arg("serve-bare").arg(addr.to_string()).arg(head).arg(body).kill_on_drop(true).spawn()?;
    for _ in 0..200 {
        if tokio::net::TcpStream::connect(addr).await.is_ok() {
            return Ok((child, addr));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    wrong("the bare handler did not start".to_owned())
}
