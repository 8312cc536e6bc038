//! A rating: the average and how many gave one.

use leptos::prelude::*;

use crate::i18n::Words;

/// A rating. `tenths`: the average in tenths of a star.
#[component]
pub fn Stars(words: Words, tenths: u8, count: u32) -> AnyView {
    let average = crate::i18n::format::decimal(words.lang, i64::from(tenths), 1);
    let label = words.with("rating-label", &[("average", average.clone().into()), ("count", count.into())]);
    view! {
        <span class="stars">
            <span class="stars-mark" aria-hidden="true">"★"</span>
            <span aria-hidden="true">{average}" ("{words.number(count)}")"</span>
            <span class="unseen">{label}</span>
        </span>
    }
    .into_any()
}
