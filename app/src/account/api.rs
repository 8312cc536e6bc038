//! What somebody may do at the door of their account and behind it. What is said at the door is the same for addresses with an
//! account and without.

use leptos::prelude::*;

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {super::pages, crate::request, domain::ids::JoinId, domain::ids::SessionId};

/// Asks for a letter with a link that signs in.
#[server(endpoint = "account/link")]
pub async fn send_link(lang: String, #[server(default)] email: String) -> Result<(), Failure> {
    let shop = request::shop()?;
    pages::send_link(&shop, &lang, &email).await
}

/// Signs in by a letter's link.
#[server(endpoint = "account/enter")]
pub async fn enter(lang: String, #[server(default)] key: String) -> Result<(), Failure> {
    let shop = request::shop()?;
    pages::enter(&shop, &lang, &key).await
}

/// Signs in by a password.
#[server(endpoint = "account/sign-in")]
pub async fn sign_in(lang: String, #[server(default)] email: String, #[server(default)] password: String) -> Result<(), Failure> {
    let shop = request::shop()?;
    pages::sign_in(&shop, &lang, &email, &password).await
}

/// Signs out here, on another device, or everywhere.
#[server(endpoint = "account/sign-out")]
pub async fn sign_out(
    lang: String,
    #[server(default)] session: Option<i64>,
    #[server(default)] everywhere: String,
) -> Result<(), Failure> {
    let held = request::account()?;
    pages::sign_out(&held, &lang, session.map(SessionId), !everywhere.is_empty()).await
}

/// Keeps another password.
#[server(endpoint = "account/password")]
pub async fn change_password(
    lang: String,
    #[server(default)] current: String,
    #[server(default)] password: String,
) -> Result<(), Failure> {
    let held = request::account()?;
    pages::change_password(&held, &lang, current, password).await
}

/// Sends back what came at a sign-in.
#[server(endpoint = "account/undo")]
pub async fn undo(lang: String, join: i64) -> Result<(), Failure> {
    let held = request::account()?;
    pages::undo(&held, &lang, JoinId(join)).await
}
