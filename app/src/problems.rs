//! Problems with an order, told and answered. Meaning: `domain/problems`, memory: `db/problems`, the list: `desk/pages/problems`. The
//! form is taken in by the machine, `server/problems`, since pictures come with it.

#[cfg(feature = "ssr")]
pub mod pages;
