//! Going: fetch, swap, and put scroll, focus and title where a person expects them.

use std::cell::Cell;

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::JsValue;
use web_sys::js_sys::{Function, Promise, Reflect};
use web_sys::{Document, DomParser, Element, HtmlDialogElement, HtmlElement, SupportedType};

use super::link::Link;
use super::place::{here, is_shown, now_shown, remember_scroll, remembered, scroll};
use super::{fetched, leave, sheets};
use crate::browser;

thread_local! {
    /// Counts what the shopper asked for, so that an answer that was overtaken is dropped.
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// How a page is come to.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// By a link: the new page begins at its top.
    Forward,
    /// By a choice on the page: everything stays where it is.
    Keep,
    /// By the Back or Forward button: where one was.
    Back,
    /// The same page, with news.
    Refresh,
}

/// Follows a link.
pub fn follow(link: Link) {
    remember_scroll();
    go(link.href, if link.keep { Way::Keep } else { Way::Forward });
}

/// Goes where the Back button leads. A place in the page that is shown is come to without asking for anything; the
/// browser tells of a followed `#` link in the same way.
pub fn back() {
    if is_shown(&here()) {
        remembered().into_iter().for_each(scroll);
    } else {
        go(here(), Way::Back);
    }
}

/// Loads the page anew, in place.
pub fn refresh() {
    go(here(), Way::Refresh);
}

/// Loads the page anew and takes over only what these places say, quietly: nothing moves, and nobody is told.
pub fn retell(places: &'static str) {
    // Nobody reads a page that lies behind others.
    if browser::document().is_none_or(|document| document.hidden()) {
        return;
    }
    let href = here();
    leptos::task::spawn_local(async move {
        let page = fetched::page(&href).await.filter(|_| is_shown(&href));
        let Some((now, next)) = browser::document().zip(page.and_then(|page| parse(&page.html))) else { return };
        let (Ok(old), Ok(new)) = (now.query_selector_all(places), next.query_selector_all(places)) else { return };
        // With news there are more of them, and the news redraws the page by itself.
        for at in (0..old.length()).filter(|_| old.length() == new.length()) {
            if let (Some(old), Some(new)) = (old.get(at), new.get(at)) {
                old.set_text_content(new.text_content().as_deref());
            }
        }
    });
}

fn go(href: String, way: Way) {
    let root = browser::document().and_then(|document| document.document_element());
    if way != Way::Refresh {
        ASKED.set(ASKED.get() + 1);
        root.iter().for_each(|root| drop(root.set_attribute("data-going", "")));
    }
    let asked = ASKED.get();
    leptos::task::spawn_local(async move {
        let page = fetched::page(&href).await.and_then(|page| Some((parse(&page.html)?, page.href)));
        if let Some((next, _)) = &page {
            sheets::bring(next).await;
        }
        if asked != ASKED.get() || (way == Way::Refresh && !is_shown(&href)) {
            return;
        }
        let swapped = page.is_some_and(|(next, href)| show(next, href, way));
        if way != Way::Refresh {
            root.iter().for_each(|root| drop(root.remove_attribute("data-going")));
        }
        if !swapped && way != Way::Refresh {
            let _ = window().location().assign(&href);
        }
    });
}

/// The next document, if it is of this build of the shop and has the same header.
pub fn parse(html: &str) -> Option<Document> {
    let next = DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()?;
    let build = |document: &Document| document.body().and_then(|body| body.get_attribute("data-pkg"));
    let header = |document: &Document| document.query_selector("body > header").ok().flatten().map(|header| header.class_name());
    let now = browser::document()?;
    (build(&next) == build(&now) && header(&next) == header(&now)).then_some(next)
}

