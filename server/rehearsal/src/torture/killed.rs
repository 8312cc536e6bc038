//! T4: the power goes, again and again: whatever was acknowledged is there afterwards.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;

use super::Verdict;
use crate::books::{Books, ORDERS, PAID, none_left};
use crate::chance::Chance;
use crate::goods::{plenty, plenty_of};
use crate::premises::{Premises, Program};
use crate::shopper::{PAYS, Review, Shopper, Snag, Step};
use crate::trouble::Outcome;

/// A shop must be open again so soon.
const READY: Duration = Duration::from_secs(2);
/// So long a kill waits for the next order.
const LONGEST: Duration = Duration::from_secs(10);

/// What is to be done by now.
const DUE: &str = "SELECT count(*) FROM outbox WHERE state = 'waiting' AND run_at <= unixepoch() * 1000";

/// How often, and when.
#[derive(Clone, Copy)]
pub struct Kills {
    /// How often.
    pub rounds: u32,
    /// How many shop meanwhile.
    pub shoppers: u32,
    /// Milliseconds from the shoppers' start to the kill.
    pub after: (u64, u64),
    /// In so many of a hundred rounds the kill waits for the next order and follows it at once.
    pub on_the_spot: u64,
    /// The shortest and the longest pause before a page, in milliseconds.
    pub think: (u64, u64),
}

/// An order the shop acknowledged, and the browser that holds it.
pub struct Acknowledged {
    shopper: Shopper,
    led: String,
    review: Review,
}

impl Acknowledged {
    /// The shop led this shopper there when the order was placed.
    pub fn by(shopper: &Shopper, led: &str, review: Review) -> Self {
        Self { shopper: shopper.twin(), led: led.to_owned(), review }
    }
}

/// Kills the shop so often while it takes orders.
pub async fn run(program: &Program, kills: Kills, chance: &mut Chance) -> Outcome<Verdict> {
    let premises = Premises::with_goods(program, &plenty(10)).await?;
    let mut shop = premises.open().await?;
    let mut verdict = Verdict::default();
    let (mut acks, mut lost, mut slowest) = (0_i64, 0_i64, Duration::ZERO);
    for round in 0..kills.rounds {
        let (tell, mut told) = unbounded_channel();
        let mut crowd = JoinSet::new();
        for number in 0..kills.shoppers {
            crowd.spawn(keep_buying(premises.addr, number, chance.fork(), kills.think, tell.clone()));
        }
        drop(tell);
        tokio::time::sleep(chance.millis(kills.after.0, kills.after.1)).await;
        let spot = chance.percent(kills.on_the_spot);
        let first = if spot { tokio::time::timeout(LONGEST, told.recv()).await.ok().flatten() } else { None };
        shop.kill().await?;
        while let Some(ended) = crowd.join_next().await {
            match ended? {
                // That nobody answers is what a kill is; a refusal is an answer.
                Snag::Gone(_) | Snag::Refused(_) => {}
                snag => verdict.snag(&format!("round {}, a shopper", round + 1), &snag),
            }
        }
        shop = premises.open().await?;
        slowest = slowest.max(shop.ready);
        let mut orders: Vec<_> = first.into_iter().collect();
        while let Some(order) = told.recv().await {
            orders.push(order);
        }
        for order in orders {
            acks += 1;
            if let Err(why) = is_there(order).await {
                lost += 1;
                verdict.wrong.push(format!("round {}: an acknowledged order is lost: {why}", round + 1));
            }
        }
    }
    let due = none_left(&premises.file("shop.sqlite"), DUE, LONGEST).await?;
    shop.close().await?;
    verdict.must(due == 0, || format!("{due} pieces of work that a kill left half done are not done"));
    verdict.must(slowest <= READY, || format!("open again after {} ms", slowest.as_millis()));
    verdict.must(acks > 0, || "nothing was ever acknowledged: the run proves nothing".to_owned());
    let books = Books::open(&premises.file("shop.sqlite"))?;
    let (orders, paid) = (books.count(ORDERS)?, books.count(PAID)?);
    drop(books);
    verdict.audit(&premises).await?;
    verdict.figures = format!(
        "{} kills, {acks} acknowledged, {lost} lost, {} kept though not acknowledged, {paid} paid, open again within {} ms",
        kills.rounds,
        orders - acks + lost,
        slowest.as_millis()
    );
    Ok(verdict)
}

/// Buys until nobody answers; tells of every order as soon as it is acknowledged.
pub async fn keep_buying(
    addr: SocketAddr,
    number: u32,
    mut chance: Chance,
    think: (u64, u64),
    tell: UnboundedSender<Acknowledged>,
) -> Snag {
    loop {
        let slug = plenty_of(chance.between(1, 10) as u32);
        let shopper = Shopper::new(addr);
        let shopper = if think.1 > 0 { shopper.thinking(chance.fork(), think) } else { shopper };
        if let Err(snag) = buy_once(shopper, &slug, number, &tell).await {
            return snag;
        }
    }
}

/// Buys once; tells of the order as soon as it is acknowledged.
pub async fn buy_once(mut shopper: Shopper, slug: &str, number: u32, tell: &UnboundedSender<Acknowledged>) -> Step<()> {
    shopper.fill_cart(slug).await?;
    let review = shopper.reach_review(&format!("Shopper {number}")).await?;
    let led = shopper.place(&review).await?;
    let order = Acknowledged::by(&shopper, &led, review);
    if tell.send(order).is_err() || !led.starts_with("/testpay/") {
        return Ok(());
    }
    let back = shopper.pay(&led, PAYS).await?;
    shopper.open(&back).await.map(drop)
}

/// Whether an acknowledged order opens by its link and says the same sum.
pub async fn is_there(mut order: Acknowledged) -> Result<(), String> {
    match order.shopper.order_page(&order.led).await {
        Ok(html) if html.contains(&order.review.shown) => Ok(()),
        Ok(_) => Err(format!("{} does not say {}", order.led, order.review.shown)),
        Err(snag) => Err(format!("{snag:?}")),
    }
}
