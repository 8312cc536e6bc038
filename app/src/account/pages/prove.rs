//! Proving once more who somebody is, before what a thief with their telephone must not do.

use db::account::{self, Held, NotLetIn};
use leptos::prelude::*;

use super::{Field, Heard, spoken, tell};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// The page somebody goes on to, by the name forms have for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Their data.
    Data,
    /// Another e-mail address.
    Email,
    /// Their passkeys.
    Passkeys,
}

impl Then {
    const fn name(self) -> &'static str {
        match self {
            Then::Data => "data",
            Then::Email => "email",
            Then::Passkeys => "passkeys",
        }
    }

    /// Where a form leads that says so.
    fn page(lang: Lang, name: &str) -> String {
        match name {
            "email" => routes::email(lang),
            "passkeys" => routes::passkeys(lang),
            _ => routes::data(lang),
        }
    }
}

/// The form: the password, where there is one, or a letter.
#[component]
pub fn Prove(words: Words, held: std::sync::Arc<Held>, then: Then, says: Option<String>) -> AnyView {
    let email = held.account.email.as_str().to_owned();
    let apart = format!("\u{2068}{email}\u{2069}");
    let (lang, address) = (words.lang.code(), email.clone());
    view! {
        <section aria-labelledby="prove">
            <h2 id="prove">{words.say("account-prove-title")}</h2>
            {held.account.has_password.then(|| view! {
                <form class="stack" method="post" action="/api/account/prove" novalidate data-once="">
                    <input type="hidden" name="lang" value=lang />
                    <input type="hidden" name="then" value=then.name() />
                    <input type="hidden" name="username" autocomplete="username" value=address />
                    <Field label=words.say("account-password") id="password" name="password" kind="password" token="current-password" says />
                    <div><button class="button" type="submit">{words.say("account-prove-button")}</button></div>
                </form>
            })}
            <form class="stack" method="post" action="/api/account/link" data-once="">
                <input type="hidden" name="lang" value=lang />
                <input type="hidden" name="email" value=email />
                <p>{words.with("account-prove-letter", &[("email", apart.into())])}</p>
                <div><button class="button quiet" type="submit">{words.say("account-link-button")}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// Looks at a password once more, and goes on.
pub async fn prove(held: &Held, lang: &str, password: &str, then: &str) -> Result<(), Failure> {
    let lang = spoken(lang);
    let page = Then::page(lang, then);
    match account::prove(&request::db()?, held, password).await {
        Ok(()) => request::go(&page),
        Err(NotLetIn::Wrong) => tell(&page, Heard::Current),
        Err(NotLetIn::Wait(_)) => tell(&page, Heard::Wait),
        Err(NotLetIn::Fault(fault)) => return Err(fault.into()),
    }
    Ok(())
}
