//! What was searched last, in this browser only.

use leptos::prelude::window;
use web_sys::Storage;

/// Where the browser keeps it, a line each.
const KEY: &str = "searches";
/// So many are kept.
const MOST: usize = 5;

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// The searches, the last one first.
pub fn all() -> Vec<String> {
    let kept = storage().and_then(|kept| kept.get_item(KEY).ok().flatten()).unwrap_or_default();
    kept.lines().map(str::to_owned).collect()
}

/// Keeps one.
pub fn keep(text: &str) {
    let text = text.trim();
    let Some(storage) = storage().filter(|_| !text.is_empty()) else { return };
    let mut all = all();
    all.retain(|kept| kept != text);
    all.insert(0, text.to_owned());
    all.truncate(MOST);
    // A browser that keeps nothing is searched with all the same.
    let _ = storage.set_item(KEY, &all.join("\n"));
}

/// Forgets them all.
pub fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
}
