//! The address book: what the checkout takes addresses from.

use db::Error;
use db::account::Held;
use db::checkout::BookIsFull;
use domain::checkout::{Field, Remembered, TypedAddress};
use domain::contact::Country;
use domain::ids::RememberedId;
use leptos::prelude::*;

use super::{Heard, Said, heard, spoken, tell};
use crate::checkout::pages::{completed, place_of, remembered};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// `/{lang}/account/addresses`
#[component]
pub fn BookPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::say_whose();
        if request::account_page().is_none() {
            return Ok(None);
        }
        Ok(Some(shown(Words::of(lang), remembered().await?)))
    })
}

fn shown(words: Words, all: Vec<Remembered>) -> impl IntoView {
    let head = Head { title: words.say("account-addresses-title"), ..Head::default() };
    let none = all.is_empty();
    view! {
        <Document head lang=words.lang>
            <h1>{words.say("account-addresses-title")}</h1>
            <Said words heard=heard() />
            <p>{words.say(if none { "account-addresses-none" } else { "account-addresses-text" })}</p>
            <ul class="stack">{all.into_iter().map(|one| view! { <li><Entry words one /></li> }).collect_view()}</ul>
            <p><a class="button quiet" href=routes::address(words.lang, None)>{words.say("account-address-add")}</a></p>
            <p><a href=routes::account(words.lang)>{words.say("account-title")}</a></p>
        </Document>
    }
}

/// An address, and what can be done with it.
#[component]
fn Entry(words: Words, one: Remembered) -> AnyView {
    let label = format!("address-{}", one.id);
    let (lang, described) = (words.lang, label.clone());
    let unfinished = one.typed.parse().is_err().then(|| words.say("account-address-unfinished"));
    view! {
        <form method="post" action="/api/account/address-kept" class="notice">
            <input type="hidden" name="lang" value=lang.code() />
            <input type="hidden" name="id" value=one.id.to_string() />
            <p id=label><strong><bdi>{one.typed.name.clone()}</bdi></strong>" "<bdi>{place_of(words, &one)}</bdi></p>
            {one.preferred.then(|| view! { <p class="calm">{words.say("account-address-first")}</p> })}
            {unfinished.map(|says| view! { <p class="calm">{says}</p> })}
            <div class="chips">
                {(!one.preferred).then(|| view! {
                    <button class="link" type="submit" aria-describedby=described.clone()>{words.say("account-address-prefer")}</button>
                })}
                <a href=routes::address(lang, Some(one.id)) aria-describedby=described.clone()>{words.say("account-address-change")}</a>
                <button class="link" type="submit" name="remove" value="true" aria-describedby=described>{words.say("account-address-remove")}</button>
            </div>
        </form>
    }
    .into_any()
}

/// An address as its form sends it.
#[derive(Clone, Debug)]
pub struct Typed<'a> {
    /// The address.
    pub address: TypedAddress,
    /// Whether only the country was changed, and the form is to be laid anew.
    pub relay: bool,
    /// A suggestion that was taken, `field=text`.
    pub take: &'a str,
}

/// Writes an address into the book, and leads back to it; to its form again, with all that was typed, while something is wrong.
pub async fn note_address(held: &Held, lang: &str, id: &str, typed: Typed<'_>) -> Result<(), Failure> {
    let lang = spoken(lang);
    let id = if id.is_empty() { None } else { Some(RememberedId(id.parse().map_err(|_| Failure::NotFound)?)) };
    let email = held.account.email.as_str().to_owned();
    let address = completed(TypedAddress { email, ..typed.address.cut() }, typed.take).await?;
    let empty = Field::ALL.iter().all(|field| matches!(field, Field::Email | Field::Country) || address.get(*field).is_empty());
    if id.is_none() && empty {
        let country = Country::parse(&address.country).map(|country| country.code().to_owned()).unwrap_or_default();
        let laid = routes::with(&routes::address(lang, None), &[("country".to_owned(), country)]);
        request::go(&if typed.relay { laid } else { format!("{laid}&errors") });
        return Ok(());
    }
    let (owner, right) = (request::browser().unwrap_or_default(), address.parse().is_ok());
    match request::db()?.write(move |tx| db::checkout::note_address(tx, &owner, id, &address)).await {
        Ok(id) => leads(lang, id, typed.relay, right),
        Err(Error::Refused(BookIsFull)) => tell(&routes::addresses(lang), Heard::Full),
        Err(Error::Fault(fault)) => return Err(fault.into()),
    }
    Ok(())
}

fn leads(lang: Lang, id: RememberedId, relay: bool, right: bool) {
    let form = routes::address(lang, Some(id));
    match (relay, right) {
        (true, _) => request::go(&format!("{form}?relaid")),
        (false, false) => request::go(&format!("{form}?errors")),
        (false, true) => tell(&routes::addresses(lang), Heard::Saved),
    }
}

/// Takes an address of the book first from now on, or out of it.
pub async fn keep_address(lang: &str, id: i64, remove: bool) -> Result<(), Failure> {
    let (owner, id, lang) = (request::browser().unwrap_or_default(), RememberedId(id), spoken(lang));
    let db = request::db()?;
    if remove {
        db.write(move |tx| db::checkout::forget(tx, &owner, id)).await?;
    } else {
        db.write(move |tx| db::checkout::prefer(tx, &owner, id)).await?;
    }
    request::go(&routes::addresses(lang));
    Ok(())
}
