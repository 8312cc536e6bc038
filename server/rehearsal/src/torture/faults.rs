//! T10: a provider that charges and hangs up, charges and says that it broke, stalls, declines, or is not there at all.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;

use super::Verdict;
use crate::books::{Books, none_left};
use crate::chance::Chance;
use crate::client::Client;
use crate::fakepay::{FakePay, KEY, Mood, SECRET};
use crate::goods::{plenty, plenty_of};
use crate::page::between;
use crate::premises::{Premises, Program, Shop};
use crate::sealed::{Secret, now, webhook};
use crate::shopper::{Review, Shopper, Snag, Step};
use crate::trouble::Outcome;

const AT_ONCE: usize = 8;
/// The provider's pages.
const PAGE: &str = "https://pay.example";
/// How often a shopper tries to get to the provider's page.
const TRIES: u32 = 6;
/// Who shops while the provider is not there.
const MEANWHILE: u32 = 8;
const NOT_TAKEN: &str = "SELECT count(*) FROM payments WHERE state = 'promised'";
/// Work whose time was let pass, and that was not tried since.
const HURRIED: &str = "SELECT count(*) FROM outbox WHERE state = 'waiting' AND run_at <= 0";
const ORDERS: &str = "SELECT number || ' ' || state FROM orders ORDER BY id";

/// Lets so many shoppers pay by way of a moody provider; what is promised must be taken within `patience` in the end.
pub async fn run(program: &Program, checkouts: u32, patience: Duration, chance: &mut Chance) -> Outcome<Verdict> {
    let pay = Arc::new(FakePay::open(chance.fork()).await?);
    let premises = Premises::with_goods(&taking_money(program, &pay.url), &plenty(10)).await?;
    let mut shop = premises.open().await?;
    let mut verdict = Verdict::default();
    pay.be(Mood::Moody);
    let (mut going, mut next, mut known) = (JoinSet::new(), 0, 0_u32);
    while next < checkouts || !going.is_empty() {
        while next < checkouts && going.len() < AT_ONCE {
            going.spawn(one_checkout(premises.addr, Arc::clone(&pay), next, chance.fork()));
            next += 1;
        }
        match going.join_next().await.transpose()? {
            Some(Ok(paid)) => known += u32::from(paid),
            Some(Err(snag)) => verdict.snag("a shopper", &snag),
            None => {}
        }
    }
    pay.be(Mood::Down);
    let unlucky = without_provider(premises.addr, &mut verdict).await?;
    // Two looks of the reconciler: at the first there is still nobody to ask.
    for mood in [Mood::Down, Mood::Well] {
        shop.close().await?;
        pay.be(mood);
        let books = Books::open(&premises.file("shop.sqlite"))?;
        for job in ["ask_payment", "let_go", "refund", "take_payment"] {
            books.hurry(job)?;
        }
        drop(books);
        shop = premises.open().await?;
        none_left(&premises.file("shop.sqlite"), HURRIED, patience).await?;
    }
    for (shopper, led) in unlucky {
        match to_page(&mut shopper.twin(), led, &mut Chance::new(0)).await {
            Ok(Some(page)) => {
                verdict.must(pay.pay(&page, false).is_some(), || "an order could not be paid afterwards".to_owned())
            }
            Ok(None) => verdict.wrong.push("an order cannot be paid although the provider is back".to_owned()),
            Err(snag) => verdict.snag("a shopper who comes back", &snag),
        }
    }
    settle_all(&premises, shop, (&pay, patience), &mut verdict).await?;
    verdict.audit(&premises).await?;
    let (calls, mishaps) = pay.calls();
    let taken: i64 = pay.paid().iter().map(|paid| paid.taken).sum();
    verdict.figures = format!(
        "{checkouts} checkouts, {known} of them paid, {MEANWHILE} more while it was down; {calls} calls, {mishaps} went wrong; {:.2} \
         taken, once of each",
        taken as f64 / 100.0
    );
    Ok(verdict)
}

/// The shop takes its money by way of a provider at this address.
fn taking_money(program: &Program, url: &str) -> Program {
    let mut program = program.clone();
    let settings = [
        ("CARTWRIGHT_STRIPE_KEY", KEY),
        ("CARTWRIGHT_STRIPE_WEBHOOK_SECRET", SECRET),
        ("CARTWRIGHT_STRIPE_API", url),
        ("CARTWRIGHT_STRIPE_WAYS", "card"),
        ("CARTWRIGHT_PAYMENT_ORIGIN", PAGE),
        ("CARTWRIGHT_CARRIER_SPEED", "50000"),
        ("CARTWRIGHT_CARRIER_STORY", "plain"),
    ];
    program.settings.extend(settings.map(|(name, value)| (name, value.to_owned())));
    program
}