fn show(next: Document, href: String, way: Way) -> bool {
    let (Some(now), Ok(Some(main))) = (browser::document(), next.query_selector("#main")) else { return false };
    let swap = move || {
        let focused = now.active_element().map(|element| element.id()).unwrap_or_default();
        leave();
        if matches!(way, Way::Forward | Way::Back) {
            close_dialogs(&now);
        }
        replace(&now, "#main", &main);
        if let Ok(Some(menu)) = next.query_selector(".menu") {
            replace(&now, ".menu", &menu);
        }
        now.set_title(&next.title());
        write_history(&href, way);
        now_shown();
        wake(&main);
        crate::arrived();
        settle(&now, &href, way, &focused);
    };
    transition(swap, way);
    true
}

/// What lay over the page that is left goes with it.
fn close_dialogs(now: &Document) {
    while let Ok(Some(open)) = now.query_selector("dialog[open]") {
        let Ok(dialog) = open.dyn_into::<HtmlDialogElement>() else { return };
        dialog.close();
    }
}

pub fn replace(now: &Document, selector: &str, with: &Element) {
    if let (Ok(Some(old)), Ok(new)) = (now.query_selector(selector), now.adopt_node(with)) {
        let _ = old.replace_with_with_node_1(&new);
    }
}

/// Inside a view transition where the browser has them and the person has not asked for less motion.
fn transition(swap: impl FnOnce() + 'static, way: Way) {
    let still = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|query| query.matches());
    let start = browser::document().and_then(|document| Reflect::get(&document, &"startViewTransition".into()).ok());
    match start.and_then(|start| start.dyn_into::<Function>().ok()) {
        Some(start) if !still && way == Way::Forward => {
            let swap = Closure::once_into_js(swap);
            let moving = start.call1(&browser::document().into(), &swap);
            // A transition that is overtaken by the next one is no fault.
            let ready = moving.and_then(|moving| Reflect::get(&moving, &"ready".into()));
            if let Some(ready) = ready.ok().and_then(|ready| ready.dyn_into::<Promise>().ok()) {
                leptos::task::spawn_local(async move { drop(browser::wait(ready).await) });
            }
        }
        _ => swap(),
    }
}

fn write_history(href: &str, way: Way) {
    let Ok(history) = window().history() else { return };
    let _ = match way {
        Way::Forward => history.push_state_with_url(&JsValue::NULL, "", Some(href)),
        Way::Keep => history.replace_state_with_url(&JsValue::NULL, "", Some(href)),
        Way::Back | Way::Refresh => Ok(()),
    };
}

/// The loader knows the program's islands.
fn wake(root: &Element) {
    let wake = Reflect::get(&window(), &"wakeIslands".into()).ok().and_then(|wake| wake.dyn_into::<Function>().ok());
    if let Some(wake) = wake {
        let _ = wake.call1(&JsValue::NULL, root);
    }
}

fn settle(now: &Document, href: &str, way: Way, focused: &str) {
    match way {
        Way::Forward => {
            let hash = href.split_once('#').map(|(_, id)| id).and_then(|id| now.get_element_by_id(id));
            match hash {
                Some(element) => element.scroll_into_view(),
                None => scroll(0.0),
            }
            arrive(now);
        }
        Way::Back => {
            scroll(remembered().unwrap_or(0.0));
            arrive(now);
        }
        Way::Keep | Way::Refresh => {
            if let Some(element) = now.get_element_by_id(focused).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                let _ = element.focus();
            }
            if let Some(state) = browser::find(".way-state, .buy-price").and_then(|state| state.text_content()) {
                browser::announce(&state);
            }
        }
    }
}

/// The keyboard goes to the page's heading; its title is said and, of a list, how many there are.
fn arrive(now: &Document) {
    let heading = browser::find("#main h1").and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        heading.set_tab_index(-1);
        let calm = web_sys::FocusOptions::new();
        calm.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&calm);
    }
    let count = browser::find("#main .count").and_then(|count| count.text_content()).unwrap_or_default();
    browser::announce(format!("{} {count}", now.title()).trim_end());
}
