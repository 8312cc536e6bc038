//! Goods seen last, in this browser only. Their place is at the end of a page, so that nothing moves when they come.
//!
//! They come along to an account only where its owner has asked for that (`account/pages/seen.rs`), from the pages of the account,
//! not from here: else the shop knew who looked at what before anybody asked it to. To draw them their ids are asked for, and nothing
//! of that is kept. Signing out makes the browser forget them, since somebody else may sit down before it.

use leptos::server_fn::ServerFn;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

use super::api::SeenGoods;
use crate::browser::{self, Kept};

/// The ids of products.
const SEEN: Kept = Kept { key: "seen", most: 12 };

/// A page with a place for them has come: they are drawn there, less the one the page is about, which is now the last.
pub fn arrived() {
    let Some(place) = browser::find("#seen").and_then(|place| place.dyn_into::<HtmlElement>().ok()) else { return };
    let here = place.get_attribute("data-product").unwrap_or_default();
    let others = SEEN.all().into_iter().filter(|id| *id != here).collect::<Vec<_>>().join(",");
    SEEN.keep(&here);
    if !others.is_empty() {
        leptos::task::spawn_local(async move { draw(place, &others).await.unwrap_or_default() });
    }
}

async fn draw(place: HtmlElement, ids: &str) -> Option<()> {
    let lang = browser::document()?.document_element()?.get_attribute("lang")?;
    let drawn: String = browser::get(&format!("{}?lang={lang}&ids={ids}", SeenGoods::PATH)).await?;
    place.set_inner_html(&drawn);
    let button = place.query_selector("button").ok()??.dyn_into::<HtmlElement>().ok()?;
    let says = button.get_attribute("data-says")?;
    let hidden = place.clone();
    let forget = Closure::once_into_js(move || {
        SEEN.forget();
        hidden.set_hidden(true);
        browser::announce(&says);
        // The keyboard would be nowhere.
        if let Some(main) = browser::find("#main").and_then(|main| main.dyn_into::<HtmlElement>().ok()) {
            let calm = web_sys::FocusOptions::new();
            calm.set_prevent_scroll(true);
            let _ = main.focus_with_options(&calm);
        }
    });
    button.set_onclick(Some(forget.unchecked_ref()));
    place.set_hidden(false);
    Some(())
}
