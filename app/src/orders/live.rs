//! The order's page, kept true: it listens for news and loads itself anew when there is some, and tells anew how long ago
//! things were.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, MessageEvent};

use crate::navigation;

/// How long what is told as "3 minutes ago" stays as it is.
const TOLD: Duration = Duration::from_secs(60);

/// After an answer that ends the connection, such as a proxy's while the shop starts anew, it is tried again after so long, and each
/// time after twice as long.
const AGAIN: Duration = Duration::from_secs(2);
const LONGEST: Duration = Duration::from_secs(60);

/// Listens at `events` from `last` on. The browser comes back by itself after a lost connection, and says where it was.
#[island]
pub fn LiveOrder(events: String, last: i64, words: String) -> impl IntoView {
    // A connection is of the world outside; it ends when the page is left.
    Effect::new(move |_| {
        listen(events.clone(), last, AGAIN);
        let clock = set_interval_with_handle(|| navigation::retell(".event-ago"), TOLD).ok();
        navigation::on_leave(move || clock.iter().for_each(IntervalHandle::clear));
    });
    view! { <p class="live"><span class="live-dot" aria-hidden="true"></span>{words}</p> }
}

fn listen(events: String, last: i64, wait: Duration) {
    let mark = if events.contains('?') { '&' } else { '?' };
    let Ok(source) = EventSource::new(&format!("{events}{mark}after={last}")) else { return };
    let (shown, timer) = (Rc::new(Cell::new(last)), Rc::new(Cell::new(None)));
    let (open, waiting, newest) = (source.clone(), Rc::clone(&timer), Rc::clone(&shown));
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let id = event.last_event_id().parse().unwrap_or(0);
        if id > newest.replace(id.max(newest.get())) {
            navigation::refresh();
        }
    });
    let lost = source.clone();
    let ended = Closure::<dyn FnMut()>::new(move || {
        if lost.ready_state() == EventSource::CLOSED {
            let (events, last) = (events.clone(), shown.get());
            timer.set(set_timeout_with_handle(move || listen(events, last, LONGEST.min(wait * 2)), wait).ok());
        }
    });
    let _ = source.add_event_listener_with_callback("order", heard.as_ref().unchecked_ref());
    source.set_onerror(Some(ended.as_ref().unchecked_ref()));
    heard.forget();
    ended.forget();
    navigation::on_leave(move || {
        open.close();
        if let Some(timer) = waiting.take() {
            timer.clear();
        }
    });
}