/// Looks once more at everything, lets the parcels leave, and holds both books against each other.
async fn settle_all(
    premises: &Premises,
    shop: Shop,
    (pay, patience): (&FakePay, Duration),
    verdict: &mut Verdict,
) -> Outcome<()> {
    shop.close().await?;
    let path = premises.file("shop.sqlite");
    Books::open(&path)?.hurry("ask_payment")?;
    let shop = premises.open().await?;
    none_left(&path, HURRIED, patience).await?;
    let left = none_left(&path, NOT_TAKEN, patience).await?;
    shop.close().await?;
    verdict.must(left == 0, || format!("{left} payments are promised and not taken"));
    let mut by_order: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for paid in pay.paid() {
        let order = paid.key.rsplit_once('-').map_or(paid.key.clone(), |(order, _)| order.to_owned());
        let (promised, captured) = by_order.entry(order).or_default();
        *promised += u32::from(matches!(paid.status, "requires_capture" | "succeeded"));
        *captured += paid.captures;
        verdict.must(paid.taken <= paid.amount, || format!("{} was charged {}, not {}", paid.key, paid.taken, paid.amount));
    }
    for line in Books::open(&path)?.texts(ORDERS)? {
        let (number, state) = line.split_once(' ').unwrap_or_default();
        let (promised, captured) = by_order.get(number).copied().unwrap_or_default();
        verdict.must(captured <= 1 && promised <= 1, || format!("order {number} was charged {captured} times"));
        let known = (state == "paid") == (promised == 1) && captured == promised;
        verdict.must(known, || format!("order {number} is {state} and not known: {promised} payments, {captured} captures"));
    }
    Ok(())
}

/// Buys, pays where the page is reached, and lets the shop hear of it or not; whether it is paid.
async fn one_checkout(addr: SocketAddr, pay: Arc<FakePay>, number: u32, mut chance: Chance) -> Step<bool> {
    let mut shopper = Shopper::new(addr).hurried();
    shopper.fill_cart(&plenty_of(number % 10 + 1)).await?;
    let review = shopper.reach_review(&format!("Payer {number}")).await?;
    let mut led = place(&mut shopper, &review).await?;
    for _ in 0..TRIES {
        let Some(page) = to_page(&mut shopper, led, &mut chance).await? else { return Ok(false) };
        let declined = chance.percent(15);
        let Some((done, event)) = pay.pay(&page, declined) else { return Ok(false) };
        led = done.strip_prefix(&format!("http://{addr}")).unwrap_or(&done).to_owned();
        if !declined {
            for _ in 0..chance.between(0, 2) {
                tell(addr, &event).await?;
            }
            if chance.percent(50) {
                shopper.page(&led).await?;
            }
            return Ok(true);
        }
    }
    Ok(false)
}

/// Places an order: where that led to.
async fn place(shopper: &mut Shopper, review: &Review) -> Step<String> {
    let answer = shopper.send("/api/checkout/place", &[("lang", "en"), ("total", &review.total)]).await?;
    let led = shopper.led(&answer, "/api/checkout/place")?;
    if led.starts_with(PAGE) || led.starts_with("/en/orders/") { Ok(led) } else { Err(Snag::Refused(led)) }
}

/// The provider's page, reached from there or from the order's page, should it be tried some times; none when it is not.
async fn to_page(shopper: &mut Shopper, mut led: String, chance: &mut Chance) -> Step<Option<String>> {
    for _ in 0..TRIES {
        if led.starts_with(PAGE) {
            return Ok(Some(led));
        }
        let strange = || Snag::Strange(format!("{led} is no order's page"));
        let number = between(&led, "/en/orders/", "?").ok_or_else(strange)?;
        let key = led.split("key=").nth(1).and_then(|rest| rest.split('&').next()).ok_or_else(strange)?.to_owned();
        tokio::time::sleep(chance.millis(1, 20)).await;
        let fields = [("lang", "en"), ("number", number.as_str()), ("key", key.as_str())];
        let answer = shopper.send("/api/orders/pay", &fields).await?;
        led = shopper.led(&answer, "/api/orders/pay")?;
    }
    Ok(led.starts_with(PAGE).then_some(led))
}

/// While nobody can be paid the shop is open all the same: pages are there, carts are filled, orders wait.
async fn without_provider(addr: SocketAddr, verdict: &mut Verdict) -> Outcome<Vec<(Shopper, String)>> {
    let mut waiting = Vec::new();
    for number in 0..MEANWHILE {
        let mut shopper = Shopper::new(addr);
        let shopped = async {
            shopper.fill_cart(&plenty_of(number % 10 + 1)).await?;
            let review = shopper.reach_review(&format!("Unlucky {number}")).await?;
            let led = place(&mut shopper, &review).await?;
            shopper.page(&led).await?;
            Step::Ok(led)
        };
        match shopped.await {
            Ok(led) if led.ends_with("&later") => waiting.push((shopper, led)),
            Ok(led) => verdict.wrong.push(format!("without a provider an order led to {led}")),
            Err(snag) => verdict.snag("a shopper without a provider", &snag),
        }
    }
    Ok(waiting)
}

async fn tell(to: SocketAddr, event: &str) -> Step<()> {
    let seal = Secret::of_text(SECRET).sign(now(), event.as_bytes()).map_err(|error| Snag::Strange(error.to_string()))?;
    // Whether it is taken now is the provider's to say, whom the shop asks first: what is not is told again, or found.
    let request = webhook("/webhooks/payments/stripe", &[("stripe-signature", &seal)], event.as_bytes());
    match Client::new(to).ask(&request).await {
        Ok(answer) if matches!(answer.status, 200 | 503) => Ok(()),
        Ok(answer) => Err(Snag::Broke(answer.status, "a webhook".to_owned())),
        Err(error) => Err(Snag::Gone(error.to_string())),
    }
}
