//! The summary of errors, after the GOV.UK pattern.

use leptos::prelude::*;

use crate::i18n::Words;

/// The summary: first in the page, each line leads to the field of this id. Nothing when nothing is wrong.
#[component]
pub fn Errors(words: Words, lines: Vec<(&'static str, String)>) -> AnyView {
    let summary = (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|(id, says)| view! { <li><a href=format!("#{id}")>{says}</a></li> });
        view! {
            <div class="errors" role="alert" tabindex="-1" autofocus=true>
                <h2>{words.say("errors-title")}</h2>
                <ul>{lines.collect_view()}</ul>
            </div>
        }
    });
    summary.into_any()
}
