//! The addresses of wish lists.

use db::token::Token;
use domain::ids::WishlistId;

use crate::i18n::Lang;

/// The lists of this browser or account.
pub fn wishlists(lang: Lang) -> String {
    format!("/{}/lists", lang.code())
}

/// One of them.
pub fn wishlist(lang: Lang, list: WishlistId) -> String {
    format!("{}/{list}", wishlists(lang))
}

/// A list, for whoever has its link.
pub fn shared_list(lang: Lang, link: &Token) -> String {
    format!("{}/shared/{}", wishlists(lang), link.secret())
}

/// Where the link in a letter leads that asks whether an address is to be told of a list.
pub fn confirm_list_by(lang: Lang, link: &Token) -> String {
    format!("{}?key={}", confirm_list(lang), link.secret())
}

/// The same, where it is said what became of it.
pub fn confirm_list(lang: Lang) -> String {
    format!("{}/confirm", wishlists(lang))
}
