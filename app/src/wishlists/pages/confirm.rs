//! Where the link in a letter leads that asks whether an address is to be told of a list: to one button. Only pressing it confirms,
//! since programs of mail servers follow links too. Nothing of the list is said, whose it is or what is in it.

use db::token::Token;
use db::{Error, wishlists};
use leptos::prelude::*;

use super::answer::tell;
use super::heard::{Heard, Said};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::request::Shop;
use crate::{request, routes};

/// `/{lang}/lists/confirm`
#[component]
pub fn ConfirmListPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let (db, key) = (request::db()?, request::query("key").unwrap_or_default());
        let (now, link) = (db.now(), Token::parse(&key).unwrap_or_default());
        let open = db.read(move |conn| wishlists::is_open(conn, &link, now)).await?;
        Ok(shown(Words::of(lang), open.then_some(key)))
    })
}

fn shown(words: Words, key: Option<String>) -> impl IntoView {
    let head = Head { title: words.say("wishlist-confirm-title"), ..Head::default() };
    let over = key.is_none() && Heard::here().is_none();
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{words.say("wishlist-confirm-title")}</h1>
                <Said words />
                {over.then(|| view! { <p class="notice bad" role="alert">{Heard::Over.says(words)}</p> })}
                {key.map(|key| view! {
                    <p>{words.say("wishlist-confirm-text")}</p>
                    <form method="post" action="/api/lists/confirm" data-once="">
                        <input type="hidden" name="lang" value=words.lang.code() />
                        <input type="hidden" name="key" value=key />
                        <button class="button" type="submit">{words.say("wishlist-watch-button")}</button>
                    </form>
                })}
            </div>
        </Document>
    }
}

/// Confirms, and says so; or that the link is over.
pub async fn confirm(shop: &Shop, lang: &str, key: &str) -> Result<(), Failure> {
    let page = routes::confirm_list(Lang::from_code(lang).unwrap_or_default());
    let link = Token::parse(key).unwrap_or_default();
    let heard = match shop.db.write(move |tx| wishlists::confirm(tx, &link)).await {
        Ok(()) => Heard::Watched,
        Err(Error::Refused(_)) => Heard::Over,
        Err(Error::Fault(fault)) => return Err(fault.into()),
    };
    tell(&page, heard, None);
    Ok(())
}
