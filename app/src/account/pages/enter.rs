//! Where a letter's link leads: to one button. Only pressing it uses the link up, since programs of mail servers follow links too.

use db::token::Token;
use domain::contact::Email;
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
        Ok(shown(Words::of(lang), open.map(|email| (email, key))))
    })
}

/// The address is masked: whoever has the letter knows it, and whoever looks over their shoulder need not.
fn shown(words: Words, open: Option<(Email, String)>) -> impl IntoView {
    let head = Head { title: words.say("account-sign-in"), ..Head::default() };
    let over = open.is_none().then_some(Heard::Over);
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{words.say("account-sign-in")}</h1>
                <Said words heard=over />
                {match open {
                    Some((email, key)) => view! {
                        <p>{words.with("account-enter-whom", &[("email", format!("\u{2068}{}\u{2069}", email.masked()).into())])}</p>
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
