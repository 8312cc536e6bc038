//! The page of settings: one form, three answers.

use domain::contact::Country;
use domain::delivery::is_served;
use domain::money::Currency;
use leptos::prelude::*;

use crate::i18n::{Lang, Words, format};
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// `/{lang}/settings`
#[component]
pub fn SettingsPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let currencies = request::ask(|conn, view| db::market::offered(conn, view.list.day)).await?;
        Ok(form(lang, currencies))
    })
}

fn form(lang: Lang, currencies: Vec<Currency>) -> impl IntoView {
    let words = Words::of(lang);
    let market = request::market();
    let head = Head { title: words.say("settings-title"), ..Head::default() };
    let unknown = request::query("unknown").map(|what| match what.as_str() {
        "currency" => words.with("settings-unknown-currency", &[("currency", market.currency.code().to_owned().into())]),
        "country" => words.with("settings-unknown-country", &[("country", words.country(market.country).into())]),
        _ => words.say("settings-unknown-language"),
    });
    let back = request::came_from().unwrap_or_else(|| routes::home(lang));
    view! {
        <Document head lang>
            <div class="settings">
                {unknown.map(|says| view! { <p class="notice" role="alert">{says}</p> })}
                <h1>{words.say("settings-title")}</h1>
                <p class="lede">{words.say("settings-text")}</p>
                <form method="post" action="/api/settings" class="stack">
                    <input type="hidden" name="back" value=back />
                    <Pick name="lang" label=words.say("settings-language") hint=String::new() options=languages() chosen=lang.code().to_owned() own=true />
                    <Pick name="country" label=words.say("settings-country") hint=words.say("settings-country-hint") options=countries(lang) chosen=market.country.code().to_owned() own=false />
                    <Pick name="currency" label=words.say("settings-currency") hint=words.say("settings-currency-hint") options=named(lang, currencies) chosen=market.currency.code().to_owned() own=false />
                    <button class="button wide" type="submit">{words.say("settings-save")}</button>
                </form>
            </div>
        </Document>
    }
}

/// The languages, each by its own name.
pub fn languages() -> Vec<(String, String)> {
    Lang::ALL.iter().map(|lang| (lang.code().to_owned(), lang.own_name().to_owned())).collect()
}

/// The countries the shop delivers to, in the order of the language.
pub fn countries(lang: Lang) -> Vec<(String, String)> {
    let served = |(country, _): &&(Country, String)| is_served(*country);
    let option = |(country, name): &(Country, String)| (country.code().to_owned(), name.clone());
    format::countries(lang).iter().filter(served).map(option).collect()
}

/// Currencies by their codes and names.
pub fn named(lang: Lang, currencies: Vec<Currency>) -> Vec<(String, String)> {
    let name = |currency: Currency| {
        (currency.code().to_owned(), format!("{} · {}", currency.code(), format::currency_name(lang, currency)))
    };
    currencies.into_iter().map(name).collect()
}

/// A choice of one. `own`: each option is written in its own language.
#[component]
pub fn Pick(
    name: &'static str,
    label: String,
    hint: String,
    options: Vec<(String, String)>,
    chosen: String,
    own: bool,
) -> AnyView {
    let hinted = (!hint.is_empty()).then(|| format!("{name}-hint"));
    let options = options.into_iter().map(move |(value, text)| {
        let selected = value == chosen;
        let lang = own.then(|| value.clone());
        view! { <option value=value lang=lang selected=selected>{text}</option> }
    });
    view! {
        <div class="field">
            <label for=format!("set-{name}")>{label}</label>
            {hinted.clone().map(|id| view! { <p class="hint" id=id>{hint}</p> })}
            <select id=format!("set-{name}") name=name autocomplete="off" class:own-names=own aria-describedby=hinted>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}
