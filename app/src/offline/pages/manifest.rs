//! The web app manifest (W3C), in the shopper's language.

use leptos::serde_json::{Value, json};

use crate::i18n::{Lang, Words};
use crate::routes;

/// The ground of pages by day: `--paper` of the tokens. A page says by itself which it has by night.
const LIGHT: &str = "#faf8f4";

/// What a system is told of the shop that keeps it on its home screen. It is the same app in every language.
pub fn manifest(lang: Lang) -> Value {
    let words = Words::of(lang);
    let name = words.say("shop-name");
    let icon = |file: &str, sizes: &str, purpose: &str| json!({ "src": format!("/icons/{file}.png"), "sizes": sizes, "type": "image/png", "purpose": purpose });
    let screen = |file: &str, sizes: &str, form: &str| json!({ "src": format!("/icons/{file}.jpg"), "sizes": sizes, "type": "image/jpeg", "form_factor": form });
    let way = |says: String, url: String| json!({ "name": says, "url": url });
    json!({
        "id": "/",
        "name": name,
        "short_name": name,
        "description": words.say("home-text"),
        "lang": lang.code(),
        "dir": lang.dir(),
        "scope": "/",
        "start_url": routes::home(lang),
        "display": "standalone",
        "theme_color": LIGHT,
        "background_color": LIGHT,
        "categories": ["shopping"],
        "icons": [
            icon("icon-192", "192x192", "any"),
            icon("icon-512", "512x512", "any"),
            icon("icon-maskable-512", "512x512", "maskable"),
        ],
        "screenshots": [screen("screen-narrow", "390x844", "narrow"), screen("screen-wide", "1280x800", "wide")],
        "shortcuts": [
            way(words.say("menu-orders"), routes::orders(lang)),
            way(words.say("track-link"), routes::track(lang)),
            way(words.say("search-go"), routes::search(lang)),
        ],
    })
}
