//! T3: webhook, return and reconciler in every order and number: each order is paid once.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::Verdict;
use crate::books::{Books, NOT_PAID_ONCE, PAID, SESSIONS_NOT_PAID_ONCE};
use crate::chance::Chance;
use crate::goods::{plenty, plenty_of};
use crate::premises::{Premises, Program, Shop};
use crate::shopper::{PAYS, Shopper, Snag, Step};
use crate::trouble::Outcome;

const AT_ONCE: usize = 16;
/// TestPay's cards that pay, by how the shop hears of it.
const CARDS: [(&str, &str); 6] = [
    (PAYS, "told after"),
    ("4000002760003184", "asked by the bank, told after"),
    ("4000000000000101", "told before"),
    ("4000000000000119", "told twice"),
    ("4000000000000127", "told 10 s late"),
    ("4000000000000135", "never told"),
];
/// The reconciler first asks a minute after an order was placed.
pub const UNTIL_ASKED: Duration = Duration::from_secs(90);
/// The slowest story is told after ten seconds.
pub const UNTIL_TOLD: Duration = Duration::from_secs(12);

/// Payments that are made, and settled by and by.
pub struct Waiting {
    premises: Premises,
    shop: Shop,
    verdict: Verdict,
    payments: u32,
    opened: u64,
    alone: u64,
    /// When the last was placed.
    since: Instant,
}

/// Makes so many payments, with `opens` openings of the return page each. Where that may be none, the reconciler must
/// find what nobody tells of and nobody comes back from.
pub async fn begin(program: &Program, payments: u32, opens: (u64, u64), chance: &mut Chance) -> Outcome<Waiting> {
    let premises = Premises::with_goods(program, &plenty(10)).await?;
    let shop = premises.open().await?;
    let mut waiting =
        Waiting { premises, shop, verdict: Verdict::default(), payments, opened: 0, alone: 0, since: Instant::now() };
    let (mut going, mut next) = (JoinSet::new(), 0);
    while next < payments || !going.is_empty() {
        while next < payments && going.len() < AT_ONCE {
            going.spawn(one_payment(waiting.premises.addr, next, opens, chance.fork()));
            next += 1;
        }
        match going.join_next().await.transpose()? {
            Some(Ok((opened, alone))) => {
                waiting.opened += opened;
                waiting.alone += u64::from(alone);
            }
            Some(Err(snag)) => waiting.verdict.snag("a payer", &snag),
            None => {}
        }
    }
    waiting.since = Instant::now();
    Ok(waiting)
}

/// How often the return page was opened, and whether only the reconciler can settle it.
async fn one_payment(addr: SocketAddr, number: u32, opens: (u64, u64), mut chance: Chance) -> Step<(u64, bool)> {
    let mut shopper = Shopper::new(addr);
    shopper.fill_cart(&plenty_of(number % 10 + 1)).await?;
    let review = shopper.reach_review(&format!("Payer {number}")).await?;
    let provider = shopper.place(&review).await?;
    let (card, story) = CARDS[chance.between(0, CARDS.len() as u64 - 1) as usize];
    let back = shopper.pay(&provider, card).await?;
    let opens = chance.between(opens.0, opens.1);
    let mut tabs = JoinSet::new();
    for _ in 0..opens {
        let (mut tab, back) = (shopper.twin(), back.clone());
        tabs.spawn(async move { tab.open(&back).await.map(|answer| answer.status) });
    }
    while let Some(ended) = tabs.join_next().await {
        let status = ended.map_err(|error| Snag::Strange(error.to_string()))??;
        if status != 200 {
            return Err(Snag::Strange(format!("{back} answered {status}")));
        }
    }
    Ok((opens, opens == 0 && story == "never told"))
}

impl Waiting {
    /// Waits until everything had its time, and looks into the books.
    pub async fn finish(self, patience: Duration) -> Outcome<Verdict> {
        let Self { premises, shop, mut verdict, payments, opened, alone, since } = self;
        let live = Books::open(&premises.file("shop.sqlite"))?;
        while live.count(PAID)? < i64::from(payments) && since.elapsed() < patience {
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        // A letter told twice or late may still be on its way to an order that is paid already.
        tokio::time::sleep(UNTIL_TOLD.saturating_sub(since.elapsed())).await;
        drop(live);
        shop.close().await?;
        let books = Books::open(&premises.file("shop.sqlite"))?;
        verdict.wrong.extend(books.texts(NOT_PAID_ONCE)?);
        verdict.wrong.extend(Books::open(&premises.file("testpay.sqlite"))?.texts(SESSIONS_NOT_PAID_ONCE)?);
        let paid = books.count(PAID)?;
        verdict.must(paid == i64::from(payments), || format!("{paid} of {payments} are paid"));
        drop(books);
        verdict.audit(&premises).await?;
        verdict.figures = format!(
            "{payments} payments, {opened} returns, {alone} that only the reconciler could find: {paid} orders paid, each once"
        );
        Ok(verdict)
    }
}
