//! Problems with an order, told and answered. Meaning: `domain/problems`, memory: `db/problems`, the list: `desk/pages/problems`.

mod api;
#[cfg(feature = "ssr")]
pub mod pages;
