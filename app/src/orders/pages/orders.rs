//! The orders placed from this browser.

use domain::checkout::Remembered;
use domain::orders::OrderCard;
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::checkout::pages::{RememberedList, remembered};
use crate::i18n::format::machine;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::orders::pages::{ago, here};
use crate::ui::Shot;
use crate::{request, routes};

/// `/{lang}/orders`
#[component]
pub fn OrdersPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let cards = match request::browser() {
            Some(browser) => request::db()?.read(move |conn| db::orders::of_browser(conn, &browser, "")).await?,
            None => Vec::new(),
        };
        let now = request::db()?.now();
        request::say_whose();
        Ok(shown(lang, cards, remembered().await?, now))
    })
}

fn shown(lang: Lang, cards: Vec<OrderCard>, known: Vec<Remembered>, now: Timestamp) -> impl IntoView {
    let words = Words::of(lang);
    let head = Head { title: words.say("orders-title"), ..Head::default() };
    let none = cards.is_empty();
    view! {
        <Document head lang>
            <h1>{words.say("orders-title")}</h1>
            <p class="lede">{words.say("orders-text")}" "<a href=routes::track(lang)>{words.say("track-link")}</a></p>
            {none.then(|| view! {
                <div class="state">
                    <img src="/art/no-orders.svg" alt="" width="480" height="320" />
                    <p>{words.say("orders-none")}</p>
                    <a class="button" href=routes::home(lang)>{words.say("to-the-shop")}</a>
                </div>
            })}
            <OrderCards words cards now />
            <RememberedList words all=known />
        </Document>
    }
}

/// Orders in short, each with the way to its page.
#[component]
pub fn OrderCards(words: Words, cards: Vec<OrderCard>, now: Timestamp) -> AnyView {
    view! { <ul class="order-cards">{cards.into_iter().map(|card| view! { <Card words card now /> }).collect_view()}</ul> }
        .into_any()
}

#[component]
fn Card(words: Words, card: OrderCard, now: Timestamp) -> AnyView {
    let offset = here(card.placed_at);
    let date = words.date(card.placed_at.day_at(offset));
    let ago = ago(words, (card.placed_at, now), offset, false);
    let number = card.number.as_str().to_owned();
    view! {
        <li class="order-card">
            <div class="order-shots">{card.pictures.into_iter().map(|picture| view! { <Shot picture=Some(picture) quiet=true /> }).collect_view()}</div>
            <div>
                <h2><a href=routes::order(words.lang, &card.number)>{words.with("order-heading", &[("number", number.into())])}</a></h2>
                <p>{words.say(&format!("progress-{}-title", card.progress.code()))}</p>
                <p class="calm">
                    <time datetime=machine(card.placed_at)>{date}</time>{ago.map(|ago| format!(" ({ago})"))}" · "{words.with("cart-count", &[("count", card.count.into())])}" · "{words.money(card.total)}
                </p>
            </div>
        </li>
    }
    .into_any()
}
