//! Step 3: how it is paid.

use domain::checkout::{Method, Standing, Step};
use leptos::prelude::*;

use super::steps::{StepPage, standing_at};
use crate::i18n::{Lang, Words};
use crate::layout::page;
use crate::request;

/// `/{lang}/checkout/payment`
#[component]
pub fn PaymentPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let trial = request::shop()?.trial;
        Ok(standing_at(Step::Payment).await?.map(|standing| form(lang, standing, trial)))
    })
}

fn form(lang: Lang, standing: Standing, trial: bool) -> impl IntoView {
    let words = Words::of(lang);
    let methods = Method::ALL.iter().map(move |method| {
        let code = method.code();
        view! {
            <label class="way">
                <input type="radio" name="method" value=code checked=true />
                <span>
                    <strong>{words.say(&format!("method-{code}"))}</strong>
                    <small>{words.say(&format!("method-{code}-text"))}</small>
                    {trial.then(|| view! { <small>{words.say("method-trial")}</small> })}
                </span>
            </label>
        }
    });
    view! {
        <StepPage lang step=Step::Payment standing errors=false>
            <h1>{words.say("payment-heading")}</h1>
            <form method="post" action="/api/checkout/payment" class="stack">
                <input type="hidden" name="lang" value=lang.code() />
                <fieldset class="ways"><legend class="unseen">{words.say("payment-heading")}</legend>{methods.collect_view()}</fieldset>
                <button class="button wide" type="submit">{words.say("to-review")}</button>
            </form>
        </StepPage>
    }
}
