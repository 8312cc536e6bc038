//! Cancelling an order: asked once more, with what becomes of the money, and done.

use db::Error;
use db::payments::Payment;
use domain::ids::OrderId;
use domain::money::Money;
use domain::orders::{CancelRefusal, Order, OrderNumber, may_cancel};
use domain::payments::{Flow, PaymentState};
use leptos::prelude::*;

use super::cancellation::AskToCancel;
use super::keys;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// Whether an order can be cancelled as it stands, at once.
pub fn cancellable(order: &Order) -> Result<(), CancelRefusal> {
    may_cancel(order.state, order.packing, &order.parcels(), &order.issued)
}

/// `/{lang}/orders/{number}/cancel`
#[component]
pub fn CancelPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let number = OrderNumber::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let key = request::query("key").unwrap_or_default();
        let asked = keys(&key);
        let db = request::db()?;
        let found = db.read(move |conn| {
            let id: OrderId = db::orders::id_for(conn, &number, &asked)?;
            let (asked, typed) = (db::orders::cancellations::of_order(conn, id)?, db::orders::cancellations::typed(conn, id)?);
            Ok((db::orders::by_id(conn, id)?, db::payments::standing(conn, id)?, asked.is_some(), typed))
        });
        let (order, payments, asked, typed) = found.await?;
        let words = Words::of(lang);
        Ok(match cancellable(&order) {
            Ok(()) => Some(view! { <Ask words order payments key /> }.into_any()),
            Err(CancelRefusal::Left) => Some(view! { <Not words why="left" order key /> }.into_any()),
            Err(CancelRefusal::CardsIssued) => Some(view! { <Not words why="cards" order key /> }.into_any()),
            Err(CancelRefusal::Packing) if !asked => Some(view! { <AskToCancel words order typed key /> }.into_any()),
            // Cancelled, or asked for: its page says so.
            Err(_) => {
                request::go(&routes::with_key(&routes::order(lang, &order.number), &key));
                None
            }
        })
    })
}

/// What becomes of goods and money, the button, and the way back.
#[component]
fn Ask(words: Words, order: Order, payments: Vec<Payment>, key: String) -> AnyView {
    let title = words.with("cancel-title", &[("number", order.number.as_str().into())]);
    let head = Head { title: title.clone(), ..Head::default() };
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{title}</h1>
                <p>{words.say("cancel-text")}</p>
                {money(words, &order, &payments).into_iter().map(|says| view! { <p>{says}</p> }).collect_view()}
                <form class="stack" method="post" action="/api/orders/cancel" data-once="">
                    <input type="hidden" name="lang" value=words.lang.code() />
                    <input type="hidden" name="number" value=order.number.as_str().to_owned() />
                    <input type="hidden" name="key" value=key.clone() />
                    <div><button class="button" type="submit">{words.say("cancel-button")}</button></div>
                    <p><a href=routes::with_key(&routes::order(words.lang, &order.number), &key)>{words.say("cancel-keep")}</a></p>
                </form>
            </div>
        </Document>
    }
    .into_any()
}

/// What becomes of the money, whatever came so far.
fn money(words: Words, order: &Order, payments: &[Payment]) -> Vec<String> {
    let by_cards = (!order.cards.is_empty()).then(|| words.say("cancel-money-cards"));
    payments.iter().filter_map(|payment| money_of(words, payment)).chain(by_cards).collect()
}

fn money_of(words: Words, payment: &Payment) -> Option<String> {
    let tally = payment.tally;
    let about = |key: &str, minor: i64| {
        let sum = words.money(Money::new(minor, tally.due.currency));
        words.with(key, &[("sum", sum.into()), ("name", words.way(payment.way).into())])
    };
    match (tally.state, payment.way.flow()) {
        (PaymentState::Promised, Flow::Door) => Some(words.say("cancel-money-door")),
        (PaymentState::Promised, _) => Some(about("cancel-money-promised", tally.wanted().minor)),
        _ if tally.kept > 0 => Some(about("cancel-money-taken", tally.kept)),
        (_, Flow::Nothing) => None,
        _ => Some(words.say("cancel-money-none")),
    }
}

/// Why it cannot be cancelled any more, and what can be done instead.
#[component]
fn Not(words: Words, why: &'static str, order: Order, key: String) -> AnyView {
    let title = words.say(&format!("cancel-{why}-title"));
    let head = Head { title: title.clone(), ..Head::default() };
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{title}</h1>
                <p>{words.say(&format!("cancel-{why}-text"))}</p>
                <p><a href=routes::help(words.lang, "returns")>{words.say("cancel-not-returns")}</a></p>
                <p><a href=routes::with_key(&routes::order(words.lang, &order.number), &key)>{words.say("cancel-not-follow")}</a></p>
            </div>
        </Document>
    }
    .into_any()
}

/// Cancels the order, and leads to its page; to the one that says why not, or asks, where its packer or its parcel was faster.
pub async fn cancel_order(lang: &str, number: &str, key: &str) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let (asked, keys) = (number.clone(), keys(key));
    let done = request::db()?.write(move |tx| db::orders::cancel(tx, db::orders::id_for(tx, &asked, &keys)?)).await;
    let to = match done {
        Ok(()) | Err(Error::Refused(CancelRefusal::Cancelled)) => routes::order(lang, &number),
        Err(Error::Refused(_)) => routes::cancel_order(lang, &number),
        Err(Error::Fault(fault)) => return Err(fault.into()),
    };
    request::go(&routes::with_key(&to, key));
    Ok(())
}
