//! T16: a disk that fails once, at every moment there is: the shop goes on, or it ends, and the next one knows every order.
//!
//! The program itself holds the disk that fails (`db::faults`), so it is one that is built with the feature `faults`.

use std::process::ExitStatus;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinSet;

use super::Verdict;
use super::full::{drain, keep_trying};
use super::killed::{Acknowledged, is_there};
use crate::chance::Chance;
use crate::goods::plenty;
use crate::premises::{Premises, Program, Shop};
use crate::shopper::Snag;
use crate::trouble::Outcome;

/// What fails.
pub const DEEDS: [&str; 5] = ["read", "write", "sync", "truncate", "lock"];
/// The last that fails of each, and those between in the short form: every moment of opening, and ever fewer of shopping.
pub const SOME: &[u64] = &[1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 28, 40, 56, 80, 112, 160];
const FILES: &str = "shop.sqlite,shop.sqlite-wal,shop.sqlite-journal";
const SHOPPERS: u32 = 4;
/// So soon a shop whose disk refused to sync must have ended, and any other must sell again.
const SOON: Duration = Duration::from_secs(10);
/// So long a deed is waited for, and so long more for each time it is to be done before.
const COMES: (Duration, Duration) = (Duration::from_secs(3), Duration::from_millis(60));
/// `EX_IOERR` of BSD's `sysexits.h`.
const BROKEN: i32 = 74;

/// What came of all that failed.
#[derive(Default)]
struct Tried {
    verdict: Verdict,
    failed: u32,
    ended: u32,
    acks: usize,
    lost: usize,
}

/// Lets each of these deeds fail once at each of these moments.
pub async fn run(program: &Program, deeds: &[&'static str], moments: &[u64], chance: &mut Chance) -> Outcome<Verdict> {
    let prepared = Arc::new(Premises::with_goods(program, &plenty(10)).await?);
    prepared.open().await?.close().await?;
    let mut lanes = JoinSet::new();
    for deed in deeds {
        lanes.spawn(lane(Arc::clone(&prepared), deed, moments.to_vec(), chance.fork()));
    }
    let mut all = Tried::default();
    while let Some(ended) = lanes.join_next().await {
        let tried = ended??;
        all.verdict.wrong.extend(tried.verdict.wrong);
        all.failed += tried.failed;
        all.ended += tried.ended;
        all.acks += tried.acks;
        all.lost += tried.lost;
    }
    let Tried { mut verdict, failed, ended, acks, lost } = all;
    verdict.must(acks > 0 && failed > 0, || "nothing was sold, or nothing failed: the run proves nothing".to_owned());
    verdict.figures = format!(
        "{failed} reads, writes, syncs, truncations and locks failed, one at a time: {ended} times the shop ended, else it went \
         on; {acks} orders acknowledged, {lost} lost"
    );
    Ok(verdict)
}

/// One moment after the other, until the deed is not done so often.
async fn lane(prepared: Arc<Premises>, deed: &'static str, moments: Vec<u64>, mut chance: Chance) -> Outcome<Tried> {
    let mut tried = Tried::default();
    for nth in moments {
        if !one(&prepared, (deed, nth), &mut chance, &mut tried).await? {
            break;
        }
    }
    Ok(tried)
}

/// Opens a shop whose disk fails so, shops there, and looks what the next one knows; whether it failed at all.
async fn one(prepared: &Premises, (deed, nth): (&str, u64), chance: &mut Chance, tried: &mut Tried) -> Outcome<bool> {
    let premises = prepared.copy()?;
    let fault = ("CARTWRIGHT_FAULT", format!("{deed} {nth} {FILES}"));
    let mut verdict = Verdict::default();
    let mut orders = Vec::new();
    let ended = match premises.try_open(&[fault]).await? {
        Err(ended) => ended,
        Ok(shop) => shopped(&premises, shop, (deed, nth), chance, (&mut verdict, &mut orders)).await?,
    };
    if !has_failed(&premises) {
        return Ok(false);
    }
    let log = premises.logged();
    verdict.must(!log.contains("panicked"), || "the shop panicked".to_owned());
    verdict.must(ended.success() || ended.code() == Some(BROKEN), || format!("the shop ended with {ended}"));
    if deed == "sync" {
        verdict.must(!ended.success(), || "the shop goes on although its disk refused to sync".to_owned());
        verdict.must(log.contains("start the shop again"), || "nobody is told what to do with a broken disk".to_owned());
    }
    tried.failed += 1;
    tried.ended += u32::from(!ended.success());
    tried.acks += orders.len();
    let shop = premises.open().await?;
    for order in orders {
        if let Err(why) = is_there(order).await {
            tried.lost += 1;
            verdict.wrong.push(format!("an acknowledged order is lost: {why}"));
        }
    }
    shop.close().await?;
    verdict.audit(&premises).await?;
    tried.verdict.wrong.extend(verdict.wrong.into_iter().map(|wrong| format!("{deed} {nth}: {wrong}")));
    Ok(true)
}

/// Lets shoppers shop until the disk has failed and the shop sells again or has ended, and closes it; how it ended.
async fn shopped(
    premises: &Premises,
    mut shop: Shop,
    (deed, nth): (&str, u64),
    chance: &mut Chance,
    (verdict, orders): (&mut Verdict, &mut Vec<Acknowledged>),
) -> Outcome<ExitStatus> {
    let (tell, mut told) = unbounded_channel();
    let mut crowd = JoinSet::new();
    for number in 0..SHOPPERS {
        crowd.spawn(keep_trying(premises.addr, number, chance.fork(), tell.clone()));
    }
    drop(tell);
    let since = Instant::now();
    let patience = COMES.0 + COMES.1 * nth.min(10_000) as u32;
    while !has_failed(premises) && since.elapsed() < patience && shop.ended(Duration::from_millis(5)).await?.is_none() {
        drain(&mut told, orders);
    }
    if has_failed(premises) {
        after(&mut shop, deed, &mut told, (verdict, orders)).await?;
    }
    let left = shop.leave().await?;
    crowd.abort_all();
    while let Some(ended) = crowd.join_next().await {
        match ended {
            // Nobody answers when the shop has ended, or is closing.
            Ok(Snag::Gone(_)) | Err(_) => {}
            Ok(snag) => verdict.snag("a shopper", &snag),
        }
    }
    drain(&mut told, orders);
    Ok(left)
}

/// The disk has failed while the shop was open.
async fn after(
    shop: &mut Shop,
    deed: &str,
    told: &mut UnboundedReceiver<Acknowledged>,
    (verdict, orders): (&mut Verdict, &mut Vec<Acknowledged>),
) -> Outcome<()> {
    if deed == "sync" {
        shop.ended(SOON).await?;
        return Ok(());
    }
    drain(told, orders);
    match tokio::time::timeout(SOON, told.recv()).await.ok().flatten() {
        Some(order) => orders.push(order),
        // Nobody is there any more when the shop has ended.
        None => {
            let ended = shop.ended(Duration::from_secs(1)).await?;
            verdict.must(ended.is_some(), || "nothing was sold after the disk had failed once".to_owned());
        }
    }
    Ok(())
}

fn has_failed(premises: &Premises) -> bool {
    premises.logged().contains("the disk fails")
}
