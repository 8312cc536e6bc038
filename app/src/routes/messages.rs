//! The addresses of choosing which messages to get.

use db::token::Token;
use domain::notifications::Kind;

use crate::i18n::Lang;

/// Where somebody chooses which messages they get.
pub fn messages(lang: Lang, token: &Token) -> String {
    format!("/{}/messages/{}", lang.code(), token.secret())
}

/// The same, where it is asked whether a kind of letters is to stop.
pub fn messages_stop(lang: Lang, token: &Token, kind: Kind) -> String {
    format!("{}?stop={}", messages(lang, token), kind.code())
}

/// Where a mail program stops a kind of letters by itself (RFC 8058).
pub fn one_click(token: &Token, kind: Kind) -> String {
    format!("/webhooks/messages/{}/{}", token.secret(), kind.code())
}
