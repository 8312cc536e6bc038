//! What a browser may ask of an order.

use domain::checkout::TypedAddress;
use leptos::prelude::*;

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {
    super::pages::{
        ChangeSent, Moving, Sent, ask_to_cancel, cancel_order, change_order, keep_order_items, keys, look_up, move_order,
        pay_again, put_again, share_order, unshare_order, wish_of,
    },
    crate::request,
    db::orders,
    domain::orders::OrderNumber,
};

/// Leads to where an order is paid that is not yet: `way` is another way to pay, the last one if it is empty. `key` is the
/// secret of the order's link, when it was reached by that.
#[server(endpoint = "orders/pay")]
pub async fn pay(
    lang: String,
    number: String,
    #[server(default)] way: String,
    #[server(default)] key: String,
) -> Result<(), Failure> {
    let keys = keys(&key);
    let number = OrderNumber::parse(&number).map_err(|_| Failure::NotFound)?;
    let (asked, link) = (number.clone(), keys.link.clone());
    let order = request::db()?.read(move |conn| orders::id_for(conn, &asked, &keys)).await?;
    pay_again(&lang, (order, &number), &way, link.as_ref()).await
}

/// Cancels an order that nobody packs yet. `key` is the secret of the order's link, when it was reached by that.
#[server(endpoint = "orders/cancel")]
pub async fn cancel(lang: String, number: String, #[server(default)] key: String) -> Result<(), Failure> {
    request::shop()?;
    cancel_order(&lang, &number, &key).await
}

/// Asks to cancel an order that is being packed, and whose parcel has not left; `said` is why.
#[server(endpoint = "orders/ask-cancel")]
pub async fn ask_cancel(
    lang: String,
    number: String,
    #[server(default)] key: String,
    #[server(default)] said: String,
) -> Result<(), Failure> {
    request::shop()?;
    ask_to_cancel(&lang, &number, &key, &said).await
}

/// Puts what an order was of into this browser's cart once more.
#[server(endpoint = "orders/again")]
pub async fn buy_again(lang: String, number: String, #[server(default)] key: String) -> Result<(), Failure> {
    request::shop()?;
    put_again(&lang, &number, &key).await
}

/// Makes a link that shows others how far an order is; the one before is over.
#[server(endpoint = "orders/share")]
pub async fn share(lang: String, number: String, #[server(default)] key: String) -> Result<(), Failure> {
    request::shop()?;
    share_order(&lang, &number, &key).await
}

/// Takes the link back that shows others how far an order is.
#[server(endpoint = "orders/unshare")]
pub async fn unshare(lang: String, number: String, #[server(default)] key: String) -> Result<(), Failure> {
    request::shop()?;
    unshare_order(&lang, &number, &key).await
}

/// Sends an order that nobody packs yet elsewhere. `relay`: the country was changed, and only the form is to be laid anew. `take`: a
/// suggestion that was taken, `field=text`.
#[server(endpoint = "orders/address")]
pub async fn change_address(
    lang: String,
    number: String,
    #[server(default)] key: String,
    #[server(default)] address: TypedAddress,
    #[server(default)] relay: String,
    #[server(default)] take: String,
) -> Result<(), Failure> {
    request::shop()?;
    let relay = !relay.is_empty();
    move_order(Moving { lang: &lang, number: &number, key: &key, typed: address, relay, take: &take }).await
}

/// Changes an order that nobody packs yet. `wanted`: `items` with lines, how many of them and of which variant, `delivery` with the
/// service and the pickup point, or `country` with the moment its address was typed and the same; `seen` and `difference`: what the page knew of the order, and said the change costs.
#[server(endpoint = "orders/change")]
pub async fn change(
    lang: String,
    number: String,
    #[server(default)] key: String,
    #[server(default)] wanted: String,
    #[server(default)] seen: String,
    #[server(default)] difference: String,
) -> Result<(), Failure> {
    request::shop()?;
    change_order(ChangeSent { lang: &lang, number: &number, key: &key, wanted: &wanted, seen: &seen, difference: &difference })
        .await
}

/// Leaves an order as it was, whose change waits to be paid.
#[server(endpoint = "orders/keep")]
pub async fn keep_items(lang: String, number: String, #[server(default)] key: String) -> Result<(), Failure> {
    request::shop()?;
    keep_order_items(&lang, &number, &key).await
}

/// Wishes something of a parcel that is on its way: `kind` says whether what is `said` is a place, a day or words.
#[server(endpoint = "orders/wish")]
pub async fn wish(
    lang: String,
    number: String,
    piece: String,
    kind: String,
    #[server(default)] key: String,
    #[server(default)] said: String,
) -> Result<(), Failure> {
    request::shop()?;
    wish_of(Sent { lang: &lang, number: &number, key: &key, piece: &piece, kind: &kind, said: &said }).await
}

/// Asks for a letter with a link to an order. Whoever sends it hears the same whether the two belong together or not.
#[server(endpoint = "orders/link")]
pub async fn send_link(
    lang: String,
    #[server(default)] number: String,
    #[server(default)] contact: String,
) -> Result<(), Failure> {
    let db = request::db()?;
    look_up(&db, &lang, &number, &contact).await
}
