//! What a browser may ask of wish lists. Each is a form; the answer is a page.

use leptos::prelude::*;

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {
    super::pages::{self, TypedItem},
    crate::request,
    domain::ids::{LineId, WishlistId, WishlistItemId},
};

/// Puts so many of a thing in a list: in the one that was changed last where none is named.
#[server(endpoint = "lists/put")]
pub async fn put_in_list(
    lang: String,
    variant: String,
    #[server(default)] quantity: String,
    #[server(default)] list: Option<i64>,
) -> Result<(), Failure> {
    let keeper = request::browser_that_remembers()?;
    pages::put(keeper, &lang, list.map(WishlistId), (&variant, &quantity)).await
}

/// Moves a line of the cart to a list.
#[server(endpoint = "lists/from-cart")]
pub async fn list_from_cart(lang: String, line: i64) -> Result<(), Failure> {
    let keeper = request::browser_that_remembers()?;
    pages::from_cart(keeper, &lang, LineId(line)).await
}

/// Makes a list.
#[server(endpoint = "lists/make")]
pub async fn make_list(lang: String, #[server(default)] name: String) -> Result<(), Failure> {
    let keeper = request::browser_that_remembers()?;
    pages::make(keeper, &lang, &name).await
}

/// Calls a list something else.
#[server(endpoint = "lists/rename")]
pub async fn rename_list(lang: String, list: i64, #[server(default)] name: String) -> Result<(), Failure> {
    let keeper = request::browser().unwrap_or_default();
    pages::rename(keeper, &lang, WishlistId(list), &name).await
}

/// Changes a thing in a list, and moves it `to` another.
#[server(endpoint = "lists/change")]
pub async fn change_item(
    lang: String,
    list: i64,
    item: i64,
    #[server(default)] quantity: String,
    #[server(default)] note: String,
    #[server(default)] to: Option<i64>,
) -> Result<(), Failure> {
    let keeper = request::browser().unwrap_or_default();
    let typed = TypedItem { quantity: &quantity, note: &note, to: to.map(WishlistId) };
    pages::change(keeper, &lang, (WishlistId(list), WishlistItemId(item)), typed).await
}

/// Takes a thing out of a list; without an `item`, the list away.
#[server(endpoint = "lists/remove")]
pub async fn remove_item(lang: String, list: i64, #[server(default)] item: Option<i64>) -> Result<(), Failure> {
    let keeper = request::browser().unwrap_or_default();
    pages::remove(keeper, &lang, WishlistId(list), item.map(WishlistItemId)).await
}

/// Brings back what was taken out last; without an `item`, the list that was taken away.
#[server(endpoint = "lists/back")]
pub async fn give_back(lang: String, list: i64, #[server(default)] item: Option<i64>) -> Result<(), Failure> {
    let keeper = request::browser().unwrap_or_default();
    pages::give_back(keeper, &lang, WishlistId(list), item.map(WishlistItemId)).await
}

/// Puts all that can be had of a list in this browser's cart. `key` is the secret of the list's link, when it was reached by that.
#[server(endpoint = "lists/buy")]
pub async fn buy_list(lang: String, #[server(default)] list: i64, #[server(default)] key: String) -> Result<(), Failure> {
    let keeper = request::browser().unwrap_or_default();
    pages::buy(keeper, &lang, WishlistId(list), &key).await
}

/// Makes a link that shows others a list; the one before is over.
#[server(endpoint = "lists/share")]
pub async fn share_list(lang: String, list: i64) -> Result<(), Failure> {
    let keeper = request::browser().unwrap_or_default();
    pages::share(keeper, &lang, WishlistId(list)).await
}

/// Takes the link back that shows others a list.
#[server(endpoint = "lists/unshare")]
pub async fn unshare_list(lang: String, list: i64) -> Result<(), Failure> {
    let keeper = request::browser().unwrap_or_default();
    pages::unshare(keeper, &lang, WishlistId(list)).await
}

/// Tells an address when a thing in a list costs less or is back; one that is not the account's, once that is confirmed.
#[server(endpoint = "lists/watch")]
pub async fn watch_list(lang: String, list: i64, #[server(default)] email: String) -> Result<(), Failure> {
    let shop = request::shop()?;
    pages::watch(&shop, &lang, WishlistId(list), &email).await
}

/// Tells nobody of a list any more.
#[server(endpoint = "lists/unwatch")]
pub async fn unwatch_list(lang: String, list: i64) -> Result<(), Failure> {
    let keeper = request::browser().unwrap_or_default();
    pages::unwatch(keeper, &lang, WishlistId(list)).await
}

/// Confirms that an address is to be told; `key` is the secret of the link in its letter.
#[server(endpoint = "lists/confirm")]
pub async fn confirm_watch(lang: String, #[server(default)] key: String) -> Result<(), Failure> {
    let shop = request::shop()?;
    pages::confirm(&shop, &lang, &key).await
}
