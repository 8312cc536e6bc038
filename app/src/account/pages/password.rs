//! A password, for who does not want to wait for a letter.

use db::account::{self, Held, NewPassword, NotLetIn};
use domain::account::{PasswordFlaw, fits};
use domain::contact::Email;
use leptos::prelude::*;

use super::{Field, Heard, spoken, tell};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::{request, routes};

/// The form; it `asks` for the current one unless a letter has just proven who they are.
#[component]
pub fn Password(words: Words, email: Email, asks: bool, flaw: Option<(&'static str, String)>) -> AnyView {
    let says = |field: &str| flaw.clone().filter(|(of, _)| *of == field).map(|(_, says)| says);
    view! {
        <section aria-labelledby="new-password">
            <h2 id="new-password">{words.say("account-password")}</h2>
            <p>{words.say("account-password-text")}</p>
            <form class="stack" method="post" action="/api/account/password" novalidate data-once="">
                <input type="hidden" name="lang" value=words.lang.code() />
                <input type="hidden" name="username" autocomplete="username" value=email.as_str().to_owned() />
                {asks.then(|| view! {
                    <Field label=words.say("account-password-now") id="current" name="current" kind="password" token="current-password" says=says("current") />
                })}
                <Field label=words.say("account-password-new") id="password" name="password" kind="password" token="new-password" says=says("password") />
                <div><button class="button quiet" type="submit">{words.say("account-password-button")}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// Keeps another password, or says what is wrong with it.
pub async fn change_password(held: &Held, lang: &str, current: String, password: String) -> Result<(), Failure> {
    let (shop, page) = (request::shop()?, routes::account(spoken(lang)));
    let flaw = match fits(&password) {
        Ok(()) if shop.leaks.know(&password).await? => Some(PasswordFlaw::Leaked),
        fit => fit.err(),
    };
    if let Some(flaw) = flaw {
        tell(&page, said(flaw));
        return Ok(());
    }
    let heard = match account::change_password(&shop.db, held, &NewPassword { current, password }).await {
        Ok(token) => {
            request::renew_session(&token)?;
            Heard::Changed
        }
        Err(NotLetIn::Wrong) => Heard::Current,
        Err(NotLetIn::Wait(_)) => Heard::Wait,
        Err(NotLetIn::Fault(fault)) => return Err(fault.into()),
    };
    tell(&page, heard);
    Ok(())
}

const fn said(flaw: PasswordFlaw) -> Heard {
    match flaw {
        PasswordFlaw::Short => Heard::Short,
        PasswordFlaw::Long => Heard::Long,
        PasswordFlaw::Leaked => Heard::Leaked,
    }
}
