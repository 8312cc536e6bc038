//! The tax inside a sum, and what may be asked for at the border: every number with its name.

use domain::duty::Estimate;
use domain::pricing::Totals;
use domain::tax::{TaxLine, Treatment};
use leptos::prelude::*;

use crate::i18n::Words;

/// What a sum holds, and what it does not.
#[component]
pub fn Taxes(words: Words, sums: Totals, treatment: Treatment) -> AnyView {
    let inside = sums.taxes.iter().map(|line| tax(words, line)).collect::<Vec<_>>();
    let without = match treatment {
        Treatment::ReverseCharge => Some(words.say("tax-reverse-charge")),
        Treatment::Export => Some(words.say("tax-export")),
        Treatment::Domestic | Treatment::Union => None,
    };
    let lines = inside.into_iter().chain(without).map(|line| view! { <p class="calm">{line}</p> });
    view! {
        {lines.collect_view()}
        {sums.import.map(|import| view! { <Import words import /> })}
    }
    .into_any()
}

/// "Of this 19 % VAT: €12.77".
pub fn tax(words: Words, line: &TaxLine) -> String {
    let about = [("percent", words.percent(line.percent).into()), ("tax", words.money(line.tax).into())];
    words.with("tax-inside", &about)
}

/// An estimate, said to be one, and who asks for it.
#[component]
fn Import(words: Words, import: Estimate) -> AnyView {
    if import.duty.is_zero() && import.tax.is_zero() {
        return view! { <p class="calm import">{words.say("import-none")}</p> }.into_any();
    }
    let (duty, tax) = (words.money(import.duty), words.money(import.tax));
    view! {
        <div class="import">
            <p><strong>{words.say("import-title")}</strong></p>
            <dl class="sums-list">
                <div><dt>{words.say("import-duty")}</dt><dd>{duty}</dd></div>
                <div><dt>{words.say("import-tax")}</dt><dd>{tax}</dd></div>
            </dl>
            <p class="calm">{words.say("import-text")}</p>
        </div>
    }
    .into_any()
}
