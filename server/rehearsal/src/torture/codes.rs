//! T5: a code that so many orders may have, wanted by far more at the same moment; what an order gives up is had again.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Barrier;
use tokio::task::JoinSet;

use super::Verdict;
use crate::books::{Books, PLACED, none_left};
use crate::chance::Chance;
use crate::counter;
use crate::goods::{plenty, plenty_of};
use crate::premises::{Premises, Program};
use crate::shopper::{PAYS, Shopper, Snag, Step};
use crate::trouble::Outcome;

/// So many orders may have a code, and one of each person.
const MOST: u32 = 10;
/// How long a shop may take to give orders up whose time is over.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a rush is made.
#[derive(Clone, Copy)]
pub struct Rush {
    /// Rounds, each with a code of its own.
    pub rounds: u32,
    /// Buyers at the same moment, two of each person.
    pub buyers: usize,
}

/// Lets buyers rush for a code, some of whom never pay; and once more, when those were given up.
pub async fn run(program: &Program, rush: Rush, chance: &mut Chance) -> Outcome<Verdict> {
    let premises = Premises::with_goods(program, &plenty(10)).await?;
    counter::employ(&premises).await?;
    let mut verdict = Verdict::default();
    let (mut had, mut again, mut given_up) = (0, 0, 0);
    for round in 0..rush.rounds {
        let code = format!("RUSH{}", round + 1);
        let shop = premises.open().await?;
        let offered = async { counter::offer(&mut counter::sit_down(&premises).await?, &code, MOST, 1).await };
        offered.await.map_err(|snag| format!("the offer was not written: {snag:?}"))?;
        let (first, paid) = all_at_once(&premises, &code, rush.buyers, chance, &mut verdict).await?;
        verdict.must(first == MOST, || format!("{code}: {first} orders were told that they have it, {MOST} may"));
        shop.close().await?;
        let books = Books::open(&premises.file("shop.sqlite"))?;
        verdict.must(times(&books, &code)? == i64::from(MOST), || format!("{code} was had another number of times than {MOST}"));
        books.hurry("expire_order")?;
        drop(books);
        let shop = premises.open().await?;
        let left = none_left(&premises.file("shop.sqlite"), PLACED, PATIENCE).await?;
        verdict.must(left == 0, || format!("{left} orders whose time is over still wait"));
        let (second, _) = all_at_once(&premises, &code, rush.buyers, chance, &mut verdict).await?;
        let free = MOST.saturating_sub(paid);
        verdict.must(second == free, || format!("{code}: {second} had it again, {free} were given up"));
        shop.close().await?;
        let now = times(&Books::open(&premises.file("shop.sqlite"))?, &code)?;
        verdict.must(now == i64::from(MOST), || format!("{code} was had {now} times in the end, {MOST} may"));
        (had, again, given_up) = (had + first, again + second, given_up + free);
    }
    verdict.audit(&premises).await?;
    verdict.figures = format!(
        "{} codes for {MOST} each, {} buyers at once: {had} had one; {given_up} orders were given up, and {again} had one then",
        rush.rounds, rush.buyers
    );
    Ok(verdict)
}

fn times(books: &Books, code: &str) -> Outcome<i64> {
    books.count(&format!(
        "SELECT count(*) FROM order_offers f JOIN orders o ON o.id = f.order_id WHERE f.code = '{code}' AND o.state <> 'cancelled'"
    ))
}

/// How many were told that they had the code, and how many of those paid.
async fn all_at_once(
    premises: &Premises,
    code: &str,
    buyers: usize,
    chance: &mut Chance,
    verdict: &mut Verdict,
) -> Outcome<(u32, u32)> {
    let plain: Arc<str> = plain_total(premises).await.map_err(|snag| format!("nobody can buy: {snag:?}"))?.into();
    let gate = Arc::new(Barrier::new(buyers));
    let mut crowd = JoinSet::new();
    let rush = chance.between(0, 1 << 32);
    for number in 0..buyers {
        let name = format!("{code} {rush} {}", number / 2);
        let shopper = Shopper::new(premises.addr).hurried();
        let wish = Wish { name, code: code.to_owned(), plain: Arc::clone(&plain), pays: chance.percent(50) };
        crowd.spawn(buy(shopper, wish, Arc::clone(&gate)));
    }
    let (mut had, mut paid) = (0, 0);
    while let Some(ended) = crowd.join_next().await {
        match ended? {
            Ok(pays) => (had, paid) = (had + 1, paid + u32::from(pays)),
            Err(Snag::Refused(_)) => {}
            Err(snag) => verdict.snag("a buyer", &snag),
        }
    }
    Ok((had, paid))
}

/// What it costs without a code.
async fn plain_total(premises: &Premises) -> Step<String> {
    let mut shopper = Shopper::new(premises.addr).hurried();
    shopper.fill_cart(&plenty_of(1)).await?;
    Ok(shopper.reach_review("Somebody").await?.total)
}

/// Who wants the code.
struct Wish {
    name: String,
    code: String,
    plain: Arc<str>,
    pays: bool,
}

/// Buys with the code, or not at all; whether it is paid.
async fn buy(mut shopper: Shopper, wish: Wish, gate: Arc<Barrier>) -> Step<bool> {
    let ready = async {
        shopper.fill_cart(&plenty_of(1)).await?;
        shopper.types(&wish.code).await?;
        shopper.reach_review(&wish.name).await
    };
    let ready = ready.await;
    gate.wait().await;
    let ready = ready?;
    if ready.total == *wish.plain {
        return Err(Snag::Refused("the code was over before".to_owned()));
    }
    let provider = shopper.place(&ready).await?;
    if wish.pays {
        let back = shopper.pay(&provider, PAYS).await?;
        shopper.page(&back).await?;
    }
    Ok(wish.pays)
}
