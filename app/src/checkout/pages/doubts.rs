//! What only seems wrong with an address.

use domain::checkout::FieldFlaw;
use leptos::prelude::*;

use crate::i18n::Words;

/// What only seems wrong: a suggestion to take, and a box for who knows better.
#[component]
pub fn Doubts(words: Words, flaws: Vec<FieldFlaw>) -> impl IntoView {
    let doubts: Vec<FieldFlaw> = flaws.into_iter().filter(|flaw| flaw.doubt).collect();
    (!doubts.is_empty()).then(|| {
        let suggestions = doubts.into_iter().filter_map(|flaw| {
            let text = flaw.suggestion?;
            let take = format!("{}={text}", flaw.field.code());
            Some(view! { <button class="button quiet" type="submit" name="take" value=take>{words.with("doubt-take", &[("text", text.into())])}</button> })
        });
        view! {
            <div class="notice doubts">
                {suggestions.collect_view()}
                <label class="tick"><input type="checkbox" name="address[keep]" value="true" />" "{words.say("doubt-keep")}</label>
            </div>
        }
    })
}
