//! What somebody says of themselves: on whatever device they sign in, the shop is as they have it.

use db::account::{self, Held};
use domain::account::Profile;
use domain::contact::{Country, Flaw, PersonName};
use domain::delivery::is_served;
use domain::money::Currency;
use leptos::prelude::*;

use super::{Heard, Said, heard, spoken, tell};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::settings::pages::{Pick, countries, languages, named};
use crate::ui::Errors;
use crate::{request, routes};

/// `/{lang}/account/profile`
#[component]
pub fn ProfilePage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::say_whose();
        let Some(held) = request::account_page() else { return Ok(None) };
        let currencies = request::ask(|conn, view| db::market::offered(conn, view.list.day)).await?;
        Ok(Some(form(Words::of(lang), held.account.profile.clone(), currencies)))
    })
}

fn form(words: Words, profile: Profile, currencies: Vec<Currency>) -> impl IntoView {
    let (lang, heard, market) = (words.lang, heard(), request::market());
    let says = (heard == Some(Heard::Name)).then(|| words.say("account-name-flaw"));
    let name = if says.is_some() { request::typed() } else { profile.name };
    let lines = says.clone().map(|says| ("name", says)).into_iter().collect();
    let head = Head { title: words.say("account-profile-title"), ..Head::default() };
    view! {
        <Document head lang>
            <div class="prose">
                <Errors words lines />
                <h1>{words.say("account-profile-title")}</h1>
                <Said words heard />
                <p>{words.say("account-profile-text")}</p>
                <form class="stack" method="post" action="/api/account/profile" novalidate>
                    <input type="hidden" name="lang" value=lang.code() />
                    <Name words name says />
                    <Pick name="language" label=words.say("settings-language") hint=String::new() options=languages() chosen=profile.lang.unwrap_or(lang).code().to_owned() own=true />
                    <Pick name="country" label=words.say("settings-country") hint=words.say("settings-country-hint") options=countries(lang) chosen=market.country.code().to_owned() own=false />
                    <Pick name="currency" label=words.say("settings-currency") hint=words.say("settings-currency-hint") options=named(lang, currencies) chosen=market.currency.code().to_owned() own=false />
                    <div><button class="button" type="submit">{words.say("settings-save")}</button></div>
                </form>
                <p><a href=routes::account(lang)>{words.say("account-title")}</a></p>
            </div>
        </Document>
    }
}

#[component]
fn Name(words: Words, name: String, says: Option<String>) -> AnyView {
    let wrong = says.is_some();
    view! {
        <div class="field" class:wrong=wrong>
            <label for="name">{words.with("label-optional", &[("label", words.say("label-name").into())])}</label>
            {says.map(|says| view! { <p class="error" id="name-error">{says}</p> })}
            <input
                id="name" name="name" type="text" autocomplete="name" dir="auto" spellcheck="false" maxlength="300" value=name
                aria-describedby=wrong.then_some("name-error") aria-invalid=wrong.then_some("true")
            />
        </div>
    }
    .into_any()
}

/// Keeps what somebody says of themselves, and goes on in their language. A language, a country or a currency the shop does not
/// know stays as it was.
pub async fn keep_profile(held: &Held, lang: &str, name: &str, set: (&str, &str, &str)) -> Result<(), Failure> {
    let before = held.account.profile.clone();
    let kept = match PersonName::parse(name) {
        Ok(name) => name.as_str().to_owned(),
        Err(Flaw::Empty) => String::new(),
        Err(_) => {
            request::keep_typed(name)?;
            tell(&routes::profile(spoken(lang)), Heard::Name);
            return Ok(());
        }
    };
    let offered = request::ask(|conn, view| db::market::offered(conn, view.list.day)).await?;
    let profile = Profile {
        name: kept,
        lang: Lang::from_code(set.0).or(before.lang),
        country: Country::parse(set.1).ok().filter(|country| is_served(*country)).or(before.country),
        currency: Currency::parse(set.2).ok().filter(|currency| offered.contains(currency)).or(before.currency),
    };
    let (id, lang) = (held.account.id, profile.lang.unwrap_or(spoken(lang)));
    request::db()?.write(move |tx| account::keep_profile(tx, id, &profile)).await?;
    tell(&routes::profile(lang), Heard::Saved);
    Ok(())
}
