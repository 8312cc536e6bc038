//! An address of the book, in the form of its country: the checkout's own.

use domain::addresses::Ask;
use domain::checkout::{Field, TypedAddress};
use domain::contact::Country;
use leptos::prelude::*;

use crate::checkout::pages::{CountryField, Doubts, ErrorSummary, TextField, address_rows, laid, remembered};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// `/{lang}/account/addresses/{id}`, `/{lang}/account/addresses/new`
#[component]
pub fn EntryPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::say_whose();
        let Some(held) = request::account_page() else { return Ok(None) };
        let asked = request::segment(3)?;
        let (id, typed) = if asked == "new" {
            let country = request::query("country").and_then(|code| Country::parse(&code).ok());
            let country = country.unwrap_or(request::market().country).code().to_owned();
            let name = held.account.profile.name.clone();
            (String::new(), TypedAddress { name, country, ..TypedAddress::default() })
        } else {
            let found = remembered().await?.into_iter().find(|one| one.id.to_string() == asked);
            (asked, found.ok_or(Failure::NotFound)?.typed)
        };
        let email = held.account.email.as_str().to_owned();
        Ok(Some(form(Words::of(lang), id, TypedAddress { email, ..typed })))
    })
}

fn form(words: Words, id: String, typed: TypedAddress) -> impl IntoView {
    let title = words.say(if id.is_empty() { "account-address-add" } else { "account-address-title" });
    let head = Head { title: title.clone(), ..Head::default() };
    let flaws = if request::query("errors").is_some() { typed.parse().err().unwrap_or_default() } else { Vec::new() };
    let rows = address_rows(&typed, &flaws).into_iter();
    let rows = rows.map(|row| row.into_iter().filter(|(ask, _)| ask.field != Field::Email).collect());
    let rows: Vec<Vec<(Ask, bool)>> = rows.filter(|row: &Vec<_>| !row.is_empty()).collect();
    let field = |ask: Ask| match ask.field {
        Field::Country => view! { <CountryField words typed=typed.clone() flaws=flaws.clone() /> }.into_any(),
        _ => view! { <TextField words ask typed=typed.clone() flaws=flaws.clone() /> }.into_any(),
    };
    let rows = laid(rows, field, words);
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <ErrorSummary words flaws=flaws.clone() typed=typed.clone() vat=None />
                <h1>{title}</h1>
                <form method="post" action="/api/account/address" novalidate class="stack" data-address="">
                    <input type="hidden" name="lang" value=words.lang.code() />
                    <input type="hidden" name="id" value=id />
                    // The Enter key presses a form's first button: onward, and not a suggestion.
                    <button type="submit" class="unseen" tabindex="-1" aria-hidden="true"></button>
                    {rows}
                    <Doubts words flaws />
                    <div><button class="button" type="submit">{words.say("settings-save")}</button></div>
                </form>
                <p><a href=routes::addresses(words.lang)>{words.say("account-addresses-title")}</a></p>
            </div>
        </Document>
    }
}
