//! T7: every form sent as no browser would: what is charged stays what is ordered, and what is others' stays theirs.

use std::net::SocketAddr;

use tokio::task::JoinSet;

use super::Verdict;
use super::forms::{Known, mutated};
use crate::books::{Books, ORDERS};
use crate::chance::Chance;
use crate::goods::{plenty, plenty_of};
use crate::page::{between, field};
use crate::premises::{Premises, Program};
use crate::shopper::{PAYS, Review, Shopper, Snag, Step};
use crate::trouble::Outcome;

/// Who tampers at the same moment.
const AT_ONCE: usize = 8;
/// Tampered forms between one order and the next.
const BETWEEN: u32 = 25;

/// Things that were sold for another price than theirs, in the shop's own currency.
const NOT_AT_ITS_PRICE: &str =
    "SELECT 'order ' || o.number || ' charges ' || l.unit_minor || ' for what costs ' || v.price_minor AS row
    FROM order_lines l JOIN orders o ON o.id = l.order_id JOIN variants v ON v.id = l.variant_id
    WHERE o.currency = 'EUR' AND l.unit_minor <> v.price_minor";
/// Orders that charge something else than what they hold.
const NOT_AS_ORDERED: &str = "SELECT 'order ' || o.number || ' charges ' || o.total_minor || ' for ' || q.sum AS row FROM orders o
    JOIN (SELECT order_id, sum(unit_minor * quantity - off_minor) AS sum FROM order_lines GROUP BY order_id) q ON q.order_id = o.id
    WHERE o.total_minor <> q.sum + o.delivery_minor - o.delivery_off_minor";
/// Payments of another sum than their order's.
const OTHER_SUM: &str =
    "SELECT 'payment ' || p.id || ' is of ' || p.minor AS row FROM payments p JOIN orders o ON o.id = p.order_id
    WHERE p.minor <> o.total_minor OR p.currency <> o.currency";
/// What each order costs, by the shop and by the provider.
const COSTS: &str = "SELECT number || ' ' || total_minor || ' ' || currency FROM orders ORDER BY number";
const ASKED: &str = "SELECT DISTINCT order_number || ' ' || minor || ' ' || currency FROM sessions ORDER BY order_number";
/// What nobody may change who only shops.
const OTHERS: [&str; 9] = [
    "SELECT id, slug, name, shown FROM products ORDER BY id",
    "SELECT id, sku, price_minor, was_minor, selling, on_hand FROM variants ORDER BY id",
    "SELECT * FROM categories ORDER BY id",
    "SELECT * FROM offers ORDER BY id",
    "SELECT * FROM desk_log ORDER BY id",
    "SELECT * FROM refunds ORDER BY id",
    "SELECT * FROM cart_lines WHERE cart_id = 1 ORDER BY id",
    "SELECT * FROM drafts WHERE cart_id = 1",
    "SELECT * FROM cart_codes WHERE cart_id = 1",
];

/// What came of tampering.
#[derive(Default)]
struct Done {
    sent: u32,
    refused: u32,
    ordered: u32,
}

/// Sends so many tampered forms.
pub async fn run(program: &Program, forms: u32, chance: &mut Chance) -> Outcome<Verdict> {
    let premises = Premises::with_goods(program, &plenty(10)).await?;
    let shop = premises.open().await?;
    let known = victim(premises.addr).await.map_err(|snag| format!("nobody could buy: {snag:?}"))?;
    let before = others(&premises)?;
    let mut verdict = Verdict::default();
    let mut all = Done::default();
    let (mut going, mut begun) = (JoinSet::new(), 0);
    while begun < forms || !going.is_empty() {
        while begun < forms && going.len() < AT_ONCE {
            going.spawn(one_thief(premises.addr, begun, known.clone(), chance.fork()));
            begun += BETWEEN;
        }
        match going.join_next().await.transpose()? {
            Some(Ok(done)) => {
                all =
                    Done { sent: all.sent + done.sent, refused: all.refused + done.refused, ordered: all.ordered + done.ordered }
            }
            Some(Err(snag)) => verdict.snag("a tampered form", &snag),
            None => {}
        }
    }
    let after = others(&premises)?;
    shop.close().await?;
    for (was, now) in before.iter().zip(&after).filter(|(was, now)| was != now) {
        verdict.wrong.push(format!("what is others' was changed from {was} to {now}"));
    }
    let books = Books::open(&premises.file("shop.sqlite"))?;
    for question in [NOT_AT_ITS_PRICE, NOT_AS_ORDERED, OTHER_SUM] {
        verdict.wrong.extend(books.texts(question)?);
    }
    let (here, there) = (books.texts(COSTS)?, Books::open(&premises.file("testpay.sqlite"))?.texts(ASKED)?);
    verdict.must(there.iter().all(|asked| here.contains(asked)), || "the provider asks for another sum".to_owned());
    let orders = books.count(ORDERS)?;
    drop(books);
    verdict.must(all.ordered > 0, || "nothing was ordered: the run proves nothing".to_owned());
    verdict.audit(&premises).await?;
    verdict.figures = format!(
        "{} tampered forms, {} of them refused, and {orders} orders between them, each charged as ordered; no fault, nothing of others'",
        all.sent, all.refused
    );
    Ok(verdict)
}

