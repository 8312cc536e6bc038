//! A field with its label, hint and error, after the GOV.UK pattern.

use domain::checkout::{Field, FieldFlaw, TypedAddress};
use domain::contact::{Country, Flaw};
use leptos::prelude::*;

use crate::i18n::Words;

/// What is wrong, in words, and how to mend it.
pub fn says(words: Words, flaw: FieldFlaw) -> String {
    let what = match flaw.flaw {
        Flaw::Empty => "empty",
        Flaw::TooLong => "long",
        Flaw::Shape | Flaw::Unknown => "shape",
    };
    words.say(&format!("error-{}-{what}", flaw.field.code()))
}

/// The summary of errors: first in the page, each line leads to its field.
#[component]
pub fn ErrorSummary(words: Words, flaws: Vec<FieldFlaw>) -> impl IntoView {
    (!flaws.is_empty()).then(|| {
        let lines = flaws
            .into_iter()
            .map(move |flaw| view! { <li><a href=format!("#{}", flaw.field.code())>{says(words, flaw)}</a></li> });
        view! {
            <div class="errors" role="alert" tabindex="-1" autofocus=true>
                <h2>{words.say("errors-title")}</h2>
                <ul>{lines.collect_view()}</ul>
            </div>
        }
    })
}

/// How a browser helps to fill a field: type, keyboard, autocomplete token.
const fn help(field: Field) -> (&'static str, &'static str, &'static str) {
    match field {
        Field::Email => ("email", "email", "email"),
        Field::Country => ("text", "text", "shipping country"),
        Field::Name => ("text", "text", "shipping name"),
        Field::Line1 => ("text", "text", "shipping address-line1"),
        Field::Line2 => ("text", "text", "shipping address-line2"),
        Field::Postcode => ("text", "text", "shipping postal-code"),
        Field::City => ("text", "text", "shipping address-level2"),
        Field::Region => ("text", "text", "shipping address-level1"),
        Field::Phone => ("tel", "tel", "shipping tel"),
    }
}

/// One text field of the address form, as typed, with what is wrong beside it.
#[component]
pub fn TextField(words: Words, field: Field, typed: TypedAddress, flaws: Vec<FieldFlaw>) -> AnyView {
    let code = field.code();
    let (kind, keyboard, token) = help(field);
    let flaw = flaws.into_iter().find(|flaw| flaw.field == field);
    let hint =
        matches!(field, Field::Email | Field::Phone | Field::Line2 | Field::Region).then(|| words.say(&format!("hint-{code}")));
    let described = match (flaw.is_some(), hint.is_some()) {
        (true, true) => Some(format!("{code}-error {code}-hint")),
        (true, false) => Some(format!("{code}-error")),
        (false, true) => Some(format!("{code}-hint")),
        (false, false) => None,
    };
    let machine = matches!(field, Field::Email | Field::Phone | Field::Postcode);
    let plain = matches!(field, Field::Email | Field::Name | Field::Line1 | Field::City);
    view! {
        <div class="field" class:wrong=flaw.is_some()>
            <label for=code>{words.say(&format!("field-{code}"))}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{code}-hint")>{hint}</p> })}
            {flaw.map(|flaw| view! { <p class="error" id=format!("{code}-error")>{says(words, flaw)}</p> })}
            <input
                id=code name=format!("address[{code}]") type=kind inputmode=keyboard autocomplete=token
                value=typed.get(field).to_owned() maxlength=TypedAddress::MOST
                dir=machine.then_some("ltr") spellcheck=plain.then_some("false") autocapitalize=(field == Field::Email).then_some("off")
                aria-describedby=described aria-invalid=flaw.map(|_| "true")
            />
        </div>
    }
    .into_any()
}

/// The country: first, since it decides the rest.
#[component]
pub fn CountryField(words: Words, typed: TypedAddress, flaws: Vec<FieldFlaw>) -> AnyView {
    let chosen = Country::parse(&typed.country).ok().or(typed.country.is_empty().then_some(Country::LATVIA));
    let mut countries: Vec<(String, Country)> = Country::all().map(|country| (words.country(country), country)).collect();
    countries.sort();
    let options = countries.into_iter().map(move |(name, country)| {
        view! { <option value=country.code().to_owned() selected=Some(country) == chosen>{name}</option> }
    });
    let flaw = flaws.into_iter().find(|flaw| flaw.field == Field::Country);
    view! {
        <div class="field" class:wrong=flaw.is_some()>
            <label for="country">{words.say("field-country")}</label>
            {flaw.map(|flaw| view! { <p class="error" id="country-error">{says(words, flaw)}</p> })}
            <select id="country" name="address[country]" autocomplete="shipping country" aria-describedby=flaw.map(|_| "country-error")>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}
