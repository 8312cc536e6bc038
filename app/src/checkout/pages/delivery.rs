//! Step 2: how and when it comes.

use domain::checkout::Step;
use domain::delivery::DeliveryOption;
use leptos::prelude::*;

use super::steps::{Standing, StepPage};
use crate::i18n::{Lang, Words};
use crate::layout::page;
use crate::request;

/// `/{lang}/checkout/delivery`
#[component]
pub fn DeliveryPage() -> impl IntoView {
    let lang = request::lang();
    page(async move { Ok(Standing::at(Step::Delivery).await?.map(|standing| form(lang, standing))) })
}

fn form(lang: Lang, standing: Standing) -> impl IntoView {
    let words = Words::of(lang);
    let chosen = standing.chosen().map(|option| option.service);
    let options = standing.options().into_iter().map(move |option| {
        let checked = Some(option.service) == chosen;
        view! { <Way words option checked /> }
    });
    view! {
        <StepPage lang step=Step::Delivery standing errors=false>
            <h1>{words.say("delivery-heading")}</h1>
            <form method="post" action="/api/checkout/delivery" class="stack">
                <input type="hidden" name="lang" value=lang.code() />
                <fieldset class="ways"><legend class="unseen">{words.say("delivery-heading")}</legend>{options.collect_view()}</fieldset>
                <button class="button wide" type="submit">{words.say("to-payment")}</button>
            </form>
        </StepPage>
    }
}

#[component]
fn Way(words: Words, option: DeliveryOption, checked: bool) -> AnyView {
    let code = option.service.code();
    let price = if option.price.is_zero() { words.say("delivery-free") } else { words.money(option.price) };
    view! {
        <label class="way">
            <input type="radio" name="service" value=code checked=checked />
            <span>
                <strong>{words.with("arrives", &[("days", words.days(option.from, option.to).into())])}</strong>
                <small>{words.say(&format!("service-{code}"))}</small>
            </span>
            <span class="sum">{price}</span>
        </label>
    }
    .into_any()
}
