//! Which clicks are ours.

use leptos::prelude::window;

use crate::browser;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlElement, MouseEvent};

/// A link to one of the shop's own pages.
pub struct Link {
    /// The full address.
    pub href: String,
    /// The same page with something chosen: it stays where it is, and so does the keyboard.
    pub keep: bool,
    /// More of the list that is shown: the address of both together.
    pub more: Option<String>,
}

/// The link a plain click is on.
pub fn of_click(event: &MouseEvent) -> Option<Link> {
    let plain = event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    (plain && !event.default_prevented()).then(|| of_event(event)).flatten()
}

/// The link an event is on, if following it is ours.
pub fn of_event(event: &Event) -> Option<Link> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let anchor = element.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let here = window().location();
    // Pages of this language; another one's have another header, and are the browser's to load.
    let lang = browser::document()?.document_element()?.get_attribute("lang")?;
    let page = anchor
        .pathname()
        .strip_prefix('/')
        .and_then(|path| path.strip_prefix(lang.as_str()))
        .is_some_and(|rest| rest.starts_with('/'));
    let elsewhere = anchor.origin() != here.origin().ok()? || !page;
    let native = !anchor.target().is_empty() || anchor.has_attribute("download") || anchor.has_attribute("data-native");
    // A link into the page one is on is the browser's to follow.
    let inside =
        !anchor.hash().is_empty() && anchor.pathname() == here.pathname().ok()? && anchor.search() == here.search().ok()?;
    if elsewhere || native || inside {
        return None;
    }
    Some(Link { href: anchor.href(), keep: anchor.has_attribute("data-keep"), more: anchor.get_attribute("data-more") })
}

/// A form that may be sent once is sent once: a second click finds it busy.
pub fn send_once(event: &Event) {
    let form = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let Some(form) = form.filter(|form| form.has_attribute("data-once")) else { return };
    if form.has_attribute("aria-busy") {
        event.prevent_default();
    } else {
        let _ = form.set_attribute("aria-busy", "true");
    }
}
