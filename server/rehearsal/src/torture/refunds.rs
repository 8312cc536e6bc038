//! T6: the same order refunded at many desks at once, by forms that are sent twice, while the provider tells of its own refunds.

use std::time::Duration;

use tokio::task::JoinSet;

use super::Verdict;
use crate::books::{Books, none_left};
use crate::chance::Chance;
use crate::client::Client;
use crate::counter;
use crate::goods::{plenty, plenty_of};
use crate::page::between;
use crate::premises::{Premises, Program};
use crate::sealed::{Secret, now, webhook};
use crate::shopper::{Shopper, Snag, Step};
use crate::trouble::Outcome;

/// Desks that refund one order at the same moment.
const DESKS: u32 = 20;
/// Forms of each.
const FORMS: u32 = 2;
/// What no form may refund.
const ODD: [&str; 8] = ["0", "-1", "NaN", "1e3", "99999999999999999999", "9223372036854775807", "all", "0,001"];
/// How long the money may be on its way.
const PATIENCE: Duration = Duration::from_secs(20);

/// What stands of a payment in the shop's books that does not fit together.
const NOT_AS_REFUNDED: &str =
    "SELECT 'payment ' || p.id || ' of ' || p.minor || ' keeps ' || p.kept || ', gave back ' || p.returned
        || ', refunded ' || coalesce(r.minor, 0) AS row
    FROM payments p LEFT JOIN (SELECT payment_id, sum(minor) AS minor FROM refunds GROUP BY payment_id) r ON r.payment_id = p.id
    WHERE p.taken <> p.minor OR p.returned <> coalesce(r.minor, 0) OR p.kept + p.returned <> p.minor OR p.returned > p.minor
    ORDER BY p.id";
/// What each payment gave back, by its order.
const GIVEN_BACK: &str =
    "SELECT o.number || ' ' || p.returned FROM payments p JOIN orders o ON o.id = p.order_id ORDER BY o.number";
/// The same by the provider's own books, counted movement by movement.
const SENT_BACK: &str = "SELECT s.order_number || ' ' || coalesce((SELECT -sum(m.minor) FROM movements m
        WHERE m.session_id = s.id AND m.kind = 'refund'), 0) FROM sessions s WHERE s.state = 'paid' ORDER BY s.order_number";
/// Money that is still to be sent.
const ON_ITS_WAY: &str = "SELECT count(*) FROM outbox WHERE kind = 'refund' AND state = 'waiting'";

/// What came of the forms of one desk.
#[derive(Default)]
struct Tries {
    sent: u32,
    saved: u32,
    /// Forms that were refunded more than once.
    twice: u32,
}

/// Refunds so many orders, one after the other, each at all desks.
pub async fn run(program: &Program, orders: u32, chance: &mut Chance) -> Outcome<Verdict> {
    let premises = Premises::with_goods(program, &plenty(10)).await?;
    counter::employ(&premises).await?;
    let shop = premises.open().await?;
    let secret = Secret::of("testpay", &premises.file("secrets.toml"))?;
    let ada = counter::sit_down(&premises).await.map_err(|snag| format!("nobody sits at the desk: {snag:?}"))?;
    let mut verdict = Verdict::default();
    let mut all = Tries::default();
    for number in 0..orders {
        let order = paid(&premises, number).await.map_err(|snag| format!("nothing was paid: {snag:?}"))?;
        let mut desks = JoinSet::new();
        for _ in 0..DESKS {
            desks.spawn(one_desk(ada.twin(), order.clone(), secret.clone(), chance.fork()));
        }
        while let Some(ended) = desks.join_next().await {
            match ended? {
                Ok(tries) => {
                    all = Tries { sent: all.sent + tries.sent, saved: all.saved + tries.saved, twice: all.twice + tries.twice };
                }
                Err(snag) => verdict.snag("a desk", &snag),
            }
        }
    }
    let waiting = none_left(&premises.file("shop.sqlite"), ON_ITS_WAY, PATIENCE).await?;
    shop.close().await?;
    verdict.must(waiting == 0, || format!("{waiting} refunds are still on their way"));
    verdict.must(all.twice == 0, || format!("{} forms were refunded twice", all.twice));
    let books = Books::open(&premises.file("shop.sqlite"))?;
    let rows = books.count("SELECT count(*) FROM refunds")?;
    verdict.must(rows == i64::from(all.saved), || format!("{} refunds were confirmed, {rows} are written down", all.saved));
    verdict.must(rows > i64::from(orders), || "hardly anything was refunded: the run proves nothing".to_owned());
    verdict.wrong.extend(books.texts(NOT_AS_REFUNDED)?);
    let there = Books::open(&premises.file("testpay.sqlite"))?.texts(SENT_BACK)?;
    let here = books.texts(GIVEN_BACK)?;
    verdict.must(here == there, || format!("the shop says {here:?}, the provider {there:?}"));
    let sum = books.count("SELECT coalesce(sum(minor), 0) FROM refunds")?;
    let taken = books.count("SELECT sum(taken) FROM payments")?;
    drop(books);
    verdict.audit(&premises).await?;
    verdict.figures = format!(
        "{orders} orders at {DESKS} desks each, {} forms sent, {rows} refunds, {:.2} of {:.2} sent back",
        all.sent,
        sum as f64 / 100.0,
        taken as f64 / 100.0
    );
    Ok(verdict)
}