/// Somebody with a cart and, from another one, an order that is paid: what a thief would like to reach.
async fn victim(addr: SocketAddr) -> Step<Known> {
    let mut buyer = Shopper::new(addr);
    buyer.fill_cart(&plenty_of(2)).await?;
    let mut other = Shopper::new(addr);
    let paid = other.buy(&plenty_of(3), "Ada Lovelace", PAYS).await?;
    buyer.reach_review("Grace Hopper").await?;
    let page = buyer.page("/en/cart").await?;
    let line = field(&page, "line").ok_or_else(|| Snag::Strange("a cart without a line".to_owned()))?;
    let number = between(&paid, "/en/orders/", "?").ok_or_else(|| Snag::Strange(format!("{paid} names no order")))?;
    Ok(Known { line, number, own_line: String::new(), variant: String::new() })
}

fn others(premises: &Premises) -> Outcome<Vec<String>> {
    let books = Books::open(&premises.file("shop.sqlite"))?;
    let mut all = OTHERS.iter().map(|question| books.dump(question, &[])).collect::<Outcome<Vec<_>>>()?;
    all.push(super::stays::rows(&books, "id = 1")?);
    Ok(all)
}

/// Fills a cart, sends tampered forms, and buys; the order is charged as the last page said.
async fn one_thief(addr: SocketAddr, number: u32, known: Known, mut chance: Chance) -> Step<Done> {
    let mut done = Done::default();
    let mut thief = Shopper::new(addr);
    thief.fill_cart(&plenty_of(number % 9 + 2)).await?;
    let page = thief.page("/en/cart").await?;
    let own_line = field(&page, "line").unwrap_or_default();
    let product = thief.page(&format!("/en/products/{}", plenty_of(number % 9 + 2))).await?;
    let known = Known { own_line, variant: field(&product, "variant").unwrap_or_default(), ..known };
    for _ in 0..BETWEEN {
        let form = mutated(&known, &mut chance);
        let answer = match form.get {
            true => thief.open(&form.path).await?,
            false => thief.send_body(&form.path, form.kind, &form.body).await?,
        };
        done.sent += 1;
        done.refused += u32::from(answer.status >= 400);
    }
    // The language and the currency may be others by now; a new browser is asked in this shop's own.
    let mut buyer = Shopper::new(addr).hurried();
    buyer.fill_cart(&plenty_of(number % 9 + 2)).await?;
    let review = buyer.reach_review(&format!("Thief {number}")).await?;
    let less = Review { total: chance.between(0, 2_000).to_string(), ..review.clone() };
    let led = match buyer.place(&less).await {
        Ok(led) => {
            return Err(Snag::Strange(format!("an order for {} instead of {} was taken: {led}", less.total, review.total)));
        }
        Err(Snag::Refused(_)) => buyer.place(&review).await?,
        Err(other) => return Err(other),
    };
    if !buyer.order_page(&led).await?.contains(&review.shown) {
        return Err(Snag::Strange(format!("{led} does not say {}", review.shown)));
    }
    // What the thief has tampered with may be bought too, at whatever it says.
    if let Ok(review) = thief.reach_review(&format!("Tamperer {number}")).await {
        done.ordered += u32::from(thief.place(&review).await.is_ok());
    }
    done.ordered += 1;
    Ok(done)
}
