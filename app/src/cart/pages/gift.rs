//! What makes a gift of a cart: behind a fold, the note that lies in the parcel and the papers it can be wrapped in.

use domain::cart::{Cart, GiftNote, Paper};
use leptos::prelude::*;

use crate::i18n::Words;
use crate::ui::lines_of;

/// The form. It stands open where something was said, and is not drawn anew with the cart: a note that is being written stays.
pub fn gift(words: Words, cart: &Cart, papers: &[Paper]) -> AnyView {
    let chosen = cart.paper(papers);
    let open = chosen.is_some() || cart.note.is_some();
    let paper = move |value: String, says: String, checked: bool| {
        view! {
            <label class="tick"><input type="radio" name="paper" value=value checked=checked /><span>{says}</span></label>
        }
    };
    let papers = (!papers.is_empty()).then(|| {
        let each = papers.iter().map(|one| {
            let name = if one.values.is_empty() { words.say("gift-paper") } else { one.values.join(", ") };
            paper(one.variant.to_string(), format!("{name}, {}", words.money(one.price)), chosen == Some(one.variant))
        });
        view! {
            <fieldset>
                <legend>{words.say("gift-paper")}</legend>
                {paper(String::new(), words.say("gift-no-paper"), chosen.is_none())}
                {each.collect_view()}
            </fieldset>
        }
    });
    let note = cart.note.as_ref().map_or(String::new(), |note| lines_of(note.as_str()));
    view! {
        <details class="more" open=open>
            <summary>{words.say("gift-title")}</summary>
            <form method="post" action="/api/cart/gift" class="stack" data-cart="gift">
                <input type="hidden" name="lang" value=words.lang.code() />
                <div class="field">
                    <label for="gift-note">{words.say("gift-note")}</label>
                    <p class="hint" id="gift-hint">{words.with("gift-hint", &[("count", GiftNote::MOST.into())])}</p>
                    <textarea id="gift-note" name="note" rows="4" maxlength=GiftNote::MOST dir="auto" aria-describedby="gift-hint" inner_html=note></textarea>
                </div>
                {papers}
                <button class="button quiet" type="submit" id="gift-keep">{words.say("gift-keep")}</button>
            </form>
        </details>
    }
    .into_any()
}
