//! T9: webhooks that are forged, stale, swapped, in any order and over again: only what the provider says when asked counts.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::Verdict;
use crate::books::{Books, NOT_PAID_ONCE, PLACED, none_left};
use crate::chance::Chance;
use crate::client::Client;
use crate::goods::{plenty, plenty_of};
use crate::premises::{Premises, Program};
use crate::sealed::{Secret, now, webhook};
use crate::shopper::{Shopper, Snag, Step};
use crate::trouble::{Outcome, wrong};

const AT_ONCE: usize = 8;
/// Orders that the webhooks are about.
const ORDERS: u32 = 24;
/// The card nobody is told of.
const NEVER_TOLD: &str = "4000000000000135";
const HEADER: &str = "testpay-signature";
const TO: &str = "/webhooks/payments/testpay";
const KINDS: [&str; 6] =
    ["payment.promised", "payment.captured", "payment.refunded", "payment.disputed", "payment.created", "customer.updated"];
/// A webhook must be taken so soon, in milliseconds, 99 times of a hundred.
const SOON: f64 = 200.0;
/// Everything a webhook could change.
const SHOP: [&str; 7] = [
    "SELECT * FROM orders ORDER BY id",
    "SELECT * FROM payments ORDER BY id",
    "SELECT * FROM money_ledger ORDER BY id",
    "SELECT * FROM stock_ledger ORDER BY id",
    "SELECT * FROM timeline ORDER BY id",
    "SELECT * FROM documents ORDER BY id",
    "SELECT * FROM parcels ORDER BY id",
];
/// Work that has an end soon.
const AT_WORK: &str =
    "SELECT count(*) FROM outbox WHERE state = 'waiting' AND kind IN ('make_parcel', 'issue_documents', 'refund')";

/// What the carrier has to tell by now.
const ON_THE_WAY: &str = "SELECT count(*) FROM deliveries WHERE state = 'waiting' AND run_at < (unixepoch() + 2) * 1000";

/// A session at the provider, as its webhooks name it.
#[derive(Clone)]
struct Session {
    reference: String,
    key: String,
}

/// How the shop took one.
struct Taken {
    status: u16,
    millis: f64,
}

/// Sends so many webhooks.
pub async fn run(program: &Program, webhooks: u32, chance: &mut Chance) -> Outcome<Verdict> {
    let premises = Premises::with_goods(program, &plenty(10)).await?;
    let shop = premises.open().await?;
    let mut verdict = Verdict::default();
    for number in 0..ORDERS {
        one_order(premises.addr, number).await.map_err(|snag| format!("nobody could pay: {snag:?}"))?;
    }
    let secret = Secret::of("testpay", &premises.file("secrets.toml"))?;
    let sessions = sessions(&premises)?;
    let mut millis = genuine(&premises, &sessions, &secret, chance, &mut verdict).await?;
    let path = premises.file("shop.sqlite");
    let (waiting, working) =
        (none_left(&path, PLACED, Duration::from_secs(10)).await?, none_left(&path, AT_WORK, Duration::from_secs(10)).await?);
    none_left(&premises.file("simcarrier.sqlite"), ON_THE_WAY, Duration::from_secs(10)).await?;
    verdict.must(waiting == 0 && working == 0, || format!("{waiting} orders are not known to be paid, {working} jobs wait"));
    verdict.wrong.extend(Books::open(&path)?.texts(NOT_PAID_ONCE)?);
    let before = everything(&premises)?;
    let sent = Forgery { to: premises.addr, secret, sessions };
    let forged = many(&sent, webhooks, chance, &mut millis, &mut verdict).await?;
    let after = everything(&premises)?;
    for (was, now) in before.iter().zip(&after).filter(|(was, now)| was != now) {
        verdict.wrong.push(format!("what was forged, stale or said before changed the books: {} is {}", lines(was), lines(now)));
    }
    let logged = premises.logged().matches("a webhook was refused").count();
    shop.close().await?;
    verdict.must(logged == forged, || format!("{forged} forged webhooks, {logged} in the log"));
    millis.sort_by(f64::total_cmp);
    let p99 = millis.get(millis.len() * 99 / 100).copied().unwrap_or_default();
    verdict.must(p99 < SOON, || format!("a webhook was taken within {p99:.0} ms only"));
    verdict.audit(&premises).await?;
    verdict.figures = format!(
        "{} webhooks, {forged} of them forged, stale or broken; {ORDERS} orders paid once; taken within {p99:.0} ms (p99)",
        millis.len()
    );
    Ok(verdict)
}

/// An order that is paid, of which the shop is never told.
async fn one_order(addr: SocketAddr, number: u32) -> Step<()> {
    let mut shopper = Shopper::new(addr).hurried();
    shopper.fill_cart(&plenty_of(number % 10 + 1)).await?;
    let review = shopper.reach_review(&format!("Payer {number}")).await?;
    let page = shopper.place(&review).await?;
    shopper.pay(&page, NEVER_TOLD).await.map(drop)
}

fn sessions(premises: &Premises) -> Outcome<Vec<Session>> {
    let books = Books::open(&premises.file("testpay.sqlite"))?;
    let all = books.texts("SELECT reference || ' ' || merchant_key FROM sessions ORDER BY id")?;
    let read = |line: &String| {
        line.split_once(' ').map(|(reference, key)| Session { reference: reference.to_owned(), key: key.to_owned() })
    };
    let all: Vec<Session> = all.iter().filter_map(read).collect();
    if all.len() == ORDERS as usize { Ok(all) } else { wrong(format!("{} sessions of {ORDERS} orders", all.len())) }
}

fn everything(premises: &Premises) -> Outcome<Vec<String>> {
    let books = Books::open(&premises.file("shop.sqlite"))?;
    SHOP.iter().map(|question| books.dump(question, &[])).collect()
}

