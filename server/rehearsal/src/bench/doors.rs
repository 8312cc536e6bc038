//! B12: fifty people sign in by password at the same time, while somebody looks around.

use std::cell::Cell;
use std::time::{Duration, Instant};

use super::load::Window;
use super::pages::{get, with_demo};
use super::table::Table;
use crate::client::Client;
use crate::people::{self, PASSWORD};
use crate::premises::{Premises, Program};
use crate::shopper::Shopper;
use crate::trouble::{Outcome, wrong};

/// So many at once, each so often.
const PEOPLE: usize = 50;
const TIMES: usize = 4;
/// How long 99 of 100 wait at the door, in milliseconds, and how many times slower pages may be meanwhile.
const WAIT: f64 = 400.0;
const SLOWER: f64 = 2.0;
/// Pages before anybody signs in.
const PAGES: usize = 400;

/// Prints all of it.
pub async fn measure(program: &Program, table: &mut Table) -> Outcome<()> {
    table.title(&format!("B12 {PEOPLE} sign in by password at once, {TIMES} times each, shop on one core"));
    let premises = Premises::new(&with_demo(program))?;
    premises.open().await?.close().await?;
    people::move_in(&premises.file("shop.sqlite"), PEOPLE)?;
    let shop = premises.open().await?;
    let page = get("/en/products/carbon-pan?anew=1", "identity", premises.addr);
    let mut reader = Client::new(premises.addr);
    let idle = looked(&mut reader, &page, |seen| seen < PAGES).await?;

    let first = timed_sign_in(&premises, 0).await?;
    table.row("one alone", &format!("{:.1} ms", f64::from(first) / 1000.0));
    let (left, begun) = (Cell::new(PEOPLE), Instant::now());
    let all = futures_util::future::join_all((0..PEOPLE).map(|person| {
        let (premises, left) = (&premises, &left);
        async move {
            let mut micros = Vec::new();
            for _ in 0..TIMES {
                micros.push(timed_sign_in(premises, person).await?);
            }
            left.set(left.get() - 1);
            Outcome::Ok(micros)
        }
    }));
    let (all, busy) = tokio::join!(all, looked(&mut reader, &page, |_| left.get() > 0));
    let mut micros = Vec::new();
    for one in all {
        micros.extend(one?);
    }
    let (door, busy) = (Window::new(begun.elapsed(), micros), busy?);
    let figure = format!("{:.0}/s, p50 {:.0} ms, p99 {:.0} ms", door.rate(), door.quantile(0.5), door.p99());
    table.judged("all of them", &figure, door.p99() <= WAIT, "p99 <= 400 ms");
    let figure = format!("p99 {:.1} ms, {:.1} ms before", busy.p99(), idle.p99());
    table.judged("a product's page meanwhile", &figure, busy.p99() <= SLOWER * idle.p99(), "<= 2 times");
    shop.close().await
}

/// How long somebody waits at the door, in microseconds.
async fn timed_sign_in(premises: &Premises, person: usize) -> Outcome<u32> {
    let mut shopper = Shopper::new(premises.addr).hurried();
    let email = people::address(person);
    let begun = Instant::now();
    let answer = shopper.send("/api/account/sign-in", &[("lang", "en"), ("email", &email), ("password", PASSWORD)]).await;
    let answer = answer.map_err(|snag| format!("nobody was let in: {snag:?}"))?;
    if answer.header("location").is_none_or(|to| !to.ends_with("/en/account")) {
        return wrong(format!("nobody was let in: {} {:?}", answer.status, answer.header("location")));
    }
    Ok(u32::try_from(begun.elapsed().as_micros()).unwrap_or(u32::MAX))
}

/// Looks at a page again and again, as long as `more` says of the number seen.
async fn looked(reader: &mut Client, page: &str, more: impl Fn(usize) -> bool) -> Outcome<Window> {
    let (mut micros, begun) = (Vec::new(), Instant::now());
    while more(micros.len()) {
        let asked = Instant::now();
        if reader.ask(page.as_bytes()).await?.status != 200 {
            return wrong("a page was not shown".to_owned());
        }
        micros.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    Ok(Window::new(begun.elapsed(), micros))
}
