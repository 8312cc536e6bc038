//! The cart's page, and the cart in words.

mod answer;
mod body;
mod cart_page;
mod gift;
mod line;
mod once;
mod shown;

pub use answer::{Change, answer, kept, refusal, refusal_says, sent_back};
pub use cart_page::CartPage;
pub use once::once;
pub use shown::{Drawn, drawn};
