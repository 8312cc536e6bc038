//! The orders at the desk: the list, and one with its parcels; its money goes back in `refunding.rs`.

use db::desk::{OrderRow, PAGE, order, orders};
use db::payments::{of_order, refundable};
use domain::orders::{CancellationRow, OrderNumber};
use leptos::prelude::*;

use super::cancellations::{Asked, NotAnswered, typed_at};
use super::customs::{self, Customs};
use super::frame::{Frame, Told, desk};
use super::labels::Labels;
use super::money::told;
use super::packing::Packing;
use super::refunding::{RefundForm, refusal};
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
        let (db, who) = (request::db()?, staff.clone());
        let found = db.read(move |conn| {
            let id = order(conn, &number)?;
            let asked = match db::orders::cancellations::of_order(conn, id)? {
                Some(asked) => Some((asked, typed_at(conn, &who, &number)?.unwrap_or_default())),
                None => None,
            };
            let payment = of_order(conn, id)?;
            let left = refundable(conn, &payment)?;
            let waits = db::orders::changeable(conn, id)?.ok().flatten();
            let waits = (waits, db::orders::items::waiting(conn, id)?.map(|waiting| waiting.until));
            let (documents, fetched) = (db::documents::of_order(conn, id)?, db::tracking::collections(conn, id)?);
            let kept = db::payments::standing(conn, id)?;
            Ok((db::orders::by_id(conn, id)?, (payment, kept), left, documents, waits, fetched, asked))
        });
        let (order, (payment, kept), left, documents, waits, fetched, asked) = found.await?;
        let (labels, missing) = (Labels::of(&order).await?, customs::asked(&order).await?);
        let form = (left.minor > 0).then(|| view! { <RefundForm words payment=payment.clone() left documents /> });
        let title = words.with("order-title", &[("number", order.number.as_str().into())]);
        let state = words.say(&format!("progress-{}-title", progress_of(&order).code()));
        let refused = request::query("refused").and_then(|code| refusal(words, &code, left));
        let (note, says) = (order.note.clone(), told(words, &order, &kept));
        let asked = asked.map(|(cancellation, text)| (CancellationRow { order: order.number.clone(), cancellation }, text));
        Ok(view! {
            <Frame words title=title.clone() staff>
                <Told words says="desk-done" />
                <NotAnswered words />
                {refused.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
                <h1>{title}</h1>
                <p>{state}</p>
                {asked.map(|(row, text)| view! { <Asked words row text list=false /> })}
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
