//! Step 1: who and where.

use domain::checkout::{Field, Step};
use leptos::prelude::*;

use super::field::{CountryField, ErrorSummary, TextField};
use super::steps::{Standing, StepPage};
use crate::i18n::Lang;
use crate::layout::page;
use crate::request;

/// `/{lang}/checkout/address`
#[component]
pub fn AddressPage() -> impl IntoView {
    let lang = request::lang();
    page(async move { Ok(Standing::at(Step::Address).await?.map(|standing| form(lang, standing))) })
}

fn form(lang: Lang, standing: Standing) -> impl IntoView {
    let words = Words::of(lang);
    let typed = standing.draft.typed.clone();
    let flaws = match (request::query("errors"), typed.parse()) {
        (Some(_), Err(flaws)) => flaws,
        _ => Vec::new(),
    };
    let text = {
        let (typed, flaws) = (typed.clone(), flaws.clone());
        move |field| view! { <TextField words field typed=typed.clone() flaws=flaws.clone() /> }
    };
    let open = !typed.line2.is_empty();
    view! {
        <StepPage lang step=Step::Address standing errors=!flaws.is_empty()>
            <ErrorSummary words flaws=flaws.clone() />
            <h1>{words.say("address-heading")}</h1>
            <p class="lede">{words.say("address-guest")}</p>
            <form method="post" action="/api/checkout/address" novalidate class="stack">
                <input type="hidden" name="lang" value=lang.code() />
                {text(Field::Email)}
                <CountryField words typed=typed.clone() flaws=flaws.clone() />
                {text(Field::Name)}
                {text(Field::Line1)}
                <details class="more" open=open>
                    <summary>{words.say("address-more")}</summary>
                    {text(Field::Line2)}
                </details>
                <div class="pair">{text(Field::Postcode)} {text(Field::City)}</div>
                {text(Field::Region)}
                {text(Field::Phone)}
                <button class="button wide" type="submit">{words.say("to-delivery")}</button>
            </form>
        </StepPage>
    }
}
