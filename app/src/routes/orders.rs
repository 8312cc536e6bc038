//! What stands round an order's page.

use db::token::Token;
use domain::ids::PhotoId;
use domain::orders::OrderNumber;
use domain::problems::PhotoSize;

use super::order;
use crate::i18n::Lang;

/// Where something is wished of a parcel of an order that is on its way.
pub fn parcel(lang: Lang, number: &OrderNumber, piece: u32) -> String {
    format!("{}/parcels/{piece}", order(lang, number))
}

/// Where an order is found again without its link.
pub fn track(lang: Lang) -> String {
    format!("/{}/track", lang.code())
}

/// Where an order is sent elsewhere.
pub fn change_address(lang: Lang, number: &OrderNumber) -> String {
    format!("{}/address", order(lang, number))
}

/// Where what is in an order is changed.
pub fn change_items(lang: Lang, number: &OrderNumber) -> String {
    format!("{}/items", order(lang, number))
}

/// Where it is changed how an order is sent.
pub fn change_way(lang: Lang, number: &OrderNumber) -> String {
    format!("{}/delivery", order(lang, number))
}

/// Where it is chosen how an order is sent to another country.
pub fn change_place(lang: Lang, number: &OrderNumber) -> String {
    format!("{}/country", order(lang, number))
}

/// Where it is asked whether an order is to be cancelled.
pub fn cancel_order(lang: Lang, number: &OrderNumber) -> String {
    format!("{}/cancel", order(lang, number))
}

/// How far an order is, for whom its shopper gave this link.
pub fn shared(lang: Lang, link: &Token) -> String {
    format!("/{}/shared/{}", lang.code(), link.secret())
}

/// The news of an order, for whom its shopper gave this link.
pub fn shared_events(lang: Lang, link: &Token) -> String {
    format!("{}/events", shared(lang, link))
}

/// Where it is told what is wrong with an order, or with a piece of it.
pub fn problem(lang: Lang, number: &OrderNumber, piece: Option<u32>) -> String {
    let form = format!("{}/problem", order(lang, number));
    piece.map_or(form.clone(), |piece| format!("{form}?parcel={piece}"))
}

/// Where it is told what somebody thinks of an order.
pub fn opinion(lang: Lang, number: &OrderNumber) -> String {
    format!("{}/opinion", order(lang, number))
}

/// A picture of what is wrong with an order.
pub fn problem_photo(lang: Lang, number: &OrderNumber, photo: PhotoId, size: PhotoSize) -> String {
    format!("{}/photos/{photo}/{}", order(lang, number), size.code())
}

/// The news of an order, as a stream of events.
pub fn order_events(lang: Lang, number: &OrderNumber) -> String {
    format!("{}/events", order(lang, number))
}

/// When an order comes, for a calendar.
pub fn arrival(lang: Lang, number: &OrderNumber) -> String {
    format!("{}/arrival.ics", order(lang, number))
}
