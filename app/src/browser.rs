//! What islands need of the browser: sending a form, hearing its answer, finding things.

mod kept;

use leptos::prelude::window;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, FormData, Headers, RequestInit, Response, UrlSearchParams};

pub use kept::Kept;

/// The page.
pub fn document() -> Option<Document> {
    window().document()
}

/// The first element a selector finds.
pub fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// Says something to those who listen instead of looking.
pub fn announce(text: &str) {
    if let Some(announcer) = find("#announcer") {
        announcer.set_text_content(Some(text));
    }
}

/// Sends a form as the browser would, and reads the answer. None when the network or the answer fails.
pub async fn post<T: DeserializeOwned>(action: &str, form: &FormData) -> Option<T> {
    // A FormData of text fields is a list of pairs, which is what the parameters are made of.
    let fields = UrlSearchParams::new_with_str_sequence_sequence(form.as_ref()).ok()?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(fields.as_ref());
    ask(action, &init).await
}

/// Asks for data.
pub async fn get<T: DeserializeOwned>(address: &str) -> Option<T> {
    ask(address, &RequestInit::new()).await
}

async fn ask<T: DeserializeOwned>(address: &str, init: &RequestInit) -> Option<T> {
    let headers = Headers::new().ok()?;
    headers.set("accept", "application/json").ok()?;
    init.set_headers(headers.as_ref());
    let response = fetch(address, init).await?;
    let text = wait(response.text().ok()?).await?.as_string()?;
    leptos::serde_json::from_str(&text).ok()
}

/// Fetches; none when there is no network.
pub async fn fetch(address: &str, init: &RequestInit) -> Option<Response> {
    wait(window().fetch_with_str_and_init(address, init)).await?.dyn_into().ok()
}

/// Waits for a promise.
pub async fn wait(promise: web_sys::js_sys::Promise) -> Option<JsValue> {
    wasm_bindgen_futures::JsFuture::from(promise).await.ok()
}
