//! The addresses of accounts.

use db::token::Token;

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