/// The last lines of a text.
fn lines(text: &str) -> String {
    let all: Vec<&str> = text.lines().collect();
    all[all.len().saturating_sub(2)..].join(" / ")
}

/// Tells of every payment, in any order, each several times at once.
async fn genuine(
    premises: &Premises,
    sessions: &[Session],
    secret: &Secret,
    chance: &mut Chance,
    verdict: &mut Verdict,
) -> Outcome<Vec<f64>> {
    let mut going = JoinSet::new();
    for session in sessions {
        for _ in 0..chance.between(2, 6) {
            let body = body(session, KINDS[chance.between(0, 3) as usize], 2940, "EUR", chance);
            let seal = secret.sign(now(), body.as_bytes())?;
            going.spawn(tell(premises.addr, webhook(TO, &[(HEADER, &seal)], body.as_bytes())));
        }
    }
    let mut millis = Vec::new();
    while let Some(ended) = going.join_next().await {
        let taken = ended?.map_err(|snag| format!("a webhook: {snag:?}"))?;
        verdict.must(taken.status == 200, || format!("a genuine webhook was answered {}", taken.status));
        millis.push(taken.millis);
    }
    Ok(millis)
}

fn body(session: &Session, kind: &str, amount: i64, currency: &str, chance: &mut Chance) -> String {
    format!(
        r#"{{"id":"evt_{}","type":"{kind}","created":{},"data":{{"session":"{}","merchant_key":"{}","amount":{amount},"currency":"{currency}"}}}}"#,
        chance.between(0, 500),
        now(),
        session.reference,
        session.key
    )
}

/// Whoever writes in the provider's name.
struct Forgery {
    to: SocketAddr,
    secret: Secret,
    sessions: Vec<Session>,
}

/// Sends so many; says how many had to be refused as forged.
async fn many(
    forgery: &Forgery,
    webhooks: u32,
    chance: &mut Chance,
    millis: &mut Vec<f64>,
    verdict: &mut Verdict,
) -> Outcome<usize> {
    let (mut going, mut forged, mut next) = (JoinSet::new(), 0, 0);
    while next < webhooks || !going.is_empty() {
        while next < webhooks && going.len() < AT_ONCE {
            let (request, wanted) = forgery.one(chance)?;
            forged += usize::from(wanted == 400);
            let to = forgery.to;
            going.spawn(async move { (wanted, tell(to, request).await) });
            next += 1;
        }
        match going.join_next().await.transpose()? {
            Some((wanted, Ok(taken))) => {
                verdict.must(taken.status == wanted, || format!("a webhook was answered {}, not {wanted}", taken.status));
                millis.push(taken.millis);
            }
            // Whoever sends far too much may be hung up on.
            Some((413, Err(Snag::Gone(_)))) | None => {}
            Some((_, Err(snag))) => verdict.snag("a webhook", &snag),
        }
    }
    Ok(forged)
}

impl Forgery {
    /// A webhook, and the status it must be answered with.
    fn one(&self, chance: &mut Chance) -> Outcome<(Vec<u8>, u16)> {
        let one = |chance: &mut Chance| self.sessions[chance.between(0, self.sessions.len() as u64 - 1) as usize].clone();
        let (session, other) = (one(chance), one(chance));
        let kind = KINDS[chance.between(0, KINDS.len() as u64 - 1) as usize];
        let amount = [2940, 1, 0, -2940, i64::MAX][chance.between(0, 4) as usize];
        let currency = ["EUR", "USD", "xx"][chance.between(0, 2) as usize];
        // The name of one payment and the order of another; or neither of this shop.
        let mixed = match chance.between(0, 3) {
            0 => Session { key: other.key.clone(), ..session },
            1 => Session { key: format!("C-0000-0000-{}", chance.between(1, 99_999)), ..session },
            _ => session,
        };
        let text = body(&mixed, kind, amount, currency, chance).into_bytes();
        let later = |seconds: i64| now() + seconds;
        let other_secret = Secret::of_text("an old secret");
        let sealed = |at: i64, body: &[u8]| self.secret.sign(at, body);
        let (body, seal, wanted) = match chance.between(0, 9) {
            0 => (text.clone(), other_secret.sign(now(), &text)?, 400),
            1 => (text.clone(), sealed(later(-303), &text)?, 400),
            2 => (text.clone(), sealed(later(303), &text)?, 400),
            3 => (other_body(&text), sealed(now(), &text)?, 400),
            4 => (text, format!("t={},v1=", now()), 400),
            5 => (b"{\"id\":\"\xff\xfe".to_vec(), sealed(now(), b"{\"id\":\"\xff\xfe")?, 400),
            6 if chance.percent(10) => {
                let huge = vec![b' '; 1024 * 1024];
                let seal = sealed(now(), &huge)?;
                (huge, seal, 413)
            }
            // Signed: whatever it says, it is no more than a hint, and everything is known by now.
            _ => {
                let seal = sealed(now(), &text)?;
                (text, seal, 200)
            }
        };
        Ok((webhook(TO, &[(HEADER, &seal)], &body), wanted))
    }
}

/// The same but for one letter.
fn other_body(body: &[u8]) -> Vec<u8> {
    let mut other = body.to_vec();
    if let Some(last) = other.iter_mut().rev().find(|byte| byte.is_ascii_alphanumeric()) {
        *last ^= 1;
    }
    other
}

async fn tell(to: SocketAddr, request: Vec<u8>) -> Step<Taken> {
    let since = Instant::now();
    let answer = Client::new(to).ask(&request).await.map_err(|error| Snag::Gone(error.to_string()))?;
    Ok(Taken { status: answer.status, millis: since.elapsed().as_secs_f64() * 1000.0 })
}
