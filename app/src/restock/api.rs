//! The form beside what is sold out.

use leptos::prelude::*;

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {super::pages::wish, crate::request};

/// Keeps an address to tell when a variant is back. Whoever sends it hears the same whether it was known already or not.
#[server(endpoint = "restock/wish")]
pub async fn wish_back(lang: String, variant: String, #[server(default)] email: String) -> Result<(), Failure> {
    let db = request::db()?;
    wish(&db, &lang, &variant, &email).await
}
