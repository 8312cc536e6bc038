//! Where somebody signs in: by a letter, or with a password.

use leptos::prelude::*;

use super::passkeys::WithPasskey;
use super::{Field, Heard, Said, heard};
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::request;
use crate::ui::Errors;

/// `/{lang}/account/sign-in`
#[component]
pub fn SignInPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::say_whose();
        let heard = heard();
        let wrong = matches!(heard, Some(Heard::Email | Heard::Wrong | Heard::Wait));
        let typed = if wrong { request::typed() } else { String::new() };
        Ok(shown(Words::of(lang), heard, typed))
    })
}

fn shown(words: Words, heard: Option<Heard>, typed: String) -> impl IntoView {
    let says = (heard == Some(Heard::Email)).then(|| words.say("account-email"));
    let lines = says.clone().map(|says| ("email", says)).into_iter().collect();
    let passkeys = request::shop().is_ok_and(|shop| shop.passkeys.is_some());
    let head = Head { title: words.say("account-sign-in"), script: passkeys.then_some("passkey"), ..Head::default() };
    // Beside these fields browsers offer the passkeys they have.
    let (email, username) = if passkeys { ("email webauthn", "username webauthn") } else { ("email", "username") };
    let again = typed.clone();
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <Errors words lines />
                <h1>{words.say("account-sign-in")}</h1>
                <Said words heard />
                <WithPasskey words />
                <p>{words.say("account-sign-in-text")}</p>
                <form class="stack" method="post" action="/api/account/link" novalidate data-once="">
                    <input type="hidden" name="lang" value=words.lang.code() />
                    <Field label=words.say("account-address") id="email" name="email" kind="email" token=email text=typed says=says />
                    <div><button class="button" type="submit">{words.say("account-link-button")}</button></div>
                </form>
                <h2>{words.say("account-with-password")}</h2>
                <form class="stack" method="post" action="/api/account/sign-in" novalidate data-once="">
                    <input type="hidden" name="lang" value=words.lang.code() />
                    <Field label=words.say("account-address") id="username" name="email" kind="email" token=username text=again />
                    <Field label=words.say("account-password") id="password" name="password" kind="password" token="current-password" />
                    <p class="hint">{words.say("account-forgotten")}</p>
                    <div><button class="button quiet" type="submit">{words.say("account-sign-in")}</button></div>
                </form>
            </div>
        </Document>
    }
}
