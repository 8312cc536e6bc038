//! The forms behind the link in every letter. Whoever has the link may choose; nothing about an order can be had by it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {super::pages, crate::request};

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
