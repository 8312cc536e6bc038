//! T17: the sender of letters killed at any moment: nothing is lost, and what comes twice is seen to be the same.

use std::collections::BTreeSet;
use std::time::Duration;

use tokio::sync::mpsc::unbounded_channel;
use tokio::task::JoinSet;

use super::Verdict;
use super::killed::keep_buying;
use crate::books::{Books, PAID, none_left};
use crate::chance::Chance;
use crate::goods::plenty;
use crate::post::Post;
use crate::premises::{Premises, Program};
use crate::shopper::Snag;
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

/// Kills the shop so often while it writes to those who buy; what is left unsent may take `patience` afterwards.
pub async fn run(program: &Program, kills: u32, patience: Duration, chance: &mut Chance) -> Outcome<Verdict> {
    let post = Post::open(SLOW).await?;
    let mut program = program.clone();
    program.settings.extend(post.settings());
    let premises = Premises::with_goods(&program, &plenty(10)).await?;
    let mut shop = premises.open().await?;
    let mut verdict = Verdict::default();
    for round in 0..kills {
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
        shop = premises.open().await?;
    }
    let path = premises.file("shop.sqlite");
    let unsent = none_left(&path, UNSENT, patience).await?;
    shop.close().await?;
    verdict.must(unsent == 0, || format!("{unsent} letters are not sent"));
    let books = Books::open(&path)?;
    let (paid, written) = (books.count(PAID)?, books.count(PAID_LETTERS)?);
    let sent: BTreeSet<String> = books.texts(SENT)?.into_iter().collect();
    let otherwise = books.texts(OTHERWISE)?;
    drop(books);
    let letters = post.letters();
    let lost = sent.iter().filter(|id| !letters.contains_key(*id)).count();
    let strange: Vec<&String> = letters.keys().filter(|id| !sent.contains(*id)).collect();
    let of_strange: Vec<&String> = otherwise.iter().filter(|said| strange.iter().any(|id| said.starts_with(*id))).collect();
    let again: u32 = letters.values().map(|times| times - 1).sum();
    let most = letters.values().max().copied().unwrap_or(0);
    verdict.must(paid > 0, || "nothing was paid: the run proves nothing".to_owned());
    verdict.must(written == paid, || format!("{paid} orders are paid, {written} were told so"));
    verdict.must(lost == 0, || format!("{lost} letters were never sent, and the books say they were"));
    verdict.must(strange.is_empty(), || format!("{} letters came that are not sent in the books: {of_strange:?}", strange.len()));
    // One letter may be on its way in each of the sender's hands when it is killed.
    verdict.must(again <= kills * HANDS && most <= 1 + kills, || format!("{again} letters came again, one of them {most} times"));
    verdict.audit(&premises).await?;
    verdict.figures = format!(
        "{kills} kills: {paid} orders, {} letters, 0 lost, {again} came again, each under the Message-ID it had",
        letters.len()
    );
    Ok(verdict)
}

/// How many letters are sent at the same time.
const HANDS: u32 = 8;
