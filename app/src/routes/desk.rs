//! The addresses of the desk.

use domain::catalogue::Slug;
use domain::ids::{DelayId, OfferId, PhotoId, ProductId};
use domain::notifications::Kind;
use domain::orders::OrderNumber;
use domain::problems::PhotoSize;

use super::{encoded, with};
use crate::i18n::Lang;

/// The door of the desk; `then` is where to go on from there.
pub fn desk_door(then: &str) -> String {
    with("/desk/sign-in", &[("then".to_owned(), then.to_owned())])
}

/// The goods at the desk.
pub fn desk_goods() -> String {
    "/desk/catalogue".to_owned()
}

/// The parameter of a picture that was not taken: why, a colon, its name.
pub const REFUSED: &str = "refused";

/// A product at the desk; a new one without an id.
pub fn desk_product(id: Option<ProductId>) -> String {
    format!("/desk/catalogue/products/{}", id.map_or_else(|| "new".to_owned(), |id| id.to_string()))
}

/// What a product is called in a language, at the desk.
pub fn desk_words(id: ProductId, lang: Lang) -> String {
    format!("{}/{}", desk_product(Some(id)), lang.code())
}

/// The categories at the desk, one of them, or what one is called in a language.
pub fn desk_categories(slug: Option<&Slug>, lang: Option<Lang>) -> String {
    let part = |text: String| format!("/{text}");
    let slug = slug.map(|slug| part(encoded(slug.as_str()))).unwrap_or_default();
    format!("/desk/catalogue/categories{slug}{}", lang.map(|lang| part(lang.code().to_owned())).unwrap_or_default())
}

/// What words are also called, at the desk.
pub fn desk_synonyms(lang: Lang) -> String {
    format!("/desk/catalogue/synonyms/{}", lang.code())
}

/// The orders at the desk.
pub fn desk_orders() -> String {
    "/desk/orders".to_owned()
}

/// An order at the desk.
pub fn desk_order(number: &OrderNumber) -> String {
    format!("/desk/orders/{}", number.as_str())
}

/// The offers at the desk.
pub fn desk_offers() -> String {
    "/desk/offers".to_owned()
}

/// An offer at the desk; a new one without an id.
pub fn desk_offer(id: Option<OfferId>) -> String {
    format!("/desk/offers/{}", id.map_or_else(|| "new".to_owned(), |id| id.to_string()))
}

/// The messages at the desk, from a page on.
pub fn desk_messages(page: u32) -> String {
    if page > 1 { format!("/desk/messages?page={page}") } else { "/desk/messages".to_owned() }
}

/// The problems at the desk, from a page on.
pub fn desk_problems(page: u32) -> String {
    if page > 1 { format!("/desk/problems?page={page}") } else { "/desk/problems".to_owned() }
}

/// What shoppers think of their orders, at the desk, from a page on.
pub fn desk_opinions(page: u32) -> String {
    if page > 1 { format!("/desk/opinions?page={page}") } else { "/desk/opinions".to_owned() }
}

/// A picture of a problem, for the desk.
pub fn desk_photo(photo: PhotoId, size: PhotoSize) -> String {
    format!("/desk/problems/photos/{photo}/{}", size.code())
}

/// The wishes to cancel at the desk, from a page on.
pub fn desk_cancellations(page: u32) -> String {
    if page > 1 { format!("/desk/cancellations?page={page}") } else { "/desk/cancellations".to_owned() }
}

/// How a kind of letters looks in a language, at the desk.
pub fn desk_letter(kind: Kind, lang: Lang) -> String {
    format!("/desk/messages/preview/{}/{}", kind.code(), lang.code())
}

/// A template of the shop's own, to begin with.
pub fn desk_template(file: &str) -> String {
    format!("/desk/messages/templates/{file}")
}

/// The log of the desk, from a page on.
pub fn desk_log(page: u32) -> String {
    if page > 1 { format!("/desk/log?page={page}") } else { "/desk/log".to_owned() }
}

/// The announced delays at the desk.
pub fn desk_delays() -> String {
    "/desk/delays".to_owned()
}

/// A delay at the desk; a new one without an id.
pub fn desk_delay(id: Option<DelayId>) -> String {
    format!("/desk/delays/{}", id.map_or_else(|| "new".to_owned(), |id| id.to_string()))
}

/// What a parcel declares to customs, to print: the post's form, or the commercial `invoice`.
pub fn desk_customs(number: &OrderNumber, piece: u32, invoice: bool) -> String {
    format!("{}/customs/{piece}{}", desk_order(number), if invoice { "?invoice" } else { "" })
}

/// The label of a parcel at the desk, to print; `zpl` for the printers of packing benches.
pub fn desk_label(number: &OrderNumber, piece: u32, zpl: bool) -> String {
    format!("{}/labels/{piece}{}", desk_order(number), if zpl { "?zpl" } else { "" })
}
