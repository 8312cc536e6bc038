//! What somebody may do at the door of their account and behind it. What is said at the door is the same for addresses with an
//! account and without.

use domain::checkout::TypedAddress;
use leptos::prelude::*;

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {
    super::pages, crate::request, domain::ids::JoinId, domain::ids::KeptCardId, domain::ids::PasskeyId, domain::ids::SessionId,
};

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

/// Proves once more who somebody is, for the page `then`.
#[server(endpoint = "account/prove")]
pub async fn prove(lang: String, #[server(default)] password: String, #[server(default)] then: String) -> Result<(), Failure> {
    let held = request::account()?;
    pages::prove(&held, &lang, &password, &then).await
}

/// Deletes somebody. Nothing brings it back.
#[server(endpoint = "account/delete")]
pub async fn delete(lang: String, #[server(default)] sure: String) -> Result<(), Failure> {
    let held = request::account()?;
    pages::delete(&held, &lang, !sure.is_empty()).await
}

/// Keeps what somebody says of themselves.
#[server(endpoint = "account/profile")]
pub async fn keep_profile(
    lang: String,
    #[server(default)] name: String,
    #[server(default)] language: String,
    #[server(default)] country: String,
    #[server(default)] currency: String,
) -> Result<(), Failure> {
    let held = request::account()?;
    pages::keep_profile(&held, &lang, &name, (&language, &country, &currency)).await
}

/// Writes an address into the address book, right or not yet. `relay`: the country was changed, and only the form is to be laid
/// anew. `take`: a suggestion that was taken, `field=text`.
#[server(endpoint = "account/address")]
pub async fn note_address(
    lang: String,
    #[server(default)] id: String,
    #[server(default)] address: TypedAddress,
    #[server(default)] relay: String,
    #[server(default)] take: String,
) -> Result<(), Failure> {
    let held = request::account()?;
    pages::note_address(&held, &lang, &id, pages::Typed { address, relay: !relay.is_empty(), take: &take }).await
}

/// Takes an address of the book first from now on, or out of it.
#[server(endpoint = "account/address-kept")]
pub async fn keep_address(lang: String, id: i64, #[server(default)] remove: String) -> Result<(), Failure> {
    request::account()?;
    pages::keep_address(&lang, id, !remove.is_empty()).await
}

/// Asks for another e-mail address.
#[server(endpoint = "account/email")]
pub async fn ask_to_move(lang: String, #[server(default)] email: String) -> Result<(), Failure> {
    let held = request::account()?;
    pages::ask_to_move(&held, &lang, &email).await
}

/// The new address says yes.
#[server(endpoint = "account/email-confirm")]
pub async fn confirm_email(lang: String, #[server(default)] key: String) -> Result<(), Failure> {
    let shop = request::shop()?;
    pages::confirm_email(&shop, &lang, &key).await
}

/// The old address says no.
#[server(endpoint = "account/email-refuse")]
pub async fn refuse_email(lang: String, #[server(default)] key: String) -> Result<(), Failure> {
    let shop = request::shop()?;
    pages::refuse_email(&shop, &lang, &key).await
}

/// Asks this device for a new passkey: the secret its answer is sent with, and what the browser is given, as JSON.
#[server(endpoint = "account/passkey-new")]
pub async fn new_passkey() -> Result<(String, String), Failure> {
    let held = request::account()?;
    pages::new_passkey(&held).await
}

/// Adds the passkey the device has made.
#[server(endpoint = "account/passkey-add")]
pub async fn add_passkey(
    lang: String,
    #[server(default)] name: String,
    #[server(default)] challenge: String,
    #[server(default)] answer: String,
) -> Result<(), Failure> {
    let held = request::account()?;
    pages::add_passkey(&held, &lang, &name, (&challenge, &answer)).await
}

/// Takes a passkey away.
#[server(endpoint = "account/passkey-remove")]
pub async fn remove_passkey(lang: String, passkey: i64) -> Result<(), Failure> {
    let held = request::account()?;
    pages::remove_passkey(&held, &lang, PasskeyId(passkey)).await
}

/// Asks this device for a passkey there is; as [`new_passkey`].
#[server(endpoint = "account/passkey-ask")]
pub async fn ask_for_passkey() -> Result<(String, String), Failure> {
    let shop = request::shop()?;
    pages::ask_for_passkey(&shop).await
}

/// Signs in with a passkey.
#[server(endpoint = "account/passkey-enter")]
pub async fn enter_by_passkey(
    lang: String,
    #[server(default)] challenge: String,
    #[server(default)] answer: String,
) -> Result<(), Failure> {
    let shop = request::shop()?;
    pages::enter_by_passkey(&shop, &lang, (&challenge, &answer)).await
}

/// Keeps what somebody looks at with their account from now on, or nothing of it.
#[server(endpoint = "account/seen-keep")]
pub async fn keep_seen(lang: String, #[server(default)] keep: String) -> Result<(), Failure> {
    let held = request::account()?;
    pages::keep_seen(&held, &lang, !keep.is_empty()).await
}

/// What this browser has seen since it told of any comes to the account, the last one first: ids with commas between. Answers with
/// what it is to remember, as ids, and with what is to be drawn: the whole list where `list` says so.
#[server(endpoint = "account/seen-join")]
pub async fn join_seen(
    lang: String,
    #[server(default)] ids: String,
    #[server(default)] list: String,
) -> Result<(String, String), Failure> {
    let held = request::account()?;
    pages::join_seen(&held, &lang, &ids, !list.is_empty()).await
}

/// What came from a browser goes out again.
#[server(endpoint = "account/seen-undo")]
pub async fn take_out_seen(lang: String, join: i64) -> Result<(), Failure> {
    let held = request::account()?;
    pages::take_out_seen(&held, &lang, join).await
}

/// Forgets what somebody looked at.
#[server(endpoint = "account/seen-forget")]
pub async fn forget_seen(lang: String) -> Result<(), Failure> {
    let held = request::account()?;
    pages::forget_seen(&held, &lang).await
}

/// Takes a card away that a provider keeps.
#[server(endpoint = "account/card-remove")]
pub async fn forget_card(lang: String, card: i64) -> Result<(), Failure> {
    let held = request::account()?;
    pages::forget_card(&held, &lang, KeptCardId(card)).await
}
