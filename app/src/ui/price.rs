//! A price, with the one before a reduction.

use domain::money::Money;
use leptos::prelude::*;

use crate::i18n::Words;

/// A price. `from`: others cost more.
#[component]
pub fn Price(words: Words, price: Money, was: Option<Money>, #[prop(optional)] from: bool) -> AnyView {
    let text = words.money(price);
    let text = if from { words.with("price-from", &[("price", text.into())]) } else { text };
    view! {
        <span class="price" class:reduced=was.is_some()>
            <span class="price-now">{text}</span>
            {was.map(|was| view! {
                " "
                <s class="price-was"><span class="unseen">{words.say("price-was")}" "</span>{words.money(was)}</s>
            })}
        </span>
    }
    .into_any()
}
