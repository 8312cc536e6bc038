//! T12: backups made while the shop sells; each is put in place elsewhere and audited, and broken ones are refused.

use std::path::Path;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::unbounded_channel;
use tokio::task::JoinSet;

use super::Verdict;
use super::killed::keep_buying;
use crate::books::{Books, ORDERS};
use crate::chance::Chance;
use crate::goods::plenty;
use crate::premises::{Premises, Program};
use crate::trouble::Outcome;

const SHOPPERS: u32 = 8;

/// How a copy is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// By the program.
    Backup,
    /// By whoever copies the file of an open shop, without its log: the negative control.
    FileAlone,
}

/// Makes and restores so many copies.
pub async fn run(program: &Program, drills: u32, copying: Copying, chance: &mut Chance) -> Outcome<Verdict> {
    let premises = Premises::with_goods(program, &plenty(10)).await?;
    let shop = premises.open().await?;
    let mut verdict = Verdict::default();
    let (tell, mut told) = unbounded_channel();
    let mut crowd = JoinSet::new();
    for number in 0..SHOPPERS {
        crowd.spawn(keep_buying(premises.addr, number, chance.fork(), (0, 0), tell.clone()));
    }
    let (mut acks, mut slowest, mut last) = (0, Duration::ZERO, 0);
    for drill in 0..drills {
        tokio::time::sleep(chance.millis(150, 600)).await;
        while told.try_recv().is_ok() {
            acks += 1;
        }
        let copy = premises.beside(&format!("copy-{drill}.sqlite"));
        let since = Instant::now();
        match copying {
            Copying::Backup => premises.back_up(&copy).await?.map_err(|why| format!("no backup: {why}"))?,
            Copying::FileAlone => drop(std::fs::copy(premises.file("shop.sqlite"), &copy)?),
        }
        let orders = restored(program, &copy, &mut verdict).await?;
        slowest = slowest.max(since.elapsed());
        verdict
            .must(orders >= acks, || format!("copy {drill} has {orders} orders, {acks} were acknowledged before it was begun"));
        last = orders;
        refuse_broken(program, &copy, &mut verdict).await?;
    }
    crowd.abort_all();
    while let Some(ended) = crowd.join_next().await {
        if let Ok(snag) = ended {
            verdict.snag("a shopper", &snag);
        }
    }
    shop.close().await?;
    verdict.must(acks > 0, || "nothing was sold meanwhile: the run proves nothing".to_owned());
    verdict.audit(&premises).await?;
    verdict.figures = format!(
        "{drills} copies, restored and audited, the last with {last} orders; copied and restored within {} ms; truncated ones refused",
        slowest.as_millis()
    );
    Ok(verdict)
}

/// Puts a copy in place on premises of its own and audits it; how many orders it has.
async fn restored(program: &Program, copy: &Path, verdict: &mut Verdict) -> Outcome<i64> {
    let other = Premises::new(program)?;
    if let Err(why) = other.restore(copy).await? {
        verdict.wrong.push(format!("a copy cannot be restored: {why}"));
        return Ok(0);
    }
    verdict.audit(&other).await?;
    Books::open(&other.file("shop.sqlite"))?.count(ORDERS)
}

/// A copy that broke off is not put in place.
async fn refuse_broken(program: &Program, copy: &Path, verdict: &mut Verdict) -> Outcome<()> {
    let file = std::fs::File::options().write(true).open(copy)?;
    file.set_len(file.metadata()?.len() * 2 / 3)?;
    let other = Premises::new(program)?;
    let refused = other.restore(copy).await?.is_err();
    verdict.must(refused && !other.file("shop.sqlite").exists(), || "a copy that broke off was put in place".to_owned());
    Ok(std::fs::remove_file(copy)?)
}
