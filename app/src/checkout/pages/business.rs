//! The VAT number of a business.

use domain::tax::VatFlaw;
use leptos::prelude::*;

use crate::i18n::Words;

/// What is wrong with a VAT number.
pub fn vat_says(words: Words, flaw: VatFlaw) -> String {
    words.say(match flaw {
        VatFlaw::Shape => "error-vat-shape",
        VatFlaw::Checksum => "error-vat-checksum",
        VatFlaw::NotThisCountry => "error-vat-country",
    })
}

/// The VAT number of a business: for businesses of the Union, folded away for everybody else.
#[component]
pub fn VatField(words: Words, vat: String, says: Option<String>) -> AnyView {
    let (open, wrong) = (!vat.is_empty(), says.is_some());
    let described = if wrong { "vat-error vat-hint" } else { "vat-hint" };
    view! {
        <details class="more" open=open>
            <summary>{words.say("vat-more")}</summary>
            <div class="field" class:wrong=wrong>
                <label for="vat">{words.say("label-vat")}</label>
                <p class="hint" id="vat-hint">{words.say("hint-vat")}</p>
                {says.map(|says| view! { <p class="error" id="vat-error">{says}</p> })}
                <input id="vat" name="vat" type="text" autocomplete="off" dir="ltr" spellcheck="false" autocapitalize="characters" maxlength="40" value=vat aria-describedby=described />
            </div>
        </details>
    }
    .into_any()
}
