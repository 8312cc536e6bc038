//! The addresses of accounts.

use db::token::Token;
use domain::ids::RememberedId;

use crate::i18n::Lang;

/// The account of whoever is signed in.
pub fn account(lang: Lang) -> String {
    format!("/{}/account", lang.code())
}

/// Where somebody signs in.
pub fn sign_in(lang: Lang) -> String {
    format!("{}/sign-in", account(lang))
}

/// Where a letter's link leads that signs in.
pub fn enter(lang: Lang, link: &Token) -> String {
    format!("{}/enter?key={}", account(lang), link.secret())
}

/// What somebody says of themselves.
pub fn profile(lang: Lang) -> String {
    format!("{}/profile", account(lang))
}

/// The address book.
pub fn addresses(lang: Lang) -> String {
    format!("{}/addresses", account(lang))
}

/// An address of it; a new one without an id.
pub fn address(lang: Lang, id: Option<RememberedId>) -> String {
    id.map_or_else(|| format!("{}/new", addresses(lang)), |id| format!("{}/{id}", addresses(lang)))
}

/// Where another e-mail address is asked for.
pub fn email(lang: Lang) -> String {
    format!("{}/email", account(lang))
}

/// Where a letter's link leads that says yes to another address.
pub fn confirm_email(lang: Lang, link: &Token) -> String {
    format!("{}/confirm?key={}", email(lang), link.secret())
}

/// Where a letter's link leads that says no to it.
pub fn refuse_email(lang: Lang, link: &Token) -> String {
    format!("{}/refuse?key={}", email(lang), link.secret())
}

/// The cards that a payment provider keeps for somebody.
pub fn cards(lang: Lang) -> String {
    format!("{}/cards", account(lang))
}

/// What somebody looked at.
pub fn seen(lang: Lang) -> String {
    format!("{}/seen", account(lang))
}

/// The passkeys somebody signs in with.
pub fn passkeys(lang: Lang) -> String {
    format!("{}/passkeys", account(lang))
}

/// What the shop holds about somebody, and the way to delete it.
pub fn data(lang: Lang) -> String {
    format!("{}/data", account(lang))
}

/// All of it, as a file.
pub fn data_file(lang: Lang) -> String {
    format!("{}/data.zip", account(lang))
}
