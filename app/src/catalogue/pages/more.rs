//! The way on: further pages of a list.

use domain::catalogue::{Asked, Pages};
use leptos::prelude::*;

use super::listed::{List, PAGE};
use crate::i18n::Words;

/// Links to the pages before and behind. With script what is behind is added to what is shown, up to a bound.
#[component]
pub fn More(words: Words, list: List, count: u32) -> impl IntoView {
    let (pages, last) = (list.asked.pages, count.div_ceil(PAGE));
    let at = move |pages| list.at(&Asked { pages, ..list.asked.clone() });
    let (first, next) = (pages.first(), pages.last() + 1);
    let shown = if first < pages.last() { format!("{}–{}", first, pages.last().min(last)) } else { first.to_string() };
    (last > 1).then(|| {
        let together = (next - first < Pages::TOGETHER).then(|| at(Pages::new(first, next)));
        view! {
            <nav class="pages" aria-label=words.say("pages-label")>
                {(first > 1).then(|| view! { <a class="button quiet" rel="prev" href=at(Pages::one(first - 1))>{words.say("pages-previous")}</a> })}
                <span>{words.with("pages-here", &[("page", shown.into()), ("last", last.into())])}</span>
                {(next <= last).then(|| view! {
                    <a class="button quiet" rel="next" href=at(Pages::one(next)) data-more=together>{words.say("pages-more")}</a>
                })}
            </nav>
        }
    })
}
