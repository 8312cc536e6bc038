//! Being told when a thing in a list costs less or is back: asked for on the list's page, and ended there.

use std::sync::Arc;

use db::notifications;
use db::token::Token;
use db::wishlists::{self, Watch};
use domain::contact::{Email, Flaw};
use domain::ids::WishlistId;
use leptos::prelude::*;

use super::answer::tell;
use super::heard::Heard;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::request::{Guess, Shop};
use crate::{request, routes};

impl From<Flaw> for Heard {
    fn from(flaw: Flaw) -> Self {
        match flaw {
            Flaw::Empty => Self::Empty,
            Flaw::TooLong => Self::Long,
            _ => Self::Shape,
        }
    }
}

/// Who is told, or the form that asks for it. Whoever is signed in is told at the address of their account, and types nothing.
#[component]
pub fn Watching(words: Words, list: WishlistId, watch: Option<Watch>, flaw: Option<String>) -> AnyView {
    let inside = match watch.filter(|_| flaw.is_none()) {
        Some(watch) => {
            let key = if watch.confirmed { "wishlist-watch-on" } else { "wishlist-watch-waits" };
            let email = format!("\u{2068}{}\u{2069}", watch.email.as_str());
            view! {
                <p>{words.with(key, &[("email", email.into())])}</p>
                <form method="post" action="/api/lists/unwatch" data-once="">
                    <input type="hidden" name="lang" value=words.lang.code() />
                    <input type="hidden" name="list" value=list.to_string() />
                    <button class="button quiet" type="submit">{words.say("wishlist-watch-end")}</button>
                </form>
            }
            .into_any()
        }
        None => view! { <Ask words list flaw /> }.into_any(),
    };
    view! {
        <section class="part" id="watch" aria-labelledby="watch-title">
            <h2 id="watch-title">{words.say("wishlist-watch-title")}</h2>
            <p class="calm">{words.say("wishlist-watch-text")}</p>
            {inside}
        </section>
    }
    .into_any()
}

#[component]
fn Ask(words: Words, list: WishlistId, flaw: Option<String>) -> AnyView {
    let account = request::account().ok().map(|held| format!("\u{2068}{}\u{2069}", held.account.email.as_str()));
    let field = match account {
        Some(email) => view! { <p>{words.with("wishlist-watch-to", &[("email", email.into())])}</p> }.into_any(),
        None => view! { <EmailField words flaw /> }.into_any(),
    };
    view! {
        <form class="stack" method="post" action="/api/lists/watch" novalidate data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="list" value=list.to_string() />
            {field}
            <div><button class="button quiet" type="submit">{words.say("wishlist-watch-button")}</button></div>
        </form>
    }
    .into_any()
}

#[component]
fn EmailField(words: Words, flaw: Option<String>) -> AnyView {
    let wrong = flaw.is_some();
    let typed = if wrong { request::typed() } else { String::new() };
    view! {
        <div class="field" class:wrong=wrong>
            <label for="email">{words.say("label-email")}</label>
            {flaw.map(|says| view! { <p class="error" id="email-error">{says}</p> })}
            <input
                id="email" name="email" type="email" inputmode="email" autocomplete="email" dir="ltr" spellcheck="false"
                autocapitalize="off" maxlength="320" value=typed aria-describedby=wrong.then_some("email-error")
                aria-invalid=wrong.then_some("true")
            />
        </div>
    }
    .into_any()
}

/// Tells an address of a list: an account's own from now on, any other once the link in a letter to it was followed.
pub async fn watch(shop: &Shop, lang: &str, list: WishlistId, typed: &str) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let (keeper, market, page) = (request::browser().unwrap_or_default(), request::market_in(lang), routes::wishlist(lang, list));
    let held = request::account().ok();
    let proven = held.is_some();
    let email = match held {
        Some(held) => Ok(held.account.email.clone()),
        None => Email::parse(typed),
    };
    let heard = match email {
        Err(flaw) => flaw.into(),
        Ok(_) if !proven && !request::may_guess(Guess::Letter) => Heard::Wait,
        Ok(email) => {
            let key = Arc::clone(&shop.account);
            let zone = request::zone().unwrap_or_default();
            let watched = shop.db.write(move |tx| {
                wishlists::watch(tx, &*key, (&keeper, list), (&email, market, proven))?;
                Ok(notifications::lives_by(tx, (&email, market.lang), &zone)?)
            });
            watched.await?;
            if proven { Heard::Watched } else { Heard::Asked }
        }
    };
    if !matches!(heard, Heard::Watched | Heard::Asked) {
        request::keep_typed(typed)?;
    }
    tell(&page, heard, None);
    Ok(())
}

/// Tells nobody of a list any more.
pub async fn unwatch(keeper: Token, lang: &str, list: WishlistId) -> Result<(), Failure> {
    request::db()?.write(move |tx| wishlists::unwatch(tx, &keeper, list)).await?;
    tell(&routes::wishlist(Lang::from_code(lang).unwrap_or_default(), list), Heard::Unwatched, None);
    Ok(())
}
