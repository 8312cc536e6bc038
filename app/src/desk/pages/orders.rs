//! The orders at the desk: the list, and one with its money.

use db::desk::{OrderRow, PAGE, order, orders};
use db::payments::{Payment, of_order, refundable};
use domain::documents::{Document, DocumentKind, Line, Subject, left_of};
use domain::money::Money;
use domain::orders::OrderNumber;
use leptos::prelude::*;

use super::customs::{Customs, asked};
use super::field::Form;
use super::frame::{Frame, Told, desk};
use super::labels::Labels;
use super::money::told;
use super::packing::Packing;
use crate::failure::Failure;
use crate::i18n::Words;
use crate::orders::pages::{NoteLines, Paid, progress_of};
use crate::{request, routes};

/// `/desk/orders`
#[component]
pub fn OrdersPage() -> impl IntoView {
    desk(async move |words, staff| {
        let typed: String = request::query("q").unwrap_or_default().chars().take(80).collect();
        let page = request::query("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32).clamp(1, 1_000_000);
        let asked = typed.clone();
        let mut rows = request::db()?.read(move |conn| orders(conn, &asked, page)).await?;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let at =
            |page: u32| routes::with(&routes::desk_orders(), &[("q".into(), typed.clone()), ("page".into(), page.to_string())]);
        let (previous, next) = ((page > 1).then(|| at(page - 1)), more.then(|| at(page + 1)));
        Ok(view! {
            <Frame words title=words.say("desk-orders") staff>
                <h1>{words.say("desk-orders")}</h1>
                <form method="get" action=routes::desk_orders() class="desk-find" role="search">
                    <label><span class="unseen">{words.say("desk-find-order")}</span><input type="search" name="q" value=typed.clone() placeholder=words.say("desk-find-order") /></label>
                    <button class="button quiet" type="submit">{words.say("search-go")}</button>
                </form>
                <Rows words rows />
                <nav class="pages" aria-label=words.say("pages-label")>
                    {previous.map(|href| view! { <a class="button quiet" rel="prev" href=href>{words.say("pages-previous")}</a> })}
                    {next.map(|href| view! { <a class="button quiet" rel="next" href=href>{words.say("pages-more")}</a> })}
                </nav>
            </Frame>
        })
    })
}

#[component]
fn Rows(words: Words, rows: Vec<OrderRow>) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="calm">{words.say("desk-orders-none")}</p> }.into_any();
    }
    let row = |row: OrderRow| {
        let day = row.placed_at.day_at(request::shop_offset(row.placed_at));
        view! {
            <tr>
                <th scope="row"><a href=routes::desk_order(&row.number)><bdi>{row.number.as_str().to_owned()}</bdi></a></th>
                <td>{words.date(day)}</td>
                <td dir="auto">{row.name}</td>
                <td>{words.say(&format!("progress-{}-title", row.progress.code()))}</td>
                <td class="number">{words.money(row.total)}</td>
            </tr>
        }
    };
    view! {
        <div class="desk-wide" tabindex="0" role="region" aria-label=words.say("desk-orders")>
            <table class="desk-table">
                <thead><tr>
                    {["testpay-order", "desk-log-when", "desk-order-whose", "desk-order-state", "sum-total"]
                        .map(|key| view! { <th scope="col">{words.say(key)}</th> }).collect_view()}
                </tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// `/desk/orders/{number}`
#[component]
pub fn OrderPage() -> impl IntoView {
    desk(async move |words, staff| {
        let number = OrderNumber::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let db = request::db()?;
        let found = db.read(move |conn| {
            let id = order(conn, &number)?;
            let payment = of_order(conn, id)?;
            let left = refundable(conn, &payment)?;
            let waits = db::orders::changeable(conn, id)?.ok().flatten();
            let waits = (waits, db::orders::items::waiting(conn, id)?.map(|waiting| waiting.until));
            let (documents, fetched) = (db::documents::of_order(conn, id)?, db::tracking::collections(conn, id)?);
            let kept = db::payments::standing(conn, id)?;
            Ok((db::orders::by_id(conn, id)?, (payment, kept), left, documents, waits, fetched))
        });
        let (order, (payment, kept), left, documents, waits, fetched) = found.await?;
        let (labels, missing) = (Labels::of(&order).await?, asked(&order).await?);
        let form = (left.minor > 0).then(|| view! { <RefundForm words payment=payment.clone() left documents /> });
        let title = words.with("order-title", &[("number", order.number.as_str().into())]);
        let state = words.say(&format!("progress-{}-title", progress_of(&order).code()));
        let refused = request::query("refused").and_then(|code| refusal(words, &code, left));
        let (note, says) = (order.note.clone(), told(words, &order, &kept));
        Ok(view! {
            <Frame words title=title.clone() staff>
                <Told words />
                {refused.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
                <h1>{title}</h1>
                <p>{state}</p>
                <p><bdi>{order.email.as_str().to_owned()}</bdi></p>
                {note.map(|note| view! { <section class="notice"><h2>{words.say("desk-gift-note")}</h2><NoteLines note /></section> })}
                {says}
                <Customs words order=order.clone() missing />
                <Packing words order waits fetched labels />
                <Paid words payments=kept />
                {form}
            </Frame>
        })
    })
}

/// Why nothing was refunded.
fn refusal(words: Words, code: &str, left: Money) -> Option<String> {
    let known = ["nothing", "too-much", "too-many", "not-taken", "card-spent"].contains(&code);
    known.then(|| words.with(&format!("refund-{code}"), &[("left", words.money(left).into())]))
}

/// What goes back: how many of each line of the invoice, its delivery, a sum beside them, and why.
#[component]
fn RefundForm(words: Words, payment: Payment, left: Money, documents: Vec<Document>) -> AnyView {
    // What a change has added to an order is on an invoice of its own: the lines of all of them, one after the other.
    let lines: Vec<(Line, u32)> = documents.iter().flat_map(|invoice| left_on(invoice, &documents)).collect();
    let number = payment.number.as_str().to_owned();
    let form = Form { words, prefix: "refund", flaws: Vec::new() };
    let sent: i64 =
        lines.iter().filter(|(line, left)| *left > 0 && is_delivery(line)).map(|(line, _)| line.sum.gross.minor).sum();
    let goods = lines.iter().enumerate().filter(|(_, (line, _))| !is_delivery(line)).map(|(at, (line, left))| {
        let (id, name) = (format!("lines-{at}"), format!("refund[lines][{at}]"));
        view! {
            <div class="field">
                <label for=id.clone() dir="auto">{format!("{} × {} ({})", named(line), line.quantity, words.money(line.sum.gross))}</label>
                <input id=id name=name type="number" min="0" max=*left value="0" inputmode="numeric" />
            </div>
        }
    });
    let delivery = (sent > 0).then(|| {
        let sum = words.money(Money::new(sent, payment.due().currency));
        form.tick("delivery", format!("{} ({sum})", words.say("sum-delivery")), false)
    });
    let says = words.with("refund-left", &[("left", words.money(left).into()), ("name", words.way(payment.way).into())]);
    view! {
        <section aria-labelledby="refund">
            <h2 id="refund">{words.say("refund-heading")}</h2>
            <p class="calm">{says}</p>
            <form method="post" action="/api/desk/refund" class="stack desk-form" data-once="">
                <input type="hidden" name="number" value=number />
                // What the form was made of: pressed twice it refunds once.
                {form.hidden("left", &left.minor.to_string())}
                {goods.collect_view()}
                {delivery}
                {form.text("more", "refund-more", "")}
                {form.tick("onto_card", words.say("refund-onto-card"), false)}
                {form.text("reason", "refund-reason", "")}
                <button class="button" type="submit">{words.say("refund-button")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// The lines of an invoice, each with how many of it were not credited; none of another document.
fn left_on(invoice: &Document, all: &[Document]) -> Vec<(Line, u32)> {
    if invoice.number.kind != DocumentKind::Invoice {
        return Vec::new();
    }
    let refers = |one: &&Document| one.refers_to.as_ref().is_some_and(|to| to.number == invoice.number);
    let notes: Vec<Document> =
        all.iter().filter(|one| one.number.kind == DocumentKind::CreditNote).filter(refers).cloned().collect();
    invoice.lines.iter().enumerate().map(|(at, line)| (line.clone(), left_of(line, at, &notes))).collect()
}

fn is_delivery(line: &Line) -> bool {
    matches!(line.subject, Subject::Delivery(_))
}

/// What a thing is called; nothing for what is none.
fn named(line: &Line) -> &str {
    match &line.subject {
        Subject::Goods { name, .. } => name,
        Subject::Delivery(_) | Subject::Rest => "",
    }
}
