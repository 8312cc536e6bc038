//! The page where messages are chosen, and what its forms lead to.

mod choices;
mod keeping;

pub use choices::MessagesPage;
pub use keeping::{choose, stop};
