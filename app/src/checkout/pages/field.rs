//! A field with its label, hint and error, after the GOV.UK pattern.

use domain::addresses::{Ask, Region};
use domain::checkout::{Field, FieldFlaw, TypedAddress};
use domain::contact::{Country, Flaw};
use leptos::prelude::*;

use crate::i18n::{Words, format};
use crate::ui::Errors;

/// What is wrong, in words, and how to mend it.
pub fn says(words: Words, flaw: &FieldFlaw, typed: &TypedAddress) -> String {
    let what = match flaw.flaw {
        Flaw::Empty => "empty",
        Flaw::TooLong => "long",
        Flaw::Shape | Flaw::Unknown => "shape",
        Flaw::NotServed => "served",
        Flaw::NoNumber => "number",
    };
    let example = typed.form().ask(flaw.field).map(|ask| ask.example.to_string()).unwrap_or_default();
    let country = Country::parse(&typed.country).map(|country| words.country(country)).unwrap_or_default();
    let key = match (flaw.field, example.is_empty()) {
        (Field::Postcode, true) => format!("error-postcode-{what}-bare"),
        _ => format!("error-{}-{what}", flaw.field.code()),
    };
    words.with(&key, &[("example", example.into()), ("country", country.into())])
}

/// The summary of errors.
#[component]
pub fn ErrorSummary(words: Words, flaws: Vec<FieldFlaw>, typed: TypedAddress, vat: Option<String>) -> impl IntoView {
    let lines = flaws.into_iter().map(move |flaw| (flaw.field.code(), says(words, &flaw, &typed)));
    let lines = lines.chain(vat.map(|says| ("vat", says)));
    view! { <Errors words lines=lines.collect() /> }
}

/// The token by which a browser knows what belongs into a field.
const fn token(field: Field) -> &'static str {
    match field {
        Field::Email => "email",
        Field::Country => "shipping country",
        Field::Name => "shipping name",
        Field::Line1 => "shipping address-line1",
        Field::Line2 => "shipping address-line2",
        Field::Postcode => "shipping postal-code",
        Field::City => "shipping address-level2",
        Field::District => "shipping address-level3",
        Field::Region => "shipping address-level1",
        Field::Phone => "shipping tel",
    }
}

const fn kind(field: Field) -> &'static str {
    match field {
        Field::Email => "email",
        Field::Phone => "tel",
        _ => "text",
    }
}

/// What the country calls the field; which are left out at will is said.
fn label(words: Words, ask: &Ask) -> String {
    let name = words.say(&format!("label-{}", ask.label.code()));
    if ask.required { name } else { words.with("label-optional", &[("label", name.into())]) }
}

/// One field of the address form, as typed, with what is wrong beside it.
#[component]
pub fn TextField(words: Words, ask: Ask, typed: TypedAddress, flaws: Vec<FieldFlaw>) -> AnyView {
    let field = ask.field;
    let code = field.code();
    let flaw = flaws.into_iter().find(|flaw| flaw.field == field).map(|flaw| says(words, &flaw, &typed));
    let hint = matches!(field, Field::Email | Field::Phone | Field::Line2).then(|| words.say(&format!("hint-{code}")));
    let wrong = flaw.is_some();
    let described = described(code, wrong, hint.is_some());
    let text = typed.get(field).to_owned();
    let input = if ask.choices.is_empty() {
        view! { <Input ask=ask.clone() text described /> }.into_any()
    } else {
        view! { <Choice words ask=ask.clone() text described /> }.into_any()
    };
    view! {
        <div class="field" class:wrong=wrong>
            <label for=code>{label(words, &ask)}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{code}-hint")>{hint}</p> })}
            {flaw.map(|says| view! { <p class="error" id=format!("{code}-error")>{says}</p> })}
            {input}
        </div>
    }
    .into_any()
}

fn described(code: &str, flaw: bool, hint: bool) -> Option<String> {
    match (flaw, hint) {
        (true, true) => Some(format!("{code}-error {code}-hint")),
        (true, false) => Some(format!("{code}-error")),
        (false, true) => Some(format!("{code}-hint")),
        (false, false) => None,
    }
}

#[component]
fn Input(ask: Ask, text: String, described: Option<String>) -> AnyView {
    let field = ask.field;
    let code = field.code();
    let machine = matches!(field, Field::Email | Field::Phone | Field::Postcode);
    let invalid = described.as_ref().is_some_and(|ids| ids.contains("error")).then_some("true");
    view! {
        <input
            id=code name=format!("address[{code}]") type=kind(field) inputmode=ask.keyboard.code() autocomplete=token(field)
            value=text maxlength=TypedAddress::MOST dir=if machine { "ltr" } else { "auto" } spellcheck="false"
            autocapitalize=(field == Field::Email).then_some("off") list=(field == Field::Line1).then_some("streets")
            aria-describedby=described aria-invalid=invalid
        />
        {(field == Field::Line1).then(|| view! { <datalist id="streets"></datalist> })}
    }
    .into_any()
}

/// A region of a list, by the name it has at home, and in Latin letters where that is another.
#[component]
fn Choice(words: Words, ask: Ask, text: String, described: Option<String>) -> AnyView {
    let code = ask.field.code();
    let chosen = ask.choices.iter().find(|region| region.code == text || region.name == text || region.latin == text);
    let chosen = chosen.map(|region| region.code.to_string());
    // What was typed where there was no list yet is not lost.
    let other = (chosen.is_none() && !text.is_empty()).then(|| text.clone());
    let options = ask.choices.into_iter().map(move |region: Region| {
        let selected = chosen.as_deref() == Some(&*region.code);
        let name =
            if region.name == region.latin { region.name.to_string() } else { format!("{} · {}", region.name, region.latin) };
        view! { <option value=region.code.to_string() selected=selected>{name}</option> }
    });
    let invalid = described.as_ref().is_some_and(|ids| ids.contains("error")).then_some("true");
    view! {
        <select id=code name=format!("address[{code}]") autocomplete=token(ask.field) aria-describedby=described aria-invalid=invalid>
            <option value="">{words.say("choose")}</option>
            {other.map(|text| view! { <option value=text.clone() selected=true>{text.clone()}</option> })}
            {options.collect_view()}
        </select>
    }
    .into_any()
}

/// The country: early, since it decides the rest. A change of it lays the form anew, with script at once, else by the button.
#[component]
pub fn CountryField(words: Words, typed: TypedAddress, flaws: Vec<FieldFlaw>) -> AnyView {
    let chosen = typed.country.trim().to_ascii_uppercase();
    let options = format::countries(words.lang).iter().map(move |(country, name)| {
        let selected = country.code() == chosen;
        view! { <option value=country.code().to_owned() selected=selected>{name.clone()}</option> }
    });
    let flaw = flaws.into_iter().find(|flaw| flaw.field == Field::Country).map(|flaw| says(words, &flaw, &typed));
    let wrong = flaw.is_some();
    let described = wrong.then_some("country-error");
    view! {
        <div class="field" class:wrong=wrong>
            <label for="country">{words.say("label-country")}</label>
            {flaw.map(|says| view! { <p class="error" id="country-error">{says}</p> })}
            <div class="country">
                <select id="country" name="address[country]" autocomplete="shipping country" data-relay="" aria-describedby=described>{options.collect_view()}</select>
                <button class="button quiet" type="submit" name="relay" value="1" id="relay">{words.say("country-relay")}</button>
            </div>
        </div>
    }
    .into_any()
}
