//! What of an order can still be changed, on its page.

use domain::delivery::Service;
use domain::orders::Order;
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::i18n::Words;
use crate::i18n::format::machine;
use crate::orders::pages::here;
use crate::{request, routes};

/// The ways to other things in it, to another delivery and to another address while there are any, until when, and that it was taken. `open`: whether it can be changed, and until
/// when, where that is known; `waits`: whether a change waits to be paid.
#[component]
pub fn Changes(words: Words, order: Order, open: Option<Option<Timestamp>>, waits: bool, now: Timestamp, key: String) -> AnyView {
    let link = open.is_some() && !waits && order.service != Service::Online;
    let until = open.flatten().filter(|until| link && *until > now);
    let href = routes::with_key(&routes::change_address(words.lang, &order.number), &key);
    let items = routes::with_key(&routes::change_items(words.lang, &order.number), &key);
    let way = routes::with_key(&routes::change_way(words.lang, &order.number), &key);
    view! {
        {request::query("changed").filter(|_| !waits).map(|_| view! { <p class="notice done" role="status">{words.say("items-done")}</p> })}
        {request::query("moved").map(|_| view! { <p class="notice done" role="status">{words.say("change-address-done")}</p> })}
        {until.map(|until| view! { <Until words until now /> })}
        {link.then(|| view! { <p class="part"><a href=items>{words.say("items-link")}</a></p> })}
        {link.then(|| view! { <p class="part"><a href=way>{words.say("way-link")}</a></p> })}
        {link.then(|| view! { <p class="part"><a href=href>{words.say("change-address-link")}</a></p> })}
    }
    .into_any()
}

/// Until when it can be changed, by the clock where the shopper is.
#[component]
pub fn Until(words: Words, until: Timestamp, now: Timestamp) -> AnyView {
    let offset = here(until);
    let (day, clock) = (until.day_at(offset), words.clock(until, offset));
    let time = if day == now.day_at(offset) { clock } else { format!("{} · {clock}", words.day(day)) };
    view! { <p class="part"><time datetime=machine(until)>{words.with("change-until", &[("time", time.into())])}</time></p> }
        .into_any()
}
