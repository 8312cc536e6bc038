//! Step 4: everything once more, and the button that carries the sum.

use domain::checkout::Step;
use domain::contact::Address;
use leptos::prelude::*;

use super::steps::{Standing, StepPage};
use crate::i18n::{Lang, Words};
use crate::layout::page;
use crate::orders::pages::AddressLines;
use crate::ui::Icon;
use crate::{request, routes};

/// `/{lang}/checkout/review`
#[component]
pub fn ReviewPage() -> impl IntoView {
    let lang = request::lang();
    page(async move { Ok(Standing::at(Step::Review).await?.map(|standing| form(lang, standing))) })
}

fn form(lang: Lang, standing: Standing) -> Option<impl IntoView> {
    let words = Words::of(lang);
    let (email, address) = standing.draft.typed.parse().ok()?;
    let (option, sums) = standing.chosen().zip(standing.totals())?;
    let method = standing.draft.method?;
    let changed = request::query("changed").is_some();
    let pay = words.with("pay-button", &[("total", words.money(sums.total).into())]);
    Some(view! {
        <StepPage lang step=Step::Review standing errors=false>
            {changed.then(|| view! { <p class="notice" role="alert">{words.with("total-changed", &[("total", words.money(sums.total).into())])}</p> })}
            <h1>{words.say("review-heading")}</h1>
            <dl class="answers">
                <Answered words step=Step::Address name="review-address"><To address email=email.as_str().to_owned() words /></Answered>
                <Answered words step=Step::Delivery name="review-delivery">
                    <p>{words.with("arrives", &[("days", words.days(option.from, option.to).into())])}</p>
                    <p class="calm">{words.say(&format!("service-{}", option.service.code()))}</p>
                </Answered>
                <Answered words step=Step::Payment name="review-payment"><p>{words.say(&format!("method-{}", method.code()))}</p></Answered>
            </dl>
            <form method="post" action="/api/checkout/place" class="stack" data-once="">
                <input type="hidden" name="lang" value=lang.code() />
                <input type="hidden" name="total" value=sums.total.minor />
                <button class="button wide pay" type="submit">{pay}</button>
                <p class="calm"><Icon name="lock" />{words.say("review-then")}</p>
            </form>
        </StepPage>
    })
}

#[component]
fn To(address: Address, email: String, words: Words) -> AnyView {
    view! {
        <AddressLines words address />
        <p class="calm"><bdi>{email}</bdi></p>
    }
    .into_any()
}

/// An answer with the way to change it.
#[component]
fn Answered(words: Words, step: Step, name: &'static str, children: Children) -> AnyView {
    view! {
        <div class="answer">
            <dt>{words.say(name)}</dt>
            <dd>{children()}</dd>
            <dd class="answer-change">
                <a href=routes::checkout(words.lang, step)>{words.say("change")}<span class="unseen">" "{words.say(name)}</span></a>
            </dd>
        </div>
    }
    .into_any()
}