/// An order whose money is taken: its number.
async fn paid(premises: &Premises, number: u32) -> Step<String> {
    let mut shopper = Shopper::new(premises.addr).hurried().by("pay_by_bank");
    for _ in 0..3 {
        shopper.fill_cart(&plenty_of(number % 10 + 1)).await?;
    }
    let review = shopper.reach_review(&format!("Payer {number}")).await?;
    let page = shopper.place(&review).await?;
    let back = shopper.agree(&page).await?;
    shopper.page(&back).await?;
    between(&back, "/en/orders/", "?").ok_or_else(|| Snag::Strange(format!("{back} names no order")))
}

/// Sends forms, each once, twice or three times at the same moment; the provider tells meanwhile.
async fn one_desk(mut ada: Shopper, number: String, secret: Secret, mut chance: Chance) -> Step<Tries> {
    let mut tries = Tries::default();
    for _ in 0..FORMS {
        let Some(left) = counter::left(&mut ada, &number).await? else { break };
        let odd = chance.percent(20);
        let sum = format!("{}.{:02}", chance.between(0, 12), chance.between(1, 99));
        let more = if odd { ODD[chance.between(0, ODD.len() as u64 - 1) as usize].to_owned() } else { sum };
        let mut fields = vec![("number", number.clone()), ("refund[left]", left), ("refund[reason]", "a rehearsal".to_owned())];
        match chance.between(0, 9) {
            0 => fields.push(("refund[lines][0]", "1".to_owned())),
            1 => fields.push(("refund[delivery]", "1".to_owned())),
            _ => fields.push(("refund[more]", more)),
        }
        let times = chance.between(1, 3);
        let mut presses = JoinSet::new();
        for _ in 0..times {
            presses.spawn(press(ada.twin(), fields.clone()));
        }
        tell(ada.addr(), &number, &secret, &mut chance).await?;
        let mut saved = 0;
        while let Some(ended) = presses.join_next().await {
            saved += u32::from(ended.map_err(|error| Snag::Strange(error.to_string()))??);
        }
        let refused = odd && fields.iter().any(|(name, _)| *name == "refund[more]");
        if refused && saved > 0 {
            return Err(Snag::Strange(format!("{fields:?} was refunded")));
        }
        tries.sent += times as u32;
        tries.saved += saved;
        tries.twice += u32::from(saved > 1);
    }
    Ok(tries)
}

/// Whether a form was refunded.
async fn press(mut ada: Shopper, fields: Vec<(&'static str, String)>) -> Step<bool> {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let answer = ada.send("/api/desk/refund", &fields).await?;
    Ok(ada.led(&answer, "/api/desk/refund")?.ends_with("?saved="))
}

/// The provider tells that so much was given back; it may be true or not, or not yet.
async fn tell(to: std::net::SocketAddr, number: &str, secret: &Secret, chance: &mut Chance) -> Step<()> {
    // The only payment of an order has a number of its own, which is tried out: a webhook is a hint, and may be about any.
    let key = format!("{number}-{}", chance.between(1, 20));
    let body = format!(
        r#"{{"id":"evt_{}","type":"payment.refunded","created":{},"data":{{"session":"x","merchant_key":"{key}","amount":{},"currency":"EUR"}}}}"#,
        chance.next(),
        now(),
        chance.between(0, 20_000)
    );
    let strange = |why: String| Snag::Strange(format!("a webhook: {why}"));
    let seal = secret.sign(now(), body.as_bytes()).map_err(|error| strange(error.to_string()))?;
    let request = webhook("/webhooks/payments/testpay", &[("testpay-signature", &seal)], body.as_bytes());
    match Client::new(to).ask(&request).await {
        Ok(answer) if answer.status < 500 => Ok(()),
        Ok(answer) => Err(Snag::Broke(answer.status, "a webhook".to_owned())),
        Err(error) => Err(strange(error.to_string())),
    }
}
