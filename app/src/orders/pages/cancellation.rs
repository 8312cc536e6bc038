//! Asking to cancel an order that is being packed: the form, and what became of it on the order's page.

use db::Error;
use domain::orders::{CancelRefusal, Cancellation, CancellationState, MOST_WHY, Order, OrderNumber, why_typed};
use domain::time::Timestamp;
use leptos::prelude::*;

use super::cancel::cancellable;
use super::keys;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head};
use crate::ui::{Errors, lines_of};
use crate::{request, routes};

/// Why, if that is said; what happens next; the button, and the way back. `typed`: what could not be taken.
#[component]
pub fn AskToCancel(words: Words, order: Order, typed: Option<String>, key: String) -> AnyView {
    let long = request::query("errors").map(|_| words.with("cancellation-long", &[("most", MOST_WHY.into())]));
    let text = typed.filter(|_| long.is_some()).unwrap_or_default();
    let lines: Vec<_> = long.iter().map(|says| ("said", says.clone())).collect();
    let described = if long.is_some() { "said-error said-hint" } else { "said-hint" };
    let title = words.with("cancellation-title", &[("number", order.number.as_str().into())]);
    let head = Head { title: title.clone(), ..Head::default() };
    let back = routes::with_key(&routes::order(words.lang, &order.number), &key);
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <Errors words lines />
                <h1>{title}</h1>
                <p>{words.say("cancellation-text")}</p>
                <p>{words.say("cancellation-next")}</p>
                <form class="stack" method="post" action="/api/orders/ask-cancel" novalidate data-once="">
                    <input type="hidden" name="lang" value=words.lang.code() />
                    <input type="hidden" name="number" value=order.number.as_str().to_owned() />
                    <input type="hidden" name="key" value=key />
                    <div class="field" class:wrong=long.is_some()>
                        <label for="said">{words.say("cancellation-why")}</label>
                        <p class="hint" id="said-hint">{words.with("cancellation-why-hint", &[("most", MOST_WHY.into())])}</p>
                        {long.clone().map(|says| view! { <p class="error" id="said-error">{says}</p> })}
                        <textarea id="said" name="said" rows="3" dir="auto" autocomplete="off" aria-describedby=described aria-invalid=long.is_some().then_some("true") inner_html=lines_of(&text)></textarea>
                    </div>
                    <div><button class="button" type="submit">{words.say("cancellation-button")}</button></div>
                    <p><a href=back>{words.say("cancel-keep")}</a></p>
                </form>
            </div>
        </Document>
    }
    .into_any()
}

/// What the way to cancelling an order, or to asking for it, is called; none where there is no such way.
pub fn way_out(order: &Order) -> Option<&'static str> {
    match cancellable(order) {
        Ok(()) => Some("cancel-link"),
        Err(CancelRefusal::Packing) => Some("cancellation-link"),
        Err(_) => None,
    }
}

/// The way to cancelling an order, or to asking for it, while there is one; once it was asked for, what became of it.
#[component]
pub fn Cancelling(words: Words, order: Order, asked: Option<Cancellation>, key: String) -> AnyView {
    let href = routes::with_key(&routes::cancel_order(words.lang, &order.number), &key);
    let link = way_out(&order).filter(|_| asked.is_none());
    view! {
        {asked.map(|asked| view! { <Told words asked /> })}
        {link.map(|key| view! { <p class="part"><a href=href>{words.say(key)}</a></p> })}
    }
    .into_any()
}

/// What somebody asked, and what became of it.
#[component]
fn Told(words: Words, asked: Cancellation) -> AnyView {
    let day = |at: Timestamp| words.date(at.day_at(request::shop_offset(at)));
    let taken = request::query("asked").filter(|_| asked.state == CancellationState::Asked);
    let overtaken = asked.state == CancellationState::Overtaken;
    view! {
        <section class="part" id="cancellation" aria-labelledby="cancellation-title">
            <h2 id="cancellation-title">{words.say("cancellation-heading")}</h2>
            {taken.map(|_| view! { <p class="notice done" role="status">{words.say("cancellation-taken")}</p> })}
            <div class="notice problem">
                <p><strong>{words.say("event-cancel_asked")}</strong>" · "{day(asked.asked_at)}</p>
                {(!asked.said.is_empty()).then(|| view! { <p class="problem-said" dir="auto">{asked.said}</p> })}
                <p>{words.say(&format!("cancellation-{}", asked.state.code()))}{asked.ended_at.map(|at| format!(" · {}", day(at)))}</p>
                {(!asked.answer.is_empty()).then(|| view! { <p class="problem-said" dir="auto">{asked.answer}</p> })}
                {overtaken.then(|| view! { <p><a href=routes::help(words.lang, "returns")>{words.say("cancel-not-returns")}</a></p> })}
            </div>
        </section>
    }
    .into_any()
}

/// Asks to cancel an order, and leads to its page; back to the form, with everything as it was typed, where that is too long, or
/// where it can be cancelled at once or not at all.
pub async fn ask_to_cancel(lang: &str, number: &str, key: &str, typed: &str) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let (asked, keys, db) = (number.clone(), keys(key), request::db()?);
    let id = db.read(move |conn| db::orders::id_for(conn, &asked, &keys)).await?;
    let (page, form) = (routes::order(lang, &number), routes::cancel_order(lang, &number));
    let to = match why_typed(typed) {
        None => {
            let cut: String = typed.chars().take(4 * MOST_WHY).collect();
            db.write(move |tx| db::orders::cancellations::keep_typed(tx, id, &cut)).await?;
            routes::with_key(&format!("{form}?errors"), key)
        }
        Some(said) => match db.write(move |tx| db::orders::cancellations::ask(tx, id, &said)).await {
            Ok(()) | Err(Error::Refused(CancelRefusal::Asked)) => {
                format!("{}#cancellation", routes::with_key(&format!("{page}?asked"), key))
            }
            Err(Error::Refused(CancelRefusal::Cancelled)) => routes::with_key(&page, key),
            Err(Error::Refused(_)) => routes::with_key(&form, key),
            Err(Error::Fault(fault)) => return Err(fault.into()),
        },
    };
    request::go(&to);
    Ok(())
}
