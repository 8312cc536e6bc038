//! From page to page without a white flash: the next page's HTML is fetched and its `main` swapped in.
//!
//! Only plain clicks on links to this shop's own pages are taken. Everything else is the browser's: forms, hash links,
//! downloads, other windows, other sites. Whatever is not understood (no network, no HTML, another build of the shop,
//! another header) falls back to a normal load.

mod fetched;
mod going;
mod link;
mod more;
mod place;
mod sheets;

use std::cell::RefCell;

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, MouseEvent, PopStateEvent};

use crate::browser;

pub use going::{refresh, retell};

thread_local! {
    static LEAVING: RefCell<Vec<Box<dyn FnOnce()>>> = RefCell::default();
}

/// Does something once, when the page is left.
pub fn on_leave(act: impl FnOnce() + 'static) {
    LEAVING.with_borrow_mut(|acts| acts.push(Box::new(act)));
}

fn leave() {
    for act in LEAVING.take() {
        act();
    }
}

/// Once a page: hears clicks, hovering and the Back button.
pub fn start() {
    let Some(document) = browser::document() else { return };
    place::restore_scroll();
    let clicked = Closure::<dyn FnMut(MouseEvent)>::new(|event: MouseEvent| {
        if let Some(link) = link::of_click(&event) {
            event.prevent_default();
            match link.more {
                Some(together) => more::add(link.href, together),
                None => going::follow(link),
            }
        }
    });
    let neared = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        if let Some(link) = link::of_event(&event).filter(|link| link.more.is_none() && !place::is_shown(&link.href)) {
            fetched::ahead(&link.href);
        }
    });
    let went_back = Closure::<dyn FnMut(PopStateEvent)>::new(|_: PopStateEvent| going::back());
    let left = Closure::<dyn FnMut(Event)>::new(|_: Event| place::remember_scroll());
    let posted = Closure::<dyn FnMut(Event)>::new(|event: Event| link::send_once(&event));
    let _ = document.add_event_listener_with_callback("click", clicked.as_ref().unchecked_ref());
    let _ = document.add_event_listener_with_callback("pointerover", neared.as_ref().unchecked_ref());
    let _ = document.add_event_listener_with_callback("focusin", neared.as_ref().unchecked_ref());
    let _ = document.add_event_listener_with_callback("submit", posted.as_ref().unchecked_ref());
    let _ = window().add_event_listener_with_callback("popstate", went_back.as_ref().unchecked_ref());
    let _ = window().add_event_listener_with_callback("pagehide", left.as_ref().unchecked_ref());
    // They live as long as the page.
    clicked.forget();
    neared.forget();
    went_back.forget();
    left.forget();
    posted.forget();
}
