//! The pages of orders.

mod address_lines;
mod items;
mod order;
mod orders;
mod pay_again;
mod progress;
mod timeline;

pub use address_lines::AddressLines;
pub use order::{OrderPage, keys};
pub use orders::OrdersPage;
pub use pay_again::pay_again;

/// Minutes east of UTC where the shopper is, if the browser has said so; else at the shop's own door.
fn here(at: domain::time::Timestamp) -> i16 {
    use crate::{i18n::format::offset, request};
    request::zone().map_or_else(|| request::shop_offset(at), |zone| offset(&zone, at))
}
