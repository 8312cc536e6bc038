//! T2: the button pressed many times, in several tabs, on connections that break: still one order.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use tokio::task::JoinSet;

use super::Verdict;
use crate::books::{Books, ORDERS, PAYMENTS};
use crate::chance::Chance;
use crate::goods::{plenty, plenty_of};
use crate::premises::{Premises, Program};
use crate::shopper::{Shopper, Snag, Step};
use crate::trouble::Outcome;

const AT_ONCE: usize = 8;

/// What one cart's presses came to.
struct Presses {
    sent: u64,
    broken_off: u64,
    /// Where those that were answered led.
    led: BTreeSet<String>,
}

/// Places each of so many carts many times over.
pub async fn run(program: &Program, carts: u32, chance: &mut Chance) -> Outcome<Verdict> {
    let premises = Premises::with_goods(program, &plenty(10)).await?;
    let shop = premises.open().await?;
    let mut verdict = Verdict::default();
    let (mut sent, mut broken_off, mut next) = (0, 0, 0);
    let mut going = JoinSet::new();
    while next < carts || !going.is_empty() {
        while next < carts && going.len() < AT_ONCE {
            going.spawn(one_cart(premises.addr, next, chance.fork()));
            next += 1;
        }
        match going.join_next().await.transpose()? {
            Some(Ok(presses)) => {
                sent += presses.sent;
                broken_off += presses.broken_off;
                verdict.must(presses.led.len() == 1, || format!("one cart led to {:?}", presses.led));
            }
            Some(Err(snag)) => verdict.snag("a cart", &snag),
            None => {}
        }
    }
    shop.close().await?;
    let books = Books::open(&premises.file("shop.sqlite"))?;
    let (orders, payments) = (books.count(ORDERS)?, books.count(PAYMENTS)?);
    verdict.must(orders == i64::from(carts), || format!("{orders} orders of {carts} carts"));
    verdict.must(payments == i64::from(carts), || format!("{payments} payments for {carts} carts"));
    let sessions = Books::open(&premises.file("testpay.sqlite"))?.count("SELECT count(*) FROM sessions")?;
    verdict.must(sessions == i64::from(carts), || format!("{sessions} payments begun at the provider for {carts} carts"));
    verdict.audit(&premises).await?;
    verdict.figures =
        format!("{carts} carts placed {sent} times, {broken_off} of them broken off: {orders} orders, {payments} payments");
    Ok(verdict)
}

async fn one_cart(addr: SocketAddr, number: u32, mut chance: Chance) -> Step<Presses> {
    let mut shopper = Shopper::new(addr);
    shopper.fill_cart(&plenty_of(number % 10 + 1)).await?;
    let review = shopper.reach_review(&format!("Presser {number}")).await?;
    let mut presses = Presses { sent: chance.between(2, 10), broken_off: 0, led: BTreeSet::new() };
    let mut tabs = JoinSet::new();
    for _ in 0..presses.sent {
        let (mut tab, review) = (shopper.twin(), review.clone());
        let stay = chance.percent(35).then(|| chance.millis(0, 6));
        tabs.spawn(async move {
            match stay {
                None => tab.place(&review).await.map(Some),
                Some(stay) => {
                    let fields = [("lang", "en"), ("total", review.total.as_str())];
                    tab.send_and_leave("/api/checkout/place", &fields, stay).await;
                    Ok(None)
                }
            }
        });
    }
    while let Some(ended) = tabs.join_next().await {
        match ended.map_err(|error| Snag::Strange(error.to_string()))?? {
            Some(led) => drop(presses.led.insert(led)),
            None => presses.broken_off += 1,
        }
    }
    presses.sent += 1;
    presses.led.insert(shopper.place(&review).await?);
    Ok(presses)
}
