//! T17: the sender of letters killed at any moment: nothing is lost, and what comes twice is seen to be the same.

use std::collections::BTreeSet;
use std::time::Duration;

use tokio::sync::mpsc::unbounded_channel;
use tokio::task::JoinSet;

use super::Verdict;
use super::killed::keep_buying;
use crate::books::{Books, PAID, none_left};
use crate::chance::Chance;
use crate::goods::{plenty, plenty_of};
use crate::post::{Moment, Post};
use crate::premises::{Premises, Program};
use crate::shopper::{PAYS, Shopper, Snag};
use crate::trouble::Outcome;

/// So long a kill waits for the first order.
const FIRST: Duration = Duration::from_secs(10);
/// How long the mail server takes to answer: long enough to be killed in.
const SLOW: Duration = Duration::from_millis(20);
/// Letters that are still to be sent: those of paid orders, and each that a sender had begun. (What else waits is due later.)
const UNSENT: &str = "SELECT count(*) FROM notifications
    WHERE channel = 'email' AND state = 'waiting' AND (kind = 'paid' OR lead_id IS NOT NULL)";
const SENT: &str = "SELECT coalesce(l.message, n.message) FROM notifications n LEFT JOIN notifications l ON l.id = n.lead_id
    WHERE n.channel = 'email' AND n.state = 'sent'";
/// What became of those that are not sent.
const OTHERWISE: &str = "SELECT message || ' ' || kind || ' is ' || state || ' ' || why FROM notifications
    WHERE channel = 'email' AND state <> 'sent'";
const PAID_LETTERS: &str = "SELECT count(*) FROM notifications WHERE kind = 'paid' AND channel = 'email' AND state = 'sent'";

/// How often the shop is killed.
#[derive(Clone, Copy)]
pub struct Kills {
    /// While it writes to a crowd, at any moment.
    pub anywhere: u32,
    /// While it writes one letter, at each moment of its way to the mail server.
    pub at_each: u32,
}

/// Kills the shop so often while it writes to those who buy; what is left unsent may take `patience` afterwards.
pub async fn run(program: &Program, kills: Kills, patience: Duration, chance: &mut Chance) -> Outcome<Verdict> {
    let mut verdict = Verdict::default();
    let mut figures = Vec::new();
    if kills.anywhere > 0 {
        let (post, premises) = opened(program).await?;
        anywhere(&premises, kills.anywhere, chance, &mut verdict).await?;
        all_is_sent(&premises, patience, &mut verdict).await?;
        let (again, most) = (again(&post), post.letters().values().max().copied().unwrap_or(0));
        // One letter may be on its way in each of the sender's hands when it is killed.
        verdict.must(again <= kills.anywhere * HANDS && most <= 1 + kills.anywhere, || {
            format!("{again} letters came again, one of them {most} times")
        });
        let (paid, letters) = weighed(&premises, &post, &mut verdict).await?;
        figures.push(format!("{} kills anywhere: {paid} orders, {letters} letters, 0 lost, {again} came again", kills.anywhere));
    }
    if kills.at_each > 0 {
        let (post, premises) = opened(program).await?;
        at_each(&premises, &post, kills.at_each, patience, &mut verdict).await?;
        let (paid, letters) = weighed(&premises, &post, &mut verdict).await?;
        let (times, moments, again) = (kills.at_each, Moment::ALL.len(), again(&post));
        figures.push(format!(
            "{times} at each of {moments} moments of one letter's way: {paid} orders, {letters} letters, 0 lost, {again} came again"
        ));
    }
    verdict.figures = format!("{}, each under the Message-ID it had", figures.join("; "));
    Ok(verdict)
}

/// A shop of its own, and the mail server its letters go to.
async fn opened(program: &Program) -> Outcome<(Post, Premises)> {
    let post = Post::open(SLOW).await?;
    let mut program = program.clone();
    program.settings.extend(post.settings());
    Ok((post, Premises::with_goods(&program, &plenty(10)).await?))
}

