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
        Ok(Some(form(lang, standing, choice)))
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

fn form(lang: Lang, standing: Standing, choice: Option<Choice>) -> impl IntoView {
    let words = Words::of(lang);
    view! {
        <StepPage lang step=Step::Payment standing errors=false>
            <h1>{words.say("payment-heading")}</h1>
            {match choice {
                Some(choice) => view! {
                    <form method="post" action="/api/checkout/payment" class="stack">
                        <input type="hidden" name="lang" value=lang.code() />
                        <WaysToPay words choice />
                        <button class="button wide" type="submit">{words.say("to-review")}</button>
                    </form>
                }.into_any(),
                None => view! { <p class="notice" role="alert">{words.say("ways-none")}</p> }.into_any(),
            }}
        </StepPage>
    }
}
