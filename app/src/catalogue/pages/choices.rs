//! What can be chosen: links, so that each variant has an address and no script is needed.

use domain::catalogue::{Choice, ChoiceValue, Product, Variant};
use leptos::prelude::*;

use crate::i18n::Words;
use crate::routes;
use crate::ui::SaidIn;

/// Every choice of a product, with the values of `variant` chosen.
#[component]
pub fn Choices(words: Words, product: Product, variant: Variant) -> impl IntoView {
    let choices = product.choices.clone();
    let each = move |(at, choice): (usize, Choice)| {
        let chosen = variant.values.get(at).cloned().unwrap_or_default();
        let options = choice.values.iter().map(|value| one(words, &product, &variant, at, value)).collect_view();
        view! {
            <div class="choice" role="group" aria-labelledby=format!("choice-{at}")>
                <p id=format!("choice-{at}")><SaidIn words said=product.terms.say(&choice.name) />": "<strong><SaidIn words said=product.terms.say(&chosen) /></strong></p>
                <ul>{options}</ul>
            </div>
        }
    };
    choices.into_iter().enumerate().map(each).collect_view()
}

/// One value: a link to the variant that has it and the other chosen values; struck and explained when sold out.
fn one(words: Words, product: &Product, variant: &Variant, at: usize, value: &ChoiceValue) -> impl IntoView + use<> {
    let mut values = variant.values.clone();
    if let Some(place) = values.get_mut(at) {
        place.clone_from(&value.name);
    }
    let found = product.variant_of(&values);
    // Not every combination is made: lead to one that has this value at least.
    let near = || product.variants.iter().find(|other| other.values.get(at) == Some(&value.name));
    let Some(target) = found.or_else(near) else { return ().into_any() };
    let chosen = variant.values.get(at) == Some(&value.name);
    let out = found.is_none_or(|found| found.stock.is_out());
    let class = match (value.swatch.is_some(), out) {
        (true, false) => "option swatch",
        (true, true) => "option swatch out",
        (false, false) => "option",
        (false, true) => "option out",
    };
    let why = match found {
        None => Some(words.say("option-not-made")),
        Some(_) if out => Some(words.say("option-sold-out")),
        Some(_) => None,
    };
    let said = why.clone();
    let href = routes::variant(words.lang, &product.slug, target.id);
    let dot = value.swatch.clone().map(|swatch| {
        view! { <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><circle cx="16" cy="16" r="15.5" fill=swatch /></svg> }
    });
    view! {
        <li>
            <a id=format!("option-{at}-{}", target.id) class=class href=href title=why aria-current=chosen.then_some("true") data-keep="">
                {dot}
                <span class="option-name"><SaidIn words said=product.terms.say(&value.name) /></span>
                {said.map(|why| view! { <span class="unseen">" — "{why}</span> })}
            </a>
        </li>
    }
    .into_any()
}
