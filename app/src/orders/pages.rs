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
