//! B5: resident memory after very many pages, and after very many shoppers who left before the answer.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use super::AT_ONCE;
use super::pages::{get, with_demo};
use super::table::Table;
use crate::client::Client;
use crate::premises::{Premises, Program, Shop};
use crate::trouble::{Outcome, wrong};

const VIEWS: usize = 100_000;
const STEP: usize = 20_000;
/// Megabytes that are enough.
const ENOUGH: f64 = 80.0;
/// Flat: from the first step to the last it grows by no more than this, in megabytes.
const FLAT: f64 = 8.0;

/// Pages made anew, one kept, a list, a cart and one that is not there.
const PATHS: [&str; 6] = [
    "/en/products/carbon-pan?anew=1",
    "/en/products/enamel-pot?anew=1",
    "/en/products/carbon-pan",
    "/en/c/kitchen?anew=1",
    "/en/cart",
    "/en/nowhere",
];

/// Measures both.
pub async fn measure(program: &Program, table: &mut Table) -> Outcome<()> {
    let premises = Premises::new(&with_demo(program))?;
    let shop = premises.open().await?;
    table.title("B5  resident memory");
    table.row("when open", &megabytes(&shop)?.1);
    for (name, aborted) in [("page views", false), ("requests broken off", true)] {
        let mut seen = Vec::new();
        for done in (STEP..=VIEWS).step_by(STEP) {
            go(premises.addr, STEP, aborted).await?;
            let (now, shown) = megabytes(&shop)?;
            table.row(&format!("after {done} {name}"), &shown);
            seen.push(now);
        }
        let (first, last) = (seen.first().copied().unwrap_or_default(), seen.last().copied().unwrap_or_default());
        let fine = last <= ENOUGH && last - first <= FLAT;
        table.judged(
            &format!("  {name}: the last, and growth since the first"),
            &format!("{last:.1} MB, {:+.1} MB", last - first),
            fine,
            "<= 80 MB, flat",
        );
    }
    shop.close().await
}

fn megabytes(shop: &Shop) -> Outcome<(f64, String)> {
    let bytes = shop.resident()? as f64 / 1_000_000.0;
    Ok((bytes, format!("{bytes:.1} MB")))
}

async fn go(addr: SocketAddr, count: usize, aborted: bool) -> Outcome<()> {
    let mut crowd = JoinSet::new();
    for one in 0..AT_ONCE {
        crowd.spawn(async move {
            match aborted {
                true => break_off(addr, one, count / AT_ONCE).await,
                false => view(addr, one, count / AT_ONCE).await,
            }
        });
    }
    while let Some(ended) = crowd.join_next().await {
        ended??;
    }
    Ok(())
}

async fn view(addr: SocketAddr, start: usize, count: usize) -> Outcome<()> {
    let mut client = Client::new(addr);
    for at in 0..count {
        let path = PATHS[(start + at) % PATHS.len()];
        let answer = client.ask(get(path, "gzip, br", addr).as_bytes()).await?;
        if answer.status >= 500 || answer.status == 200 && answer.body.is_empty() {
            return wrong(format!("{path} answered {}", answer.status));
        }
    }
    Ok(())
}

/// Asks and hangs up: at once, or when the page is being made.
async fn break_off(addr: SocketAddr, start: usize, count: usize) -> Outcome<()> {
    for at in 0..count {
        let path = PATHS[(start + at) % PATHS.len()];
        let Ok(mut stream) = TcpStream::connect(addr).await else {
            // The machine ran out of ports for a moment; they come back.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        // A reset, not a farewell: the port is free again, and the shop learns of it in the middle of its work.
        stream.set_zero_linger()?;
        stream.write_all(get(path, "gzip, br", addr).as_bytes()).await?;
        tokio::time::sleep(Duration::from_micros([0, 300, 900][at % 3])).await;
    }
    Ok(())
}
