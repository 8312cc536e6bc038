//! What of an order can still be changed, on its page.

use domain::delivery::Service;
use domain::orders::Order;
use leptos::prelude::*;

use crate::i18n::Words;
use crate::{request, routes};

/// The way to another address while there is one, and that it was taken.
#[component]
pub fn Changes(words: Words, order: Order, open: bool, key: String) -> AnyView {
    let link = open && order.service != Service::Online;
    let href = routes::with_key(&routes::change_address(words.lang, &order.number), &key);
    view! {
        {request::query("moved").map(|_| view! { <p class="notice done" role="status">{words.say("change-address-done")}</p> })}
        {link.then(|| view! { <p class="paid"><a href=href>{words.say("change-address-link")}</a></p> })}
    }
    .into_any()
}
