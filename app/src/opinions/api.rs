//! The form about an order that has come.

use leptos::prelude::*;

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {super::pages, crate::request};

/// Keeps what somebody thinks of an order: a `mark` from 1 to 5, words, or both. `key` is the secret of the order's link, when it was
/// reached by that.
#[server(endpoint = "orders/opinion")]
pub async fn tell_opinion(
    lang: String,
    number: String,
    #[server(default)] key: String,
    #[server(default)] mark: String,
    #[server(default)] said: String,
) -> Result<(), Failure> {
    request::shop()?;
    pages::tell(&lang, (&number, &key), (&mark, &said)).await
}
