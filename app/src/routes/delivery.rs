//! Addresses of what is said of delivery: delays at the desk, and parcels on their way.

use domain::ids::DelayId;
use domain::orders::OrderNumber;

use super::{desk_order, order};
use crate::i18n::Lang;

/// The announced delays at the desk.
pub fn desk_delays() -> String {
    "/desk/delays".to_owned()
}

/// A delay at the desk; a new one without an id.
pub fn desk_delay(id: Option<DelayId>) -> String {
    format!("/desk/delays/{}", id.map_or_else(|| "new".to_owned(), |id| id.to_string()))
}

/// The label of a parcel at the desk, to print; `zpl` for the printers of packing benches.
pub fn desk_label(number: &OrderNumber, piece: u32, zpl: bool) -> String {
    format!("{}/labels/{piece}{}", desk_order(number), if zpl { "?zpl" } else { "" })
}

/// Where something is wished of a parcel of an order that is on its way.
pub fn parcel(lang: Lang, number: &OrderNumber, piece: u32) -> String {
    format!("{}/parcels/{piece}", order(lang, number))
}
