//! What every step shows: how far one is, what is bought, what it costs.

use db::cart::id_of;
use db::checkout::Moment;
use db::token::Token;
use domain::checkout::{Draft, Standing, Step};
use domain::market::Market;
use leptos::prelude::*;

use super::charges::Taxes;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head};
use crate::offers::pages::{paid_by_cards, taken};
use crate::ui::{SaidIn, Shot};
use crate::{request, routes};

/// The checkout of this browser's cart, for a shopper who may be at `step`: one who may not is led to where there is work.
pub async fn standing_at(step: Step) -> Result<Option<Standing>, Failure> {
    let (token, market) = (request::cart().unwrap_or_default(), request::market());
    let Some(standing) = standing_of(&token, market).await? else {
        request::go(&instead(market.lang, step, token).await?);
        return Ok(None);
    };
    if standing.next() < step {
        // Errors are for what was typed; nothing typed yet is no error.
        let mark = if standing.draft == Draft::default() { "" } else { "?errors" };
        request::go(&format!("{}{mark}", routes::checkout(market.lang, standing.next())));
        return Ok(None);
    }
    Ok(Some(standing))
}

/// The checkout of a cart; none where there is nothing in it, or no such cart any more.
pub async fn standing_of(token: &Token, market: Market) -> Result<Option<Standing>, Failure> {
    let (db, asked) = (request::db()?, token.clone());
    let moment = Moment { now: db.now(), shop_offset_minutes: request::shop_offset(db.now()) };
    let found = db.read(move |conn| {
        let Some(id) = id_of(conn, &asked)? else { return Ok(None) };
        Ok(Some(db::checkout::standing(conn, id, market, moment)?))
    });
    Ok(found.await?.filter(|standing| !standing.cart.lines.is_empty()))
}

/// Where a shopper without goods is led, and told why: Back after placing an order shows that order; else there is the cart.
pub async fn instead(lang: Lang, step: Step, token: Token) -> Result<String, Failure> {
    let db = request::db()?;
    let found = db.read(move |conn| Ok((db::checkout::order_of(conn, &token)?, id_of(conn, &token)?.is_some())));
    Ok(match found.await? {
        (Some(number), _) if step > Step::Address => format!("{}?already", routes::order(lang, &number)),
        (Some(_), _) => routes::cart_after(lang, "ordered"),
        (None, true) => routes::cart_after(lang, "empty"),
        (None, false) => routes::cart_after(lang, "over"),
    })
}

/// A step of the checkout as a document: the line of steps, the step, what is bought. `errors` go into the title.
#[component]
pub fn StepPage(lang: Lang, step: Step, standing: Standing, errors: bool, children: Children) -> AnyView {
    let words = Words::of(lang);
    let title = words.say(&format!("step-{}", step.code()));
    let title = if errors { words.with("title-error", &[("title", title.into())]) } else { title };
    let head = Head { title, checkout: true, ..Head::default() };
    view! {
        <Document head lang>
            <StepLine words step next=standing.next() />
            <div class="checkout-page">
                <div class="checkout-step">{children()}</div>
                <Summary words step standing />
            </div>
        </Document>
    }
    .into_any()
}

/// The four steps as a line with words; the ones that are done are links.
#[component]
fn StepLine(words: Words, step: Step, next: Step) -> AnyView {
    let each = move |&one: &Step| {
        let name = words.say(&format!("step-{}", one.code()));
        let current = (one == step).then_some("step");
        let class = if one < step { "done" } else { "" };
        let name = if one < step && one <= next {
            view! { <a href=routes::checkout(words.lang, one)>{name}</a> }.into_any()
        } else {
            view! { <span>{name}</span> }.into_any()
        };
        view! { <li class=class aria-current=current>{name}</li> }
    };
    view! {
        <nav class="steps" aria-label=words.say("steps-label")>
            <ol>{Step::ALL.iter().map(each).collect_view()}</ol>
        </nav>
    }
    .into_any()
}

/// What is bought and what it costs; folded on a phone, and opened by the style sheet where there is room.
#[component]
fn Summary(words: Words, step: Step, standing: Standing) -> AnyView {
    let sums = standing.shown().map(|option| standing.totals(&option));
    let settled = step > Step::Delivery;
    let total = sums.as_ref().map(|sums| words.money(sums.due()));
    let taken = sums.as_ref().map(|sums| taken(words, &standing.cart.offering, &sums.best));
    let treatment = standing.view.list.treatment;
    let lines = standing.cart.lines.into_iter().map(move |line| {
        view! {
            <li>
                <Shot picture=line.picture.clone() quiet=true />
                <span><SaidIn words said=line.name.clone() /><small>{line.values.join(", ")}" × "{line.quantity.count()}</small></span>
                <span class="sum">{words.money(line.total())}</span>
            </li>
        }
    });
    view! {
        // Before paying, everything that will be asked for is open, on a small screen too.
        <details class="checkout-summary" open=step == Step::Review>
            <summary>
                <span>{words.say("summary-title")}</span>
                <strong>{total}</strong>
            </summary>
            <ul>{lines.collect_view()}</ul>
            {sums.map(|sums| view! {
                <dl class="sums-list">
                    <div><dt>{words.say("sum-goods")}</dt><dd>{words.money(sums.goods)}</dd></div>
                    <div>
                        <dt>{words.say(if settled || sums.delivery.is_zero() { "sum-delivery" } else { "sum-delivery-so-far" })}</dt>
                        <dd>{if sums.delivery.is_zero() { words.say("delivery-free") } else { words.money(sums.delivery) }}</dd>
                    </div>
                    {taken}
                    <div class="total"><dt>{words.say("sum-total")}</dt><dd>{words.money(sums.total)}</dd></div>
                    {paid_by_cards(words, &sums.cards, sums.due())}
                </dl>
                <Taxes words sums=sums.clone() treatment />
            })}
        </details>
    }
    .into_any()
}
