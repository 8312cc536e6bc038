//! T8: an order stays as it was placed, whatever is done with its old cart, old pages and old links; also at the very moment.

use std::net::SocketAddr;

use tokio::task::JoinSet;

use super::Verdict;
use crate::books::Books;
use crate::chance::Chance;
use crate::goods::{plenty, plenty_of};
use crate::page::{between, field};
use crate::premises::{Premises, Program};
use crate::shopper::{PAYS, Shopper, Snag, Step};
use crate::trouble::Outcome;

const AT_ONCE: usize = 8;
/// Old forms sent at the moment of placing, and as many again afterwards.
const MEDDLING: u32 = 8;

/// An order that was placed among meddling.
struct Placed {
    meddler: Shopper,
    line: String,
    number: String,
    /// The sum that was on the button, in minor units.
    total: String,
}

/// Places so many orders while their carts are meddled with, and meddles on.
pub async fn run(program: &Program, orders: u32, chance: &mut Chance) -> Outcome<Verdict> {
    let premises = Premises::with_goods(program, &plenty(10)).await?;
    let shop = premises.open().await?;
    let mut verdict = Verdict::default();
    let (mut placed, mut refused) = (Vec::new(), 0_u32);
    let (mut going, mut next) = (JoinSet::new(), 0);
    while next < orders || !going.is_empty() {
        while next < orders && going.len() < AT_ONCE {
            going.spawn(one_order(premises.addr, next, chance.fork()));
            next += 1;
        }
        match going.join_next().await.transpose()? {
            Some(Ok(order)) => placed.push(order),
            // The cart had changed before it was placed: that is said, and nothing is charged.
            Some(Err(Snag::Refused(_))) => refused += 1,
            Some(Err(snag)) => verdict.snag("a shopper", &snag),
            None => {}
        }
    }
    let books = Books::open(&premises.file("shop.sqlite"))?;
    let mut before = Vec::new();
    for order in &placed {
        let which = format!("number = '{}'", order.number);
        before.push(rows(&books, &which)?);
        let total = books.count(&format!("SELECT total_minor FROM orders WHERE {which}"))?.to_string();
        verdict.must(total == order.total, || format!("{} charges {total}, agreed was {}", order.number, order.total));
    }
    let numbers: Vec<String> = placed.iter().map(|order| order.number.clone()).collect();
    let mut going = JoinSet::new();
    for order in placed {
        let mut chance = chance.fork();
        going.spawn(async move {
            let mut meddler = order.meddler;
            for _ in 0..MEDDLING {
                meddle(&mut meddler, &order.line, &order.number, &mut chance).await?;
            }
            Step::Ok(())
        });
    }
    while let Some(ended) = going.join_next().await {
        if let Err(snag) = ended? {
            verdict.snag("a meddler", &snag);
        }
    }
    for (number, was) in numbers.iter().zip(&before) {
        let now = rows(&books, &format!("number = '{number}'"))?;
        verdict.must(*was == now, || format!("{number} is not as it was placed: {was} is {now}"));
    }
    drop(books);
    shop.close().await?;
    verdict.must(numbers.len() * 4 > orders as usize, || format!("only {} orders were placed", numbers.len()));
    verdict.audit(&premises).await?;
    verdict.figures = format!(
        "{} orders placed while their carts were meddled with, {refused} refused; {} old forms sent after them: not a letter changed",
        numbers.len(),
        numbers.len() * MEDDLING as usize
    );
    Ok(verdict)
}

/// Everything an order is, as text, but for how far it has come.
pub fn rows(books: &Books, which: &str) -> Outcome<String> {
    let of = |table: &str| format!("SELECT * FROM {table} WHERE order_id IN (SELECT id FROM orders WHERE {which}) ORDER BY 1, 2");
    let mut all = books.dump(&format!("SELECT * FROM orders WHERE {which}"), &["state", "revision"])?;
    for table in ["order_lines", "order_taxes", "order_offers"] {
        all.push_str(&books.dump(&of(table), &[])?);
    }
    Ok(all)
}

async fn one_order(addr: SocketAddr, number: u32, mut chance: Chance) -> Step<Placed> {
    let mut shopper = Shopper::new(addr);
    shopper.fill_cart(&plenty_of(number % 10 + 1)).await?;
    let page = shopper.page("/en/cart").await?;
    let line = field(&page, "line").ok_or_else(|| Snag::Strange("a cart without a line".to_owned()))?;
    let review = shopper.reach_review(&format!("Shopper {number}")).await?;
    let mut tabs = JoinSet::new();
    for _ in 0..MEDDLING {
        let (mut tab, line, mut chance) = (shopper.twin(), line.clone(), chance.fork());
        tabs.spawn(async move { meddle(&mut tab, &line, "", &mut chance).await });
    }
    let meddler = shopper.twin();
    let led = shopper.place(&review).await;
    while let Some(ended) = tabs.join_next().await {
        ended.map_err(|error| Snag::Strange(error.to_string()))??;
    }
    let led = led?;
    let back = shopper.pay(&led, PAYS).await?;
    shopper.page(&back).await?;
    let number = between(&back, "/orders/", "?").ok_or_else(|| Snag::Strange(format!("{back} names no order")))?;
    Ok(Placed { meddler, line, number, total: review.total })
}

/// Sends one of the forms of the old pages.
async fn meddle(tab: &mut Shopper, line: &str, number: &str, chance: &mut Chance) -> Step<()> {
    let many = chance.between(2, 9).to_string();
    let lang = ["en", "de", "lv"][chance.between(0, 2) as usize];
    let all: [(&str, Vec<(&str, &str)>); 10] = [
        ("/api/cart/change", vec![("line", line), ("quantity", &many)]),
        ("/api/cart/remove", vec![("line", line)]),
        ("/api/cart/aside", vec![("line", line), ("aside", "true")]),
        ("/api/cart/accept", vec![]),
        ("/api/cart/add", vec![("variant", "1"), ("quantity", &many)]),
        (
            "/api/checkout/address",
            vec![("address[email]", "other@example.com"), ("address[country]", "EE"), ("address[name]", "Other")],
        ),
        ("/api/checkout/delivery", vec![("service", "express")]),
        ("/api/checkout/payment", vec![("way", "paypal")]),
        ("/api/checkout/place", vec![("total", "1"), ("currency", "USD")]),
        ("/api/orders/pay", vec![("number", number), ("way", "pay_by_bank")]),
    ];
    let (path, fields) = &all[chance.between(0, all.len() as u64 - 1) as usize];
    let fields: Vec<(&str, &str)> = [("lang", lang)].into_iter().chain(fields.iter().copied()).collect();
    match tab.send(path, &fields).await {
        // What is put in while the cart becomes an order is asked for again.
        Err(Snag::Broke(503, at)) if at == "/api/cart/add" => Ok(()),
        answered => answered.map(drop),
    }
}
