//! Addresses this browser remembers: taken for a checkout, or forgotten.

use domain::checkout::{Remembered, Step};
use domain::contact::Country;
use domain::ids::RememberedId;
use leptos::prelude::*;

use super::onward::{onward, refused};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// What this browser remembers, what was used last first.
pub async fn remembered() -> Result<Vec<Remembered>, Failure> {
    let (db, Some(browser)) = (request::db()?, request::browser()) else { return Ok(Vec::new()) };
    let now = db.now();
    Ok(db.read(move |conn| db::checkout::remembered(conn, &browser, now)).await?)
}

/// Takes a remembered address for this browser's checkout, with the way it was sent there last.
pub async fn take_remembered(lang: &str, id: RememberedId) -> Result<(), Failure> {
    let (browser, token) = (request::browser_that_remembers()?, request::cart().unwrap_or_default());
    match request::db()?.write(move |tx| db::checkout::choose(tx, &browser, &token, id)).await {
        Ok(draft) => onward(lang, Step::Address, draft.next() > Step::Address),
        Err(error) => refused(lang, Step::Address, error).await,
    }
}

/// Forgets a remembered address, and leads back to the page where it was shown.
pub async fn forget_remembered(lang: &str, id: RememberedId, shown: &str) -> Result<(), Failure> {
    let browser = request::browser().unwrap_or_default();
    request::db()?.write(move |tx| db::checkout::forget(tx, &browser, id)).await?;
    let lang = Lang::from_code(lang).unwrap_or_default();
    request::go(&if shown == ORDERS { routes::orders(lang) } else { routes::checkout(lang, Step::Address) });
    Ok(())
}

const ORDERS: &str = "orders";

/// On the address step: of several addresses one is chosen; the only one stands in the form already, and can be forgotten.
#[component]
pub fn RememberedChoice(words: Words, all: Vec<Remembered>, chosen: Option<RememberedId>) -> Option<AnyView> {
    let first = all.first()?.id;
    let several = all.len() > 1;
    let chosen = chosen.unwrap_or(first);
    let radio = move |one: Remembered| {
        view! {
            <label class="way">
                <input type="radio" name="address" value=one.id.to_string() checked=one.id == chosen />
                <span><strong><bdi>{one.typed.name.clone()}</bdi></strong><small><bdi>{place(words, &one)}</bdi></small></span>
            </label>
        }
    };
    let choice = if several {
        view! {
            <fieldset class="ways">
                <legend>{words.say("remembered-title")}</legend>
                {all.into_iter().map(radio).collect_view()}
            </fieldset>
        }
        .into_any()
    } else {
        view! {
            <p>{words.say("remembered-filled")}</p>
            <input type="hidden" name="address" value=first.to_string() />
        }
        .into_any()
    };
    Some(
        view! {
            <form method="post" action="/api/checkout/remembered" class=if several { "remembered stack" } else { "notice done" }>
                <input type="hidden" name="lang" value=words.lang.code() />
                {choice}
                <div class="chips">
                    {several.then(|| view! { <button class="button quiet" type="submit">{words.say("remembered-take")}</button> })}
                    <button class="link" type="submit" name="forget" value="true">{words.say("remembered-forget")}</button>
                </div>
            </form>
        }
        .into_any(),
    )
}

/// On the page of the orders: everything that is remembered, each to be forgotten.
#[component]
pub fn RememberedList(words: Words, all: Vec<Remembered>) -> Option<AnyView> {
    let row = move |one: Remembered| {
        let label = format!("remembered-{}", one.id);
        view! {
            <li>
                <form method="post" action="/api/checkout/remembered" class="notice done">
                    <input type="hidden" name="lang" value=words.lang.code() />
                    <input type="hidden" name="address" value=one.id.to_string() />
                    <input type="hidden" name="shown" value=ORDERS />
                    <p id=label.clone()><bdi>{format!("{} · {}", one.typed.name, place(words, &one))}</bdi></p>
                    <button class="link" type="submit" name="forget" value="true" aria-describedby=label>{words.say("remembered-forget")}</button>
                </form>
            </li>
        }
    };
    (!all.is_empty()).then(|| {
        view! {
            <section class="part" aria-labelledby="remembered">
                <h2 id="remembered">{words.say("remembered-title")}</h2>
                <p class="calm">{words.with("remembered-hint", &[("days", Remembered::KEPT_DAYS.into())])}</p>
                <ul>{all.into_iter().map(row).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// Street, town and country, in one line.
pub fn place(words: Words, one: &Remembered) -> String {
    let typed = &one.typed;
    let country = Country::parse(&typed.country).map(|country| words.country(country)).unwrap_or_default();
    let parts = [typed.line1.clone(), typed.city.clone(), country];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
