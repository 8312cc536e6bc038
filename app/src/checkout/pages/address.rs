//! Step 1: who and where, in the form of the country.

use domain::addresses::Ask;
use domain::checkout::{Field, FieldFlaw, Remembered, Standing, Step, TypedAddress};
use domain::tax::in_union;
use leptos::prelude::*;

use super::business::{VatField, vat_says};
use super::doubts::Doubts;
use super::field::{CountryField, ErrorSummary, TextField};
use super::remembered::{RememberedChoice, remembered};
use super::steps::{StepPage, standing_at};
use crate::i18n::{Lang, Words};
use crate::layout::page;
use crate::request;

/// `/{lang}/checkout/address`
#[component]
pub fn AddressPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let Some(standing) = standing_at(Step::Address).await? else { return Ok(None) };
        Ok(Some(form(lang, standing, remembered().await?)))
    })
}

fn form(lang: Lang, standing: Standing, known: Vec<Remembered>) -> impl IntoView {
    let words = Words::of(lang);
    let mut typed = standing.draft.typed.clone();
    // Nothing typed yet: the address that was used last stands there already.
    let filled = known.first().filter(|_| typed == TypedAddress::default());
    let remember = standing.draft.remember || filled.is_some();
    if let Some(last) = filled {
        typed = last.typed.clone();
    }
    let ticked = (standing.draft.texts, standing.draft.reminder);
    let chosen = known.iter().find(|one| one.is(&typed)).map(|one| one.id);
    let asked = request::query("errors").is_some();
    let flaws = if asked { typed.parse().err().unwrap_or_default() } else { Vec::new() };
    if typed.country.is_empty() {
        typed.country = standing.country().code().to_owned();
    }
    let vat_flaw = standing.draft.vat_flaw().filter(|_| asked).map(|flaw| vat_says(words, flaw));
    let wrong = !flaws.is_empty() || vat_flaw.is_some();
    let business = in_union(standing.country()).then(|| standing.draft.vat.clone());
    let field = |ask: Ask| match ask.field {
        Field::Country => view! { <CountryField words typed=typed.clone() flaws=flaws.clone() /> }.into_any(),
        _ => view! { <TextField words ask typed=typed.clone() flaws=flaws.clone() /> }.into_any(),
    };
    let rows = laid(rows(&typed, &flaws), field, words);
    view! {
        <StepPage lang step=Step::Address standing errors=wrong>
            <ErrorSummary words flaws=flaws.clone() typed vat=vat_flaw.clone() />
            <h1>{words.say("address-heading")}</h1>
            <p class="lede">{words.say("address-guest")}</p>
            <RememberedChoice words all=known chosen />
            <form method="post" action="/api/checkout/address" novalidate class="stack" data-address="">
                <input type="hidden" name="lang" value=lang.code() />
                // The Enter key presses a form's first button: onward, and not a suggestion.
                <button type="submit" class="unseen" tabindex="-1" aria-hidden="true"></button>
                {rows}
                {business.map(|vat| view! { <VatField words vat says=vat_flaw /> })}
                <Doubts words flaws />
                <label class="tick">
                    <input type="checkbox" name="remember" value="true" checked=remember aria-describedby="remember-hint" />
                    {words.say("remember-address")}
                </label>
                <p class="hint" id="remember-hint">{words.with("remembered-hint", &[("days", Remembered::KEPT_DAYS.into())])}</p>
                <Told words texts=ticked.0 reminder=ticked.1 />
                <button class="button wide" type="submit">{words.say("to-delivery")}</button>
            </form>
        </StepPage>
    }
}

/// Two ticks that nobody has to make: off until somebody does.
#[component]
fn Told(words: Words, texts: bool, reminder: bool) -> AnyView {
    view! {
        <label class="tick"><input type="checkbox" name="tell[texts]" value="true" checked=texts />{words.say("texts-tick")}</label>
        <label class="tick"><input type="checkbox" name="tell[reminder]" value="true" checked=reminder />{words.say("reminder-tick")}</label>
    }
    .into_any()
}

/// The rows of the country's form, each with whether its field has something in it or something wrong with it.
pub fn rows(typed: &TypedAddress, flaws: &[FieldFlaw]) -> Vec<Vec<(Ask, bool)>> {
    let open = |ask: &Ask| !typed.get(ask.field).is_empty() || flaws.iter().any(|flaw| flaw.field == ask.field);
    let rows = typed.form().rows.into_iter();
    rows.map(|row| row.into_iter().map(|ask| (ask.clone(), open(&ask))).collect()).collect()
}

/// More fields than these are not seen at once: where a country asks for more, the phone is folded too.
const MOST_SEEN: usize = 8;

/// A row of two stands side by side; what few need is folded until it is needed.
pub fn laid(rows: Vec<Vec<(Ask, bool)>>, field: impl Fn(Ask) -> AnyView, words: Words) -> AnyView {
    let many = rows.iter().flatten().filter(|(ask, _)| ask.field != Field::Line2).count() > MOST_SEEN;
    let folded = |ask: &Ask| match ask.field {
        Field::Line2 => Some("address-more"),
        Field::Phone if many => Some("address-phone"),
        _ => None,
    };
    let each = |row: Vec<(Ask, bool)>| {
        let class = if row.len() > 1 { "pair" } else { "row" };
        let fields = row.into_iter().map(|(ask, open)| match folded(&ask) {
            Some(name) => {
                view! { <details class="more" open=open><summary>{words.say(name)}</summary>{field(ask)}</details> }.into_any()
            }
            None => field(ask),
        });
        view! { <div class=class>{fields.collect_view()}</div> }
    };
    rows.into_iter().map(each).collect_view().into_any()
}
