//! The style sheets of the page that comes: those this one does not have are here before it is shown, and stay.

use wasm_bindgen::JsCast;
use web_sys::js_sys::Promise;
use web_sys::{Document, Element};

use crate::browser;

/// Brings them. One that does not come keeps nobody waiting.
pub async fn bring(next: &Document) {
    let Some((now, links)) = browser::document().zip(next.query_selector_all("link[rel=stylesheet]").ok()) else { return };
    for link in (0..links.length()).filter_map(|at| links.get(at)?.dyn_into::<Element>().ok()) {
        let href = link.get_attribute("href").unwrap_or_default();
        let known = now.query_selector(&format!("link[href='{href}']"));
        if let (Ok(None), Some(head), Ok(_)) = (known, now.head(), now.adopt_node(&link)) {
            let came = Promise::new(&mut |done, _| {
                let _ = link.add_event_listener_with_callback("load", &done);
                let _ = link.add_event_listener_with_callback("error", &done);
                let _ = head.append_child(&link);
            });
            browser::wait(came).await;
        }
    }
}
