//! The pages of wish lists, and what their forms lead to.

mod answer;
mod confirm;
mod heard;
mod item;
mod list;
mod lists;
mod outside;
mod putting;
mod sharing;
mod watching;

pub use answer::{TypedItem, buy, change, from_cart, give_back, make, put, remove, rename};
pub use confirm::{ConfirmListPage, confirm};
pub use list::ListPage;
pub use lists::ListsPage;
pub use outside::SharedListPage;
pub use putting::{PutInList, from_cart_button};
pub use sharing::{share, unshare};
pub use watching::{unwatch, watch};
