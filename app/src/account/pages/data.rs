//! What the shop holds about somebody: all of it as a file, and the way to delete it. Both only after they have proven once more who
//! they are.

use std::sync::Arc;

use db::account::Held;
use leptos::prelude::*;

use super::prove::{Prove, Then};
use super::{Heard, Said, heard, spoken, tell};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::ui::Errors;
use crate::{request, routes};

/// `/{lang}/account/data`
#[component]
pub fn DataPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::say_whose();
        Ok(request::account_page().map(|held| shown(Words::of(lang), held)))
    })
}

fn shown(words: Words, held: Arc<Held>) -> impl IntoView {
    let heard = heard();
    let says = (heard == Some(Heard::Current)).then(|| words.say("account-current"));
    let unsure = (heard == Some(Heard::Unsure)).then(|| words.say("account-unsure"));
    let lines = says.clone().map(|says| ("password", says)).into_iter().chain(unsure.clone().map(|says| ("sure", says)));
    let head = Head { title: words.say("account-data-title"), ..Head::default() };
    let proven = held.proven;
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <Errors words lines=lines.collect() />
                <h1>{words.say("account-data-title")}</h1>
                <Said words heard />
                <p>{words.say("account-data-text")}</p>
                {if proven {
                    view! { <Download words /> <Delete words unsure /> }.into_any()
                } else {
                    view! { <Prove words held then=Then::Data says /> }.into_any()
                }}
                <p><a href=routes::account(words.lang)>{words.say("account-title")}</a></p>
            </div>
        </Document>
    }
}

#[component]
fn Download(words: Words) -> AnyView {
    view! {
        <section aria-labelledby="download">
            <h2 id="download">{words.say("account-download-title")}</h2>
            <p>{words.say("account-download-text")}</p>
            <p><a class="button" href=routes::data_file(words.lang) download="" data-native="">{words.say("account-download-button")}</a></p>
        </section>
    }
    .into_any()
}

#[component]
fn Delete(words: Words, unsure: Option<String>) -> AnyView {
    let wrong = unsure.is_some();
    view! {
        <section aria-labelledby="delete">
            <h2 id="delete">{words.say("account-delete-title")}</h2>
            <p>{words.say("account-delete-text")}</p>
            <p>{words.say("account-delete-kept")}</p>
            <form class="stack" method="post" action="/api/account/delete" data-native="" data-once="">
                <input type="hidden" name="lang" value=words.lang.code() />
                <div class="field" class:wrong=wrong>
                    {unsure.map(|says| view! { <p class="error" id="sure-error">{says}</p> })}
                    <label class="tick">
                        <input
                            type="checkbox" id="sure" name="sure" value="true" aria-describedby=wrong.then_some("sure-error")
                            aria-invalid=wrong.then_some("true")
                        />
                        {words.say("account-delete-sure")}
                    </label>
                </div>
                <div><button class="button quiet" type="submit">{words.say("account-delete-button")}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// Deletes somebody who is sure and has proven who they are.
pub async fn delete(held: &Held, lang: &str, sure: bool) -> Result<(), Failure> {
    let (shop, lang) = (request::shop()?, spoken(lang));
    if !held.proven {
        request::go(&routes::data(lang));
        return Ok(());
    }
    if !sure {
        tell(&routes::data(lang), Heard::Unsure);
        return Ok(());
    }
    let (key, account) = (Arc::clone(&shop.account), held.account.clone());
    shop.db.write(move |tx| db::personal::erase(tx, &*key, &account)).await?;
    request::let_out()?;
    tell(&routes::sign_in(lang), Heard::Deleted);
    Ok(())
}
