//! Where one is: the page that is shown, and how far it is scrolled, kept in the browser's history.

use std::cell::RefCell;

use leptos::prelude::window;
use wasm_bindgen::prelude::JsValue;
use web_sys::{ScrollBehavior, ScrollRestoration, ScrollToOptions};

thread_local! {
    /// The page that is shown, without the place in it.
    static SHOWN: RefCell<String> = RefCell::default();
}

/// The address the browser shows.
pub fn here() -> String {
    window().location().href().unwrap_or_default()
}

/// Whether this address is a place in the page that is shown.
pub fn is_shown(href: &str) -> bool {
    SHOWN.with_borrow(|shown| shown == without_place(href))
}

/// The page of the browser's address is the one that is shown.
pub fn now_shown() {
    SHOWN.set(without_place(&here()).to_owned());
}

fn without_place(href: &str) -> &str {
    href.split_once('#').map_or(href, |(page, _)| page)
}

/// Scrolls there at once.
pub fn scroll(to: f64) {
    let options = ScrollToOptions::new();
    options.set_top(to);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}

/// Writes down how far the page is scrolled, for when one comes back.
pub fn remember_scroll() {
    if let (Ok(history), Ok(at)) = (window().history(), window().scroll_y()) {
        let _ = history.replace_state(&JsValue::from_f64(at), "");
    }
}

/// How far the page was scrolled when it was left; none when it is new.
pub fn remembered() -> Option<f64> {
    window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_f64())
}

/// After a whole load: where one was, if one was here before.
pub fn restore_scroll() {
    now_shown();
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    remembered().filter(|at| *at > 0.0).into_iter().for_each(scroll);
}
