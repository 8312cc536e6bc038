//! B3: whole guest checkouts over HTTP, from the first page to the order that says it is paid; everything on disk.

use std::cell::Cell;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::task::LocalSet;

use super::load::Window;
use super::table::{Table, grouped};
use super::{AT_ONCE, WINDOW_SECONDS, WINDOWS};
use crate::books::{Books, PAID};
use crate::counter;
use crate::goods::{plenty, plenty_of};
use crate::premises::{Premises, Program, processor_seconds};
use crate::shopper::{PAYS, Shopper};
use crate::trouble::{Outcome, wrong};

const PRODUCTS: u32 = 100;
/// A code that every order may have.
const CODE: &str = "BENCH10";
/// Checkouts a second, and the milliseconds 99 of a hundred must stay within.
const TARGET: (f64, f64) = (100.0, 300.0);

/// How a guest goes through the shop.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Walk {
    /// By every page.
    Pages,
    /// By every page, with a code for a tenth off.
    WithCode,
    /// By the forms, and what they need.
    Forms,
}

/// Measures with every page a shopper without script sees, the same with a code, and with the forms alone.
pub async fn measure(program: &Program, table: &mut Table) -> Outcome<()> {
    table.title("B3  whole guest checkouts, 16 at once, each paid and settled, durable");
    let walks = [
        ("every page and form (16 requests)", Walk::Pages),
        ("the same with a code (17 requests)", Walk::WithCode),
        ("forms and what they need (10 requests)", Walk::Forms),
    ];
    for (name, walk) in walks {
        let premises = Premises::with_goods(program, &plenty(PRODUCTS)).await?;
        counter::employ(&premises).await?;
        let shop = premises.open().await?;
        offer(&premises).await?;
        let mut best = one_window(premises.addr, shop.pid(), walk, Duration::from_secs(1)).await?;
        let mut all = best.micros.len();
        for _ in 0..WINDOWS {
            let window = one_window(premises.addr, shop.pid(), walk, Duration::from_secs(WINDOW_SECONDS)).await?;
            all += window.micros.len();
            best = best.or(window);
        }
        shop.close().await?;
        let books = Books::open(&premises.file("shop.sqlite"))?;
        let (paid, had) = (books.count(PAID)?, books.count("SELECT count(*) FROM order_offers")?);
        drop(books);
        let against = premises.audit().await?;
        let wanted = if walk == Walk::WithCode { paid } else { 0 };
        if paid != all as i64 || had != wanted || !against.is_empty() {
            return wrong(format!("{all} checkouts, {paid} orders paid, {had} with a code, {against:?}"));
        }
        let (rate, p99) = (best.rate(), best.p99());
        let figure = format!("{}/s, {:.1} ms CPU", grouped(rate), best.cost());
        if walk != Walk::Forms {
            table.judged(name, &figure, rate >= TARGET.0, ">= 100/s");
            table.judged("", &format!("p99 {p99:.0} ms"), p99 <= TARGET.1, "p99 <= 300 ms");
        } else {
            table.row(name, &format!("{figure}, p99 {p99:.0} ms"));
        }
    }
    Ok(())
}

async fn offer(premises: &Premises) -> Outcome<()> {
    let offered = async { counter::offer(&mut counter::sit_down(premises).await?, CODE, 1_000_000, 1_000_000).await };
    offered.await.map_err(|snag| format!("the offer was not written: {snag:?}").into())
}

async fn one_window(addr: SocketAddr, pid: u32, walk: Walk, time: Duration) -> Outcome<Window> {
    let (local, began, next) = (LocalSet::new(), Instant::now(), Rc::new(Cell::new(0_u32)));
    let before = processor_seconds(pid)?;
    let shop_on = |next: Rc<Cell<u32>>| async move {
        let mut micros = Vec::new();
        while began.elapsed() < time {
            next.set(next.get() + 1);
            let (number, begun) = (next.get(), Instant::now());
            let shopper = match walk {
                Walk::Pages => Shopper::new(addr),
                Walk::WithCode => Shopper::new(addr).with_code(CODE),
                Walk::Forms => Shopper::new(addr).hurried(),
            };
            one(shopper, number).await?;
            micros.push(u32::try_from(begun.elapsed().as_micros()).unwrap_or(u32::MAX));
        }
        Outcome::Ok(micros)
    };
    let loops: Vec<_> = (0..AT_ONCE).map(|_| local.spawn_local(shop_on(Rc::clone(&next)))).collect();
    let gather = async {
        let mut micros = Vec::new();
        for one in loops {
            micros.extend(one.await??);
        }
        let busy = processor_seconds(pid)? - before;
        Outcome::Ok(Window { busy, ..Window::new(began.elapsed(), micros) })
    };
    local.run_until(gather).await
}

async fn one(mut shopper: Shopper, number: u32) -> Outcome<()> {
    let bought = shopper.buy(&plenty_of(number % PRODUCTS + 1), &format!("Guest {number}"), PAYS).await;
    bought.map(drop).map_err(|snag| format!("guest {number}: {snag:?}").into())
}
