//! What the browser keeps for the one who sits before it, and nobody else hears of: a few lines, the last one first.

use leptos::prelude::window;
use web_sys::Storage;

/// A list of lines.
pub struct Kept {
    /// Where the browser keeps it.
    pub key: &'static str,
    /// So many are kept.
    pub most: usize,
}

impl Kept {
    /// The lines, the last one first.
    pub fn all(&self) -> Vec<String> {
        let kept = storage().and_then(|kept| kept.get_item(self.key).ok().flatten()).unwrap_or_default();
        kept.lines().map(str::to_owned).collect()
    }

    /// Keeps one.
    pub fn keep(&self, text: &str) {
        let text = text.trim();
        let Some(storage) = storage().filter(|_| !text.is_empty()) else { return };
        let mut all = self.all();
        all.retain(|kept| kept != text);
        all.insert(0, text.to_owned());
        all.truncate(self.most);
        // A browser that keeps nothing shows the same shop.
        let _ = storage.set_item(self.key, &all.join("\n"));
    }

    /// Forgets them all.
    pub fn forget(&self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(self.key);
        }
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
