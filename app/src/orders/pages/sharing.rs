//! The link that shows others how far an order is: made, shown once, and taken back on the order's page.

use db::orders::shares;
use db::token::Token;
use domain::orders::OrderNumber;
use leptos::prelude::*;

use super::order::keys;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// What is known of an order's link: none when there is none, and the link itself where it was made just now.
#[derive(Clone, Debug)]
pub struct Shared {
    /// Whether somebody may have it.
    pub there_is: bool,
    /// It.
    pub link: Option<Token>,
}

impl Shared {
    /// What the request says was made, believed where it is true.
    pub fn of(known: Option<bool>, said: Option<Token>) -> Self {
        Self { there_is: known.is_some(), link: said.filter(|_| known == Some(true)) }
    }
}

/// The link the request says was made just now.
pub fn just_made() -> Option<Token> {
    request::query("shared").and_then(|secret| Token::parse(&secret))
}

/// Says what others see, and makes the link or takes it back.
#[component]
pub fn Sharing(words: Words, order: OrderNumber, shared: Shared, key: String) -> AnyView {
    let origin = request::shop().map(|shop| shop.origin).unwrap_or_default();
    let ended = request::query("unshared").is_some() && !shared.there_is;
    let make = if shared.there_is { "share-anew" } else { "share-make" };
    let known = shared.there_is && shared.link.is_none();
    let link = shared.link.map(|link| format!("{origin}{}", routes::shared(words.lang, &link)));
    view! {
        <section class="part sharing" id="share" aria-labelledby="share-title">
            <h2 id="share-title">{words.say("share-title")}</h2>
            {ended.then(|| view! { <p class="notice done" role="status">{words.say("share-ended")}</p> })}
            <p class="calm">{words.say("share-text")}</p>
            {link.map(|link| view! {
                <div class="field" role="status">
                    <label for="share-link">{words.say("share-link")}</label>
                    <input id="share-link" type="text" readonly value=link dir="ltr" />
                    <p class="hint">{words.say("share-once")}</p>
                </div>
            })}
            {known.then(|| view! { <p>{words.say("share-there")}</p> })}
            <div class="sharing-buttons">
                <Press words order=order.clone() key=key.clone() action="/api/orders/share" says=make />
                {shared.there_is.then(|| view! { <Press words order key action="/api/orders/unshare" says="share-end" /> })}
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Press(words: Words, order: OrderNumber, key: String, action: &'static str, says: &'static str) -> AnyView {
    view! {
        <form method="post" action=action data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="number" value=order.as_str().to_owned() />
            <input type="hidden" name="key" value=key />
            <button class="button quiet" type="submit">{words.say(says)}</button>
        </form>
    }
    .into_any()
}

/// Makes a link and leads to the order's page, which shows it.
pub async fn share_order(lang: &str, number: &str, key: &str) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let (asked, keys, link) = (number.clone(), keys(key), Token::mint()?);
    let made = link.clone();
    let db = request::db()?;
    db.write(move |tx| shares::share(tx, db::orders::id_for(tx, &asked, &keys)?, &made)).await?;
    let to = routes::with(&routes::order(lang, &number), &[("shared".to_owned(), link.secret().to_owned())]);
    request::go(&format!("{}#share", routes::with_key(&to, key)));
    Ok(())
}

/// Takes the link back and leads to the order's page.
pub async fn unshare_order(lang: &str, number: &str, key: &str) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let (asked, keys, db) = (number.clone(), keys(key), request::db()?);
    db.write(move |tx| shares::unshare(tx, db::orders::id_for(tx, &asked, &keys)?)).await?;
    request::go(&format!("{}#share", routes::with_key(&format!("{}?unshared", routes::order(lang, &number)), key)));
    Ok(())
}
