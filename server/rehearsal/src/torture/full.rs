//! T11: the disk is full, again and again: selling pauses, reading goes on, nothing acknowledged is lost, and it heals by itself.

use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;

use super::Verdict;
use super::killed::{Acknowledged, buy_once, is_there};
use crate::chance::Chance;
use crate::client::Client;
use crate::goods::{plenty, plenty_of};
use crate::premises::{Premises, Program};
use crate::shopper::{Review, Shopper, Snag, Step};
use crate::trouble::Outcome;

/// The disk, in mebibytes: with less than 256 of them free a shop says that it is not ready.
const DISK: u32 = 352;
const SHOPPERS: u32 = 8;
/// How long it may take until a full disk is felt, once the log's file has no room of its own any more.
const FELT: Duration = Duration::from_secs(5);
/// Who has the last page before them when the disk is full, and presses the button then.
const READY: u32 = 4;
/// A shop sells again so soon after there is room.
const AGAIN: Duration = Duration::from_secs(5);

/// Fills the disk so often.
pub async fn run(program: &Program, rounds: u32, chance: &mut Chance) -> Outcome<Verdict> {
    let premises = Premises::on_a_small_disk(program, DISK).await?;
    premises.take_in(&plenty(10)).await?;
    let shop = premises.open().await?;
    let mut verdict = Verdict::default();
    let (tell, mut told) = unbounded_channel();
    let mut crowd = JoinSet::new();
    for number in 0..SHOPPERS {
        crowd.spawn(keep_trying(premises.addr, number, chance.fork(), tell.clone()));
    }
    drop(tell);
    let (mut orders, mut read, mut slowest) = (Vec::new(), 0_u32, Duration::ZERO);
    for _ in 0..rounds {
        tokio::time::sleep(chance.millis(300, 900)).await;
        let ballast = premises.file("ballast");
        let ready =
            about_to_place(premises.addr, &mut chance.fork()).await.map_err(|snag| format!("nobody can buy: {snag:?}"))?;
        premises.fold().await?;
        read += until_refused(&premises, &ballast, &mut verdict).await?;
        drain(&mut told, &mut orders);
        press(ready, &mut orders, &mut verdict).await;
        std::fs::remove_file(&ballast)?;
        let since = Instant::now();
        match tokio::time::timeout(AGAIN, told.recv()).await {
            Ok(Some(order)) => orders.push(order),
            _ => verdict.wrong.push(format!("nothing was sold within {} s after there was room again", AGAIN.as_secs())),
        }
        slowest = slowest.max(since.elapsed());
    }
    crowd.abort_all();
    while let Some(ended) = crowd.join_next().await {
        if let Ok(snag) = ended {
            verdict.snag("a shopper", &snag);
        }
    }
    drain(&mut told, &mut orders);
    let (acks, mut lost) = (orders.len(), 0);
    for order in orders {
        if let Err(why) = is_there(order).await {
            lost += 1;
            verdict.wrong.push(format!("an acknowledged order is lost: {why}"));
        }
    }
    shop.close().await?;
    verdict.must(acks > rounds as usize, || format!("only {acks} orders: the run proves nothing"));
    verdict.audit(&premises).await?;
    verdict.figures = format!(
        "{rounds} times full: writes answered 503, {read} pages read meanwhile, {acks} orders acknowledged, {lost} lost; sold again \
         within {} ms",
        slowest.as_millis()
    );
    Ok(verdict)
}

pub fn drain(told: &mut UnboundedReceiver<Acknowledged>, orders: &mut Vec<Acknowledged>) {
    while let Ok(order) = told.try_recv() {
        orders.push(order);
    }
}

/// Shoppers who have but to press the button.
async fn about_to_place(addr: SocketAddr, chance: &mut Chance) -> Step<Vec<(Shopper, Review)>> {
    let mut ready = Vec::new();
    for number in 0..READY {
        let mut shopper = Shopper::new(addr).hurried();
        shopper.fill_cart(&plenty_of(chance.between(1, 10) as u32)).await?;
        let review = shopper.reach_review(&format!("Last one {number}")).await?;
        ready.push((shopper, review));
    }
    Ok(ready)
}

/// They press it while the disk is full: told to come again, or what they are told holds.
async fn press(ready: Vec<(Shopper, Review)>, orders: &mut Vec<Acknowledged>, verdict: &mut Verdict) {
    for (mut shopper, review) in ready {
        match shopper.place(&review).await {
            Ok(led) => orders.push(Acknowledged::by(&shopper, &led, review)),
            Err(Snag::Broke(503, _)) => {}
            Err(snag) => verdict.snag("who presses the button", &snag),
        }
    }
}

/// Takes all the room there is, until somebody is told to come again; says how many pages could be read meanwhile.
async fn until_refused(premises: &Premises, ballast: &Path, verdict: &mut Verdict) -> Outcome<u32> {
    let since = Instant::now();
    let mut read = 0;
    while since.elapsed() < FELT {
        fill(ballast)?;
        for path in ["/en/", "/en/products/mug-1?anew=1"] {
            match Shopper::new(premises.addr).page(path).await {
                Ok(_) => read += 1,
                Err(snag) => verdict.snag("a reader", &snag),
            }
        }
        if refused(premises.addr, verdict).await? {
            let ready = Shopper::new(premises.addr).open("/readyz").await;
            verdict.must(matches!(ready, Err(Snag::Broke(503, _))), || "the shop says that it is ready".to_owned());
            return Ok(read);
        }
    }
    verdict.wrong.push("nobody was told to come again although the disk is full".to_owned());
    Ok(read)
}

/// Fills a file until nothing more goes in.
fn fill(ballast: &Path) -> Outcome<()> {
    let mut file = std::fs::File::options().create(true).append(true).open(ballast)?;
    for size in [256 * 1024, 4096] {
        while file.write_all(&vec![0; size]).is_ok() {}
    }
    Ok(())
}

/// Whether a newcomer's cart is refused for now; with the word when to come again.
async fn refused(addr: SocketAddr, verdict: &mut Verdict) -> Outcome<bool> {
    let form = Shopper::new(addr).form("/api/cart/add", &[("lang", "en"), ("variant", "1"), ("quantity", "1")]);
    let answer = Client::new(addr).ask(form.as_bytes()).await?;
    if answer.status == 503 {
        verdict.must(answer.header("retry-after").is_some(), || "nobody is told when to come again".to_owned());
    } else {
        verdict.must(answer.status == 303, || format!("a cart was answered {}", answer.status));
    }
    Ok(answer.status == 503)
}

/// Buys until told to stop; waits a moment whenever the shop asks for it.
pub async fn keep_trying(addr: SocketAddr, number: u32, mut chance: Chance, tell: UnboundedSender<Acknowledged>) -> Snag {
    loop {
        let slug = plenty_of(chance.between(1, 10) as u32);
        let tried: Step<()> = buy_once(Shopper::new(addr).hurried(), &slug, number, &tell).await;
        match tried {
            Ok(()) => {}
            // Somebody whose cart could not be kept finds it empty in the next step.
            Err(Snag::Broke(503, _) | Snag::Refused(_)) => tokio::time::sleep(chance.millis(10, 60)).await,
            Err(snag) => return snag,
        }
    }
}
