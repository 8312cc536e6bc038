//! T1: fewer things on the shelf than buyers who want them at the same moment.

use std::sync::Arc;

use tokio::sync::Barrier;
use tokio::task::JoinSet;

use super::Verdict;
use crate::books::{Books, ON_HAND, ORDERS, PAID};
use crate::chance::Chance;
use crate::goods::{LAST, last_units};
use crate::premises::{Premises, Program};
use crate::shopper::{PAYS, Review, Shopper, Snag, Step};
use crate::trouble::Outcome;

/// The shortest and the longest pause before a page, in milliseconds.
const PAUSE: (u64, u64) = (0, 40);

/// Buyers of each round.
const BUYERS: usize = 64;

/// So many rounds with ever other numbers of things, all at once or each buyer at a pace of their own.
pub async fn rounds(program: &Program, rounds: u32, chance: &mut Chance) -> Outcome<Verdict> {
    const KINDS: [(u32, bool); 5] = [(1, false), (7, false), (50, false), (1, true), (7, true)];
    let mut all = Verdict::default();
    let mut sold = 0;
    for (round, (units, thinking)) in (1..=rounds).zip(KINDS.into_iter().cycle()) {
        let verdict = run(program, units, BUYERS, thinking, &mut chance.fork()).await?;
        all.wrong.extend(verdict.wrong.into_iter().map(|wrong| format!("round {round}, {units} things: {wrong}")));
        sold += units;
    }
    all.figures =
        format!("{rounds} rounds of {BUYERS} buyers for 1, 7 and 50 things, in lock step and with pauses: {sold} sold of {sold}");
    Ok(all)
}

/// Lets `buyers` buy `units`: all at once, or each at a pace of their own.
pub async fn run(program: &Program, units: u32, buyers: usize, thinking: bool, chance: &mut Chance) -> Outcome<Verdict> {
    let premises = Premises::with_goods(program, &last_units(units)).await?;
    let shop = premises.open().await?;
    let gate = Arc::new(Barrier::new(buyers));
    let mut crowd = JoinSet::new();
    for number in 0..buyers {
        let shopper = Shopper::new(premises.addr);
        let shopper = if thinking { shopper.thinking(chance.fork(), PAUSE) } else { shopper };
        let gate = if thinking { None } else { Some(Arc::clone(&gate)) };
        crowd.spawn(buy(shopper, number, gate));
    }
    let mut verdict = Verdict::default();
    let (mut bought, mut refused) = (0_u32, 0_u32);
    while let Some(ended) = crowd.join_next().await {
        match ended? {
            Ok(()) => bought += 1,
            Err(Snag::Refused(_)) => refused += 1,
            Err(snag) => verdict.snag("a buyer", &snag),
        }
    }
    shop.close().await?;
    let books = Books::open(&premises.file("shop.sqlite"))?;
    let (orders, paid, left) = (books.count(ORDERS)?, books.count(PAID)?, books.count(ON_HAND)?);
    verdict.must(bought == units, || format!("{bought} buyers were told that they bought one of {units}"));
    verdict.must(paid == i64::from(units), || format!("{paid} orders are paid for {units} things"));
    verdict.must(left == 0, || format!("{left} are left on the shelf"));
    verdict.audit(&premises).await?;
    verdict.figures = format!("{bought} bought, {refused} refused, {orders} orders, {left} left");
    Ok(verdict)
}

async fn buy(mut shopper: Shopper, number: usize, gate: Option<Arc<Barrier>>) -> Step<()> {
    let ready = reach(&mut shopper, number).await;
    if let Some(gate) = gate {
        gate.wait().await;
    }
    let provider = shopper.place(&ready?).await?;
    let back = shopper.pay(&provider, PAYS).await?;
    let page = shopper.open(&back).await?;
    if crate::page::says_paid(&page.text()) { Ok(()) } else { Err(Snag::Strange(format!("{back} is not paid"))) }
}

async fn reach(shopper: &mut Shopper, number: usize) -> Step<Review> {
    shopper.fill_cart(LAST).await?;
    shopper.reach_review(&format!("Buyer {number}")).await
}
