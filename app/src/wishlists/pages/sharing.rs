//! The link that shows others a list: made, shown once, and taken back on the list's page.

use db::token::Token;
use db::wishlists;
use domain::ids::WishlistId;
use leptos::prelude::*;

use super::answer::tell;
use super::heard::Heard;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// The link the request says was made just now.
pub fn just_made() -> Option<Token> {
    request::query("shared").and_then(|secret| Token::parse(&secret))
}

/// Says what others see, and makes the link or takes it back. `known`: whether there is one, and whether it is `link`.
#[component]
pub fn Sharing(words: Words, list: WishlistId, known: Option<bool>, link: Option<Token>) -> AnyView {
    let origin = request::shop().map(|shop| shop.origin).unwrap_or_default();
    let link = link.filter(|_| known == Some(true));
    let make = if known.is_some() { "share-anew" } else { "share-make" };
    let there = known.is_some() && link.is_none();
    let link = link.map(|link| format!("{origin}{}", routes::shared_list(words.lang, &link)));
    view! {
        <section class="part sharing" id="share" aria-labelledby="share-title">
            <h2 id="share-title">{words.say("wishlist-share-title")}</h2>
            <p class="calm">{words.say("wishlist-share-text")}</p>
            {link.map(|link| view! {
                <div class="field" role="status">
                    <label for="share-link">{words.say("share-link")}</label>
                    <input id="share-link" type="text" readonly value=link dir="ltr" />
                    <p class="hint">{words.say("share-once")}</p>
                </div>
            })}
            {there.then(|| view! { <p>{words.say("wishlist-share-there")}</p> })}
            <div class="sharing-buttons">
                <Press words list action="/api/lists/share" says=make />
                {known.is_some().then(|| view! { <Press words list action="/api/lists/unshare" says="share-end" /> })}
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Press(words: Words, list: WishlistId, action: &'static str, says: &'static str) -> AnyView {
    view! {
        <form method="post" action=action data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="list" value=list.to_string() />
            <button class="button quiet" type="submit">{words.say(says)}</button>
        </form>
    }
    .into_any()
}

/// Makes a link and leads to the list's page, which shows it.
pub async fn share(keeper: Token, lang: &str, list: WishlistId) -> Result<(), Failure> {
    let page = routes::wishlist(Lang::from_code(lang).unwrap_or_default(), list);
    let link = Token::mint()?;
    let made = link.clone();
    request::db()?.write(move |tx| wishlists::share(tx, &keeper, list, &made)).await?;
    let to = routes::with(&page, &[("shared".to_owned(), link.secret().to_owned())]);
    request::go(&format!("{to}#share"));
    Ok(())
}

/// Takes the link back and leads to the list's page.
pub async fn unshare(keeper: Token, lang: &str, list: WishlistId) -> Result<(), Failure> {
    let page = routes::wishlist(Lang::from_code(lang).unwrap_or_default(), list);
    request::db()?.write(move |tx| wishlists::unshare(tx, &keeper, list)).await?;
    tell(&page, Heard::Unshared, None);
    Ok(())
}
