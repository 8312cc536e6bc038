//! The page where messages are chosen, and what its forms lead to.

mod choices;
mod device;
mod keeping;

pub use choices::MessagesPage;
pub use device::{About, TellDevice, moved, tell};
pub use keeping::{choose, stop};
