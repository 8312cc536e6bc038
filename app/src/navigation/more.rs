//! More of a list: the next page's goods are added to those that are shown, and the address is that of both together, so that
//! Back comes to the same goods again.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Document, HtmlElement};

use super::{fetched, going, place};
use crate::browser;

/// Adds the goods of the next page. `next` is its own address, where the browser goes if they cannot be added.
pub fn add(next: String, together: String) {
    let shown = place::here();
    leptos::task::spawn_local(async move {
        // Only the last page's goods are sent, with the ways on from both together.
        let page = fetched::page(&format!("{together}&only=last")).await.and_then(|page| going::parse(&page.html));
        if !place::is_shown(&shown) {
            return;
        }
        if page.is_none_or(|page| put(&page, &together).is_none()) {
            let _ = window().location().assign(&next);
        }
    });
}

fn put(page: &Document, together: &str) -> Option<()> {
    let now = browser::document()?;
    let (cards, came) = (now.query_selector(".cards").ok()??, page.query_selector(".cards").ok()??);
    let before = cards.child_element_count();
    while let Some(card) = came.first_element_child() {
        cards.append_child(&card).ok()?;
    }
    let ways = page.query_selector(".pages").ok()??;
    going::replace(&now, ".pages", &ways);
    window().history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(together)).ok()?;
    place::now_shown();
    browser::announce(&ways.query_selector("span").ok()??.text_content()?);
    // The keyboard goes on where the new goods begin.
    let first = cards.children().item(before)?.query_selector("a").ok()??.dyn_into::<HtmlElement>().ok()?;
    let calm = web_sys::FocusOptions::new();
    calm.set_prevent_scroll(true);
    let _ = first.focus_with_options(&calm);
    Some(())
}
