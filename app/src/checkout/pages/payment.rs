//! Step 3: how it is paid.

use domain::checkout::{Standing, Step};
use domain::payments::{Way, offered};
use leptos::prelude::*;

use super::steps::{StepPage, standing_at};
use super::ways::{Choice, WaysToPay};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::page;
use crate::request;

/// `/{lang}/checkout/payment`
#[component]
pub fn PaymentPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let Some(standing) = standing_at(Step::Payment).await? else { return Ok(None) };
        let choice = choice(&standing).await?;
        let keeps = request::is_signed_in() && request::shop()?.till.keeps(Way::Card);
        Ok(Some(form(lang, standing, choice, keeps)))
    })
}

/// The ways that fit, with the one that was chosen before, or was paid with last from this browser.
async fn choice(standing: &Standing) -> Result<Option<Choice>, Failure> {
    let shop = request::shop()?;
    let Some(option) = standing.chosen() else { return Ok(None) };
    let last = match request::browser() {
        Some(browser) => shop.db.read(move |conn| db::payments::last_way(conn, &browser)).await?,
        None => None,
    };
    let (asked, takers) = (standing.asked(&option, standing.totals(&option).due()), shop.till.takers());
    let ways: Vec<Way> = offered(&asked, last).into_iter().filter(|way| takers.of(*way).is_some()).collect();
    let chosen = standing.draft.way.filter(|way| ways.contains(way)).or(ways.first().copied());
    Ok(chosen.map(|chosen| Choice { ways, chosen, sum: asked.sum, today: standing.now.day(), trial: shop.trial }))
}

/// `keeps`: a card can be remembered, where it is a way to pay.
fn form(lang: Lang, standing: Standing, choice: Option<Choice>, keeps: bool) -> impl IntoView {
    let (words, kept) = (Words::of(lang), standing.draft.keep_card);
    let keeps = keeps && choice.as_ref().is_some_and(|choice| choice.ways.contains(&Way::Card));
    view! {
        <StepPage lang step=Step::Payment standing errors=false>
            <h1>{words.say("payment-heading")}</h1>
            {match choice {
                Some(choice) => view! {
                    <form method="post" action="/api/checkout/payment" class="stack">
                        <input type="hidden" name="lang" value=lang.code() />
                        <WaysToPay words choice />
                        {keeps.then(|| view! { <Keep words kept /> })}
                        <button class="button wide" type="submit">{words.say("to-review")}</button>
                    </form>
                }.into_any(),
                None => view! { <p class="notice" role="alert">{words.say("ways-none")}</p> }.into_any(),
            }}
        </StepPage>
    }
}

/// Whether the card is to be remembered: by who has an account, and unticked until they say so.
#[component]
fn Keep(words: Words, kept: bool) -> AnyView {
    view! {
        <div class="field">
            <label class="tick">
                <input type="checkbox" name="keep" value="true" checked=kept aria-describedby="keep-text" />
                <span>{words.say("kept-tick")}</span>
            </label>
            <p class="hint" id="keep-text">{words.say("kept-tick-text")}</p>
        </div>
    }
    .into_any()
}
