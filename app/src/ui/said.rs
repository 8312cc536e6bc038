//! A text of the catalogue, with its language where that is not the page's.

use domain::lang::Said;
use leptos::prelude::*;

use crate::i18n::Words;

/// The text, marked as what it is when nobody has translated it.
#[component]
pub fn SaidIn(words: Words, said: Said) -> AnyView {
    match said.apart_from(words.lang) {
        Some(lang) => view! { <span lang=lang dir="auto">{said.text}</span> }.into_any(),
        None => said.text.into_any(),
    }
}
