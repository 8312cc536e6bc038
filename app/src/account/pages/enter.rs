//! Where a letter's link leads: to one button. Only pressing it uses the link up, since programs of mail servers follow links too.

use db::token::Token;
use leptos::prelude::*;

use super::{Heard, Said};
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// `/{lang}/account/enter`
#[component]
pub fn EnterPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let (db, key) = (request::db()?, request::query("key").unwrap_or_default());
        let (now, link) = (db.now(), Token::parse(&key).unwrap_or_default());
        let open = db.read(move |conn| db::account::is_open(conn, &link, now)).await?;
        Ok(shown(Words::of(lang), open.then_some(key)))
    })
}

fn shown(words: Words, key: Option<String>) -> impl IntoView {
    let head = Head { title: words.say("account-sign-in"), ..Head::default() };
    let over = key.is_none().then_some(Heard::Over);
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{words.say("account-sign-in")}</h1>
                <Said words heard=over />
                {match key {
                    Some(key) => view! {
                        <p>{words.say("account-enter-text")}</p>
                        <form method="post" action="/api/account/enter" data-once="">
                            <input type="hidden" name="lang" value=words.lang.code() />
                            <input type="hidden" name="key" value=key />
                            <button class="button" type="submit">{words.say("account-enter-button")}</button>
                        </form>
                    }.into_any(),
                    None => view! { <p><a class="button" href=routes::sign_in(words.lang)>{words.say("account-link-again")}</a></p> }.into_any(),
                }}
            </div>
        </Document>
    }
}
