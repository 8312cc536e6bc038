//! Where everything is: links are functions, so that renaming an address is one line.

use db::token::Token;
use domain::catalogue::{Asked, Slug};
use domain::checkout::Step;
use domain::documents::{DocumentKind, DocumentNumber};
use domain::ids::VariantId;
use domain::orders::OrderNumber;

use crate::i18n::Lang;

mod account;
mod desk;
mod messages;
mod orders;
mod wishlists;

pub use account::{
    account, address, addresses, cards, confirm_email, data, data_file, email, enter, passkeys, profile, refuse_email, seen,
    sign_in,
};
pub use desk::{
    REFUSED, desk_cancellations, desk_categories, desk_customs, desk_delay, desk_delays, desk_door, desk_goods, desk_label,
    desk_letter, desk_log, desk_messages, desk_offer, desk_offers, desk_opinions, desk_order, desk_orders, desk_photo,
    desk_problems, desk_product, desk_synonyms, desk_template, desk_words,
};
pub use messages::{messages, messages_stop, one_click};
pub use orders::{
    arrival, cancel_order, change_address, change_items, change_place, change_way, opinion, order_events, parcel, problem,
    problem_photo, shared, shared_events, track,
};
pub use wishlists::{confirm_list, confirm_list_by, shared_list, wishlist, wishlists};

/// The first page.
pub fn home(lang: Lang) -> String {
    format!("/{}/", lang.code())
}

/// A category.
pub fn category(lang: Lang, slug: &Slug) -> String {
    format!("/{}/c/{}", lang.code(), encoded(slug.as_str()))
}

/// A category's list as it was asked for.
pub fn list(lang: Lang, slug: &Slug, asked: &Asked) -> String {
    narrowed(&category(lang, slug), asked)
}

/// A list's address with what is asked of it; `list` is the address of all of it.
pub fn narrowed(list: &str, asked: &Asked) -> String {
    with(list, &asked.parameters())
}

/// An address with more parameters.
pub fn with(address: &str, parameters: &[(String, String)]) -> String {
    let mut at = address.to_owned();
    for (name, value) in parameters {
        at.push(if at.contains('?') { '&' } else { '?' });
        at.push_str(&format!("{}={}", encoded(name), encoded(value)));
    }
    at
}

/// Where searches are answered.
pub fn search(lang: Lang) -> String {
    format!("/{}/search", lang.code())
}

/// The results of a search; `exact` where it is meant as it is typed.
pub fn searched(lang: Lang, typed: &str, exact: bool) -> String {
    with(&search(lang), &search_parameters(typed, exact))
}

/// The parameters of a search.
pub fn search_parameters(typed: &str, exact: bool) -> Vec<(String, String)> {
    let as_typed = exact.then(|| ("as".to_owned(), "typed".to_owned()));
    [("q".to_owned(), typed.to_owned())].into_iter().chain(as_typed).collect()
}

/// A product.
pub fn product(lang: Lang, slug: &Slug) -> String {
    format!("/{}/products/{}", lang.code(), encoded(slug.as_str()))
}

/// A product with one of its variants chosen.
pub fn variant(lang: Lang, slug: &Slug, variant: VariantId) -> String {
    format!("{}?v={variant}", product(lang, slug))
}

/// A variant's page, with what became of a wish to be told when it is back.
pub fn wished(lang: Lang, slug: &Slug, wanted: VariantId, heard: &str) -> String {
    with(&variant(lang, slug, wanted), &[("wish".to_owned(), heard.to_owned())])
}

/// The cart.
pub fn cart(lang: Lang) -> String {
    format!("/{}/cart", lang.code())
}

/// The cart, where a checkout ended that had nothing to go on with: `why` is `ordered`, `empty` or `over`.
pub fn cart_after(lang: Lang, why: &str) -> String {
    format!("{}?checkout={why}", cart(lang))
}

/// A step of the checkout.
pub fn checkout(lang: Lang, step: Step) -> String {
    format!("/{}/checkout/{}", lang.code(), step.code())
}

