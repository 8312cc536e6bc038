//! Small things that three rooms or more show.

mod errors;
mod icon;
mod lines;
mod picture;
mod price;
mod said;
mod stars;

pub use errors::Errors;
pub use icon::Icon;
pub use lines::lines_of;
pub use picture::{Room, Shot};
pub use price::{Price, beside};
pub use said::SaidIn;
pub use stars::Stars;
