//! Passkeys: those somebody has, adding one and taking one away. Adding is for who has just proven who they are, since a passkey is a
//! way in for good. How the browser is asked for one is `frontend/passkey.js`; without script the other ways in stand there.

mod answers;

use std::sync::Arc;

use db::account::Held;
use domain::account::{Passkey, PasskeyName, device};
use domain::time::Timestamp;
use leptos::prelude::*;

use super::prove::{Prove, Then};
use super::{Heard, Said, heard};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::ui::Errors;
use crate::{request, routes};

pub use answers::{add_passkey, ask_for_passkey, enter_by_passkey, new_passkey, remove_passkey};

/// `/{lang}/account/passkeys`
#[component]
pub fn PasskeysPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::say_whose();
        let shop = request::shop()?;
        if shop.passkeys.is_none() {
            return Err(Failure::NotFound);
        }
        let Some(held) = request::account_page() else { return Ok(None) };
        let id = held.account.id;
        let all = shop.db.read(move |conn| db::account::passkeys(conn, id)).await?;
        let all = all.into_iter().map(|(passkey, _)| passkey).collect();
        Ok(Some(shown(Words::of(lang), held, all)))
    })
}

fn shown(words: Words, held: Arc<Held>, all: Vec<Passkey>) -> impl IntoView {
    let heard = heard();
    let wrong = (heard == Some(Heard::Current)).then(|| words.say("account-current"));
    let lines = wrong.clone().map(|says| ("password", says)).into_iter().collect();
    let head = Head { title: words.say("passkeys-title"), script: Some("passkey"), ..Head::default() };
    let (none, proven) = (all.is_empty(), held.proven);
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <Errors words lines />
                <h1>{words.say("passkeys-title")}</h1>
                <Said words heard />
                <p>{words.say("passkeys-text")}</p>
                {none.then(|| view! { <p>{words.say("passkeys-none")}</p> })}
                <ul class="stack">{all.into_iter().map(|one| view! { <li><Entry words one /></li> }).collect_view()}</ul>
                {if proven {
                    view! { <Add words /> }.into_any()
                } else {
                    view! { <Prove words held then=Then::Passkeys says=wrong /> }.into_any()
                }}
                <p><a href=routes::account(words.lang) data-native="">{words.say("account-title")}</a></p>
            </div>
        </Document>
    }
}

/// A passkey, since when it is there, and the way to take it away.
#[component]
fn Entry(words: Words, one: Passkey) -> AnyView {
    let label = format!("passkey-{}", one.id);
    let day = |at: Timestamp| words.date(at.day_at(request::shop_offset(at)));
    let added = day(one.added_at);
    let days = match one.used_at {
        Some(used) => words.with("passkeys-used", &[("added", added.into()), ("used", day(used).into())]),
        None => words.with("passkeys-unused", &[("added", added.into())]),
    };
    let refused = one.refused_at.map(|at| words.with("passkeys-refused", &[("day", day(at).into())]));
    view! {
        <form method="post" action="/api/account/passkey-remove" class="notice" data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="passkey" value=one.id.to_string() />
            <p id=label.clone()><strong><bdi>{one.name.as_str().to_owned()}</bdi></strong></p>
            <p class="calm">{days}</p>
            {refused.map(|says| view! { <p class="error">{says}</p> })}
            <button class="link" type="submit" aria-describedby=label>{words.say("account-address-remove")}</button>
        </form>
    }
    .into_any()
}

/// The form that adds one, for browsers that have them: the script shows it.
#[component]
fn Add(words: Words) -> AnyView {
    let name: String = device(&request::device().name).chars().take(PasskeyName::LONGEST).collect();
    view! {
        <section aria-labelledby="add">
            <h2 id="add">{words.say("passkeys-add")}</h2>
            <p data-without="">{words.say("passkeys-without")}</p>
            <form class="stack" method="post" action="/api/account/passkey-add" data-passkey="/api/account/passkey-new" hidden>
                <input type="hidden" name="lang" value=words.lang.code() />
                <input type="hidden" name="challenge" />
                <input type="hidden" name="answer" />
                <div class="field">
                    <label for="name">{words.say("passkeys-name")}</label>
                    <input id="name" name="name" autocomplete="off" dir="auto" maxlength=PasskeyName::LONGEST.to_string() value=name required=true />
                </div>
                <p class="error" role="alert" hidden>{words.say("passkeys-not-made")}</p>
                <div><button class="button" type="submit">{words.say("passkeys-add")}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// The button that signs in with a passkey, for browsers that have them: the script shows it.
#[component]
pub fn WithPasskey(words: Words) -> Option<AnyView> {
    request::shop().ok()?.passkeys?;
    let view = view! {
        <form class="stack" method="post" action="/api/account/passkey-enter" data-passkey="/api/account/passkey-ask" hidden>
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="challenge" />
            <input type="hidden" name="answer" />
            <p class="error" role="alert" hidden>{words.say("passkeys-not-used")}</p>
            <div><button class="button quiet" type="submit">{words.say("passkeys-enter")}</button></div>
        </form>
    };
    Some(view.into_any())
}
