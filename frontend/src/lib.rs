//! What runs in the browser. `boot.js` calls `hydrate` once and then every island on the page.

#![recursion_limit = "512"]

use app as _;

/// Wakes the page: the islands are called by the loader, the rest starts here.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
    app::start();
}
