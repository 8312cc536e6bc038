//! Another e-mail address: asked for here, said yes to from the new one, and no to from the old one.

use std::sync::Arc;

use db::Error;
use db::account::{self, Held};
use db::token::Token;
use domain::account::MoveRefusal;
use domain::contact::Email;
use leptos::prelude::*;

use super::prove::{Prove, Then};
use super::{Field, Heard, Said, heard, spoken, tell};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::request::{Guess, Shop};
use crate::ui::Errors;
use crate::{request, routes};

/// `/{lang}/account/email`
#[component]
pub fn MovingPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        request::say_whose();
        Ok(request::account_page().map(|held| shown(Words::of(lang), held)))
    })
}

fn shown(words: Words, held: Arc<Held>) -> impl IntoView {
    let (lang, heard) = (words.lang, heard());
    let flaw = heard.filter(|heard| matches!(heard, Heard::Email | Heard::Same));
    let says = flaw.map(|flaw| words.say(&format!("account-{}", flaw.code())));
    let wrong = (heard == Some(Heard::Current)).then(|| words.say("account-current"));
    let lines = says.clone().map(|says| ("email", says)).into_iter().chain(wrong.clone().map(|says| ("password", says)));
    let typed = if says.is_some() { request::typed() } else { String::new() };
    let email = format!("\u{2068}{}\u{2069}", held.account.email.as_str());
    let head = Head { title: words.say("account-address"), ..Head::default() };
    let proven = held.proven;
    view! {
        <Document head lang>
            <div class="prose">
                <Errors words lines=lines.collect() />
                <h1>{words.say("account-address")}</h1>
                <Said words heard />
                <p>{words.with("account-move-text", &[("email", email.into())])}</p>
                {if proven {
                    view! {
                        <form class="stack" method="post" action="/api/account/email" novalidate data-once="">
                            <input type="hidden" name="lang" value=lang.code() />
                            <Field label=words.say("account-move-new") id="email" name="email" kind="email" token="email" text=typed says=says />
                            <div><button class="button" type="submit">{words.say("account-move-button")}</button></div>
                        </form>
                    }.into_any()
                } else {
                    view! { <Prove words held then=Then::Email says=wrong /> }.into_any()
                }}
                <p><a href=routes::account(lang)>{words.say("account-title")}</a></p>
            </div>
        </Document>
    }
}

/// Writes to both addresses. Of the new one it is not told whether it has an account.
pub async fn ask_to_move(held: &Held, lang: &str, typed: &str) -> Result<(), Failure> {
    let (shop, lang) = (request::shop()?, spoken(lang));
    if !held.proven {
        request::go(&routes::email(lang));
        return Ok(());
    }
    let heard = match Email::parse(typed) {
        Err(_) => Heard::Email,
        Ok(_) if !request::may_guess(Guess::Letter) => Heard::Wait,
        Ok(email) => {
            let (key, account) = (Arc::clone(&shop.account), held.account.clone());
            match shop.db.write(move |tx| account::ask_to_move(tx, &*key, &account, (&email, lang))).await {
                Ok(()) => Heard::Asked,
                Err(Error::Refused(refusal)) => why(refusal),
                Err(Error::Fault(fault)) => return Err(fault.into()),
            }
        }
    };
    if heard != Heard::Asked {
        request::keep_typed(&typed.chars().take(254).collect::<String>())?;
    }
    tell(&routes::email(lang), heard);
    Ok(())
}

const fn why(refusal: MoveRefusal) -> Heard {
    match refusal {
        MoveRefusal::Over => Heard::Over,
        MoveRefusal::Taken => Heard::Taken,
        MoveRefusal::Same => Heard::Same,
        MoveRefusal::Often => Heard::Often,
    }
}

/// The new address says yes. Whoever is signed in to the account here stays so, in a new session; all others are signed out.
pub async fn confirm_email(shop: &Shop, lang: &str, link: &str) -> Result<(), Failure> {
    let (lang, token) = (spoken(lang), Token::mint()?);
    let link = Token::parse(link).unwrap_or_default();
    let (key, given, device) = (Arc::clone(&shop.account), token.clone(), request::device());
    let here = request::account().ok().map(|held| held.account.id);
    let said = shop.db.write(move |tx| account::confirm(tx, &*key, &link, here.map(|id| (id, &given, &device))));
    match said.await {
        Ok(true) => {
            request::let_in(&token)?;
            tell(&routes::account(lang), Heard::Moved);
        }
        Ok(false) => tell(&routes::sign_in(lang), Heard::Moved),
        Err(Error::Refused(refusal)) => {
            tell(&routes::sign_in(lang), if refusal == MoveRefusal::Taken { Heard::Taken } else { Heard::Gone })
        }
        Err(Error::Fault(fault)) => return Err(fault.into()),
    }
    Ok(())
}

/// The old address says no.
pub async fn refuse_email(shop: &Shop, lang: &str, link: &str) -> Result<(), Failure> {
    let (lang, link, key) = (spoken(lang), Token::parse(link).unwrap_or_default(), Arc::clone(&shop.account));
    match shop.db.write(move |tx| account::refuse(tx, &*key, &link)).await {
        Ok(()) => tell(&routes::sign_in(lang), Heard::Refused),
        Err(Error::Refused(_)) => tell(&routes::sign_in(lang), Heard::Gone),
        Err(Error::Fault(fault)) => return Err(fault.into()),
    }
    Ok(())
}
