//! What shoppers think of their orders. Meaning: `domain/opinions`, memory: `db/opinions`, the list: `desk/pages/opinions`.

pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
