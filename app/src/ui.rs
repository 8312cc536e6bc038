//! Small things that three rooms or more show.

mod icon;
mod picture;
mod price;
mod stars;

pub use icon::Icon;
pub use picture::Shot;
pub use price::Price;
pub use stars::Stars;