/// Opens the shop until it has sent what it had to.
async fn all_is_sent(premises: &Premises, patience: Duration, verdict: &mut Verdict) -> Outcome<()> {
    let shop = premises.open().await?;
    let unsent = none_left(&premises.file("shop.sqlite"), UNSENT, patience).await?;
    shop.close().await?;
    verdict.must(unsent == 0, || format!("{unsent} letters are not sent"));
    Ok(())
}

/// Holds what came against the books. How many orders are paid, and how many letters came.
async fn weighed(premises: &Premises, post: &Post, verdict: &mut Verdict) -> Outcome<(i64, usize)> {
    let books = Books::open(&premises.file("shop.sqlite"))?;
    let (paid, written) = (books.count(PAID)?, books.count(PAID_LETTERS)?);
    let sent: BTreeSet<String> = books.texts(SENT)?.into_iter().collect();
    let otherwise = books.texts(OTHERWISE)?;
    drop(books);
    let letters = post.letters();
    let lost = sent.iter().filter(|id| !letters.contains_key(*id)).count();
    let strange: Vec<&String> = letters.keys().filter(|id| !sent.contains(*id)).collect();
    let of_strange: Vec<&String> = otherwise.iter().filter(|said| strange.iter().any(|id| said.starts_with(*id))).collect();
    verdict.must(paid > 0, || "nothing was paid: the run proves nothing".to_owned());
    verdict.must(written == paid, || format!("{paid} orders are paid, {written} were told so"));
    verdict.must(lost == 0, || format!("{lost} letters were never sent, and the books say they were"));
    verdict.must(strange.is_empty(), || format!("letters came that are not sent in the books: {strange:?}, {of_strange:?}"));
    verdict.audit(premises).await?;
    Ok((paid, letters.len()))
}

/// Kills the shop at any moment while a crowd buys.
async fn anywhere(premises: &Premises, kills: u32, chance: &mut Chance, verdict: &mut Verdict) -> Outcome<()> {
    for round in 0..kills {
        let shop = premises.open().await?;
        let (tell, mut told) = unbounded_channel();
        let mut crowd = JoinSet::new();
        for number in 0..8 {
            crowd.spawn(keep_buying(premises.addr, number, chance.fork(), (0, 0), tell.clone()));
        }
        drop(tell);
        let first = tokio::time::timeout(FIRST, told.recv()).await;
        verdict.must(matches!(first, Ok(Some(_))), || format!("round {}: nobody could order", round + 1));
        tokio::time::sleep(chance.millis(100, 900)).await;
        shop.kill().await?;
        while let Some(ended) = crowd.join_next().await {
            match ended? {
                Snag::Gone(_) | Snag::Refused(_) => {}
                snag => verdict.snag(&format!("round {}, a shopper", round + 1), &snag),
            }
        }
    }
    Ok(())
}

/// Kills the shop while it sends one letter, at each moment of its way so often. It comes at most once more for that.
async fn at_each(premises: &Premises, post: &Post, times: u32, patience: Duration, verdict: &mut Verdict) -> Outcome<()> {
    for (round, moment) in (0..times).flat_map(|round| Moment::ALL.map(|moment| (round, moment))) {
        let known = again(post);
        let shop = premises.open().await?;
        let held = post.hold_at(moment);
        let mut ada = Shopper::new(premises.addr);
        let buys = tokio::spawn(async move { ada.buy(&plenty_of(1), "Ada", PAYS).await.map(drop) });
        let reached = tokio::time::timeout(FIRST, held).await;
        verdict.must(matches!(reached, Ok(Ok(()))), || format!("round {}: no letter came to {moment:?}", round + 1));
        shop.kill().await?;
        drop(buys.await);
        all_is_sent(premises, patience, verdict).await?;
        let more = again(post) - known;
        verdict.must(more <= 1, || format!("round {}: killed at {moment:?}, {more} letters came again", round + 1));
    }
    Ok(())
}

/// How many letters came again.
fn again(post: &Post) -> u32 {
    post.letters().values().map(|times| times - 1).sum()
}

/// How many letters are sent at the same time.
const HANDS: u32 = 8;