/// The orders of this browser.
pub fn orders(lang: Lang) -> String {
    format!("/{}/orders", lang.code())
}

/// An order, for the browser that placed it.
pub fn order(lang: Lang, number: &OrderNumber) -> String {
    format!("/{}/orders/{}", lang.code(), number.as_str())
}

/// An order, for the holder of its link.
pub fn order_by_link(lang: Lang, number: &OrderNumber, link: &Token) -> String {
    format!("{}?key={}", order(lang, number), link.secret())
}

/// A document of an order, as a page.
pub fn document(lang: Lang, order_number: &OrderNumber, number: DocumentNumber) -> String {
    let order = order(lang, order_number);
    match number.kind {
        DocumentKind::Invoice => format!("{order}/invoice"),
        DocumentKind::Receipt => format!("{order}/receipt"),
        DocumentKind::CreditNote => format!("{order}/credit-notes/{number}"),
    }
}

/// A document of an order, as a PDF.
pub fn document_file(lang: Lang, order: &OrderNumber, number: DocumentNumber) -> String {
    let page = document(lang, order, number);
    match number.kind {
        DocumentKind::Invoice | DocumentKind::Receipt => format!("{page}.pdf"),
        DocumentKind::CreditNote => format!("{page}/credit-note.pdf"),
    }
}

/// A document of an order that is not the first of its kind, as a page: what a change has added has an invoice of its own.
pub fn further_document(lang: Lang, order_number: &OrderNumber, number: DocumentNumber) -> String {
    format!("{}/documents/{number}", order(lang, order_number))
}

/// The same as a PDF.
pub fn further_document_file(lang: Lang, order_number: &OrderNumber, number: DocumentNumber) -> String {
    format!("{}/document.pdf", further_document(lang, order_number, number))
}

/// An address with the secret of an order's link, if it was reached by that.
pub fn with_key(address: &str, key: &str) -> String {
    if key.is_empty() { address.to_owned() } else { with(address, &[("key".to_owned(), key.to_owned())]) }
}

/// Questions and answers: delivery, returns, privacy.
pub fn help(lang: Lang, topic: &str) -> String {
    format!("/{}/help/{topic}", lang.code())
}

/// What came last, for feed readers.
pub fn news(lang: Lang) -> String {
    format!("/feeds/{}/news.atom", lang.code())
}

/// The three settings: language, country, currency.
pub fn settings(lang: Lang) -> String {
    format!("/{}/settings", lang.code())
}

/// The same page in every language: at its own address where it has one there, else at its first language's.
pub fn alternates(slugs: &[(Lang, Slug)], page: fn(Lang, &Slug) -> String) -> Vec<(Lang, String)> {
    let first = slugs.iter().find(|(lang, _)| *lang == Lang::FIRST);
    let slug = |lang| slugs.iter().find(|(known, _)| *known == lang).or(first);
    Lang::ALL.iter().filter_map(|&lang| slug(lang).map(|(_, slug)| (lang, page(lang, slug)))).collect()
}

/// An address of the shop in another language.
pub fn in_language(address: &str, lang: Lang) -> String {
    let rest = address.trim_start_matches('/').split_once('/').map_or("", |(_, rest)| rest);
    format!("/{}/{rest}", lang.code())
}

/// Whether a page is one of those from the checkout to the parcel at the door, a wish list, or the one that stands where there is no connection:
/// they have a style sheet of their own.
pub fn is_buying(path: &str) -> bool {
    let room = path.trim_start_matches('/').split('/').nth(1).unwrap_or_default();
    ["account", "checkout", "lists", "messages", "offline", "orders", "shared", "track"].contains(&room)
}

/// A picture's file.
pub fn media(file: &str) -> String {
    format!("/media/{file}")
}

/// A text with what an address cannot hold in percents.
pub fn encoded(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::with_capacity(text.len()), |mut at, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            at.push(char::from(byte));
        } else {
            // Writing to a String does not fail.
            let _ = write!(at, "%{byte:02X}");
        }
        at
    })
}
