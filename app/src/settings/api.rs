//! What a browser may set.

use leptos::prelude::*;

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {super::pages::changed, crate::request};

/// Keeps what is said of the three settings, and leads back to the page, in its new language. What is not said stays; what
/// nobody knows is told.
#[server(endpoint = "settings")]
pub async fn set(
    #[server(default)] lang: String,
    #[server(default)] country: String,
    #[server(default)] currency: String,
    #[server(default)] back: String,
) -> Result<(), Failure> {
    let before = request::prefs();
    changed(before, &lang, &country, &currency, &back).await
}
