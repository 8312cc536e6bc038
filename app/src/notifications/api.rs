//! The forms behind the link in every letter. Whoever has the link may choose; nothing about an order can be had by it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::TypedDevice;
use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {super::pages, crate::request, db::notifications};

/// Keeps which messages somebody wants: `wanted[shipped-email]` for each that is ticked; what is not there is not wanted.
#[server(endpoint = "messages/choose")]
pub async fn choose_messages(
    #[server(default)] lang: String,
    #[server(default)] token: String,
    #[server(default)] wanted: BTreeMap<String, String>,
) -> Result<(), Failure> {
    let reader = request::reader(&token).await?;
    pages::choose(reader, &lang, &wanted).await
}

/// Stops letters of one kind.
#[server(endpoint = "messages/stop")]
pub async fn stop_messages(
    #[server(default)] lang: String,
    #[server(default)] token: String,
    #[server(default)] kind: String,
) -> Result<(), Failure> {
    let reader = request::reader(&token).await?;
    pages::stop(reader, &lang, &kind).await
}

/// Tells a device of an order, whose `key` is the secret of its link when it was reached by that; or, with the `token` of
/// somebody's messages, of all of theirs. False where the device is at no push service the shop speaks to.
#[server(endpoint = "messages/device")]
pub async fn tell_device(
    #[server(default)] token: String,
    #[server(default)] number: String,
    #[server(default)] key: String,
    #[server(default)] device: TypedDevice,
) -> Result<bool, Failure> {
    let hears = request::hears(&token, &number, &key).await?;
    pages::tell(hears, device).await
}

/// Stops telling a device, of which it says what only it shares with the shop. False where there was none.
#[server(endpoint = "messages/device-gone")]
pub async fn forget_device(#[server(default)] endpoint: String, #[server(default)] auth: String) -> Result<bool, Failure> {
    let shop = request::db()?;
    Ok(shop.write(move |tx| notifications::forget_device(tx, &endpoint, &auth)).await?)
}

/// A device has another name at its push service: the one it had and what it shared with the shop are `was` and `secret`. False where
/// there was none like it.
#[server(endpoint = "messages/moved")]
pub async fn move_device(
    #[server(default)] was: String,
    #[server(default)] secret: String,
    #[server(default)] endpoint: String,
    #[server(default)] p256dh: String,
    #[server(default)] auth: String,
) -> Result<bool, Failure> {
    let shop = request::shop()?;
    pages::moved(shop, (was, secret), TypedDevice { endpoint, p256dh, auth }).await
}
