//! The order's page, kept true: it listens for news and loads itself anew when there is some, and tells anew how long ago
//! things were.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, MessageEvent};

use crate::navigation;

/// How long what is told as "3 minutes ago" stays as it is.
const TOLD: Duration = Duration::from_secs(60);

/// Listens at `events` from `last` on. The browser comes back by itself after a lost connection, and says where it was.
#[island]
pub fn LiveOrder(events: String, last: i64, words: String) -> impl IntoView {
    // A connection is of the world outside; it ends when the page is left.
    Effect::new(move |_| listen(&events, last));
    view! { <p class="live"><span class="live-dot" aria-hidden="true"></span>{words}</p> }
}

fn listen(events: &str, last: i64) {
    let mark = if events.contains('?') { '&' } else { '?' };
    let Ok(source) = EventSource::new(&format!("{events}{mark}after={last}")) else { return };
    let mut shown = last;
    let open = source.clone();
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let id = event.last_event_id().parse().unwrap_or(0);
        if id > shown {
            shown = id;
            navigation::refresh();
        }
    });
    let _ = source.add_event_listener_with_callback("order", heard.as_ref().unchecked_ref());
    heard.forget();
    let clock = set_interval_with_handle(|| navigation::retell(".event-ago"), TOLD).ok();
    navigation::on_leave(move || {
        open.close();
        clock.iter().for_each(IntervalHandle::clear);
    });
}
