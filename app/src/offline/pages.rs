//! The page without a connection, the offer to keep the shop on the home screen, and what systems are told of it.

mod keep;
mod manifest;
mod offline_page;

pub use keep::KeepShop;
pub use manifest::manifest;
pub use offline_page::OfflinePage;
