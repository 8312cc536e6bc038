//! Buying again what an order was of.

use domain::orders::{Order, OrderNumber};
use leptos::prelude::*;

use super::order::keys;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// The button that puts it all into the cart once more.
#[component]
pub fn BuyAgain(words: Words, order: Order, key: String) -> AnyView {
    view! {
        <form class="part" method="post" action="/api/orders/again" data-once="">
            <input type="hidden" name="lang" value=words.lang.code() />
            <input type="hidden" name="number" value=order.number.as_str().to_owned() />
            <input type="hidden" name="key" value=key />
            <button class="button quiet" type="submit">{words.say("again-button")}</button>
        </form>
    }
    .into_any()
}

/// Puts the things of an order into this browser's cart, and shows it.
pub async fn put_again(lang: &str, number: &str, key: &str) -> Result<(), Failure> {
    let (asked, number) = (keys(key), OrderNumber::parse(number).map_err(|_| Failure::NotFound)?);
    let lang = Lang::from_code(lang).unwrap_or_default();
    let db = request::db()?;
    let order = db.read(move |conn| db::orders::id_for(conn, &number, &asked)).await?;
    let token = request::cart_for_adding().await?;
    db.write(move |tx| db::cart::again(tx, &token, order)).await.map_err(db::Fault::from)?;
    request::go(&routes::cart(lang));
    Ok(())
}
