//! How what was bought is looked after, for who has bought it.

use domain::care::Care;
use leptos::prelude::*;

use crate::i18n::{Lang, Words};

/// What is said of each product; nothing where nothing is.
#[component]
pub fn CareGuides(words: Words, all: Vec<Care>) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let each = all.into_iter().map(|care| {
        let lang = (!care.translated).then(|| Lang::FIRST.code());
        view! {
            <h3><bdi>{care.name}</bdi></h3>
            <p class="problem-said" dir="auto" lang=lang>{care.says}</p>
        }
    });
    view! {
        <section class="part" aria-labelledby="care">
            <h2 id="care">{words.say("care-title")}</h2>
            {each.collect_view()}
        </section>
    }
    .into_any()
}
