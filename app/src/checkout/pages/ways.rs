//! The ways to pay, as a list to choose from: those most at home where the parcel goes stand first, the rest is folded.

use domain::money::Money;
use domain::payments::{Flow, Way, parts};
use domain::time::Day;
use leptos::prelude::*;

use crate::i18n::Words;

/// So many are seen at once; one more is not worth a fold.
const OPEN: usize = 5;

/// What is to be paid, and how it can be.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The ways, the likeliest first.
    pub ways: Vec<Way>,
    /// The one that is chosen.
    pub chosen: Way,
    /// The sum.
    pub sum: Money,
    /// Today, for what is paid in parts.
    pub today: Day,
    /// Whether no real money moves.
    pub trial: bool,
}

/// A radio button for each way.
#[component]
pub fn WaysToPay(words: Words, choice: Choice) -> AnyView {
    let at = choice.ways.iter().position(|way| *way == choice.chosen).unwrap_or(0);
    let open = if choice.ways.len() <= OPEN + 1 { choice.ways.len() } else { OPEN.max(at + 1) };
    let (first, rest) = choice.ways.split_at(open.min(choice.ways.len()));
    let each = |ways: &[Way]| ways.iter().map(|way| one(words, *way, &choice)).collect_view();
    view! {
        <fieldset class="ways">
            <legend class="unseen">{words.say("payment-heading")}</legend>
            {each(first)}
            {(!rest.is_empty()).then(|| view! {
                <details class="more">
                    <summary>{words.say("more-ways")}</summary>
                    <div class="ways">{each(rest)}</div>
                </details>
            })}
        </fieldset>
    }
    .into_any()
}

fn one(words: Words, way: Way, choice: &Choice) -> impl IntoView + use<> {
    let trial = choice.trial && way == choice.chosen;
    view! {
        <label class="way">
            <input type="radio" name="way" value=way.code() checked=way == choice.chosen />
            <span>
                <strong>{words.way(way)}</strong>
                <small>{runs(words, way)}</small>
                <InParts words way sum=choice.sum today=choice.today />
                {trial.then(|| view! { <small>{words.say("method-trial")}</small> })}
            </span>
        </label>
    }
}

/// How a way runs, in a sentence.
fn runs(words: Words, way: Way) -> String {
    let name = words.way(way);
    match (way, way.flow(), way.parts()) {
        (Way::Card, ..) => words.say("method-card-text"),
        (Way::PayByBank, ..) => words.say("method-pay_by_bank-text"),
        (_, Flow::Parts, Some((count, _))) => words.with("flow-parts", &[("count", count.into())]),
        (_, flow, _) => words.with(&format!("flow-{}", flow.code()), &[("name", name.into())]),
    }
}

/// When how much is paid, for a way that is paid in parts.
#[component]
pub fn InParts(words: Words, way: Way, sum: Money, today: Day) -> Option<AnyView> {
    let parts = parts(way, sum, today);
    let rows =
        parts.iter().map(|part| view! { <li><span>{words.date(part.on)}</span>" "<span>{words.money(part.sum)}</span></li> });
    (!parts.is_empty()).then(|| view! { <ul class="in-parts">{rows.collect_view()}</ul> }.into_any())
}
