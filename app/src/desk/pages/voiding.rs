//! A label that is given back to its carrier: asked for, and what became of it.

use db::tracking::Void;
use domain::orders::Order;
use leptos::prelude::*;

use super::field::Form;
use crate::i18n::Words;

/// Giving a label back that the carrier has not seen yet.
#[component]
pub fn VoidForm(words: Words, order: Order, piece: u32, tried: bool) -> AnyView {
    let form = Form { words, prefix: "", flaws: Vec::new() };
    view! {
        <details open=tried>
            <summary>{words.say("desk-void")}</summary>
            <form method="post" action="/api/desk/void" class="stack desk-form" data-once="">
                <input type="hidden" name="number" value=order.number.as_str().to_owned() />
                <input type="hidden" name="piece" value=piece />
                {form.hinted("reason", "refund-reason", Some("desk-void-hint"), "")}
                <button class="button quiet" type="submit">{words.say("desk-void-button")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// What became of it.
pub fn given_back(words: Words, void: &Void) -> String {
    words.with(&format!("desk-void-{}", void.state.code()), &[("number", void.number.clone().into())])
}
