//! T13: the worker killed in the middle of its work: every parcel is made once, all money is taken once, every word arrives.

use std::time::Duration;

use tokio::sync::mpsc::unbounded_channel;
use tokio::task::JoinSet;

use super::Verdict;
use super::killed::keep_buying;
use crate::books::{Books, PAID, none_left};
use crate::chance::Chance;
use crate::goods::plenty;
use crate::premises::{Premises, Program};
use crate::shopper::Snag;
use crate::trouble::Outcome;

/// So long a kill waits for the first order.
const FIRST: Duration = Duration::from_secs(10);
/// Work with an end, and money that waits for its parcel.
const UNDONE: &str =
    "SELECT (SELECT count(*) FROM outbox WHERE state = 'waiting' AND kind IN ('make_parcel', 'take_payment', 'refund',
        'issue_documents', 'let_go')) + (SELECT count(*) FROM payments WHERE state = 'promised')";
const DEAD: &str = "SELECT count(*) FROM outbox WHERE state = 'dead'";
const PARCELS: &str = "SELECT count(*) FROM parcels";
/// Sessions whose money was promised or taken another number of times than once.
const NOT_TAKEN_ONCE: &str =
    "SELECT s.order_number || ' was taken ' || count(m.id) || ' times, ' || coalesce(sum(m.minor), 0) || ' of '
        || s.minor FROM sessions s LEFT JOIN movements m ON m.session_id = s.id AND m.kind = 'capture'
    WHERE s.state IN ('promised', 'paid') GROUP BY s.id HAVING count(m.id) <> 1 OR sum(m.minor) <> s.minor";
/// Orders on whose timeline something stands twice that happens once.
const TOLD_TWICE: &str =
    "SELECT o.number || ' says ' || t.kind || ' ' || count(*) || ' times' FROM timeline t JOIN orders o ON o.id = t.order_id
    WHERE t.kind IN ('placed', 'payment_taken', 'payment_promised') GROUP BY t.order_id, t.kind HAVING count(*) > 1";
const UNTOLD: &str = "SELECT count(*) FROM deliveries WHERE state = 'dead'";

/// Kills the shop so often while its worker is at work; what is left undone may take `patience` afterwards.
pub async fn run(program: &Program, kills: u32, patience: Duration, chance: &mut Chance) -> Outcome<Verdict> {
    let mut program = program.clone();
    let settings = [("CARTWRIGHT_CARRIER_SPEED", "50000"), ("CARTWRIGHT_CARRIER_STORY", "plain")];
    program.settings.extend(settings.map(|(name, value)| (name, value.to_owned())));
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
        // Its worker has something to do once there are orders.
        let first = tokio::time::timeout(FIRST, told.recv()).await;
        verdict.must(matches!(first, Ok(Some(_))), || format!("round {}: nobody could order", round + 1));
        tokio::time::sleep(chance.millis(10, 400)).await;
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
    let undone = none_left(&path, UNDONE, patience).await?;
    shop.close().await?;
    verdict.must(undone == 0, || format!("{undone} pieces of work are not done"));
    let (books, till) = (Books::open(&path)?, Books::open(&premises.file("testpay.sqlite"))?);
    let carrier = Books::open(&premises.file("simcarrier.sqlite"))?;
    let (paid, parcels, made) = (books.count(PAID)?, books.count(PARCELS)?, carrier.count(PARCELS)?);
    let (dead, untold) = (books.count(DEAD)?, till.count(UNTOLD)? + carrier.count(UNTOLD)?);
    verdict.must(paid > 0, || "nothing was paid: the run proves nothing".to_owned());
    verdict.must(parcels == paid && made == paid, || format!("{paid} orders have {parcels} parcels, the carrier made {made}"));
    verdict.must(dead == 0 && untold == 0, || format!("{dead} jobs were given up, {untold} words never arrived"));
    verdict.wrong.extend(till.texts(NOT_TAKEN_ONCE)?);
    verdict.wrong.extend(books.texts(TOLD_TWICE)?);
    drop((books, till, carrier));
    verdict.audit(&premises).await?;
    verdict.figures = format!("{kills} kills: {paid} orders, {made} parcels, each charged once; no work lost, none done twice");
    Ok(verdict)
}
