//! Where the links lead of the letters about another e-mail address: each to one button. Only pressing it does something, since
//! programs of mail servers follow links too.

use db::account::Change;
use db::token::Token;
use domain::contact::Email;
use leptos::prelude::*;

use super::{Heard, Said};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// `/{lang}/account/email/confirm`
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let (change, key) = asked().await?;
        let email = change.filter(|change| !change.confirmed).map(|change| change.email);
        Ok(shown(Words::of(lang), "confirm", email, key))
    })
}

/// `/{lang}/account/email/refuse`
#[component]
pub fn RefusePage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let (change, key) = asked().await?;
        Ok(shown(Words::of(lang), "refuse", change.map(|change| change.before), key))
    })
}

/// The change the page's link is of. The page's address is a secret.
async fn asked() -> Result<(Option<Change>, String), Failure> {
    request::secretly();
    let (db, key) = (request::db()?, request::query("key").unwrap_or_default());
    let (now, link) = (db.now(), Token::parse(&key).unwrap_or_default());
    Ok((db.read(move |conn| db::account::change_of(conn, &link, now)).await?, key))
}

/// `answer` is `confirm` or `refuse`; `whose` the address that says so, masked: whoever has its letter knows it.
fn shown(words: Words, answer: &'static str, whose: Option<Email>, key: String) -> impl IntoView {
    let head = Head { title: words.say("account-address"), ..Head::default() };
    let over = whose.is_none().then_some(Heard::Gone);
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{words.say("account-address")}</h1>
                <Said words heard=over />
                {match whose {
                    Some(email) => {
                        let email = format!("\u{2068}{}\u{2069}", email.masked());
                        view! {
                            <p>{words.with(&format!("account-{answer}-text"), &[("email", email.into())])}</p>
                            {(answer == "refuse").then(|| view! { <p>{words.say("passkeys-gone")}</p> })}
                            <form method="post" action=format!("/api/account/email-{answer}") data-native="" data-once="">
                                <input type="hidden" name="lang" value=words.lang.code() />
                                <input type="hidden" name="key" value=key />
                                <button class="button" type="submit">{words.say(&format!("account-{answer}-button"))}</button>
                            </form>
                        }.into_any()
                    }
                    None => view! { <p><a class="button" href=routes::sign_in(words.lang)>{words.say("account-sign-in")}</a></p> }.into_any(),
                }}
            </div>
        </Document>
    }
}
