//! The door of the desk.

use leptos::prelude::*;

use super::frame::Frame;
use crate::i18n::Words;
use crate::{request, routes};

/// `/desk`
#[component]
pub fn DeskPage() -> impl IntoView {
    request::go(&routes::desk_goods());
}

/// `/desk/sign-in`
#[component]
pub fn SignInPage() -> AnyView {
    let words = Words::of(request::lang());
    let then = request::query("then").unwrap_or_default();
    let name = request::query("name").unwrap_or_default();
    let wrong = request::query("wait").map(|wait| match wait.parse::<u32>() {
        Ok(seconds) if seconds > 0 => words.with("desk-sign-in-wait", &[("seconds", seconds.into())]),
        _ => words.say("desk-sign-in-wrong"),
    });
    view! {
        <Frame words title=words.say("desk-sign-in")>
            <form method="post" action="/api/desk/sign-in" class="stack desk-door">
                <h1>{words.say("desk-sign-in")}</h1>
                {wrong.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
                <input type="hidden" name="then" value=then />
                <div class="field">
                    <label for="name">{words.say("desk-name")}</label>
                    <input id="name" name="name" value=name autocomplete="username" autocapitalize="none" spellcheck="false" required=true />
                </div>
                <div class="field">
                    <label for="password">{words.say("desk-password")}</label>
                    <input id="password" name="password" type="password" autocomplete="current-password" required=true />
                </div>
                <button class="button wide" type="submit">{words.say("desk-sign-in")}</button>
            </form>
        </Frame>
    }
    .into_any()
}
